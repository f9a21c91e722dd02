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

/* A page of the listing's rows. Where the query is walked (query->walk) and has filters
 * that the walk leaves open, so many rows are looked at and no more: if they do not fill
 * the page it is shorter, or empty, and has a cursor nevertheless. 0 or DB_FAILED. */
int listing_fetch(struct db *db, struct arena *arena, const struct query *query,
                  struct page *page);

/* Prepares every filter and sort once, so that a typo stops start-up rather than a
 * request. 0 or DB_FAILED. */
int listing_check(struct db *db, struct arena *arena, const struct listing *listing);

#endif
