/* discogs_place.h - on which disc a track is, and where on it, told from its position:
 * "A1", "2-1", "CD2-4". */
#ifndef VH_DISCOGS_PLACE_H
#define VH_DISCOGS_PLACE_H

#include <stdbool.h>

enum { MEDIUM_SIZE = 12, MEDIA_LIMIT = 32, DISC_LIMIT = 1000 };

/* What a position says by itself. */
struct place {
    char medium[MEDIUM_SIZE]; /* "CD" of CD2-4; "" for none */
    unsigned number;          /* 2 of CD2-4, of 2-1; 0 for none */
    unsigned side;            /* 1 for A, 2 for B; 0 for none */
    bool dotted;              /* 2.1: a disc and a track, or a track and its part */
};

/* `position` may be NULL. `discs` is how many discs the formats say there are, 0 if they
 * do not say. */
struct place place_parse(const char *position, unsigned discs);

/* Numbers the tracks of one pressing, in order. */
struct numbering {
    unsigned discs;   /* as the formats say */
    unsigned disc;    /* of the last track */
    unsigned highest; /* disc so far */
    unsigned media;
    struct {
        char name[MEDIUM_SIZE];
        unsigned before; /* discs of other media counted before its first */
    } medium[MEDIA_LIMIT];
    unsigned tracks[DISC_LIMIT + 1]; /* counted so far, for each disc */
};

void numbering_init(struct numbering *numbering, unsigned discs);

/* The next track's disc and number, each counted from 1. A position that names no disc is
 * on the last one. */
void numbering_next(struct numbering *numbering, const char *position, unsigned *disc,
                    unsigned *track);

#endif
