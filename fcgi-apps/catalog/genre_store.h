/* genre_store.h - genres: the only code that touches `genres`. */
#ifndef VH_CATALOG_GENRE_STORE_H
#define VH_CATALOG_GENRE_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct genre {
    uint64_t id;
    const char *name;
    int64_t album_count;
};

extern const struct shape genre_shape;
extern const struct listing genre_listing;

/* A page of struct genre. 0 or -1. */
int genre_store_list(struct db *db, struct arena *arena, const struct query *query,
                     struct page *page);

#endif
