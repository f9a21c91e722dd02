/* split.c - fuzzes the cutting of a dump into records: however the file arrives, the same
 * pieces; none too long; and what follows rubbish is still found.
 *
 * Of the input: a byte for kind and limit, a byte that says how reads are cut, the dump.
 */
#include <string.h>

#include "import/discogs_split.h"
#include "fuzz.h"

#include "core/banned.h"

struct seen {
    uint64_t hash; /* of all pieces in their order */
    size_t limit;
    bool good,
        comment; /* the last piece was the good one; was none but an open comment */
};

static void mix(struct seen *seen, const void *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        seen->hash = (seen->hash ^ ((const uint8_t *)bytes)[i]) * UINT64_C(1099511628211);
    seen->hash = (seen->hash ^ length ^ UINT64_C(1) << 40) * UINT64_C(1099511628211);
}

static void take_record(void *user, const char *bytes, size_t length)
{
    struct seen *seen = user;

    HOLDS(length >= 2 && bytes[0] == '<' && bytes[length - 1] == '>');
    HOLDS(length <= seen->limit);
    seen->good = length > 8 && memcmp(bytes + 1, "release>\1<", 10) == 0;
    mix(seen, bytes, length);
}

static void take_broken(void *user, const char *bytes, size_t length, const char *reason)
{
    struct seen *seen = user;

    HOLDS(length <= seen->limit);
    seen->good = false;
    seen->comment = length == 0;
    mix(seen, bytes, length);
    mix(seen, reason, strlen(reason));
}

/* Reads of 1 to 2 * `step` bytes; all at once for 0. */
static struct seen split(const char *name, size_t limit, unsigned step, const char *dump)
{
    struct seen seen = {.limit = limit};
    struct splitter splitter;
    size_t left = strlen(dump);

    splitter_init(&splitter, name);
    splitter.record = take_record;
    splitter.broken = take_broken;
    splitter.user = &seen;
    splitter.limit = limit;
    for (size_t n; left > 0; left -= n, dump += n) {
        n = step == 0 ? left : 1 + (seen.hash + left * 31) % (2 * step);
        n = n < left ? n : left;
        HOLDS(splitter_feed(&splitter, dump, n));
    }
    splitter_finish(&splitter);
    splitter_free(&splitter);
    return seen;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"release", "label", "artist", "master"};
    size_t limit = size < 2 || data[0] < 4 ? RECORD_LIMIT : data[0];
    struct arena *arena = fuzz_arena();
    struct seen whole, parts;
    const char *dump;

    if (size < 2)
        return 0;
    dump = arena_printf(arena, "%s<release>\1</release>",
                        fuzz_rest(arena, data + 2, size - 2));
    whole = split(names[data[0] % 4], limit, 0, dump);
    parts = split(names[data[0] % 4], limit, 1 + data[1], dump);
    /* where too much is noticed depends on the reads */
    HOLDS(limit < RECORD_LIMIT || whole.hash == parts.hash);
    HOLDS(data[0] != 0 || whole.good || whole.comment);
    return 0;
}
