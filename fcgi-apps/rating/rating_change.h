/* rating_change.h - a rating given, changed or taken back, with all that follows from it
 * in the same transaction: its history, the sums, the rater's weight, charts, events. */
#ifndef VH_RATING_RATING_CHANGE_H
#define VH_RATING_RATING_CHANGE_H

#include "rating/rater_store.h"
#include "rating/rating_store.h"

struct request;

/* `rater` is of the user whose rating it is, locked. Of a request made for an event only
   its db, arena, caller and trace_id are read. */

/* 0 and *out filled, DB_DUPLICATE if the user has rated the album, or -1. */
int rating_change_add(struct request *rq, const struct rater *rater, uint64_t album_id,
                      int64_t half_stars, struct rating *out);

/* 0 or -1. The rating must have been read under the rater's lock and its own. */
int rating_change_set(struct request *rq, const struct rater *rater,
                      const struct rating *rating, int64_t half_stars);
int rating_change_remove(struct request *rq, const struct rater *rater,
                         const struct rating *rating);

/* Gives the rating to another album, which its user has not rated. 0 or -1. */
int rating_change_move(struct request *rq, const struct rater *rater,
                       const struct rating *rating, uint64_t into);

/* Gives or changes the caller's rating of an album, whichever it is; nothing if it is
   this one. 0 or -1. */
int rating_change_give(struct request *rq, uint64_t album_id, int64_t half_stars);

#endif
