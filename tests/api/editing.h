/* editing.h - what tests of the catalogue's edits do all the time. */
#ifndef VH_TEST_EDITING_H
#define VH_TEST_EDITING_H

#include "harness/stack.h"

/* A request of the editor's; with an If-Match. */
struct answer *edit(const char *method, const char *path, const char *body);
struct answer *edit_if(const char *tag, const char *method, const char *path,
                       const char *body);

/* What is there now: with a token the gateway's cache is not asked. */
struct answer *seen(const char *path);

/* A new artist whose name begins so; its id. */
int64_t make_artist(const char *start);
const char *name_of(int64_t artist_id);

/* A new album of an artist by name; `more` are further members, each with a comma before
 * it. */
struct answer *make_album(const char *artist, const char *more);

/* How many albums the list of genres says there are; it is read past the cache. */
int64_t genre_count(const char *name);

#endif
