/* shape.h - a struct described once: from the description it is read from a JSON body,
 * bound to a database row, and written as JSON.
 *
 *     static const struct field rating_fields[] = {
 *         FIELD(struct rating, id, FIELD_ID),
 *         FIELD(struct rating, rating, FIELD_HALF_STARS, .flags = REQUIRED),
 *     };
 *     const struct shape rating_shape = SHAPE(struct rating, rating_fields);
 */
#ifndef VH_SHAPE_H
#define VH_SHAPE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* The C type of the member, its column and its JSON. */
enum field_type {
    FIELD_ID,    /* uint64_t; a positive integer; 0 is null */
    FIELD_COUNT, /* int64_t; integer */
    FIELD_MAYBE, /* int64_t; integer; a null column is -1, which is shown as null */
    FIELD_YEAR,  /* int64_t; integer; 0 is null */
    FIELD_REAL,  /* double; number; NaN is null; min and max bound it as an integer */
    FIELD_SCORE, /* double; number to four places; 0 is null: no rating is 0 */
    FIELD_HALF_STARS, /* int64_t, 1 to 10; a number of stars from 0.5 to 5 in steps of
                         0.5; 0 is null */
    FIELD_MONEY,      /* int64_t, thousandths; a number with 3 decimals at most; a null
                         column is -1, which is shown as null */
    FIELD_BOOL,       /* bool */
    FIELD_TEXT,       /* const char *; string or null; min and max count characters */
    FIELD_DATE,       /* const char *; a day of the calendar, as 2026-11-24 */
    FIELD_CHOICE,     /* const char *; one of `choices` */
    FIELD_TIME,       /* const char *; DATETIME(3) in UTC as RFC 3339 */
    FIELD_LINES,  /* const char *, one value a line, each ended by a newline (a column may
                     leave out the last one); array of strings; max bounds the array,
                     `each` the strings */
    FIELD_BYTES,  /* unsigned char [max]; rows only */
    FIELD_ROWS,   /* struct rows, each of the shape `rows`; array of objects; min and
                     max bound the array; absent from a body or null: items is NULL */
    FIELD_JSON,   /* const char *, JSON in a column; shown as it is; written only */
    FIELD_BLOB,   /* struct blob; rows only */
    FIELD_RECORD, /* const void * of the shape `rows`, or NULL; object or null; written
                     only */
};

enum field_flag {
    REQUIRED = 1, /* in a body: must be there and not null */
    HIDDEN = 2,   /* never written as JSON */
    ONE_LINE = 4, /* a text in a body: no line's end or tab, and not blank */
    ROW_ONLY = HIDDEN,
};

struct field {
    const char *name;
    enum field_type type;
    size_t offset;
    unsigned flags;
    int64_t min, max; /* of a number; characters of a text; elements of an array; 0, 0: no
                         bound but the type's own */
    int64_t each;     /* of FIELD_LINES: characters of one */
    const char
        *allowed; /* of a text: the only characters it may hold, as strspn takes them */
    const char *choices; /* of a FIELD_CHOICE: the words, spaces between */
    const struct shape *rows;
};

struct shape {
    const struct field *fields;
    size_t count, size;
    size_t body_most; /* bytes of the JSON it may be read from; 0: 64 KB */
    /* Of a body that is not JSON: the media types it may have, spaces between. It has no
       fields; the handler finds it in rq->content. */
    const char *media;
};

/* Bytes in an arena. */
struct blob {
    const void *at;
    size_t length;
};

#define FIELD(record, member, kind, ...)                                                 \
    {                                                                                    \
        .name = #member, .type = kind, .offset = offsetof(record, member), ##__VA_ARGS__ \
    }
#define SHAPE(record, table)                                                             \
    {                                                                                    \
        .fields = table, .count = sizeof table / sizeof *table, .size = sizeof(record)   \
    }

/* An array of `count` records in an arena. */
struct rows {
    void *items;
    size_t count;
};

const struct field *shape_find(const struct shape *shape, const char *name);

/* The record as a JSON object, its members in the order of the description; new
 * reference, NULL if memory is out. */
json_t *shape_to_json(const struct shape *shape, const void *record);

/* An array of them. */
json_t *rows_to_json(const struct shape *shape, const struct rows *rows);

/* Reads the object `body` into `*record` (zeroed first; texts are copied to the arena).
   Returns NULL if all is right, or an array of {"field", "code", "detail"}, one for each
   thing that is wrong: unknown, required, type, range, length, characters. What is wrong
   in an array's element is named with its place: "artists[1].id". */
json_t *shape_from_json(const struct shape *shape, const json_t *body,
                        struct arena *arena, void *record);

/* Of a FIELD_MONEY: thousandths in one, and the most it may be. */
#define MONEY_UNIT 1000
#define MONEY_MOST INT64_C(9999999999)

/* A day of the calendar, from 1000-01-01 to 9999-12-31. */
bool text_is_date(const char *text);

/* Whether it is one of the words of `choices`, which have spaces between. */
bool text_is_among(const char *text, const char *choices);

/* Characters (code points) of a UTF-8 text. */
size_t text_characters(const char *text);
bool text_is_utf8(const char *text);

#endif
