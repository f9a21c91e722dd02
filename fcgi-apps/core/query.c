/* query.c - reading a route's parameters. */
#include "query.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

#include "banned.h"

#define LIMIT_DEFAULT 20
#define LIMIT_MOST 100
#define ID_MOST UINT64_C(9007199254740991)

static int hex_value(char c)
{
    return isdigit((unsigned char)c)    ? c - '0'
           : isxdigit((unsigned char)c) ? (c | 32) - 'a' + 10
                                        : -1;
}

/* %XX and + decoded; NULL if an escape is broken, the text holds NUL, or is not UTF-8. */
static char *decode(struct arena *arena, const char *text, size_t length)
{
    char *out = arena_alloc(arena, length + 1), *to = out;

    for (size_t i = 0; out != NULL && i < length; i++) {
        if (text[i] == '%') {
            if (i + 2 >= length || hex_value(text[i + 1]) < 0 ||
                hex_value(text[i + 2]) < 0)
                return NULL;
            *to = (char)(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            *to = text[i] == '+' ? ' ' : text[i];
        }
        if (*to++ == '\0')
            return NULL;
    }
    return out == NULL || !text_is_utf8(out) ? NULL : out;
}

static bool parse_id(const char *text, uint64_t *out)
{
    char *end;

    if (!isdigit((unsigned char)*text) || strlen(text) > 16)
        return false;
    *out = strtoull(text, &end, 10);
    return *end == '\0' && *out >= 1 && *out <= ID_MOST;
}

static bool parse_real(const char *text, double *out)
{
    char *end;

    if (strspn(text, "0123456789.-") != strlen(text) || *text == '\0')
        return false;
    *out = strtod(text, &end);
    return *end == '\0' && isfinite(*out);
}

static bool parse_ids(struct query *query, size_t i, const char *text,
                      struct arena *arena)
{
    size_t *count = &query->values[i].id_count;

    query->values[i].ids = arena_alloc(arena, LIMIT_MOST * sizeof(uint64_t));
    while (query->values[i].ids != NULL) {
        size_t length = strcspn(text, ",");
        char *one = arena_strndup(arena, text, length);

        if (one == NULL || *count == LIMIT_MOST ||
            !parse_id(one, &query->values[i].ids[*count]))
            return false;
        (*count)++;
        if (text[length] == '\0')
            return true;
        text += length + 1;
    }
    return false;
}

static char *digits(const char *text, struct arena *arena)
{
    char *out = arena_strdup(arena, text), *to = out;

    for (; out != NULL && *text != '\0'; text++)
        if (isdigit((unsigned char)*text))
            *to++ = *text;
    if (out != NULL)
        *to = '\0';
    return out;
}

/* A number within the filter's bounds. NULL, or what it must be. */
static const char *take_number(const struct filter *filter, const char *text,
                               struct arena *arena, struct db_arg *arg)
{
    bool whole = filter->kind == BY_INT;
    double real = 0;

    if (!parse_real(text, &real) || real < filter->min || real > filter->max ||
        (whole && strchr(text, '.') != NULL))
        return arena_printf(arena, "must be %s from %g to %g",
                            whole ? "an integer" : "a number", filter->min, filter->max);
    *arg = whole ? A_INT((int64_t)real) : A_REAL(real);
    return NULL;
}

static const char *take_stars(const char *text, struct db_arg *arg)
{
    double stars = 0;

    if (!parse_real(text, &stars) || stars < 0.5 || stars > 5 ||
        stars * 2 != floor(stars * 2))
        return "must be from 0.5 to 5 in steps of 0.5";
    *arg = A_INT((int64_t)(stars * 2));
    return NULL;
}

static const char *take_text(enum filter_kind kind, const char *text, struct arena *arena,
                             struct db_arg *arg)
{
    size_t characters = text_characters(text);

    if (characters < 1 || characters > 200)
        return "must have 1 to 200 characters";
    if (kind == BY_DIGITS)
        text = digits(text, arena);
    *arg = A_TEXT(text);
    return NULL;
}

static const char *take_parts(struct query *query, size_t i, const char *text,
                              struct arena *arena)
{
    size_t characters = text_characters(text);
    const char **parts = arena_alloc(arena, QUERY_PARTS * sizeof *parts);

    if (characters < 1 || characters > 200 || parts == NULL)
        return "must have 1 to 200 characters";
    query->values[i].parts = parts;
    query->values[i].part_count = query_parts(text, parts, QUERY_PARTS, arena);
    return NULL;
}

/* NULL if the value fits, else what it must be. */
static const char *take_value(struct query *query, size_t i, const char *text,
                              struct arena *arena)
{
    const struct filter *filter = &query->listing->filters[i];
    struct db_arg *arg = &query->values[i].arg;
    uint64_t id = 0;

    query->values[i].text = text;
    switch (filter->kind) {
    case BY_ID:
        if (!parse_id(text, &id))
            return "must be a positive integer";
        *arg = A_UINT(id);
        return NULL;
    case BY_IDS:
        return parse_ids(query, i, text, arena)
                   ? NULL
                   : "must be up to 100 ids with commas between";
    case BY_STARS:
        return take_stars(text, arg);
    case BY_CHOICE:
        *arg = A_TEXT(text);
        return text_is_among(text, filter->choices)
                   ? NULL
                   : arena_printf(arena, "must be one of %s", filter->choices);
    case BY_PARTS:
        return take_parts(query, i, text, arena);
    case BY_INT:
    case BY_REAL:
        return take_number(filter, text, arena, arg);
    case BY_TEXT:
    case BY_DIGITS:
        return take_text(filter->kind, text, arena, arg);
    }
    return "is not understood";
}

static const char *take_limit(struct query *query, const char *text)
{
    uint64_t limit;

    if (!parse_id(text, &limit) || limit > LIMIT_MOST)
        return "must be from 1 to 100";
    query->limit = (unsigned)limit;
    return NULL;
}

static const char *take_sort(struct query *query, const char *text, struct arena *arena)
{
    const struct listing *listing = query->listing;
    bool turned = *text == '-' && !listing->ranked;
    char *known = arena_strdup(arena, "");

    for (size_t i = 0; i < listing->sort_count; i++) {
        if (strcmp(listing->sorts[i].name, text + turned) == 0) {
            query->sort = &listing->sorts[i];
            query->descending = turned || listing->ranked;
            return NULL;
        }
        known = arena_printf(arena, "%s%s%s", known == NULL ? "" : known,
                             i == 0 ? "" : ", ", listing->sorts[i].name);
    }
    return arena_printf(arena, "must be one of %s%s", known == NULL ? "" : known,
                        listing->ranked ? "" : ", with - in front for descending");
}

struct parsing {
    struct query *query;
    struct arena *arena;
    const char *cursor;
    bool sorted, limited;
};

static const char unknown[] = "is no parameter of this resource";
static const char twice[] = "is given twice";

/* limit, sort and cursor. */
static const char *take_paging(struct parsing *parsing, const char *name,
                               const char *value)
{
    if (strcmp(name, "limit") == 0) {
        if (parsing->limited)
            return twice;
        parsing->limited = true;
        return take_limit(parsing->query, value);
    }
    if (strcmp(name, "sort") == 0 && parsing->query->listing->sort_count > 1) {
        if (parsing->sorted)
            return twice;
        parsing->sorted = true;
        return take_sort(parsing->query, value, parsing->arena);
    }
    if (strcmp(name, "cursor") == 0) {
        if (parsing->cursor != NULL)
            return twice;
        parsing->cursor = value;
        return NULL;
    }
    return unknown;
}

/* One `name=value`. NULL, or what is wrong. */
static const char *take_parameter(struct parsing *parsing, const char *name,
                                  const char *value)
{
    struct query *query = parsing->query;
    const struct listing *listing = query->listing;

    for (size_t i = 0; listing != NULL && i < listing->filter_count; i++) {
        if (strcmp(listing->filters[i].name, name) != 0)
            continue;
        if (query->values[i].given)
            return twice;
        query->values[i].given = true;
        return take_value(query, i, value, parsing->arena);
    }
    return listing == NULL || listing->plural == NULL ? unknown
                                                      : take_paging(parsing, name, value);
}

static bool take_pair(struct parsing *parsing, const char *text, size_t length,
                      struct query_fault *fault)
{
    size_t equals = 0;
    char *name, *value;

    while (equals < length && text[equals] != '=')
        equals++;
    name = decode(parsing->arena, text, equals);
    value = equals < length
                ? decode(parsing->arena, text + equals + 1, length - equals - 1)
                : arena_strdup(parsing->arena, "");
    fault->parameter = name;
    fault->detail = name == NULL || value == NULL ? "is not percent-encoded UTF-8"
                                                  : take_parameter(parsing, name, value);
    return fault->detail == NULL;
}

static bool all_given(const struct query *query, struct query_fault *fault)
{
    const struct listing *listing = query->listing;

    for (size_t i = 0; listing != NULL && i < listing->filter_count; i++) {
        if (listing->filters[i].required && !query->values[i].given) {
            *fault = (struct query_fault){listing->filters[i].name, "is required", false};
            return false;
        }
    }
    return true;
}

bool query_parse(const struct listing *listing, const char *text, struct arena *arena,
                 struct query *out, struct query_fault *fault)
{
    struct parsing parsing = {.query = out, .arena = arena};

    out->listing = listing;
    out->limit = LIMIT_DEFAULT;
    out->sort = listing == NULL ? NULL : listing->sorts;
    out->descending = listing != NULL && listing->descending;
    *fault = (struct query_fault){0};
    while (text != NULL && *text != '\0') {
        size_t length = strcspn(text, "&");

        if (length > 0 && !take_pair(&parsing, text, length, fault))
            return false;
        text += length + (text[length] == '&');
    }
    if (!all_given(out, fault))
        return false;
    if (parsing.cursor != NULL && !query_resume(out, parsing.cursor, arena)) {
        *fault = (struct query_fault){
            "cursor", "comes only from next_cursor of the same list", true};
        return false;
    }
    return true;
}

const struct db_arg *query_value(const struct query *query, const char *name)
{
    for (size_t i = 0; i < query->listing->filter_count; i++)
        if (strcmp(query->listing->filters[i].name, name) == 0)
            return query->values[i].given ? &query->values[i].arg : NULL;
    return NULL;
}
