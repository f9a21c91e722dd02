/* common.c - what the targets share: how an input is taken apart. */
#include "fuzz.h"

#include <string.h>

#include "core/shape.h"

#include "core/banned.h"

struct arena *fuzz_arena(void)
{
    static struct arena *arena;

    if (arena == NULL) {
        arena_serve_jansson();
        arena = arena_new();
        HOLDS(arena != NULL);
    }
    arena_reset(arena);
    arena_lend(arena);
    return arena;
}

char *fuzz_rest(struct arena *arena, const uint8_t *data, size_t size)
{
    char *text = arena_strndup(arena, size == 0 ? "" : (const char *)data, size);

    HOLDS(text != NULL);
    return arena_strdup(arena, text);
}

char *fuzz_line(struct arena *arena, const uint8_t **data, size_t *size)
{
    const uint8_t *end = *size == 0 ? NULL : memchr(*data, '\n', *size);
    size_t length = end == NULL ? *size : (size_t)(end - *data);
    char *line = fuzz_rest(arena, *data, length);

    *data += length + (end != NULL);
    *size -= length + (end != NULL);
    return line;
}

bool fuzz_is_utf8(const char *text)
{
    return text_is_utf8(text);
}
