/* generate_catalog.h - a made-up catalogue: artists with their albums, pressings and
 * tracks as rows of the catalogue's own tables. docs/importing.md tells the
 * distributions. */
#ifndef VH_GENERATE_CATALOG_H
#define VH_GENERATE_CATALOG_H

#include <stdbool.h>
#include <stdint.h>

#include "generate_random.h"
#include "base/rows.h"

struct arena;

enum made_table {
    M_ARTISTS,
    M_ARTIST_GENRES,
    M_LABELS,
    M_ALBUMS,
    M_ALBUM_ARTISTS,
    M_ALBUM_GENRES,
    M_ALBUM_STYLES,
    M_SONGS,
    M_RELEASES,
    M_RELEASE_LABELS,
    M_RELEASE_FORMATS,
    M_RELEASE_TRACKS,
    M_RELEASE_IDENTIFIERS,
    MADE_TABLES
};

extern const struct staging made_tables[MADE_TABLES]; /* the catalogue's tables */

/* The dictionaries, numbered from 0; a style belongs to the genre i / STYLES_EACH. */
enum { MADE_GENRES = 15, STYLES_EACH = 4, MADE_STYLES = MADE_GENRES * STYLES_EACH };
extern const char *const made_genres[MADE_GENRES], *const made_styles[MADE_STYLES];

struct catalog {
    uint64_t seed, albums; /* how many are wanted */
    double pressings;      /* of an album, in the mean */
    /* ids given last, of each table; begin where the tables end */
    uint64_t artist_id, album_id, song_id, release_id, label_base;
    uint16_t genre_ids[MADE_GENRES], style_ids[MADE_STYLES];
    /* what has been made */
    uint64_t artists, made, releases, songs, tracks;
    uint64_t genre_albums[MADE_GENRES];
    uint32_t labels, *label_releases;
    struct rows rows[MADE_TABLES];
    struct buffer text;  /* being written */
    struct arena *arena; /* texts of the artist being made */
};

/* False if memory is out. `seed`, `albums` and `pressings` must be set. */
bool catalog_init(struct catalog *catalog);
void catalog_free(struct catalog *catalog);

/* Puts the next artist, or compilation of various artists, with all albums. */
void catalog_artist(struct catalog *catalog);

/* Puts the labels from `first` on, at most `count`. After all albums. */
void catalog_labels(struct catalog *catalog, uint32_t first, uint32_t count);

/* What `write` writes, and the name of a label, from its number alone: until the next
 * artist. NULL if memory is out. */
const char *catalog_words(struct catalog *catalog, struct random *random,
                          void (*write)(struct random *random, struct buffer *out));
const char *catalog_label(struct catalog *catalog, uint32_t label);

bool catalog_failed(const struct catalog *catalog); /* memory was out */

#endif
