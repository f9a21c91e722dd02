/* cover_program.h - a picture that came from outside is given to a program of its own,
 * which is sandboxed (fcgi-apps/cover): not a byte of it is decoded in the pool. */
#ifndef VH_CATALOG_COVER_PROGRAM_H
#define VH_CATALOG_COVER_PROGRAM_H

#include "core/shape.h"

enum { COVER_SMALL, COVER_MEDIUM, COVER_LARGE, COVER_SIZES };

enum cover_result {
    COVER_MADE,
    COVER_REFUSED, /* the picture is not taken: *why, the end of a sentence */
    COVER_FAILED,  /* the program could not be run (logged) */
};

/* Makes the covers of all sizes, JPEGs in the arena. Keeps a core busy for up to some
   seconds, and reaches nothing but its memory: it may be done again. */
enum cover_result cover_make(const void *bytes, size_t length, struct arena *arena,
                             struct blob out[COVER_SIZES], const char **why);

#endif
