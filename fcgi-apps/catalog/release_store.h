/* release_store.h - pressings: the only code that touches `releases`. */
#ifndef VH_CATALOG_RELEASE_STORE_H
#define VH_CATALOG_RELEASE_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct release {
    uint64_t id, album_id;
    const char *title;
    const char *label, *catno; /* of the first label */
    const char *country;
    const char *released; /* YYYY, YYYY-MM or YYYY-MM-DD */
    int64_t year;         /* 0: not known */
    const char *format;   /* the first's name */
    const char *formats;  /* one a line: 2 x Vinyl, LP, Album */
    const char *barcode;  /* digits */
    const char *notes;
};

extern const struct shape release_shape;
extern const struct listing release_listing;

/* 1 and *out filled (texts in the arena), 0 if there is none (*out untouched), -1 if the
 * database failed (logged). */
int release_store_find(struct db *db, struct arena *arena, uint64_t id,
                       struct release *out);

/* A page of struct release. 0 or -1. */
int release_store_list(struct db *db, struct arena *arena, struct query *query,
                       struct page *page);

/* Gives all pressings of an album to another. How many, or -1. */
int64_t release_store_move(struct db *db, uint64_t from, uint64_t to);

#endif
