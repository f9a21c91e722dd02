/* markup.c - text inside HTML and XML. */
#include "markup.h"

#include <stddef.h>
#include <string.h>

#include "arena.h"

#include "banned.h"

static const char *const entities[] = {
    ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"};

/* How many bytes at `at` are to be left out: those of a character that XML cannot hold.
 */
static size_t unwritable(const unsigned char *at)
{
    if (at[0] == 0xEF && at[1] == 0xBF && (at[2] == 0xBE || at[2] == 0xBF))
        return 3; /* U+FFFE, U+FFFF */
    return at[0] < ' ' && at[0] != '\t' && at[0] != '\n' ? 1 : 0;
}

/* Writes to `out` unless it is NULL; how many bytes it comes to. */
static size_t write_escaped(const unsigned char *at, char *out)
{
    size_t used = 0;

    while (*at != '\0') {
        const char *entity = *at <= '>' ? entities[*at] : NULL;
        size_t gone = unwritable(at), n = entity == NULL ? 1 : strlen(entity);

        if (gone > 0) {
            at += gone;
            continue;
        }
        if (out != NULL)
            memcpy(out + used, entity == NULL ? (const char *)at : entity, n);
        used += n;
        at++;
    }
    return used;
}

const char *markup_escape(struct arena *arena, const char *text)
{
    const unsigned char *bytes = (const unsigned char *)(text == NULL ? "" : text);
    char *out = arena_alloc(arena, write_escaped(bytes, NULL) + 1);

    if (out == NULL)
        return "";
    write_escaped(bytes, out);
    return out;
}
