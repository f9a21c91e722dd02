/* record.h - a struct of every kind of field, for the tests of shape, query and cursor.
 */
#ifndef VH_TEST_RECORD_H
#define VH_TEST_RECORD_H

#include "core/shape.h"

struct part {
    uint64_t id;
    const char *name;
};

struct record {
    uint64_t id;
    int64_t count, maybe, year, stars;
    double real, score;
    bool flag;
    const char *text, *time, *lines, *secret;
    struct rows parts;
    const struct part *part;
};

extern const struct shape record_shape;

#endif
