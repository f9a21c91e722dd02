/* query_parts.c - the words of what somebody looks for, each as a pattern. */
#include <string.h>
#include <utf8proc.h>

#include "arena.h"
#include "query.h"

#include "banned.h"

/* The character at *at, past which it moves; whether it belongs to a word. */
static bool take_character(const char **at)
{
    utf8proc_int32_t c = 0;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)*at, -1, &c);
    utf8proc_category_t category = utf8proc_category(c);

    *at += n < 1 ? 1 : n;
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) ||
           c == '_';
}

/* `%word%`, its underscores taken as they are. */
static const char *part_of(const char *word, size_t length, struct arena *arena)
{
    char *out = arena_alloc(arena, 2 * length + 3), *to = out;

    if (out == NULL)
        return NULL;
    *to++ = '%';
    for (size_t i = 0; i < length; i++) {
        if (word[i] == '_')
            *to++ = '\\';
        *to++ = word[i];
    }
    *to = '%';
    return out;
}

size_t query_parts(const char *text, const char **out, size_t most, struct arena *arena)
{
    size_t count = 0;

    while (*text != '\0' && count < most) {
        const char *from = text, *to = text;

        while (*to != '\0' && take_character(&text))
            to = text;
        if (to == from)
            continue;
        out[count] = part_of(from, (size_t)(to - from), arena);
        count += out[count] != NULL;
    }
    return count;
}
