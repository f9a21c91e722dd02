/* cursor.c - where a page ended, as opaque text: the last row's sort key and id, bound to
 * the sort and the filters. */
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "codec.h"
#include "query.h"

#include "banned.h"

/* FNV-1a: tells a cursor of another list apart; no defence, for a forged one reaches
 * nothing that a list would not. */
static uint32_t mix(uint32_t hash, const char *text)
{
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * UINT32_C(16777619);
    return (hash ^ 0x1f) * UINT32_C(16777619);
}

static uint32_t fingerprint(const struct query *query)
{
    const struct listing *listing = query->listing;
    uint32_t hash = mix(UINT32_C(2166136261), listing->plural);

    hash = mix(hash, query->sort == NULL ? "" : query->sort->name);
    hash = mix(hash, query->descending ? "-" : "+");
    for (size_t i = 0; i < listing->filter_count; i++) {
        if (query->values[i].given) {
            hash = mix(hash, listing->filters[i].name);
            hash = mix(hash, query->values[i].text);
        }
    }
    return hash;
}

/* The sort key of a row as JSON: text, integer or real, each read back to the same value.
 */
static json_t *key_of(const struct query *query, const void *record)
{
    const struct field *field =
        query->sort == NULL ? NULL : shape_find(query->listing->row, query->sort->field);
    const char *at = field == NULL ? NULL : (const char *)record + field->offset;

    if (field == NULL)
        return json_null();
    switch (query->sort->key) {
    case KEY_TEXT:
    case KEY_TIME:
        return json_string(*(const char *const *)(const void *)at);
    case KEY_INT:
        return json_integer(*(const int64_t *)(const void *)at);
    case KEY_REAL:
        return json_real(*(const double *)(const void *)at);
    }
    return NULL;
}

char *query_cursor(const struct query *query, const void *record, struct arena *arena)
{
    const struct field *id = shape_find(query->listing->row, "id");
    const uint64_t *value = (const void *)((const char *)record + id->offset);
    json_t *parts = json_pack("[I, I, o]", (json_int_t)fingerprint(query),
                              (json_int_t)*value, key_of(query, record));
    char *text, *cursor;

    if (query->listing->ranked)
        json_array_append_new(parts,
                              json_integer((json_int_t)(query->before + query->limit)));
    text = json_dumps(parts, JSON_COMPACT | JSON_REAL_PRECISION(17));
    cursor = text == NULL ? NULL : arena_alloc(arena, BASE64URL_SIZE(strlen(text)));
    if (cursor != NULL)
        base64url_encode(text, strlen(text), cursor);
    return cursor;
}

/* RFC 3339 back to what a DATETIME is compared with. */
static struct db_arg time_arg(const char *text, struct arena *arena)
{
    char *plain = strlen(text) == 24 ? arena_strndup(arena, text, 23) : NULL;

    if (plain != NULL && strspn(plain, "0123456789-:.T") == 23 && plain[10] == 'T')
        plain[10] = ' ';
    else
        plain = NULL;
    return A_TEXT(plain);
}

static bool take_key(struct query *query, const json_t *key, struct arena *arena)
{
    if (query->sort == NULL)
        return json_is_null(key);
    switch (query->sort->key) {
    case KEY_TEXT:
        query->after = A_TEXT(arena_strdup(arena, json_string_value(key)));
        break;
    case KEY_TIME:
        query->after =
            json_is_string(key) ? time_arg(json_string_value(key), arena) : A_NULL;
        break;
    case KEY_INT:
        query->after = A_INT(json_integer_value(key));
        return json_is_integer(key);
    case KEY_REAL:
        query->after = A_REAL(json_number_value(key));
        return json_is_number(key);
    }
    return query->after.kind == ARG_KIND_TEXT;
}

bool query_resume(struct query *query, const char *cursor, struct arena *arena)
{
    size_t length = strlen(cursor), room = length + 1;
    char *text = length > 8192 ? NULL : arena_alloc(arena, room);
    ssize_t n = text == NULL ? -1 : base64url_decode(cursor, length, text, room);
    json_t *parts = n < 0 ? NULL : json_loadb(text, (size_t)n, 0, NULL);
    json_int_t id = json_integer_value(json_array_get(parts, 1));

    if (json_array_size(parts) != (query->listing->ranked ? 4 : 3) || id < 1 ||
        !json_is_integer(json_array_get(parts, 0)) ||
        json_integer_value(json_array_get(parts, 0)) != (json_int_t)fingerprint(query))
        return false;
    query->continued = true;
    query->after_id = (uint64_t)id;
    query->before = (uint64_t)json_integer_value(json_array_get(parts, 3));
    return take_key(query, json_array_get(parts, 2), arena);
}
