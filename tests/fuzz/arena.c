/* arena.c - core/arena.h for fuzzing: each piece is a block of its own, so that the
 * sanitizer sees one that is read or written past its end. */
#include "fuzz.h"

#include <jansson.h>
#include <stdalign.h>
#include <stdarg.h>
#include <string.h>

#include "core/banned.h"

#define BOUND (64u << 20)

struct piece {
    struct piece *next;
    alignas(max_align_t) char bytes[];
};

struct arena {
    struct piece *pieces;
    size_t total;
    bool failed;
};

static struct arena *lent;

struct arena *arena_new(void)
{
    return calloc(1, sizeof(struct arena));
}

void arena_reset(struct arena *arena)
{
    while (arena->pieces != NULL) {
        struct piece *piece = arena->pieces;

        arena->pieces = piece->next;
        free(piece);
    }
    arena->total = 0;
    arena->failed = false;
}

void arena_free(struct arena **arena)
{
    if (*arena != NULL)
        arena_reset(*arena);
    free(*arena);
    *arena = NULL;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    struct piece *piece =
        size > BOUND - arena->total ? NULL : calloc(1, sizeof *piece + size);

    arena->failed |= piece == NULL;
    if (piece == NULL)
        return NULL;
    piece->next = arena->pieces;
    arena->pieces = piece;
    arena->total += size;
    return piece->bytes;
}

bool arena_failed(const struct arena *arena)
{
    return arena->failed;
}

char *arena_strndup(struct arena *arena, const char *text, size_t length)
{
    char *copy = text == NULL ? NULL : arena_alloc(arena, length + 1);

    return copy == NULL ? NULL : memcpy(copy, text, length);
}

char *arena_strdup(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_strndup(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    char *text = NULL, *copy;
    va_list arguments;

    va_start(arguments, format);
    if (vasprintf(&text, format, arguments) < 0)
        text = NULL;
    va_end(arguments);
    copy = arena_strdup(arena, text);
    free(text);
    return copy;
}

struct arena *arena_lend(struct arena *arena)
{
    struct arena *before = lent;

    lent = arena;
    return before;
}

static void *lent_malloc(size_t size)
{
    return lent == NULL ? malloc(size) : arena_alloc(lent, size);
}

static void lent_free(void *value)
{
    if (lent == NULL)
        free(value);
}

void arena_serve_jansson(void)
{
    json_set_alloc_funcs(lent_malloc, lent_free);
    json_object_seed(1);
}
