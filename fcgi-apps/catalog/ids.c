/* ids.c - sets of ids. */
#include "catalog/ids.h"

#include "core/arena.h"

#include "core/banned.h"

static const struct field standing_fields[] = {
    FIELD(struct standing, id, FIELD_ID),
    FIELD(struct standing, version, FIELD_COUNT),
    FIELD(struct standing, deleted, FIELD_BOOL),
    FIELD(struct standing, merged_into, FIELD_ID),
};
const struct shape standing_shape = SHAPE(struct standing, standing_fields);

static const struct field id_row_fields[] = {
    FIELD(struct id_row, id, FIELD_ID),
};
const struct shape id_row_shape = SHAPE(struct id_row, id_row_fields);

bool ids_make(struct arena *arena, size_t room, struct ids *out)
{
    *out = (struct ids){arena_alloc(arena, (room + 1) * sizeof *out->items), 0};
    return out->items != NULL;
}

bool ids_have(const struct ids *ids, uint64_t id)
{
    for (size_t i = 0; i < ids->count; i++)
        if (ids->items[i] == id)
            return true;
    return false;
}

void ids_add(struct ids *ids, uint64_t id)
{
    if (id != 0 && !ids_have(ids, id))
        ids->items[ids->count++] = id;
}
