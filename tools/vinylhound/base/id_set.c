/* id_set.c - ids that have been met. */
#include "id_set.h"

#include <stdlib.h>

#include "core/banned.h"

#define PAGE_BITS 20

int id_set_add(struct id_set *set, uint32_t id)
{
    unsigned char **page = &set->pages[id >> PAGE_BITS];
    uint32_t within = id & ((1u << PAGE_BITS) - 1);
    unsigned char bit = (unsigned char)(1u << within % 8);

    if (*page == NULL)
        *page = calloc(1, (1u << PAGE_BITS) / 8);
    if (*page == NULL)
        return -1;
    if ((*page)[within / 8] & bit)
        return 0;
    (*page)[within / 8] |= bit;
    return 1;
}

void id_set_free(struct id_set *set)
{
    for (int i = 0; i < ID_PAGES; i++) {
        free(set->pages[i]);
        set->pages[i] = NULL;
    }
}
