/* picture.c - fuzzes what the cover program does with a picture: decoded, turned, made
 * smaller, encoded. What it refuses, it refuses by leaving the round. */
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "cover/picture.h"
#include "fuzz.h"

#include "core/banned.h"

static jmp_buf out;

_Noreturn void refuse(const char *why)
{
    HOLDS(why != NULL && strlen(why) > 4);
    longjmp(out, 1);
}

/* What the program leaves to its end, a round must not: all memory is noted here. */
static void *taken[256];
static size_t count;

void *take_memory(size_t size)
{
    void *memory = size > (size_t)PIXELS_MOST * 4 ? NULL : malloc(size);

    if (memory == NULL || count == sizeof taken / sizeof *taken)
        refuse("is too large");
    return taken[count++] = memory;
}

/* It is given back at the round's end. */
void give_memory(void *memory)
{
    (void)memory;
}

static void round_of(const uint8_t *data, size_t size)
{
    struct picture whole, small, upright;
    int orientation = 1;

    if (is_jpeg(data, size))
        whole = decode_jpeg(data, size, 100, &orientation);
    else if (is_png(data, size))
        whole = decode_png(data, size);
    else if (is_webp(data, size))
        whole = decode_webp(data, size);
    else
        return;
    HOLDS(orientation >= 1 && orientation <= 8);
    HOLDS((size_t)whole.width * whole.height <= PIXELS_MOST);
    small = shrink(&whole, 100);
    HOLDS(small.width >= 1 && small.width <= 100 && small.height >= 1 &&
          small.height <= 100);
    upright = turn(&small, orientation);
    HOLDS(upright.width * upright.height == small.width * small.height);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    exif_orientation(data, size);
    if (setjmp(out) == 0)
        round_of(data, size);
    while (count > 0)
        free(taken[--count]);
    return 0;
}
