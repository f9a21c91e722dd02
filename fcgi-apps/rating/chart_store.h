/* chart_store.h - rated albums in the order of their scores: the only code that touches
 * `charts`. */
#ifndef VH_RATING_CHART_STORE_H
#define VH_RATING_CHART_STORE_H

#include "core/db.h"
#include "core/listing.h"

/* A place in a chart. */
struct placed {
    uint64_t id, album_id; /* the same: one to page by, one to show */
    int64_t rank, count;
    double weighted, mean, low, trend;
};

/* A year that a chart has albums of. */
struct chart_year {
    int64_t release_year;
};

extern const struct shape placed_shape, chart_year_shape;
extern const struct listing chart_listing;

/* A page of struct placed, ranked. Without years, or of one year or decade, it is a piece
   of one index; else the pieces of the decades that lie within, and of the years at the
   ends, merged: of any span no more than some thirty. 0 or -1. */
int chart_store_list(struct db *db, struct arena *arena, const struct query *query,
                     struct page *page);

/* Each is called once the sums it reads are as they are to be, and locked. 0 or -1. */

/* After ratings of one album came or went: `by` more than before of those given at
   `created_at` (RFC 3339). */
int chart_store_follow(struct db *db, uint64_t album_id, int64_t by,
                       const char *created_at);

/* After a rater's weight changed: all albums they have rated. */
int chart_store_follow_user(struct db *db, uint64_t user_id);

/* After an album's year or genres changed. */
int chart_store_follow_album(struct db *db, uint64_t album_id);

#endif
