/* generate_spread.h - how unevenly made-up people's ratings fall on albums: what must be
 * put into the log-normal distribution so that what comes out is as uneven as on real
 * sites. It is not the same: nobody rates an album twice, so that the most popular ones
 * get less than they draw, and some albums that somebody might have rated nobody has. */
#ifndef VH_GENERATE_SPREAD_H
#define VH_GENERATE_SPREAD_H

#include <stdint.h>

#define SPREAD_HEAD 0.01       /* of all albums, the most rated */
#define SPREAD_HEAD_SHARE 0.53 /* of all ratings that they are to have */

/* Who rates, and how: generate_taste.c's. */
struct spread_world {
    double users, albums, ratings;
    double unrated;  /* of albums, the part that nobody is to rate */
    double activity; /* log-normal deviation of how many ratings a person gives */
    double at_home;  /* of a person's ratings, those in the clusters they like */
    double tries;    /* for an album, at most, that the person has not rated */
    unsigned clusters, liked_most;
};

/* What is put in: the deviation of the logarithm of albums' popularity, and the part of
   albums that have any. */
struct spread {
    double deviation, drawn;
};

/* What is to be put in; as near as can be where a crowd is too small or rates too much
   of the catalogue for it. */
struct spread spread_for(const struct spread_world *world);

#endif
