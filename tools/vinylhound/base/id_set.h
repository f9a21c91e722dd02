/* id_set.h - ids that have been met: a bit each, in pages that are made when one of
 * theirs is met. */
#ifndef VH_ID_SET_H
#define VH_ID_SET_H

#include <stdbool.h>
#include <stdint.h>

enum { ID_PAGES = 4096 }; /* of 2^20 ids, 128 KB */

struct id_set {
    unsigned char *pages[ID_PAGES];
};

/* Adds an id. 1 if it is new, 0 if it was there, -1 if memory is out. */
int id_set_add(struct id_set *set, uint32_t id);

void id_set_free(struct id_set *set);

#endif
