/* artist_store.h - artists: the only code that touches `artists` and `artist_genres`.
 *
 * A deleted artist keeps its row (deleted_at); nothing here shows it. `edited` is the set
 * of fields that people set: an import leaves those of an artist alone, and an artist's
 * genres are those of the albums until somebody sets them. */
#ifndef VH_CATALOG_ARTIST_STORE_H
#define VH_CATALOG_ARTIST_STORE_H

#include "catalog/ids.h"
#include "core/db.h"
#include "core/listing.h"

struct artist {
    uint64_t id;
    const char *name, *sort_name, *real_name, *biography;
    const char *genres; /* one a line */
    const char *image_url;
    int64_t album_count, version;
    const char *created_at, *updated_at;
};

/* An artist as a credit sees it. */
struct artist_name {
    uint64_t id;
    const char *name;
    const char *plain; /* without " (2)", as printed */
    bool deleted;
    bool genres_edited; /* they are not the albums' */
};

/* The body of POST and PUT, and the state that is kept in the history. */
struct artist_body {
    const char *name;
    const char *sort_name; /* NULL: made from the name */
    const char *real_name, *biography;
    const char *genres;   /* NULL: as they are */
    struct ids genre_ids; /* part of no body */
};

extern const struct shape artist_shape, artist_name_shape, artist_body_shape;
extern const struct listing artist_listing;

/* 1 and *out filled (texts in the arena), 0 if there is none (*out untouched), -1 if the
 * database failed (logged). */
int artist_store_find(struct db *db, struct arena *arena, uint64_t id,
                      struct artist *out);

/* Whether an artist is there, deleted or not; locked until the transaction ends. 1, 0,
 * -1. */
int artist_store_lock(struct db *db, struct arena *arena, uint64_t id,
                      struct artist_name *out);
int artist_store_stand(struct db *db, struct arena *arena, uint64_t id,
                       struct standing *out);
/* The same without a lock. */
int artist_store_standing(struct db *db, struct arena *arena, uint64_t id,
                          struct standing *out);

/* The artist of this name (case aside), locked; added if there is none. 0 or -1. */
int artist_store_named(struct db *db, struct arena *arena, const char *name,
                       struct artist_name *out);
/* Another artist than `id` of this name. 1 and *out filled, 0, -1. */
int artist_store_other(struct db *db, struct arena *arena, const char *name, uint64_t id,
                       struct artist_name *out);

/* Each makes the next version. 0 or -1. */
int artist_store_add(struct db *db, const struct artist_body *body, uint64_t *id);
int artist_store_set(struct db *db, uint64_t id, const struct artist_body *body,
                     const char *fields);
int artist_store_remove(struct db *db, uint64_t id);
int artist_store_restore(struct db *db, uint64_t id);

/* Whether an album or a song that is there names the artist. 1, 0, -1. */
int artist_store_used(struct db *db, struct arena *arena, uint64_t id);

/* How many albums there are more. 0 or -1. */
int artist_store_count(struct db *db, uint64_t id, int by);

/* The genres of an artist: these, whose names are one a line, or those of the albums. 0
 * or -1. */
int artist_store_set_genres(struct db *db, uint64_t id, const struct ids *genres,
                            const char *names);
int artist_store_derive_genres(struct db *db, struct arena *arena, uint64_t id);

/* A page of struct artist. 0 or -1. */
int artist_store_list(struct db *db, struct arena *arena, struct query *query,
                      struct page *page);

/* The artist has another name, is gone or back: lists by genre follow. (With other genres
   they do so by themselves.) 0 or -1. */
int artist_store_index(struct db *db, uint64_t id);

#endif
