/* cover_store.h - uploaded covers: the only code that touches `covers`. */
#ifndef VH_CATALOG_COVER_STORE_H
#define VH_CATALOG_COVER_STORE_H

#include "catalog/cover_program.h"
#include "core/db.h"

struct cover {
    const char *type; /* image/jpeg */
    struct blob image;
};
extern const struct shape cover_shape;

/* `size` is small, medium or large. 1 and *out filled, 0 if none was uploaded, -1 if the
 * database failed (logged). */
int cover_store_find(struct db *db, struct arena *arena, uint64_t album_id,
                     const char *size, struct cover *out);

/* In place of those there are. 0 or -1. */
int cover_store_set(struct db *db, uint64_t album_id,
                    const struct blob images[COVER_SIZES]);
int cover_store_remove(struct db *db, uint64_t album_id);

#endif
