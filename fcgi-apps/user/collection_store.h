/* collection_store.h - copies that people own, want or have sold: the only code that
 * touches `collection_items`. */
#ifndef VH_USER_COLLECTION_STORE_H
#define VH_USER_COLLECTION_STORE_H

#include "core/db.h"
#include "core/listing.h"

/* The album as an item shows it. */
struct item_album {
    uint64_t id;
    const char *title, *artist;
    int64_t release_year;
    const char *cover_url;
};

struct item {
    uint64_t id, user_id;
    const struct item_album *album;
    uint64_t album_id, release_id; /* 0: no pressing is named */
    const char *status, *media_condition, *sleeve_condition;
    int64_t purchase_price; /* thousandths; -1: none */
    const char *currency, *acquired_on, *location, *notes;
    const char *created_at, *updated_at;
    int64_t version;
    /* of the known album */
    const char *title, *artist, *cover_url;
    int64_t release_year, stale;
    bool deleted, due; /* due: what is known of the album is old, and to be asked anew */
};

/* The body of POST and PUT. */
struct item_body {
    uint64_t album_id, release_id;
    const char *status, *media_condition, *sleeve_condition;
    int64_t purchase_price;
    const char *currency, *acquired_on, *location, *notes;
};

/* What somebody has of an album. */
struct copies {
    uint64_t user_id;
    int64_t owned, wanted;
};

/* A part of what a collection comes to: `copies` under a name, or an amount of money. */
struct share {
    const char *part, *name;
    int64_t copies, amount;
};

extern const struct shape item_shape, item_body_shape, copies_shape, share_shape;

/* One's own, and what others see of it: no price, place or notes. */
extern const struct listing collection_listing, public_collection_listing;

/* A copy of this user's, its row locked (nobody else changes it until the transaction
   ends) or not. 1 and *out filled, 0 if there is none, -1 if the database failed
   (logged). */
int collection_store_find(struct db *db, struct arena *arena, uint64_t id,
                          uint64_t user_id, struct item *out);
int collection_store_lock(struct db *db, struct arena *arena, uint64_t id,
                          uint64_t user_id, struct item *out);

/* A page of struct item of query->caller_id, whoever calls. 0 or -1. */
int collection_store_list(struct db *db, struct arena *arena, const struct query *query,
                          struct page *page);

/* The album must be known. The new id in *id. 0 or -1. */
int collection_store_add(struct db *db, uint64_t user_id, const struct item_body *body,
                         uint64_t *id);
int collection_store_change(struct db *db, uint64_t id, const struct item_body *body);
int collection_store_remove(struct db *db, uint64_t id);

/* How many copies of an album a user owns and wants. 0 or -1. */
int collection_store_count(struct db *db, struct arena *arena, uint64_t user_id,
                           uint64_t album_id, struct copies *out);

/* Everybody who has copies of an album: struct copies. 0 or -1. */
int collection_store_holders(struct db *db, struct arena *arena, uint64_t album_id,
                             struct rows *out);

/* All copies of an album are of another from now on. 0 or -1. */
int collection_store_move(struct db *db, uint64_t album_id, uint64_t into);

/* What a user's collection comes to: struct share. 0 or -1. */
int collection_store_shares(struct db *db, struct arena *arena, uint64_t user_id,
                            struct rows *out);

#endif
