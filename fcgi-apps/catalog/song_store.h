/* song_store.h - songs: the only code that touches `songs`. */
#ifndef VH_CATALOG_SONG_STORE_H
#define VH_CATALOG_SONG_STORE_H

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
    int64_t ordinal; /* album, disc and track in one: the playing order */
};

extern const struct shape song_shape;
extern const struct listing song_listing;

/* 1 and *out filled (texts in the arena), 0 if there is none (*out untouched), -1 if the
 * database failed (logged). */
int song_store_find(struct db *db, struct arena *arena, uint64_t id, struct song *out);

/* A page of struct song. 0 or -1. */
int song_store_list(struct db *db, struct arena *arena, const struct query *query,
                    struct page *page);

#endif
