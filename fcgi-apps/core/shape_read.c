/* shape_read.c - reading a JSON body into a described struct, and saying all that is
 * wrong with it. */
#include "shape.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "arena.h"

#include "banned.h"

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

/* "artists[1].id"; a `field` of NULL is the element itself, "artists[1]". */
static const char *full_name(struct reading *reading, const char *field)
{
    for (const struct place *at = reading->within; at != NULL; at = at->outer)
        field = arena_printf(reading->arena, "%s[%zu]%s%s", at->field, at->index,
                             field == NULL ? "" : ".", field == NULL ? "" : field);
    return field == NULL ? "" : field;
}

static void wrong(struct reading *reading, const char *field, const char *code,
                  const char *detail)
{
    json_t *error =
        json_pack("{s:s, s:s, s:s}", "field", full_name(reading, field), "code", code,
                  "detail", detail == NULL ? "out of memory" : detail);

    if (reading->errors == NULL)
        reading->errors = json_array();
    json_array_append_new(reading->errors, error);
}

static void wrong_type(struct reading *reading, const struct field *field,
                       const char *wanted)
{
    wrong(reading, field->name, "type",
          arena_printf(reading->arena, "must be %s", wanted));
}

static void read_integer(struct reading *reading, const struct field *field,
                         const json_t *value, int64_t *out)
{
    int64_t least = field->min, most = field->max;

    if (least == 0 && most == 0) {
        least = field->type == FIELD_ID;
        most = INT64_C(9007199254740991);
    }
    if (!json_is_integer(value)) {
        wrong_type(reading, field, "an integer");
        return;
    }
    *out = json_integer_value(value);
    if (*out < least || *out > most)
        wrong(reading, field->name, "range",
              arena_printf(reading->arena, "must be from %" PRId64 " to %" PRId64, least,
                           most));
}

static void read_real(struct reading *reading, const struct field *field,
                      const json_t *value, double *out)
{
    bool bounded = field->min != 0 || field->max != 0;

    if (!json_is_number(value)) {
        wrong_type(reading, field, "a number");
        return;
    }
    *out = json_number_value(value);
    if (bounded && (*out < (double)field->min || *out > (double)field->max))
        wrong(reading, field->name, "range",
              arena_printf(reading->arena, "must be from %" PRId64 " to %" PRId64,
                           field->min, field->max));
}

static void read_half_stars(struct reading *reading, const struct field *field,
                            const json_t *value, int64_t *out)
{
    double twice = json_number_value(value) * 2;

    if (!json_is_number(value)) {
        wrong_type(reading, field, "a number of stars");
        return;
    }
    if (twice < 1 || twice > 10 || twice != floor(twice)) {
        wrong(reading, field->name, "range", "must be from 0.5 to 5 in steps of 0.5");
        return;
    }
    *out = (int64_t)twice;
}

/* A control character other than a line's end or a tab has no place in a text that people
 * read. */
static bool holds_control(const char *text)
{
    for (; *text != '\0'; text++)
        if (((unsigned char)*text < 0x20 && strchr("\t\n\r", *text) == NULL) ||
            *text == 0x7f)
            return true;
    return false;
}

static void check_text(struct reading *reading, const struct field *field,
                       const char *text, int64_t most)
{
    int64_t length = (int64_t)text_characters(text);

    if (most != 0 && (length < field->min || length > most))
        wrong(reading, field->name, "length",
              arena_printf(reading->arena,
                           "must have %" PRId64 " to %" PRId64 " characters", field->min,
                           most));
    else if (field->allowed != NULL && text[strspn(text, field->allowed)] != '\0')
        wrong(reading, field->name, "characters",
              "holds a character that is not allowed here");
    else if (holds_control(text))
        wrong(reading, field->name, "characters", "holds a control character");
    else if ((field->flags & ONE_LINE) != 0 && strpbrk(text, "\t\r\n") != NULL)
        wrong(reading, field->name, "characters", "must be one line");
    else if ((field->flags & ONE_LINE) != 0 && text[strspn(text, " ")] == '\0')
        wrong(reading, field->name, "length", "must not be blank");
}

static void read_text(struct reading *reading, const struct field *field,
                      const json_t *value, const char **out)
{
    if (!json_is_string(value)) {
        wrong_type(reading, field, "a string");
        return;
    }
    if (strlen(json_string_value(value)) != json_string_length(value)) {
        wrong(reading, field->name, "characters", "holds a NUL character");
        return;
    }
    check_text(reading, field, json_string_value(value), field->max);
    *out = arena_strdup(reading->arena, json_string_value(value));
    if (*out == NULL)
        wrong(reading, field->name, "memory", "out of memory");
}

/* Whether an array has a number of elements that its field takes. */
static bool has_room(struct reading *reading, const struct field *field,
                     const json_t *value)
{
    int64_t count = (int64_t)json_array_size(value);

    if (count >= field->min && (field->max == 0 || count <= field->max))
        return true;
    wrong(reading, field->name, "length",
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
            wrong_type(reading, field, "an array of strings of one line each");
            return false;
        }
        check_text(reading, field, json_string_value(line), field->each);
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
        wrong_type(reading, field, "an array of strings");
        return;
    }
    if (!has_room(reading, field, value))
        return;
    if (!check_lines(reading, field, value, &room))
        return;
    *out = to = arena_alloc(reading->arena, room);
    if (to == NULL)
        wrong(reading, field->name, "memory", "out of memory");
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
        wrong_type(reading, field, "an array of objects");
        return;
    }
    if (!has_room(reading, field, value))
        return;
    out->items = arena_alloc(reading->arena, (count + 1) * shape->size);
    if (out->items == NULL) {
        wrong(reading, field->name, "memory", "out of memory");
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
            wrong(reading, NULL, "type", "must be an object");
    }
    reading->within = place.outer;
}

static void read_field(struct reading *reading, const struct field *field,
                       const json_t *value, void *at)
{
    switch (field->type) {
    case FIELD_ID:
    case FIELD_COUNT:
    case FIELD_MAYBE:
    case FIELD_YEAR:
        read_integer(reading, field, value, at);
        break;
    case FIELD_REAL:
        read_real(reading, field, value, at);
        break;
    case FIELD_HALF_STARS:
        read_half_stars(reading, field, value, at);
        break;
    case FIELD_BOOL:
        if (json_is_boolean(value))
            *(bool *)at = json_is_true(value);
        else
            wrong_type(reading, field, "true or false");
        break;
    case FIELD_TEXT:
        read_text(reading, field, value, at);
        break;
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
    }
}

static void refuse_unknown(struct reading *reading, const struct shape *shape,
                           const json_t *body)
{
    const char *name;
    json_t *value;

    json_object_foreach((json_t *)(uintptr_t)body, name,
                        value) if (shape_find(shape, name) == NULL)
        wrong(reading, name, "unknown", "is no member of this resource");
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

        if (field->type == FIELD_MAYBE)
            *(int64_t *)at = -1;
        else if (field->type == FIELD_REAL)
            *(double *)at = NAN;
        if (value != NULL && !json_is_null(value))
            read_field(reading, field, value, at);
        else if ((field->flags & REQUIRED) != 0)
            wrong(reading, field->name, "required", "is required");
    }
}

json_t *shape_from_json(const struct shape *shape, const json_t *body,
                        struct arena *arena, void *record)
{
    struct reading reading = {.arena = arena};

    read_object(&reading, shape, body, record);
    return reading.errors;
}
