/* arena.h - the memory of one request: handed out, never freed singly, given back at once
 * when the request ends. */
#ifndef VH_ARENA_H
#define VH_ARENA_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* NULL if memory is out. */
struct arena *arena_new(void);
void arena_free(struct arena **arena);

/* Forgets all that was handed out. Keeps the first block, so that the usual request
 * allocates nothing. */
void arena_reset(struct arena *arena);

/* `size` zeroed bytes, aligned for any type, or NULL if memory is out or the arena has
 * reached its bound (64 MB). */
void *arena_alloc(struct arena *arena, size_t size);

/* Whether an allocation has failed since the arena was made or reset: texts that are
   missing may then be missing for want of memory. */
bool arena_failed(const struct arena *arena);

/* Copies; NULL for NULL or if memory is out. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* From here on, Jansson takes this thread's memory from `arena`: a value built there need
   not be released, on whichever path the handler leaves, and must be left alone once
   something else is lent. With NULL, and in threads that lend none, values live on the
   heap. Returns what was lent before. */
struct arena *arena_lend(struct arena *arena);

/* Routes Jansson's allocations; once, before the first thread starts. Libraries that free
   what Jansson allocates for them (libcjose) are called with NULL lent. */
void arena_serve_jansson(void);

#endif
