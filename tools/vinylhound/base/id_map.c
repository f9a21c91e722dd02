/* id_map.c - ids of a database, numbered in the order they are met. */
#include "id_map.h"

#include <stdlib.h>

#include "room.h"

#include "core/banned.h"

static size_t place(const struct id_map *map, uint64_t id)
{
    size_t at = (size_t)(id * 0x9e3779b97f4a7c15u >> 20) & (map->room - 1);

    while (map->slots[at] != 0 && map->ids[map->slots[at] - 1] != id)
        at = (at + 1) & (map->room - 1);
    return at;
}

static void grow(struct id_map *map)
{
    free(map->slots);
    map->room = map->room == 0 ? 1024 : map->room * 2;
    map->slots = room_for(map->room, sizeof *map->slots);
    map->ids = room_grow(map->ids, map->room / 2, sizeof *map->ids);
    for (uint32_t i = 0; i < map->count; i++)
        map->slots[place(map, map->ids[i])] = i + 1;
}

uint32_t id_map_number(struct id_map *map, uint64_t id)
{
    size_t at;

    if (map->count >= map->room / 2)
        grow(map);
    at = place(map, id);
    if (map->slots[at] == 0) {
        map->ids[map->count] = id;
        map->slots[at] = ++map->count;
    }
    return map->slots[at] - 1;
}

void id_map_free(struct id_map *map)
{
    free(map->ids);
    free(map->slots);
    *map = (struct id_map){0};
}
