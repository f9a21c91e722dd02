/* album_parts_store.h - whom an album credits and what it is: the only code that touches
 * `album_artists`, `album_genres` and `album_styles`, the indexes of what `albums` shows.
 */
#ifndef VH_CATALOG_ALBUM_PARTS_STORE_H
#define VH_CATALOG_ALBUM_PARTS_STORE_H

#include "catalog/ids.h"
#include "core/db.h"

struct album_body;

/* The genres of an album. 0 or -1. */
int album_parts_store_genres(struct db *db, struct arena *arena, uint64_t album_id,
                             struct ids *out);

/* Writes those of a completed body in place of those there are. 0 or -1. */
int album_parts_store_set_credits(struct db *db, struct arena *arena, uint64_t album_id,
                                  const struct album_body *body);
int album_parts_store_set_genres(struct db *db, uint64_t album_id,
                                 const struct ids *genres);
int album_parts_store_set_styles(struct db *db, uint64_t album_id,
                                 const struct ids *styles);

/* Where an artist is credited by one name, another is put. 0 or -1. */
int album_parts_store_rename(struct db *db, uint64_t artist_id, const char *from,
                             const char *to);

#endif
