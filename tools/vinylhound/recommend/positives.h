/* positives.h - of ratings or counts, what users are taken to like, as the ranking is
 * trained on and held against. */
#ifndef VH_POSITIVES_H
#define VH_POSITIVES_H

#include <stdbool.h>

#include "matrix.h"

enum { POSITIVE_LEAST = 5 }; /* of each user and of each item */

/* Ratings of 4 stars or more (all of them if `counts`), of users and items that have
 * POSITIVE_LEAST of them or more, numbered anew without gaps. Values tell how much: stars
 * from 0.6 for 4 to 1 for 5; counts as their logarithm, relative to the user's mean.
 * `items`, if not NULL, gets the former number of each item, the caller's to free. */
void positives_take(const struct matrix *by_user, bool counts, struct matrix *out,
                    uint32_t **items);

/* Each entry goes to `aside` with the chance 1 / `one_of`, else to `have`. */
void positives_split(const struct matrix *all, unsigned one_of, uint64_t seed,
                     struct matrix *have, struct matrix *aside);

#endif
