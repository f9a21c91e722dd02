/* ratings_file.h - ratings or play counts from a text file of anybody's: a line is user,
 * item, number and perhaps more, parted by comma, semicolon, tab, `::` or blanks; plain
 * or gzip; with or without a header. */
#ifndef VH_RATINGS_FILE_H
#define VH_RATINGS_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "matrix.h"

enum { BAD_SHOWN = 3 };

struct ratings_file {
    struct matrix by_user;    /* stars (0.5 to 5), or weights */
    const char *parted_by;    /* "commas" */
    const char *scale;        /* "1 to 10, halved": what was done to the numbers */
    size_t lines, duplicates; /* data lines read; those a later line of the same place
                                 replaced */
    size_t bad, unrated; /* lines skipped: not understood; number 0, which is no rating */
    struct {
        size_t line;
        const char *why;
    } shown[BAD_SHOWN]; /* the first bad ones */
    bool header;
};

/* Reads all of `path`. False after a complaint. `weights`: numbers are counts, not
 * ratings. */
bool ratings_file_read(const char *path, bool weights, struct ratings_file *out);
void ratings_file_free(struct ratings_file *file);

#endif
