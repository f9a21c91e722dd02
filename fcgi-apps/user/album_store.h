/* album_store.h - what the catalogue has told of the albums in people's collections: the
 * only code that touches `known_albums` and `album_genres`. */
#ifndef VH_USER_ALBUM_STORE_H
#define VH_USER_ALBUM_STORE_H

#include "core/db.h"

struct known_album {
    uint64_t album_id;
    const char *title, *artist; /* the credit as printed */
    int64_t release_year;       /* 0: unknown */
    const char *cover_url;
    bool deleted;       /* taken out of the catalogue */
    int64_t stale;      /* how often it was changed since the catalogue was asked */
    const char *genres; /* one a line; not of the row */
};

extern const struct shape known_album_shape;

/* 1 and *out filled but for its genres, 0 if the album is not known, -1 if the database
 * failed (logged). */
int album_store_find(struct db *db, struct arena *arena, uint64_t album_id,
                     struct known_album *out);

/* Keeps what the catalogue tells, of an album known or not, and of the copies of it.
   album->stale is what the row said before it was asked: changes told meanwhile are asked
   for again. 0 or -1. */
int album_store_keep(struct db *db, const struct known_album *album);

/* What events tell. An album that is not known is left alone. Each 0 or -1. */
int album_store_changed(struct db *db, uint64_t album_id, int64_t release_year,
                        const char *genres);
int album_store_deleted(struct db *db, uint64_t album_id);
int album_store_merged(struct db *db, uint64_t album_id, uint64_t into);

#endif
