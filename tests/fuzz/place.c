/* place.c - fuzzes track positions: each track has a disc and a number that no other has.
 *
 * Of the input: a byte for the number of discs, and a position a line. */
#include "import/discogs_place.h"

#include <ctype.h>
#include <string.h>

#include "fuzz.h"

#include "core/banned.h"

static void check_place(const char *position, unsigned discs)
{
    struct place place = place_parse(position, discs);

    HOLDS(memchr(place.medium, '\0', MEDIUM_SIZE) != NULL && place.number < DISC_LIMIT);
    HOLDS(place.side <= 26 * 26 + 26);
    for (const char *c = place.medium; *c != '\0'; c++)
        HOLDS(isupper((unsigned char)*c));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = fuzz_arena();
    struct numbering *numbering = arena_alloc(arena, sizeof *numbering);
    unsigned *counted = arena_alloc(arena, (DISC_LIMIT + 1) * sizeof *counted);
    unsigned discs, disc, track;

    if (size == 0)
        return 0;
    discs = data[0] < 200 ? data[0] : data[0] * 1000u;
    data++;
    size--;
    numbering_init(numbering, discs);
    while (size > 0) {
        const char *position = fuzz_line(arena, &data, &size);

        position = *position == '\0' ? NULL : position;
        check_place(position, discs);
        numbering_next(numbering, position, &disc, &track);
        HOLDS(disc >= 1 && disc <= DISC_LIMIT);
        HOLDS(track == ++counted[disc]);
        HOLDS(numbering->media <= MEDIA_LIMIT && numbering->highest <= DISC_LIMIT);
    }
    return 0;
}
