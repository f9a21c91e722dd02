/* review_store.h - reviews, what they said before, and who likes them: the only code that
 * touches `reviews`, `review_edits`, `review_likes` and `usernames`. */
#ifndef VH_RATING_REVIEW_STORE_H
#define VH_RATING_REVIEW_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct review {
    uint64_t id, user_id, album_id;
    const char *username; /* NULL: the account is gone */
    const char *title, *content;
    int64_t rating; /* the author's of this album, half-stars; 0: none */
    int64_t likes, version;
    bool draft, hidden;
    const char *hidden_reason, *created_at, *updated_at;
};

/* The bodies of POST and PUT. */
struct review_body {
    uint64_t album_id;
    const char *title, *content;
    int64_t rating; /* 0: not said */
    bool draft;
};

/* What a published review said before it was changed. */
struct past_review {
    uint64_t id;
    int64_t version;
    const char *title, *content, *written_at, *ended_at;
};

extern const struct shape review_shape, review_body_shape, review_change_shape,
    past_review_shape;
extern const struct listing review_listing, review_history_listing;

/* A review as `caller_id` (0: nobody) may see it; `moderator`: with hidden ones. 1 and
 *out filled, 0 if there is none, -1 if the database failed (logged). */
int review_store_find(struct db *db, struct arena *arena, uint64_t id, uint64_t caller_id,
                      bool moderator, struct review *out);

/* The same, and the row is locked until the transaction ends. */
int review_store_lock(struct db *db, struct arena *arena, uint64_t id, uint64_t caller_id,
                      bool moderator, struct review *out);

/* The one review of a user for an album; returns as review_store_find. */
int review_store_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                         uint64_t album_id, struct review *out);

/* A page of struct review, those that query->caller_id may see; `moderator`: with hidden
   ones. 0 or -1. */
int review_store_list(struct db *db, struct arena *arena, const struct query *query,
                      bool moderator, struct page *page);

/* 0, DB_DUPLICATE if the user has one of this album, or -1. */
int review_store_add(struct db *db, uint64_t user_id, const struct review_body *body);

/* Each 0 or -1. What a published review said goes into its history. */
int review_store_set(struct db *db, const struct review *now,
                     const struct review_body *body);
int review_store_remove(struct db *db, uint64_t id);
int review_store_hide(struct db *db, uint64_t id, bool hidden, const char *reason);

/* A page of struct past_review, of the review that query->path_id names. 0 or -1. */
int review_store_history(struct db *db, struct arena *arena, const struct query *query,
                         struct page *page);

/* A second like is none, and neither is taking back what was not given. 0 or -1. */
int review_store_like(struct db *db, uint64_t id, uint64_t user_id);
int review_store_unlike(struct db *db, uint64_t id, uint64_t user_id);

/* The name that the user's reviews are shown with. 0 or -1. */
int review_store_name(struct db *db, uint64_t user_id, const char *username);

/* struct review, drafts and hidden ones too. 0 or -1. */
int review_store_all_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                             struct rows *rows);
int review_store_all_of_album(struct db *db, struct arena *arena, uint64_t album_id,
                              struct rows *rows);

/* What `id` says, kept in the history of `of`; a review given to another album. 0 or -1.
 */
int review_store_keep(struct db *db, uint64_t id, uint64_t of);
int review_store_move(struct db *db, uint64_t id, uint64_t into);

/* The user's name, likes, and what their reviews said before. 0 or -1. */
int review_store_forget_user(struct db *db, uint64_t user_id);

#endif
