/* cursor.c - fuzzes cursors: what a row's says is what comes back, and what was not made
 * for the same list is refused.
 *
 * Of the input: 8 bytes id and count, 8 bytes a number, a line of parameters, a line of
 * text, and JSON to forge a cursor of. */
#include <math.h>
#include <string.h>

#include "core/codec.h"
#include "fuzz.h"
#include "things.h"

#include "core/banned.h"

#define DATETIME "2024-02-29 12:34:56.789"

/* What was read is of the key's kind, and, if it came from `row`, the same. */
static void check_after(enum sort_key key, const struct db_arg *after,
                        const struct thing *row)
{
    if (key == KEY_INT) {
        HOLDS(after->kind == ARG_KIND_INT);
        HOLDS(row == NULL || after->integer == row->count);
    } else if (key == KEY_REAL) {
        HOLDS(after->kind == ARG_KIND_REAL);
        HOLDS(row == NULL || memcmp(&after->real, &row->real, 8) == 0);
    } else {
        const char *wanted = key == KEY_TEXT && row != NULL ? row->text : DATETIME;

        HOLDS(after->kind == ARG_KIND_TEXT);
        HOLDS(row == NULL || strcmp(after->bytes.at, wanted) == 0);
        HOLDS(key == KEY_TEXT || after->bytes.length == strlen(DATETIME));
    }
}

/* The cursor with everything behind its fingerprint replaced. */
static const char *forge(struct arena *arena, const char *cursor, const char *rest)
{
    size_t length = strlen(cursor);
    char *text = arena_alloc(arena, length), *out;
    ssize_t n = base64url_decode(cursor, length, text, length);

    HOLDS(n > 0 && text[0] == '[' && memchr(text, ',', (size_t)n) != NULL);
    text = arena_printf(arena, "%.*s,%s", (int)strcspn(text, ","), text, rest);
    out = arena_alloc(arena, BASE64URL_SIZE(strlen(text)));
    base64url_encode(text, strlen(text), out);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = fuzz_arena();
    struct query *query = arena_alloc(arena, sizeof *query);
    struct thing row = {.time = "2024-02-29T12:34:56.789Z"};
    struct query_fault fault;
    const char *cursor, *rest;
    enum sort_key key;

    if (size < 16)
        return 0;
    memcpy(&row.count, data, 8);
    memcpy(&row.real, data + 8, 8);
    row.id = ((uint64_t)row.count >> 11) + 1;
    data += 16;
    size -= 16;
    if (!query_parse(&things, fuzz_line(arena, &data, &size), arena, query, &fault))
        return 0;
    row.text = fuzz_line(arena, &data, &size);
    rest = fuzz_rest(arena, data, size);
    key = query->sort->key;
    if (!isfinite(row.real) || !text_is_utf8(row.text) || strlen(row.text) > 1000)
        return 0;
    cursor = query_cursor(query, &row, arena);
    HOLDS(cursor != NULL && query_resume(query, cursor, arena));
    HOLDS(query->continued && query->after_id == row.id);
    check_after(key, &query->after, &row);
    query->descending = !query->descending;
    HOLDS(!query_resume(query, cursor, arena));
    query->descending = !query->descending;
    if (query_resume(query, forge(arena, cursor, rest), arena))
        check_after(key, &query->after, NULL);
    HOLDS(query->after_id >= 1);
    query_resume(query, rest, arena);
    return 0;
}
