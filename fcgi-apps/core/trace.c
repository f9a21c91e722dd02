/* trace.c - W3C Trace Context. */
#include "trace.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <sys/random.h>

#include "codec.h"

#include "banned.h"

static bool is_hex(const char *text, size_t length)
{
    return strspn(text, "0123456789abcdef") >= length && strspn(text, "0") < length;
}

/* 00-<32 hex>-<16 hex>-<2 hex>; a later version may have more behind. */
static bool is_traceparent(const char *text)
{
    size_t length = strlen(text);

    return length >= 55 && strspn(text, "0123456789abcdef") == 2 &&
           strncmp(text, "ff", 2) != 0 && text[2] == '-' && is_hex(text + 3, 32) &&
           text[35] == '-' && is_hex(text + 36, 16) && text[52] == '-' &&
           strspn(text + 53, "0123456789abcdef") == 2 &&
           (length == 55 || (text[55] == '-' && strncmp(text, "00", 2) != 0));
}

void trace_take(struct trace *trace, const char *traceparent)
{
    unsigned char random[16] = {1};

    if (traceparent != NULL && is_traceparent(traceparent)) {
        memcpy(trace->id, traceparent + 3, 32);
        trace->id[32] = '\0';
        return;
    }
    if (getrandom(random, sizeof random, GRND_NONBLOCK) < 0)
        random[0] = 1;
    hex_encode(random, sizeof random, trace->id);
}
