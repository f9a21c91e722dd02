/* shape.c - writing a described struct as JSON; reading one is shape_read.c. */
#include "shape.h"

#include <math.h>
#include <string.h>
#include <utf8proc.h>

#include "banned.h"

const struct field *shape_find(const struct shape *shape, const char *name)
{
    for (size_t i = 0; i < shape->count; i++)
        if (strcmp(shape->fields[i].name, name) == 0)
            return &shape->fields[i];
    return NULL;
}

static json_t *lines_to_json(const char *text)
{
    json_t *array = json_array();

    while (text != NULL && *text != '\0') {
        size_t length = strcspn(text, "\n");

        json_array_append_new(array, json_stringn(text, length));
        text += length + (text[length] == '\n');
    }
    return array;
}

static json_t *integer_or_null(int64_t value, int64_t null)
{
    return value == null ? json_null() : json_integer(value);
}

static json_t *text_or_null(const char *text)
{
    return text == NULL ? json_null() : json_string(text);
}

/* Numbers that need not be whole. */
static json_t *real_to_json(const struct field *field, const void *at)
{
    switch (field->type) {
    case FIELD_REAL:
        return isnan(*(const double *)at) ? json_null() : json_real(*(const double *)at);
    case FIELD_SCORE:
        return *(const double *)at == 0
                   ? json_null()
                   : json_real(round(*(const double *)at * 1e4) / 1e4);
    case FIELD_HALF_STARS:
        return *(const int64_t *)at == 0 ? json_null()
                                         : json_real((double)*(const int64_t *)at / 2);
    case FIELD_MONEY: /* to the last digit: json_dumps is told to write 15 */
        return *(const int64_t *)at == -1
                   ? json_null()
                   : json_real((double)*(const int64_t *)at / MONEY_UNIT);
    default:
        return NULL;
    }
}

static json_t *field_to_json(const struct field *field, const void *at)
{
    switch (field->type) {
    case FIELD_ID:
    case FIELD_YEAR:
        return integer_or_null(*(const int64_t *)at, 0);
    case FIELD_MAYBE:
        return integer_or_null(*(const int64_t *)at, -1);
    case FIELD_COUNT:
        return json_integer(*(const int64_t *)at);
    case FIELD_REAL:
    case FIELD_SCORE:
    case FIELD_HALF_STARS:
    case FIELD_MONEY:
        return real_to_json(field, at);
    case FIELD_BOOL:
        return json_boolean(*(const bool *)at);
    case FIELD_TEXT:
    case FIELD_DATE:
    case FIELD_CHOICE:
    case FIELD_TIME:
        return text_or_null(*(const char *const *)at);
    case FIELD_LINES:
        return lines_to_json(*(const char *const *)at);
    case FIELD_ROWS:
        return rows_to_json(field->rows, at);
    case FIELD_JSON:
        return *(const char *const *)at == NULL
                   ? json_null()
                   : json_loads(*(const char *const *)at, JSON_DECODE_ANY, NULL);
    case FIELD_RECORD:
        return *(const void *const *)at == NULL
                   ? json_null()
                   : shape_to_json(field->rows, *(const void *const *)at);
    case FIELD_BYTES:
    case FIELD_BLOB:
        break;
    }
    return NULL;
}

json_t *shape_to_json(const struct shape *shape, const void *record)
{
    json_t *object = json_object();

    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];

        if ((field->flags & HIDDEN) != 0)
            continue;
        if (json_object_set_new_nocheck(
                object, field->name,
                field_to_json(field, (const char *)record + field->offset)) != 0) {
            json_decref(object);
            return NULL;
        }
    }
    return object;
}

json_t *rows_to_json(const struct shape *shape, const struct rows *rows)
{
    json_t *array = json_array();

    for (size_t i = 0; i < rows->count; i++) {
        if (json_array_append_new(
                array,
                shape_to_json(shape, (const char *)rows->items + i * shape->size)) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

bool text_is_utf8(const char *text)
{
    utf8proc_int32_t character;

    while (*text != '\0') {
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &character);

        if (n <= 0)
            return false;
        text += n;
    }
    return true;
}

size_t text_characters(const char *text)
{
    size_t count = 0;

    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}
