/* label_store.h - record labels: the only code that touches `labels`. */
#ifndef VH_CATALOG_LABEL_STORE_H
#define VH_CATALOG_LABEL_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct label {
    uint64_t id;
    const char *name, *profile, *parent_label;
    int64_t release_count;
};

extern const struct shape label_shape;
extern const struct listing label_listing;

/* 1 and *out filled (texts in the arena), 0 if there is none (*out untouched), -1 if the
 * database failed (logged). */
int label_store_find(struct db *db, struct arena *arena, uint64_t id, struct label *out);

/* A page of struct label. 0 or -1. */
int label_store_list(struct db *db, struct arena *arena, struct query *query,
                     struct page *page);

#endif
