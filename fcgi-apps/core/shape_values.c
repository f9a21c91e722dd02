/* shape_values.c - the values of a body that are neither arrays nor objects. */
#include "shape_reading.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

#include "banned.h"

/* "artists[1].id"; a `field` of NULL is the element itself, "artists[1]". */
static const char *full_name(struct reading *reading, const char *field)
{
    for (const struct place *at = reading->within; at != NULL; at = at->outer)
        field = arena_printf(reading->arena, "%s[%zu]%s%s", at->field, at->index,
                             field == NULL ? "" : ".", field == NULL ? "" : field);
    return field == NULL ? "" : field;
}

void reading_wrong(struct reading *reading, const char *field, const char *code,
                   const char *detail)
{
    json_t *error =
        json_pack("{s:s, s:s, s:s}", "field", full_name(reading, field), "code", code,
                  "detail", detail == NULL ? "out of memory" : detail);

    if (reading->errors == NULL)
        reading->errors = json_array();
    json_array_append_new(reading->errors, error);
}

void reading_wrong_type(struct reading *reading, const struct field *field,
                        const char *wanted)
{
    reading_wrong(reading, field->name, "type",
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
        reading_wrong_type(reading, field, "an integer");
        return;
    }
    *out = json_integer_value(value);
    if (*out < least || *out > most)
        reading_wrong(reading, field->name, "range",
                      arena_printf(reading->arena, "must be from %" PRId64 " to %" PRId64,
                                   least, most));
}

static void read_real(struct reading *reading, const struct field *field,
                      const json_t *value, double *out)
{
    bool bounded = field->min != 0 || field->max != 0;

    if (!json_is_number(value)) {
        reading_wrong_type(reading, field, "a number");
        return;
    }
    *out = json_number_value(value);
    if (bounded && (*out < (double)field->min || *out > (double)field->max))
        reading_wrong(reading, field->name, "range",
                      arena_printf(reading->arena, "must be from %" PRId64 " to %" PRId64,
                                   field->min, field->max));
}

static void read_half_stars(struct reading *reading, const struct field *field,
                            const json_t *value, int64_t *out)
{
    double twice = json_number_value(value) * 2;

    if (!json_is_number(value)) {
        reading_wrong_type(reading, field, "a number of stars");
        return;
    }
    if (twice < 1 || twice > 10 || twice != floor(twice)) {
        reading_wrong(reading, field->name, "range",
                      "must be from 0.5 to 5 in steps of 0.5");
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

void reading_check_text(struct reading *reading, const struct field *field,
                        const char *text, int64_t most)
{
    int64_t length = (int64_t)text_characters(text);

    if (most != 0 && (length < field->min || length > most))
        reading_wrong(reading, field->name, "length",
                      arena_printf(reading->arena,
                                   "must have %" PRId64 " to %" PRId64 " characters",
                                   field->min, most));
    else if (field->allowed != NULL && text[strspn(text, field->allowed)] != '\0')
        reading_wrong(reading, field->name, "characters",
                      "holds a character that is not allowed here");
    else if (holds_control(text))
        reading_wrong(reading, field->name, "characters", "holds a control character");
    else if ((field->flags & ONE_LINE) != 0 && strpbrk(text, "\t\r\n") != NULL)
        reading_wrong(reading, field->name, "characters", "must be one line");
    else if ((field->flags & ONE_LINE) != 0 && text[strspn(text, " ")] == '\0')
        reading_wrong(reading, field->name, "length", "must not be blank");
}

static void read_text(struct reading *reading, const struct field *field,
                      const json_t *value, const char **out)
{
    if (!json_is_string(value)) {
        reading_wrong_type(reading, field, "a string");
        return;
    }
    if (strlen(json_string_value(value)) != json_string_length(value)) {
        reading_wrong(reading, field->name, "characters", "holds a NUL character");
        return;
    }
    reading_check_text(reading, field, json_string_value(value), field->max);
    *out = arena_strdup(reading->arena, json_string_value(value));
    if (*out == NULL)
        reading_wrong(reading, field->name, "memory", "out of memory");
}

/* An amount that has more decimals than it may is none that can be meant. */
static void read_money(struct reading *reading, const struct field *field,
                       const json_t *value, int64_t *out)
{
    double amount = json_number_value(value);
    char text[40];

    if (!json_is_number(value)) {
        reading_wrong_type(reading, field, "a number");
        return;
    }
    /* the nearest amount in thousandths must be the same number */
    snprintf(text, sizeof text, "%.3f", amount);
    if (amount < 0 || amount > (double)MONEY_MOST / MONEY_UNIT ||
        strtod(text, NULL) != amount) {
        reading_wrong(reading, field->name, "range",
                      "must be from 0 to 9999999.999, with 3 decimals at most");
        return;
    }
    *out = llround(amount * MONEY_UNIT);
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool text_is_date(const char *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, day;

    for (int i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
    year = (int)strtol(text, NULL, 10);
    month = (int)strtol(text + 5, NULL, 10);
    day = (int)strtol(text + 8, NULL, 10);
    return text[10] == '\0' && year >= 1000 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] + (month == 2 && is_leap(year));
}

static void read_date(struct reading *reading, const struct field *field,
                      const json_t *value, const char **out)
{
    const char *text = json_string_value(value);

    if (text == NULL)
        reading_wrong_type(reading, field, "a string");
    else if (strlen(text) != json_string_length(value) || !text_is_date(text))
        reading_wrong(reading, field->name, "date", "must be a day, as 2026-11-24");
    else
        *out = arena_strdup(reading->arena, text);
}

bool text_is_among(const char *text, const char *choices)
{
    size_t length = strlen(text);

    while (*choices != '\0') {
        size_t word = strcspn(choices, " ");

        if (word == length && strncmp(text, choices, word) == 0)
            return true;
        choices += word + strspn(choices + word, " ");
    }
    return false;
}

static void read_choice(struct reading *reading, const struct field *field,
                        const json_t *value, const char **out)
{
    const char *text = json_string_value(value);

    if (text == NULL)
        reading_wrong_type(reading, field, "a string");
    else if (strlen(text) != json_string_length(value) ||
             !text_is_among(text, field->choices))
        reading_wrong(reading, field->name, "choice",
                      arena_printf(reading->arena, "must be one of %s", field->choices));
    else
        *out = arena_strdup(reading->arena, text);
}

void reading_value(struct reading *reading, const struct field *field,
                   const json_t *value, void *at)
{
    switch (field->type) {
    case FIELD_REAL:
        read_real(reading, field, value, at);
        break;
    case FIELD_HALF_STARS:
        read_half_stars(reading, field, value, at);
        break;
    case FIELD_MONEY:
        read_money(reading, field, value, at);
        break;
    case FIELD_BOOL:
        if (json_is_boolean(value))
            *(bool *)at = json_is_true(value);
        else
            reading_wrong_type(reading, field, "true or false");
        break;
    case FIELD_TEXT:
        read_text(reading, field, value, at);
        break;
    case FIELD_DATE:
        read_date(reading, field, value, at);
        break;
    case FIELD_CHOICE:
        read_choice(reading, field, value, at);
        break;
    default:
        read_integer(reading, field, value, at);
        break;
    }
}
