/* preference_store.h - how much a user wants of each genre: the only code that touches
 * `preferences`. */
#ifndef VH_RATING_PREFERENCE_STORE_H
#define VH_RATING_PREFERENCE_STORE_H

#include "core/db.h"

struct preference {
    const char *genre;
    double weight; /* -1: none of it, to 1 */
};

/* The body of PUT, and what GET shows. */
struct preferences {
    struct rows preferences; /* of struct preference, by genre */
};

extern const struct shape preference_shape, preferences_shape;

/* 0 or -1. */
int preference_store_list(struct db *db, struct arena *arena, uint64_t user_id,
                          struct preferences *out);

/* Puts these in the place of all there were. 0, DB_DUPLICATE if one genre is named twice
   (*at is the second one's index), or -1. */
int preference_store_replace(struct db *db, uint64_t user_id,
                             const struct preferences *now, size_t *at);

/* 0 or -1. */
int preference_store_forget_user(struct db *db, uint64_t user_id);

#endif
