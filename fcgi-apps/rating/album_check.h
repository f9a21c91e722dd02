/* album_check.h - whether an album exists: known here, or asked of the catalogue, once.
 */
#ifndef VH_RATING_ALBUM_CHECK_H
#define VH_RATING_ALBUM_CHECK_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

struct arena;
struct db;
struct request;

/* False after answering: 422 on the field album_id, or 503. */
bool album_check(struct request *rq, uint64_t album_id);

/* Keeps what the catalogue says of an album, in an answer or in an event: artist_id,
   release_year and genres. 0 or -1. */
int album_learn(struct db *db, struct arena *arena, uint64_t album_id,
                const json_t *told);

#endif
