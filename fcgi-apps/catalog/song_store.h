/* song_store.h - songs: the only code that touches `songs`. */
#ifndef VH_CATALOG_SONG_STORE_H
#define VH_CATALOG_SONG_STORE_H

#include "catalog/ids.h"
#include "core/db.h"
#include "core/listing.h"

struct song {
    uint64_t id;
    const char *title;
    uint64_t album_id;
    const char *album;  /* its title */
    const char *artist; /* as printed: the song's own credit, or the album's */
    uint64_t artist_id;
    int64_t track_num, disc_num; /* from 1 */
    const char *position;        /* as printed: A1 */
    int64_t duration;            /* seconds; -1: not known */
    const char *genre;
    int64_t version;
    int64_t ordinal; /* album, disc and track in one: the playing order */
};

/* The body of POST and PUT, and the state that is kept in the history. */
struct song_body {
    uint64_t album_id;
    const char *title;
    int64_t disc_num, track_num; /* from 1; disc_num 0: the first */
    const char *position;
    int64_t duration;     /* seconds; -1: not known */
    const char *artist;   /* as printed; NULL: the album's */
    uint64_t artist_id;   /* of that, if it is linked */
    uint64_t credited_id; /* that, or the album's; part of no body */
};

/* A song whose place on its album is to be given anew. */
struct song_slot {
    uint64_t id;
    const char *title, *artist;
    uint64_t artist_id;
    int64_t version;
};

extern const struct shape song_shape, song_body_shape, song_slot_shape;
extern const struct listing song_listing;

/* 1 and *out filled (texts in the arena), 0 if there is none (*out untouched), -1 if the
 * database failed (logged). */
int song_store_find(struct db *db, struct arena *arena, uint64_t id, struct song *out);

/* As an editor wrote it. Returns as song_store_find. */
int song_store_state(struct db *db, struct arena *arena, uint64_t id,
                     struct song_body *out);

/* Whether a song is there; locked until the transaction ends. 1, 0, -1. */
int song_store_lock(struct db *db, struct arena *arena, uint64_t id,
                    struct standing *out);

/* The same without a lock. */
int song_store_standing(struct db *db, struct arena *arena, uint64_t id,
                        struct standing *out);

/* 0, DB_DUPLICATE if another song has its place on the album, or -1. An `id` of 0 is made
   up. */
int song_store_add(struct db *db, const struct song_body *body, uint64_t *id,
                   int64_t version);
int song_store_set(struct db *db, uint64_t id, const struct song_body *body);
/* 0 or -1. */
int song_store_remove(struct db *db, uint64_t id);

/* The songs of an album in playing order, as struct track. 0 or -1. */
int song_store_tracks(struct db *db, struct arena *arena, uint64_t album_id,
                      struct rows *out);

/* Makes these struct tracks the songs of an album, in this order; a position "2-5" puts a
   track on disc 2. A song keeps its id and its own credit if its title is still there, or
   else if its place is. 0 or -1. */
int song_store_replace(struct db *db, struct arena *arena, uint64_t album_id,
                       uint64_t artist_id, const struct rows *tracks);

/* The album's artist is now this one, and that of its songs that name none. 0 or -1. */
int song_store_credit(struct db *db, uint64_t album_id, uint64_t artist_id);

/* Songs that credit an artist by one name credit another. 0 or -1. */
int song_store_rename(struct db *db, uint64_t artist_id, const char *from,
                      const char *to);

/* A page of struct song. 0 or -1. */
int song_store_list(struct db *db, struct arena *arena, struct query *query,
                    struct page *page);

#endif
