/* generate_crowd.h - made-up people while they are put into the databases, between
 * generate_people*.c. */
#ifndef VH_GENERATE_CROWD_H
#define VH_GENERATE_CROWD_H

#include <time.h>

#include "generate_taste.h"
#include "import/import_load.h"
#include "import/import_progress.h"

#define SHARDS 16 /* of rating_totals */

/* An album, and what its new ratings come to. */
struct target {
    uint64_t id;
    uint32_t artist, half_stars[10];
    int64_t weight, weighted, weighted_squares;
};

struct crowd {
    struct taste_world *world;
    struct loader loader; /* into the rating service's database */
    struct target *albums;
    uint64_t first_user; /* the id of demo-1 */
    uint32_t asked;      /* people whose ratings are under way or there */
    uint64_t given;      /* ratings of theirs */
    struct progress progress;
    struct rows ratings, raters;
    int64_t totals[SHARDS][3]; /* count, sum, squares */
    uint32_t *artist_met;      /* of an artist's number: the last person, + 1 */
    uint32_t artists;
    time_t now;
};

/* Each is false after a complaint. */

/* The temporary tables that what follows goes through. */
bool crowd_make_staging(MYSQL *mysql);

/* Reads all albums of the catalogue, and tells the rating service of them. */
bool crowd_learn_albums(struct crowd *crowd, MYSQL *catalog);

/* Adds what the ratings come to to the sums of albums and of the site. */
bool crowd_add_sums(struct crowd *crowd);

#endif
