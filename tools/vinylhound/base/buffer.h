/* buffer.h - bytes that grow. Running out of memory is remembered, so that it need be
 * asked for only once at the end. */
#ifndef VH_BUFFER_H
#define VH_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
    char *data; /* NULL while empty; not ended by NUL */
    size_t length, room;
    bool failed; /* memory was out: something is missing */
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_add_char(struct buffer *buffer, char c);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_number(struct buffer *buffer, uint64_t number);
void buffer_addf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Forgets the first `length` bytes. */
void buffer_drop(struct buffer *buffer, size_t length);

/* Ends the text with a NUL that does not count, and returns it; "" if memory was out. */
const char *buffer_text(struct buffer *buffer);

void buffer_free(struct buffer *buffer);

#endif
