/* room.h - memory of a batch job that cannot go on without it. */
#ifndef VH_ROOM_H
#define VH_ROOM_H

#include <stddef.h>

/* `count` zeroed items of `size` bytes, the caller's to free. Never NULL: where memory is
 * out, complains and ends the program with FAILED (nothing a job has begun is kept). */
void *room_for(size_t count, size_t size) __attribute__((returns_nonnull, malloc));

/* The same block with room for `count` items; what is new in it is not zeroed. */
void *room_grow(void *block, size_t count, size_t size) __attribute__((returns_nonnull));

/* The most memory this process has had, in megabytes. */
double room_peak_mb(void);

#endif
