/* neighbours.h - for each item the items it weighs on most, or that weigh most on it. */
#ifndef VH_NEIGHBOURS_H
#define VH_NEIGHBOURS_H

#include <stddef.h>
#include <stdint.h>

struct neighbour {
    uint32_t item;
    float weight;
};

struct neighbours {
    uint32_t items;
    unsigned most;          /* of each item at most so many are kept */
    uint32_t *count;        /* of each item */
    struct neighbour *list; /* items * most; of each item the heaviest first */
};

void neighbours_make(struct neighbours *of, uint32_t items, unsigned most);
void neighbours_free(struct neighbours *of);

/* Of `found` keeps the `most` with the greatest |weight|, heaviest first; equal ones by
   item, so that the choice is no accident. `found` is put in another order. */
void neighbours_keep(struct neighbours *of, uint32_t item, struct neighbour *found,
                     size_t count);

static inline const struct neighbour *neighbours_of(const struct neighbours *of,
                                                    uint32_t item)
{
    return of->list + (size_t)item * of->most;
}

#endif
