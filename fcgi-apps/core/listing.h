/* listing.h - a page of a list: the statement put together from a listing's constant
 * pieces, its rows, and the cursor that goes on after them. Paging is by key: a page
 * costs what the first costs, however far on. */
#ifndef VH_LISTING_H
#define VH_LISTING_H

#include "query.h"

struct page {
    struct rows rows;
    const char *next_cursor; /* NULL: the end */
};

/* The rows of one page, and one more where there is one: listing_page takes that off
   again. What a listing's wrapping adds (credits joined to albums) is still to be folded.
   0 or DB_FAILED. */
int listing_rows(struct db *db, struct arena *arena, const struct query *query,
                 struct rows *rows);

/* Cuts `rows` (one record each, folded) to the page and makes its cursor. 0, or DB_FAILED
 * if memory is out. */
int listing_page(const struct query *query, struct arena *arena, const struct rows *rows,
                 struct page *page);

/* Both, for a listing without wrapping. */
int listing_fetch(struct db *db, struct arena *arena, const struct query *query,
                  struct page *page);

/* Prepares every filter and sort once, so that a typo stops start-up rather than a
 * request. 0 or DB_FAILED. */
int listing_check(struct db *db, struct arena *arena, const struct listing *listing);

#endif
