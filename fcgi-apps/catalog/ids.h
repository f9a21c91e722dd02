/* ids.h - sets of ids, and where what an id names stands. */
#ifndef VH_CATALOG_IDS_H
#define VH_CATALOG_IDS_H

#include <stdbool.h>

#include "core/shape.h"

/* Whether a subject is there, and where it stands. */
struct standing {
    uint64_t id;
    int64_t version;
    bool deleted;
    uint64_t merged_into; /* of a deleted album; else 0 */
};
extern const struct shape standing_shape;

/* A set of ids. */
struct ids {
    uint64_t *items;
    size_t count;
};

/* A row that is an id. */
struct id_row {
    uint64_t id;
};
extern const struct shape id_row_shape;

/* False if memory is out. */
bool ids_make(struct arena *arena, size_t room, struct ids *out);
bool ids_have(const struct ids *ids, uint64_t id);
/* Adds an id unless it is 0 or there; there must be room. */
void ids_add(struct ids *ids, uint64_t id);

#endif
