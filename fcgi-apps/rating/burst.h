/* burst.h - whether the ratings that an album has got within two days look like a
 * campaign: the statistics, without a database.
 *
 * It does if there are BURST_LEAST or more by new accounts and both of these are less
 * likely than BURST_CHANCE:
 *
 *   that so many of the ratings are by new accounts, at the site's share of those;
 *   that so many of the new accounts' are high (4.5 and more), or low (1.5 and less), at
 *   the share among the album's other ratings, of which ten as the site's are assumed.
 *
 * and four of five of them are. Both are upper tails of binomial distributions. A new
 * record's release brings new accounts too, but they differ in what they think of it as
 * others do. */
#ifndef VH_RATING_BURST_H
#define VH_RATING_BURST_H

#include <stdbool.h>
#include <stdint.h>

#define BURST_LEAST 20
#define BURST_CHANCE 1e-6

struct burst_counts {
    int64_t all;                             /* ratings of the two days */
    int64_t young, high, low;                /* of those, by new accounts */
    int64_t others, others_high, others_low; /* the album's but for `young` */
};

struct burst_site {
    double new_share, high_share, low_share;
};

enum burst { BURST_NONE, BURST_HIGH, BURST_LOW };

enum burst burst_in(const struct burst_counts *counts, const struct burst_site *site);

/* The chance of `least` or more out of n, each with chance p. */
double binomial_tail(int64_t least, int64_t n, double p);

#endif
