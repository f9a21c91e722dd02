/* codec.c - fuzzes base64url, hexadecimal and refresh tokens: both ways, with no room to
 * spare. */
#include "core/codec.h"

#include <string.h>

#include "fuzz.h"
#include "user/session_store.h"

#include "core/banned.h"

static const char alphabet[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* All bytes become a text, and the text those bytes. */
static void there_and_back(struct arena *arena, const uint8_t *data, size_t size)
{
    size_t length = BASE64URL_SIZE(size) - 1;
    char *text = arena_alloc(arena, length + 1);
    uint8_t *back = arena_alloc(arena, size);

    base64url_encode(data, size, text);
    HOLDS(strlen(text) == length && strspn(text, alphabet) == length);
    HOLDS(base64url_decode(text, length, back, size) == (ssize_t)size);
    HOLDS(size == 0 || memcmp(data, back, size) == 0);
    HOLDS(size == 0 || base64url_decode(text, length, back, size - 1) == -1);
}

/* A text that is taken is the only spelling of what it stands for. */
static void one_spelling(struct arena *arena, const char *text, size_t length)
{
    size_t room = length * 3 / 4;
    uint8_t *bytes = arena_alloc(arena, room);
    ssize_t n = base64url_decode(text, length, bytes, room);
    char *again;

    if (n < 0)
        return;
    HOLDS((size_t)n == room);
    again = arena_alloc(arena, BASE64URL_SIZE(room));
    base64url_encode(bytes, room, again);
    HOLDS(strlen(again) == length && memcmp(again, text, length) == 0);
}

static void hexadecimal(struct arena *arena, const uint8_t *data, size_t size)
{
    char *text = arena_alloc(arena, 2 * size + 1);

    hex_encode(data, size, text);
    HOLDS(strlen(text) == 2 * size && strspn(text, "0123456789abcdef") == 2 * size);
    for (size_t i = 0; i < size; i++) {
        char pair[3] = {text[2 * i], text[2 * i + 1], '\0'};

        HOLDS(strtoul(pair, NULL, 16) == data[i]);
    }
}

static void refresh(const char *cookie)
{
    char text[REFRESH_TEXT_SIZE];
    struct refresh_token token;

    if (!refresh_token_read(cookie, &token))
        return;
    refresh_token_write(&token, text);
    HOLDS(strcmp(text, cookie) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = fuzz_arena();
    const char *text = arena_strndup(arena, size == 0 ? "" : (const char *)data, size);

    there_and_back(arena, data, size);
    one_spelling(arena, text, size);
    hexadecimal(arena, data, size);
    refresh(text);
    return 0;
}
