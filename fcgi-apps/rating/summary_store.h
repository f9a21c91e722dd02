/* summary_store.h - what the ratings of an album and of the site come to: the only code
 * that touches `rating_summaries` and `rating_totals`. */
#ifndef VH_RATING_SUMMARY_STORE_H
#define VH_RATING_SUMMARY_STORE_H

#include "core/db.h"
#include "core/query.h"
#include "rating/score.h"

#define STEPS 10

struct summary {
    uint64_t album_id;
    int64_t n[STEPS]; /* ratings of 0.5, 1, ... 5 stars */
    struct score_sums sums;
    struct score_parameters site;
};

/* A change of one rating: half-stars before and after; 0: there is none. */
struct rating_change {
    uint64_t user_id, album_id, rating_id;
    int64_t before, after;
    int64_t weight;         /* the rater's, before the change */
    const char *created_at; /* of the rating */
    bool held;              /* kept out of all sums */
    bool stays;             /* the rater weighs what they weighed */
};

/* An album whose sums a change touches. */
struct summary_album {
    uint64_t album_id;
};

extern const struct shape summary_shape, summary_album_shape;
extern const struct listing summary_query;

/* Always fills *out: an album nobody has rated has zeros. 0 or -1. */
int summary_store_find(struct db *db, struct arena *arena, uint64_t album_id,
                       struct summary *out);

/* Locks the sums that a change touches, made if they are not there: the album's, or those
   of all the user's albums, always in the order of their ids, so that two changes at once
   wait for each other in one direction only. 0 or -1. */
int summary_store_lock(struct db *db, struct arena *arena,
                       const struct rating_change *change, bool all);

/* Locks the sums of an album if it has any. 0 or -1. */
int summary_store_lock_rated(struct db *db, struct arena *arena, uint64_t album_id);

/* struct summary of the albums that a user has rated, but for `without`. 0 or -1. */
int summary_store_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                          uint64_t without, struct rows *rows);

/* Takes a change into the album's and the site's sums, once they are locked. 0 or -1. */
int summary_store_add(struct db *db, const struct rating_change *change);

/* Gives all the ratings of a user that count another weight: `by` twentieths more. 0 or
 * -1. */
int summary_store_reweigh(struct db *db, uint64_t user_id, int64_t by);

/* How many ratings, and their plain mean in stars (0 if there are none). */
int64_t summary_count(const struct summary *summary);
double summary_mean(const struct summary *summary);

#endif
