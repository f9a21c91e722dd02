/* codec.h - base64url without padding (RFC 4648, section 5) and hexadecimal, strict in
 * both directions. */
#ifndef VH_CODEC_H
#define VH_CODEC_H

#include <stddef.h>
#include <sys/types.h>

/* Characters that `n` bytes become, the closing NUL included. */
#define BASE64URL_SIZE(n) (((n)*4 + 2) / 3 + 1)

/* `out` has room for BASE64URL_SIZE(length). */
void base64url_encode(const void *bytes, size_t length, char *out);

/* Bytes written to `out`, or -1 if `text` holds a character outside the alphabet, has an
   impossible length or stray bits at its end, or would need more than `room` bytes. */
ssize_t base64url_decode(const char *text, size_t length, void *out, size_t room);

/* `out` has room for 2 * length + 1. */
void hex_encode(const void *bytes, size_t length, char *out);

#endif
