/* listing_sql.h - the statement of a list, put together from a listing's constant pieces.
 */
#ifndef VH_LISTING_SQL_H
#define VH_LISTING_SQL_H

#include "query.h"

enum { LISTING_ARGUMENTS = QUERY_FILTERS + 120 };

/* Which part of a list. */
struct portion {
    uint64_t limit, offset;
    unsigned examined; /* rows of all tables after which the database stops; 0: none */
    const struct query *until; /* no row after (until->after, until->after_id); NULL: to
                                  the end */
    bool all;                  /* what is walked, whether it meets the filters or not */
};

struct listing_sql {
    const char *text;
    struct db_arg args[LISTING_ARGUMENTS];
    size_t count;
};

/* False if memory is out. */
bool listing_sql_make(struct arena *arena, const struct query *query,
                      const struct portion *portion, struct listing_sql *out);

#endif
