/* album_store.h - albums: the only code that touches `albums`. */
#ifndef VH_CATALOG_ALBUM_STORE_H
#define VH_CATALOG_ALBUM_STORE_H

#include "core/db.h"
#include "core/listing.h"

/* A part of an album's credit. */
struct credit {
    uint64_t id;      /* 0: not a linked artist */
    const char *name; /* as printed */
    const char *join; /* what stands before the next part; NULL at the end */
};

struct album {
    uint64_t id;
    const char *title;
    const char *artist;  /* the credit as printed */
    const char *credits; /* its parts, one a line, as the table has them */
    uint64_t artist_id;
    struct rows artists; /* the same, of struct credit */
    int64_t release_year;
    const char *genre, *genres, *styles, *description, *cover_url;
    int64_t track_count, release_count;
    double average_rating, weighted_rating; /* stars; 0: none */
    int64_t rating_count, version;
    const char *created_at, *updated_at;
};

/* What an album's ratings come to, told by the rating service. */
struct album_score {
    uint64_t album_id;
    int64_t count;
    double mean, weighted;
};

extern const struct shape album_shape;
extern const struct listing album_listing;

/* 1 and *out filled (all in the arena), 0 if there is none (*out untouched), -1 if the
 * database failed (logged). */
int album_store_find(struct db *db, struct arena *arena, uint64_t id, struct album *out);

/* A page of struct album. 0 or -1. */
int album_store_list(struct db *db, struct arena *arena, const struct query *query,
                     struct page *page);

/* Sets the projected score; an album that is gone is passed over. 0 or -1. */
int album_store_score(struct db *db, const struct album_score *score);

#endif
