/* shape_read.c - reading a JSON body into a described struct, and saying all that is
 * wrong with it. */
#include "shape_reading.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "arena.h"

#include "banned.h"

/* Whether an array has a number of elements that its field takes. */
static bool has_room(struct reading *reading, const struct field *field,
                     const json_t *value)
{
    int64_t count = (int64_t)json_array_size(value);

    if (count >= field->min && (field->max == 0 || count <= field->max))
        return true;
    reading_wrong(
        reading, field->name, "length",
        count < field->min
            ? arena_printf(reading->arena, "must have at least %" PRId64 " elements",
                           field->min)
            : arena_printf(reading->arena, "must have at most %" PRId64 " elements",
                           field->max));
    return false;
}

/* Whether each element is a string of one line; *room is what they take, each with the
 * newline that ends it. */
static bool check_lines(struct reading *reading, const struct field *field,
                        const json_t *value, size_t *room)
{
    const json_t *line;
    size_t i;

    *room = 1;
    json_array_foreach((json_t *)(uintptr_t)value, i, line)
    {
        if (!json_is_string(line) || strpbrk(json_string_value(line), "\r\n") != NULL ||
            strlen(json_string_value(line)) != json_string_length(line)) {
            reading_wrong_type(reading, field, "an array of strings of one line each");
            return false;
        }
        reading_check_text(reading, field, json_string_value(line), field->each);
        *room += json_string_length(line) + 1;
    }
    return true;
}

static void read_lines(struct reading *reading, const struct field *field,
                       const json_t *value, const char **out)
{
    const json_t *line;
    size_t i, room;
    char *to;

    if (!json_is_array(value)) {
        reading_wrong_type(reading, field, "an array of strings");
        return;
    }
    if (!has_room(reading, field, value))
        return;
    if (!check_lines(reading, field, value, &room))
        return;
    *out = to = arena_alloc(reading->arena, room);
    if (to == NULL)
        reading_wrong(reading, field->name, "memory", "out of memory");
    json_array_foreach((json_t *)(uintptr_t)value, i, line)
    {
        if (to == NULL)
            return;
        to = mempcpy(to, json_string_value(line), json_string_length(line));
        *to++ = '\n';
    }
}

static void read_object(struct reading *reading, const struct shape *shape,
                        const json_t *object, void *record);

static void read_rows(struct reading *reading, const struct field *field,
                      const json_t *value, struct rows *out)
{
    const struct shape *shape = field->rows;
    struct place place = {reading->within, field->name, 0};
    size_t count = json_array_size(value);

    if (!json_is_array(value)) {
        reading_wrong_type(reading, field, "an array of objects");
        return;
    }
    if (!has_room(reading, field, value))
        return;
    out->items = arena_alloc(reading->arena, (count + 1) * shape->size);
    if (out->items == NULL) {
        reading_wrong(reading, field->name, "memory", "out of memory");
        return;
    }
    out->count = count;
    reading->within = &place;
    for (; place.index < count; place.index++) {
        const json_t *element = json_array_get(value, place.index);

        if (json_is_object(element))
            read_object(reading, shape, element,
                        (char *)out->items + place.index * shape->size);
        else
            reading_wrong(reading, NULL, "type", "must be an object");
    }
    reading->within = place.outer;
}

static void read_field(struct reading *reading, const struct field *field,
                       const json_t *value, void *at)
{
    switch (field->type) {
    case FIELD_LINES:
        read_lines(reading, field, value, at);
        break;
    case FIELD_ROWS:
        read_rows(reading, field, value, at);
        break;
    case FIELD_SCORE:
    case FIELD_TIME:
    case FIELD_BYTES:
    case FIELD_BLOB:
    case FIELD_JSON:
    case FIELD_RECORD:
        break; /* never part of a body's shape */
    default:
        reading_value(reading, field, value, at);
        break;
    }
}

static void refuse_unknown(struct reading *reading, const struct shape *shape,
                           const json_t *body)
{
    const char *name;
    json_t *value;

    json_object_foreach((json_t *)(uintptr_t)body, name,
                        value) if (shape_find(shape, name) == NULL)
        reading_wrong(reading, name, "unknown", "is no member of this resource");
}

static void read_object(struct reading *reading, const struct shape *shape,
                        const json_t *object, void *record)
{
    memset(record, 0, shape->size);
    refuse_unknown(reading, shape, object);
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        const json_t *value = json_object_get(object, field->name);
        void *at = (char *)record + field->offset;

        if (field->type == FIELD_MAYBE || field->type == FIELD_MONEY)
            *(int64_t *)at = -1;
        else if (field->type == FIELD_REAL)
            *(double *)at = NAN;
        if (value != NULL && !json_is_null(value))
            read_field(reading, field, value, at);
        else if ((field->flags & REQUIRED) != 0)
            reading_wrong(reading, field->name, "required", "is required");
    }
}

json_t *shape_from_json(const struct shape *shape, const json_t *body,
                        struct arena *arena, void *record)
{
    struct reading reading = {.arena = arena};

    read_object(&reading, shape, body, record);
    return reading.errors;
}
