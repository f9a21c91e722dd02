/* personal.h - what a service holds on somebody, so that it can be handed to them: each
 * service lists it by parts, and the user service puts them together. */
#ifndef VH_PERSONAL_H
#define VH_PERSONAL_H

#include <stddef.h>
#include <stdint.h>

#include "shape.h"

struct arena;
struct db;
struct request;

/* A kind of rows that belong to a user. */
struct personal {
    const char *name; /* "ratings" */
    /* The user's rows (first ?) after a position (second), in its order, as many as the
       third says: `position`, a number from 1, and `content`, a JSON object. */
    const char *sql;
    unsigned page; /* rows at a time: so many that they stay well below 4 MB */
};

struct personal_row {
    uint64_t position;
    const char *content;
};

extern const struct shape personal_row_shape;

/* For a part's SQL: a DATETIME(3) as RFC 3339. */
#define PERSONAL_TIME(column)                                                            \
    "CONCAT(LEFT(DATE_FORMAT(" column ", '%Y-%m-%dT%H:%i:%s.%f'), 23), 'Z')"

/* The next rows of a part: struct personal_row; fewer than part->page at its end. 0 or
 * -1. */
int personal_rows(struct db *db, struct arena *arena, const struct personal *part,
                  uint64_t user_id, uint64_t after, struct rows *rows);

/* GET /personal?user=: the names of the parts; with part= and after= the rows after a
   position, and the position to go on from, null at the end. */
int personal_feed(struct request *rq);
extern const struct listing personal_query;

#endif
