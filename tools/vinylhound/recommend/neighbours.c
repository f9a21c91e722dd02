/* neighbours.c - for each item those that weigh most. */
#include "neighbours.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/room.h"

#include "core/banned.h"

void neighbours_make(struct neighbours *of, uint32_t items, unsigned most)
{
    *of = (struct neighbours){.items = items, .most = most};
    of->count = room_for(items, sizeof *of->count);
    of->list = room_for((size_t)items * most, sizeof *of->list);
}

void neighbours_free(struct neighbours *of)
{
    free(of->count);
    free(of->list);
    *of = (struct neighbours){0};
}

static int heavier_first(const void *a, const void *b)
{
    const struct neighbour *x = a, *y = b;
    float wx = fabsf(x->weight), wy = fabsf(y->weight);

    if (wx != wy)
        return wx < wy ? 1 : -1;
    return x->item < y->item ? -1 : x->item > y->item;
}

/* Moves the `most` heaviest to the front, in no order: Hoare's selection. */
static void select_heaviest(struct neighbour *found, size_t count, size_t most)
{
    size_t from = 0, to = count;

    while (to - from > 1 && from < most && most < to) {
        struct neighbour pivot = found[from + (to - from - 1) / 2];
        size_t i = from, j = to - 1;

        for (;; i++, j--) {
            struct neighbour swap;

            while (heavier_first(&found[i], &pivot) < 0)
                i++;
            while (heavier_first(&found[j], &pivot) > 0)
                j--;
            if (i >= j)
                break;
            swap = found[i];
            found[i] = found[j];
            found[j] = swap;
        }
        if (j + 1 >= most) /* from to j are no lighter than the rest */
            to = j + 1;
        else
            from = j + 1;
    }
}

void neighbours_keep(struct neighbours *of, uint32_t item, struct neighbour *found,
                     size_t count)
{
    size_t kept = count < of->most ? count : of->most;

    if (count > kept)
        select_heaviest(found, count, kept);
    qsort(found, kept, sizeof *found, heavier_first);
    memcpy(of->list + (size_t)item * of->most, found, kept * sizeof *found);
    of->count[item] = (uint32_t)kept;
}
