/* query.c - fuzzes query strings: a filter of every kind, sort, limit and cursor. */
#include <string.h>

#include "fuzz.h"
#include "things.h"

#include "core/banned.h"

static void check_text(enum filter_kind kind, const char *text)
{
    HOLDS(text_is_utf8(text));
    if (kind == BY_DIGITS)
        HOLDS(text[strspn(text, "0123456789")] == '\0');
    else
        HOLDS(text_characters(text) >= 1 && text_characters(text) <= 200);
}

static void check_value(const struct query *query, size_t i)
{
    const struct db_arg *arg = &query->values[i].arg;
    double number = arg->kind == ARG_KIND_UINT  ? (double)arg->uint
                    : arg->kind == ARG_KIND_INT ? (double)arg->integer
                                                : arg->real;

    HOLDS(query_value(query, thing_filters[i].name) ==
          (query->values[i].given ? arg : NULL));
    for (size_t n = 0; n < query->values[i].id_count; n++)
        HOLDS(query->values[i].ids[n] >= 1 && query->values[i].ids[n] <= ID_MOST);
    if (!query->values[i].given)
        HOLDS(arg->kind == ARG_KIND_NULL);
    else if (arg->kind == ARG_KIND_TEXT)
        check_text(thing_filters[i].kind, arg->bytes.at);
    else if (thing_filters[i].kind == BY_IDS)
        HOLDS(query->values[i].id_count >= 1 && query->values[i].id_count <= 100);
    else
        HOLDS(number >= thing_filters[i].min && number <= thing_filters[i].max);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = fuzz_arena();
    struct query *query = arena_alloc(arena, sizeof *query);
    struct query_fault fault;

    if (!query_parse(&things, fuzz_rest(arena, data, size), arena, query, &fault)) {
        HOLDS(fault.detail != NULL && text_is_utf8(fault.detail));
        HOLDS(fault.parameter == NULL || text_is_utf8(fault.parameter));
        return 0;
    }
    HOLDS(query->limit >= 1 && query->limit <= 100);
    HOLDS(query->sort >= thing_sorts && query->sort < thing_sorts + things.sort_count);
    HOLDS(!query->continued || query->after_id >= 1);
    for (size_t i = 0; i < things.filter_count; i++)
        check_value(query, i);
    return 0;
}
