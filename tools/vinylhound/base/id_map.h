/* id_map.h - ids of a database, numbered 0, 1, 2 … in the order they are met. */
#ifndef VH_ID_MAP_H
#define VH_ID_MAP_H

#include <stddef.h>
#include <stdint.h>

struct id_map {
    uint64_t *ids; /* by number */
    uint32_t count;
    uint32_t *slots; /* number + 1; 0: empty */
    size_t room;     /* slots, a power of two; 0 at first */
};

uint32_t id_map_number(struct id_map *map, uint64_t id);
void id_map_free(struct id_map *map);

#endif
