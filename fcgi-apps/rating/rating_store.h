/* rating_store.h - ratings: the only code that touches `ratings`. */
#ifndef VH_RATING_RATING_STORE_H
#define VH_RATING_RATING_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct rating {
    uint64_t id, user_id, album_id;
    int64_t rating; /* half-stars: 1 is 0.5 stars, 10 is 5 */
    const char *created_at, *updated_at;
};

/* The bodies of POST and PUT. */
struct rating_body {
    uint64_t album_id;
    int64_t rating;
};

extern const struct shape rating_shape, rating_body_shape, rating_change_shape;
extern const struct listing rating_listing;

/* A rating that `caller_id` (0: nobody) may see. 1 and *out filled, 0 if there is none,
   -1 if the database failed (logged). */
int rating_store_find(struct db *db, struct arena *arena, uint64_t id, uint64_t caller_id,
                      struct rating *out);

/* The one rating of a user for an album; returns as rating_store_find. */
int rating_store_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                         uint64_t album_id, struct rating *out);

/* A page of struct rating, those that query->caller_id may see. 0 or -1. */
int rating_store_list(struct db *db, struct arena *arena, const struct query *query,
                      struct page *page);

/* 0, DB_DUPLICATE if the user has rated the album, or -1. */
int rating_store_add(struct db *db, uint64_t user_id, uint64_t album_id,
                     int64_t half_stars);

/* 0 or -1. */
int rating_store_set(struct db *db, uint64_t id, int64_t half_stars);
int rating_store_remove(struct db *db, uint64_t id);

#endif
