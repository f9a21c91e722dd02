/* things.h - a list that takes a filter of every kind and is sorted by every kind of key.
 */
#ifndef VH_FUZZ_THINGS_H
#define VH_FUZZ_THINGS_H

#include "core/query.h"

#define ID_MOST 9007199254740991

struct thing {
    uint64_t id;
    int64_t count;
    double real;
    const char *text, *time;
};

static const struct field thing_fields[] = {
    FIELD(struct thing, id, FIELD_ID),     FIELD(struct thing, count, FIELD_COUNT),
    FIELD(struct thing, real, FIELD_REAL), FIELD(struct thing, text, FIELD_TEXT),
    FIELD(struct thing, time, FIELD_TIME),
};
static const struct shape thing_shape = SHAPE(struct thing, thing_fields);

/* The bounds of ids and stars are for who checks: their kinds have their own. */
static const struct filter thing_filters[] = {
    {"q",      BY_TEXT,   "x", 0,    0,       false},
    {"name",   BY_TEXT,   "x", 0,    0,       false},
    {"id",     BY_ID,     "x", 1,    ID_MOST, false},
    {"year",   BY_INT,    "x", -5,   9999,    false},
    {"score",  BY_REAL,   "x", -0.5, 5e9,     false},
    {"stars",  BY_STARS,  "x", 1,    10,      false},
    {"digits", BY_DIGITS, "x", 0,    0,       false},
    {"ids",    BY_IDS,    "x", 0,    0,       false},
};

static const struct sort thing_sorts[] = {
    {"text",  "x", "text",  KEY_TEXT},
    {"count", "x", "count", KEY_INT },
    {"real",  "x", "real",  KEY_REAL},
    {"time",  "x", "time",  KEY_TIME},
};

static const struct listing things = {
    .plural = "things", FILTERS(thing_filters), SORTS(thing_sorts), .row = &thing_shape};

#endif
