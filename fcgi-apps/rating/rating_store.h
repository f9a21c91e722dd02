/* rating_store.h - ratings: what they were before: the only code that touches `ratings`
 * and `rating_history`. */
#ifndef VH_RATING_RATING_STORE_H
#define VH_RATING_RATING_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct rating {
    uint64_t id, user_id, album_id;
    int64_t rating; /* half-stars: 1 is 0.5 stars, 10 is 5 */
    const char *created_at, *updated_at;
    uint64_t held; /* the burst that keeps it out of the score; 0: it counts */
};

/* A value that a rating had before. */
struct past_rating {
    uint64_t id;
    int64_t rating; /* half-stars */
    const char *given_at, *ended_at;
};

/* The bodies of POST and PUT. */
struct rating_body {
    uint64_t album_id;
    int64_t rating;
};

extern const struct shape rating_shape, rating_body_shape, rating_change_shape,
    past_rating_shape;
extern const struct listing rating_listing, rating_history_listing;

/* A rating that `caller_id` (0: nobody) may see. 1 and *out filled, 0 if there is none,
   -1 if the database failed (logged). */
int rating_store_find(struct db *db, struct arena *arena, uint64_t id, uint64_t caller_id,
                      struct rating *out);

/* The one rating of a user for an album; returns as rating_store_find. */
int rating_store_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                         uint64_t album_id, struct rating *out);

/* The same, and the row is locked until the transaction ends. */
int rating_store_lock(struct db *db, struct arena *arena, uint64_t id, uint64_t caller_id,
                      struct rating *out);
int rating_store_lock_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                              uint64_t album_id, struct rating *out);

/* struct rating: all of a user's, locked; all of an album's, as they are seen. 0 or -1.
 */
int rating_store_lock_all_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                                  struct rows *rows);
int rating_store_all_of_album(struct db *db, struct arena *arena, uint64_t album_id,
                              struct rows *rows);

/* Of a rating that has been taken back: its id, user and album. */
int rating_store_find_past(struct db *db, struct arena *arena, uint64_t id,
                           struct rating *out);

/* A page of struct past_rating, of the caller's ratings of the album that
   query->path_id names. 0 or -1. */
int rating_store_history(struct db *db, struct arena *arena, const struct query *query,
                         struct page *page);

/* A page of struct rating, those that query->caller_id may see. 0 or -1. */
int rating_store_list(struct db *db, struct arena *arena, const struct query *query,
                      struct page *page);

/* 0, DB_DUPLICATE if the user has rated the album, or -1. */
int rating_store_add(struct db *db, uint64_t user_id, uint64_t album_id,
                     int64_t half_stars);

/* What it was goes into its history. 0 or -1. */
int rating_store_set(struct db *db, uint64_t id, int64_t half_stars);
int rating_store_remove(struct db *db, uint64_t id);

/* Gives a rating, and what ratings of an album were before, to another album. 0 or -1. */
int rating_store_move(struct db *db, uint64_t id, uint64_t into);
int rating_store_move_history(struct db *db, uint64_t from, uint64_t into);

/* What a user's ratings were before. 0 or -1. */
int rating_store_forget_user(struct db *db, uint64_t user_id);

#endif
