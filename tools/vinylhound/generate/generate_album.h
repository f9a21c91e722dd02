/* generate_album.h - one made-up album: its row and songs, its pressings with their
 * tracks. */
#ifndef VH_GENERATE_ALBUM_H
#define VH_GENERATE_ALBUM_H

#include "generate_catalog.h"

/* Whom an album is by. */
struct maker {
    uint64_t artist_id; /* 0: various artists */
    const char *name;
    unsigned genre;       /* the main one */
    int first_year;       /* of the artist's albums */
    uint32_t genres_made; /* a bit for each genre of the albums so far */
};

enum { LAST_YEAR = 2026, TRACKS_MOST = 267, PRESSINGS_MOST = 500 };

struct track {
    char position[8];
    const char *title;
    unsigned duration, disc, number; /* duration 0: not known */
};

struct album {
    uint64_t id, number;
    struct maker *maker;
    const char *title, *genres, *styles;
    char created[24];
    int year;
    unsigned tracks, pressings;
    bool vinyl;
    struct track track[TRACKS_MOST];
};

void album_make(struct catalog *catalog, struct maker *maker);

/* Puts the album's next pressing, from 0 on. */
void album_press(struct catalog *catalog, const struct album *album, unsigned number);

/* A year with the decades in about the ratio of Discogs' releases. */
int album_year(struct random *random);

#endif
