/* album_store.h - which albums there are and what they are, as far as the catalogue has
 * told: the only code that touches `known_albums`, `genres`,
 * `album_genres` and `owned_albums`. */
#ifndef VH_RATING_ALBUM_STORE_H
#define VH_RATING_ALBUM_STORE_H

#include "core/db.h"

struct known_album {
    uint64_t album_id, artist_id; /* of the first artist; 0: none is linked */
    int64_t release_year;         /* 0: unknown */
    const char *genres;           /* a line each; NULL: none */
};

struct genre {
    uint64_t id;
};

extern const struct shape known_album_shape, genre_shape;

/* 1 and *out filled but for its genres, 0 if the album is not known, -1 if the database
   failed (logged). Inside a transaction the row is locked for reading: nobody merges or
   removes the album before its end. */
int album_store_find(struct db *db, struct arena *arena, uint64_t album_id,
                     struct known_album *out);

/* Keeps what the catalogue tells of an album, known before or not. 0 or -1. */
int album_store_keep(struct db *db, struct arena *arena, const struct known_album *album);

/* The id of a genre. 1, 0 if no album has been told to be of it, -1. */
int album_store_genre(struct db *db, struct arena *arena, const char *name,
                      uint64_t *out);

/* Makes `into` known as what `from` is known as, if it is. 0 or -1. */
int album_store_copy(struct db *db, uint64_t from, uint64_t into);

/* Who owns an album; `copies` 0: nobody any more. 0 or -1. */
int album_store_own(struct db *db, uint64_t user_id, uint64_t album_id, int64_t copies);
int album_store_disown(struct db *db, uint64_t user_id);

/* 0 or -1. */
int album_store_forget(struct db *db, uint64_t album_id);

#endif
