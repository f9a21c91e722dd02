/* album_store.h - which albums there are, as far as the catalogue has been asked: the
 * only code that touches `known_albums`. */
#ifndef VH_RATING_ALBUM_STORE_H
#define VH_RATING_ALBUM_STORE_H

#include "core/db.h"

struct known_album {
    uint64_t album_id;
};

extern const struct shape known_album_shape;

/* 1 if the album is known, 0 if not, -1 if the database failed (logged). */
int album_store_knows(struct db *db, struct arena *arena, uint64_t album_id);

/* `artist_id` 0: none is linked. 0 or -1. */
int album_store_learn(struct db *db, uint64_t album_id, uint64_t artist_id);

#endif
