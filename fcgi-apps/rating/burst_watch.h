/* burst_watch.h - holding ratings out of the score, and letting them in again. */
#ifndef VH_RATING_BURST_WATCH_H
#define VH_RATING_BURST_WATCH_H

#include "rating/burst_store.h"
#include "rating/rating_store.h"

struct request;

/* After a rating was given or changed, its album's sums locked: holds it if it belongs to
   a burst, or with those before it if with it they are one. 0 or -1. */
int burst_watch(struct request *rq, const struct rating *rating);

/* Puts a burst's ratings into the score, or out of it again; the album's sums are locked
   here. 0 or -1. */
int burst_release(struct request *rq, const struct burst_row *burst);
int burst_hold_again(struct request *rq, const struct burst_row *burst);

#endif
