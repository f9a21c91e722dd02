/* recommend_newcomer.h - what to recommend to somebody who has rated little: the chart by
 * the lower end of the score, bent by preferences, spread over genres. */
#ifndef VH_RATING_RECOMMEND_NEWCOMER_H
#define VH_RATING_RECOMMEND_NEWCOMER_H

#include <stddef.h>
#include <stdint.h>

struct arena;
struct db;

struct newcomer_pick {
    uint64_t album_id;
    double weighted, score; /* its score; what it was ranked by */
};

/* At most `limit`, of `genre` unless that is NULL, best first; in the arena. 0 or -1 (the
 * database, or memory). */
int newcomer_picks(struct db *db, struct arena *arena, uint64_t user_id,
                   const char *genre, unsigned limit, const struct newcomer_pick **out,
                   size_t *count);

#endif
