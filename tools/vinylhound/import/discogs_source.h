/* discogs_source.h - a dump's bytes, unpacked where it is gzipped, which its content
 * tells. */
#ifndef VH_DISCOGS_SOURCE_H
#define VH_DISCOGS_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct source;

/* NULL with errno set. */
struct source *source_open(const char *path);
void source_close(struct source **source);

/* Looks at the beginning without taking it. Bytes written, fewer than `room` only where
 * the file is shorter or damaged. */
size_t source_peek(struct source *source, char *out, size_t room);

/* Bytes read, 0 at the end; -1 where the file is damaged, after all that could be
   unpacked has been returned: *reason then says how. */
ssize_t source_read(struct source *source, char *out, size_t room, const char **reason);

/* Bytes of the file itself: how many have been read, and its size (0 where it has none,
 * as a pipe). */
uint64_t source_done(const struct source *source);
uint64_t source_size(const struct source *source);

#endif
