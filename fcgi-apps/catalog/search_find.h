/* search_find.h - the search itself: best first across kinds, forgiving. */
#ifndef VH_CATALOG_SEARCH_FIND_H
#define VH_CATALOG_SEARCH_FIND_H

#include "catalog/search_gather.h"
#include "core/listing.h"

struct search_wish {
    const char *text;
    unsigned kinds; /* a bit (1 << kind) for each that is wanted */
    size_t limit;
};

struct search_answer {
    struct search_document *documents; /* best first */
    size_t count;
    struct search_asked asked; /* what was searched for in the end */
    const char *suggestion;    /* the words as they were corrected; NULL: they were not */
};

/* 0 or DB_FAILED. */
int search_find(struct db *db, struct arena *arena, const struct search_wish *wish,
                struct search_answer *answer);

/* A list's `q`, where it is given: binds the ids of what it finds of the kind, the best
   known SEARCH_LISTED at most, to that filter (SEARCH_FILTER). Each word must be there,
   the last as a beginning; nothing is corrected. 0 or DB_FAILED. */
int search_filter(struct db *db, struct arena *arena, struct query *query,
                  enum search_kind kind);
enum { SEARCH_LISTED = 10000 };
#define SEARCH_FILTER(id)                                                                \
    FILTER("q", BY_TEXT,                                                                 \
           id " IN (SELECT w.id FROM JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED "  \
              "PATH '$')) w)")

#endif
