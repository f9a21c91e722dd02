/* codec.c - strict base64url around libb64, which breaks lines, pads, and skips what it
 * does not know. */
#include "codec.h"

#include <b64/cdecode.h>
#include <b64/cencode.h>
#include <stdbool.h>
#include <string.h>

#include "banned.h"

#define PIECE                                                                            \
    48 /* bytes encoded at a time: 64 characters, below the length at which libb64       \
          breaks a line */

void base64url_encode(const void *bytes, size_t length, char *out)
{
    const char *from = bytes;

    while (length > 0) {
        size_t piece = length < PIECE ? length : PIECE;
        char text[2 * PIECE];
        base64_encodestate state;
        int n;

        base64_init_encodestate(&state);
        n = base64_encode_block(from, (int)piece, text, &state);
        n += base64_encode_blockend(text + n, &state);
        for (int i = 0; i < n && text[i] != '=' && text[i] != '\n'; i++)
            *out++ = text[i] == '+' ? '-' : text[i] == '/' ? '_' : text[i];
        from += piece;
        length -= piece;
    }
    *out = '\0';
}

static int value_of(char c)
{
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const char *at = c == '\0' ? NULL : strchr(alphabet, c);

    return at == NULL ? -1 : (int)(at - alphabet);
}

/* The bits of the last character that belong to no byte must be zero: each value has one
 * spelling. */
static bool ends_clean(const char *text, size_t length)
{
    int last = length == 0 ? 0 : value_of(text[length - 1]);

    return length % 4 == 0 || (length % 4 == 2 && (last & 15) == 0) ||
           (length % 4 == 3 && (last & 3) == 0);
}

ssize_t base64url_decode(const char *text, size_t length, void *out, size_t room)
{
    base64_decodestate state;
    char *to = out;

    if (length * 3 / 4 > room || length % 4 == 1)
        return -1;
    for (size_t i = 0; i < length; i++)
        if (value_of(text[i]) < 0)
            return -1;
    if (!ends_clean(text, length))
        return -1;
    while (length > 0) {
        size_t piece = length < 64 ? length : 64;
        char plain[68], bytes[PIECE + 4];
        int n;

        for (size_t i = 0; i < piece; i++)
            plain[i] = text[i] == '-' ? '+' : text[i] == '_' ? '/' : text[i];
        memcpy(plain + piece, "===", 3);
        base64_init_decodestate(&state);
        n = base64_decode_block(plain, (int)piece, bytes, &state);
        n = n < (int)(piece * 3 / 4) ? n : (int)(piece * 3 / 4);
        memcpy(to, bytes, (size_t)n);
        to += n;
        text += piece;
        length -= piece;
    }
    return to - (char *)out;
}

void hex_encode(const void *bytes, size_t length, char *out)
{
    static const char digits[] = "0123456789abcdef";
    const unsigned char *from = bytes;

    for (size_t i = 0; i < length; i++) {
        *out++ = digits[from[i] >> 4];
        *out++ = digits[from[i] & 15];
    }
    *out = '\0';
}
