/* artist_store.h - artists: the only code that touches `artists`. */
#ifndef VH_CATALOG_ARTIST_STORE_H
#define VH_CATALOG_ARTIST_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct artist {
    uint64_t id;
    const char *name, *sort_name, *real_name, *biography;
    const char *genres; /* one a line */
    const char *image_url;
    int64_t album_count, version;
    const char *created_at, *updated_at;
};

extern const struct shape artist_shape;
extern const struct listing artist_listing;

/* 1 and *out filled (texts in the arena), 0 if there is none (*out untouched), -1 if the
 * database failed (logged). */
int artist_store_find(struct db *db, struct arena *arena, uint64_t id,
                      struct artist *out);

/* A page of struct artist. 0 or -1. */
int artist_store_list(struct db *db, struct arena *arena, const struct query *query,
                      struct page *page);

#endif
