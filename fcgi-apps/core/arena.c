/* arena.c - the memory of one request. */
#include "arena.h"

#include <jansson.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "banned.h"

#define BLOCK (64 * 1024)
#define BOUND (64 * 1024 * 1024)

struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct block *first, *current;
    size_t total;
    bool failed;
};

static _Thread_local struct arena *lent;

static struct block *block_new(size_t size)
{
    struct block *block = malloc(sizeof *block + size);

    if (block != NULL)
        *block = (struct block){.size = size};
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = calloc(1, sizeof *arena);

    if (arena == NULL)
        return NULL;
    arena->first = arena->current = block_new(BLOCK);
    arena->total = BLOCK;
    if (arena->first == NULL) {
        free(arena);
        return NULL;
    }
    return arena;
}

static void free_blocks(struct block *block)
{
    while (block != NULL) {
        struct block *next = block->next;

        free(block);
        block = next;
    }
}

void arena_free(struct arena **arena)
{
    if (*arena == NULL)
        return;
    free_blocks((*arena)->first);
    free(*arena);
    *arena = NULL;
}

void arena_reset(struct arena *arena)
{
    free_blocks(arena->first->next);
    arena->first->next = NULL;
    arena->first->used = 0;
    arena->current = arena->first;
    arena->total = BLOCK;
    arena->failed = false;
}

/* A block with room for `size` bytes, which becomes the current one; NULL if there is
 * none. */
static struct block *grow(struct arena *arena, size_t size)
{
    size_t room = size > BLOCK ? size : BLOCK;
    struct block *block = arena->total + room > BOUND ? NULL : block_new(room);

    if (block == NULL)
        return NULL;
    arena->total += room;
    arena->current->next = block;
    arena->current = block;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    struct block *block = arena->current;
    void *bytes;

    if (size <= BOUND) {
        size = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
        if (size > block->size - block->used)
            block = grow(arena, size);
    }
    if (size > BOUND || block == NULL) {
        arena->failed = true;
        return NULL;
    }
    bytes = block->bytes + block->used;
    block->used += size;
    return memset(bytes, 0, size);
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
    va_list arguments, again;
    char *text = NULL;
    int length;

    va_start(arguments, format);
    va_copy(again, arguments);
    length = vsnprintf(NULL, 0, format, arguments);
    if (length >= 0)
        text = arena_alloc(arena, (size_t)length + 1);
    if (text != NULL)
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    va_end(arguments);
    return text;
}

struct arena *arena_lend(struct arena *arena)
{
    struct arena *before = lent;

    lent = arena;
    return before;
}

static bool owns(const struct arena *arena, const void *at)
{
    uintptr_t address = (uintptr_t)at;

    for (const struct block *block = arena->first; block != NULL; block = block->next)
        if (address >= (uintptr_t)block->bytes &&
            address < (uintptr_t)block->bytes + block->size)
            return true;
    return false;
}

static void *jansson_malloc(size_t size)
{
    return lent == NULL ? malloc(size) : arena_alloc(lent, size);
}

static void jansson_free(void *value)
{
    if (lent == NULL || !owns(lent, value))
        free(value);
}

void arena_serve_jansson(void)
{
    json_set_alloc_funcs(jansson_malloc, jansson_free);
    json_object_seed(0);
}
