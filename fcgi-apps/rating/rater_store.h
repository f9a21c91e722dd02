/* rater_store.h - how much each user's ratings weigh, whose are not shown, and since when
 * they have an account: the only code that touches `raters`, `private_users` and
 * `accounts`. */
#ifndef VH_RATING_RATER_STORE_H
#define VH_RATING_RATER_STORE_H

#include "core/db.h"

struct rater {
    uint64_t user_id;
    int64_t weight; /* twentieths: min(20, distinct artists rated) */
    bool leaves;    /* the account goes: the weight is counted no more */
};

extern const struct shape rater_shape;

/* Locks the user's row, made if it is not there, until the transaction ends: one change
   of a user's ratings at a time. 0 or -1. */
int rater_store_lock(struct db *db, struct arena *arena, uint64_t user_id,
                     struct rater *out);

/* Counts anew and keeps the weight. 0 or -1; *out is the weight now. */
int rater_store_weigh(struct db *db, struct arena *arena, uint64_t user_id,
                      struct rater *out);

/* A private user's ratings are listed to nobody else. 0 or -1. */
int rater_store_hide(struct db *db, uint64_t user_id, bool hidden);

/* 1 if so, 0 if not, -1. */
int rater_store_is_hidden(struct db *db, struct arena *arena, uint64_t user_id);

/* All that is kept of a user here, once their ratings are gone. 0 or -1. */
int rater_store_forget(struct db *db, uint64_t user_id);
int rater_store_unregister(struct db *db, uint64_t user_id);

/* `at` as in an event: RFC 3339. 0 or -1. */
int rater_store_register(struct db *db, uint64_t user_id, const char *at);

#endif
