/* generate_taste.h - made-up people with tastes, and what they rate. Albums belong to one
 * of TASTES planted clusters; a person likes up to three of them, rates mostly there, and
 * rates higher there. How often albums are rated is as uneven as it is on real sites: 51
 * in 100 never, and the most rated hundredth has 53 in 100 of all ratings (a log-normal
 * distribution). Each person is made from the seed and their number alone. */
#ifndef VH_GENERATE_TASTE_H
#define VH_GENERATE_TASTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TASTES = 30 };

struct opinion {
    uint32_t album;      /* 0 to albums - 1 */
    unsigned half_stars; /* 1 to 10 */
};

struct taste_world {
    uint64_t seed, ratings; /* how many are wanted, about */
    uint32_t users, albums;
    double unrated; /* the part of albums that nobody rates */

    uint32_t *by_cluster; /* albums that are rated, cluster by cluster */
    double *weights;      /* of by_cluster: the sum up to and with each */
    uint32_t begin[TASTES + 1];
    float *quality;           /* of each album, stars */
    unsigned char *cluster;   /* of each album */
    uint32_t *chosen;         /* by how many-th person an album was last chosen, + 1 */
    struct opinion *opinions; /* of the person asked for last */
};

/* `seed`, `ratings`, `users`, `albums` and `unrated` must be set. */
void taste_world_make(struct taste_world *world);
void taste_world_free(struct taste_world *world);

/* What a person (0 to users - 1) rates, in the order they do; good until the next call.
 */
size_t taste_world_ask(struct taste_world *world, uint32_t user,
                       const struct opinion **opinions);

#endif
