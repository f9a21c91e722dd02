/* generate_album.h - one made-up album: its row, pressings, tracks and songs. */
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

void album_make(struct catalog *catalog, struct maker *maker);

/* A year with the decades in about the ratio of Discogs' releases. */
int album_year(struct random *random);

#endif
