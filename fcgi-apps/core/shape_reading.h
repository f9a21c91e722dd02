/* shape_reading.h - reading one body: what is wrong so far, and the values that are no
 * arrays; between shape_read.c and shape_values.c. */
#ifndef VH_SHAPE_READING_H
#define VH_SHAPE_READING_H

#include "shape.h"

/* An element of an array, and the element that its array belongs to. */
struct place {
    const struct place *outer;
    const char *field;
    size_t index;
};

struct reading {
    struct arena *arena;
    json_t *errors;             /* NULL until the first */
    const struct place *within; /* NULL: the body itself */
};

/* Notes what is wrong with a member; `field` NULL: with the element itself. */
void reading_wrong(struct reading *reading, const char *field, const char *code,
                   const char *detail);
void reading_wrong_type(struct reading *reading, const struct field *field,
                        const char *wanted);

/* Length (up to `most` characters) and characters of a text. */
void reading_check_text(struct reading *reading, const struct field *field,
                        const char *text, int64_t most);

/* Reads a value that is neither array nor object. */
void reading_value(struct reading *reading, const struct field *field,
                   const json_t *value, void *at);

#endif
