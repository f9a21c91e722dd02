/* room.c - memory of a batch job that cannot go on without it. */
#include "room.h"

#include <stdlib.h>
#include <sys/resource.h>

#include "command.h"

#include "core/banned.h"

static void *or_end(void *block, size_t count, size_t size)
{
    if (block == NULL) {
        complain("out of memory: %zu MB more were wanted", count * size >> 20);
        exit(FAILED);
    }
    return block;
}

void *room_for(size_t count, size_t size)
{
    return or_end(calloc(count == 0 ? 1 : count, size), count, size);
}

void *room_grow(void *block, size_t count, size_t size)
{
    return or_end(reallocarray(block, count == 0 ? 1 : count, size), count, size);
}

double room_peak_mb(void)
{
    struct rusage usage;

    return getrusage(RUSAGE_SELF, &usage) == 0 ? (double)usage.ru_maxrss / 1024 : 0;
}
