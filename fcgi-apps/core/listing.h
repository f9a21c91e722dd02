/* listing.h - a page of a list: the statement put together from a listing's constant
 * pieces, its rows, and the cursor that goes on after them. Paging is by key: a page
 * costs what the first costs, however far on. */
#ifndef VH_LISTING_H
#define VH_LISTING_H

#include "query.h"

/* Rows of a page at most. */
#define LISTING_MOST 100

struct page {
    struct rows rows;
    const char *next_cursor; /* NULL: the end */
};

/* A page of the listing's rows. 0 or DB_FAILED. */
int listing_fetch(struct db *db, struct arena *arena, const struct query *query,
                  struct page *page);

/* Rows of a statement that ends in `column IN`, for up to LISTING_MOST ids. 0 or
 * DB_FAILED. */
int listing_of_ids(struct db *db, struct arena *arena, const char *select,
                   const struct shape *row, const uint64_t *ids, size_t count,
                   struct rows *rows);

/* Prepares every filter and sort once, so that a typo stops start-up rather than a
 * request. 0 or DB_FAILED. */
int listing_check(struct db *db, struct arena *arena, const struct listing *listing);

#endif
