/* query.h - what may stand behind the question mark: a route's parameters, described
 * once.
 *
 * A listing's filters carry the piece of SQL they add, its sorts the column they order
 * by, so that one description serves the gate that refuses what is unknown or malformed
 * (400), the statement, and the cursor (listing.h). Constant pieces only: values are
 * always bound. */
#ifndef VH_QUERY_H
#define VH_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db.h"
#include "shape.h"

struct arena;

enum filter_kind {
    BY_ID,     /* a positive integer */
    BY_INT,    /* an integer from min to max */
    BY_STARS,  /* stars from 0.5 to 5 in half steps, bound as half-stars */
    BY_REAL,   /* a number from min to max */
    BY_TEXT,   /* 1 to 200 characters */
    BY_DIGITS, /* 1 to 200 characters, of which the digits count: a barcode as printed or
                  as scanned */
    BY_PARTS,  /* 1 to 200 characters, of whose words the first 10 count: the condition, a
                  LIKE, must hold for each */
    BY_CHOICE, /* one of `choices` */
    BY_IDS,    /* up to 100 ids with commas between */
};

struct filter {
    const char *name;
    enum filter_kind kind;
    const char *sql; /* a condition with one ? (BY_IDS: `column IN ` and the list is
                        added), `@` for the table that is walked; NULL: the handler uses
                        it */
    double min, max;
    bool required;
    const char *choices; /* of BY_CHOICE: the words, spaces between */
};

/* A row of a table of filters; what follows are bounds: .min = 1000, .max = 9999. */
#define FILTER(the_name, the_kind, the_sql, ...)                                         \
    {                                                                                    \
        .name = the_name, .kind = the_kind, .sql = the_sql, ##__VA_ARGS__                \
    }

enum sort_key { KEY_TEXT, KEY_INT, KEY_REAL, KEY_TIME };

struct sort {
    const char *name;   /* as in ?sort= */
    const char *column; /* not null; `@` stands for the table that is walked */
    const char *field;  /* of the row's shape, which holds the column's value */
    enum sort_key key;
};

/* A way to a listing's rows: a table that has their id and the columns of the sorts under
   the same names, and for each sort an index that gives the rows in its order. */
struct walk {
    char alias;         /* for each `@`; of a listing without walks there are none */
    const char *select; /* "SELECT ... FROM album_facets f" */
    const char
        *keys;       /* an index is named this and the sort's column; "" for that alone */
    const char *key; /* or one index for every sort, where rows are few; NULL: keys */
    const char *joined; /* what follows the index: " STRAIGHT_JOIN albums a ON ..." */
    const char *where;  /* what is walked of the table, with `arg_count` ?; NULL: all */
    struct db_arg args[2];
    size_t arg_count;
};

struct listing {
    const char
        *plural; /* the member of the answer: "albums"; NULL: no list, only parameters */
    const struct filter *filters;
    size_t filter_count;
    const struct sort
        *sorts; /* the first is the default; the id is always the last key */
    size_t sort_count;
    /* The name of a sort whose column is unique, or NULL: the id is no key of it, which
       would keep the database from its index. */
    const char *unique_sort;
    const char *select, *where; /* "SELECT ... FROM albums a", and a condition that always
                                   holds or NULL */
    char alias;                 /* of the table in `select`, for each `@` */
    const struct walk *walks;   /* that a query of it may take, for listing_check */
    size_t walk_count;
    bool where_caller; /* the condition has one ?, for the caller's id (0: nobody) */
    bool where_id;     /* the condition has one ?, after it, for the {id} of the path */
    const char *id_column;
    const struct shape *row; /* has a field `id` */
    bool descending;         /* by default */
    bool ranked; /* each sort is best first and knows no -; a cursor tells how many rows
                    came before it */
};

#define FILTERS(table) .filters = table, .filter_count = sizeof table / sizeof *table
#define SORTS(table) .sorts = table, .sort_count = sizeof table / sizeof *table
#define WALKS(table) .walks = table, .walk_count = sizeof table / sizeof *table

#define QUERY_FILTERS 20
#define QUERY_PARTS 10

/* What a walk does for a filter: nothing, and its rows are looked at one by one; it meets
   it, so that it needs no condition; or the condition is a range of the walk's index. */
enum way { WAY_OPEN, WAY_MET, WAY_RANGE };

/* What was asked. */
struct query {
    const struct listing *listing;
    uint64_t caller_id, path_id;
    struct {
        bool given;
        struct db_arg arg;
        const char *text;
        uint64_t *ids;
        size_t id_count;
        const char **parts; /* of BY_PARTS: patterns for LIKE */
        size_t part_count;
        enum way way;
    } values[QUERY_FILTERS];
    const struct walk *walk; /* NULL: the database chooses how */
    const struct sort *sort;
    bool descending;
    unsigned limit;
    bool continued; /* a cursor was given: rows after (after, after_id) */
    struct db_arg after;
    uint64_t after_id;
    uint64_t before; /* of a ranked listing: the rows of the pages before */
};

struct query_fault {
    const char *parameter;
    const char *detail;
    bool cursor; /* the cursor is at fault */
};

/* Reads `text` (what follows the question mark, may be NULL or ""). Texts live in the
   arena. False, and *fault filled, if something is unknown, given twice, malformed, out
   of range or missing. */
bool query_parse(const struct listing *listing, const char *text, struct arena *arena,
                 struct query *out, struct query_fault *fault);

/* The value of a filter by name: its arg, or NULL if it was not given. */
const struct db_arg *query_value(const struct query *query, const char *name);

/* The cursor that goes on after `record`, a row of the listing's; NULL if memory is out.
 */
char *query_cursor(const struct query *query, const void *record, struct arena *arena);

/* Reads a cursor into query->after. False if it is not one of ours for this sort and
 * these filters. */
bool query_resume(struct query *query, const char *cursor, struct arena *arena);

/* "OK Comp" -> "%OK%", "%Comp%" for LIKE, `most` of them at most; how many. */
size_t query_parts(const char *text, const char **out, size_t most, struct arena *arena);

#endif
