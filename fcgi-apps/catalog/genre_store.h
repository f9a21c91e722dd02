/* genre_store.h - genres and styles: the only code that touches `genres` and `styles`. */
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

/* A genre or style by its name: `statement` is GENRE_NAMED or STYLE_NAMED. 1 and *out
 * filled, 0, -1. */
int genre_store_named(struct db *db, struct arena *arena, int statement, const char *name,
                      struct genre *out);

/* How many albums of a genre there are more. 0 or -1. */
int genre_store_count(struct db *db, uint64_t id, int by);

#endif
