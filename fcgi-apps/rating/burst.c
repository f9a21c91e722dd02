/* burst.c - whether an album's latest ratings look like a campaign. */
#include "rating/burst.h"

#include <math.h>

#include "core/banned.h"

#define ASSUMED 10      /* other ratings, as the site's are */
#define ONE_MIND 0.8    /* of the new accounts */
#define SHARE_LEAST 0.2 /* what is rare on the site is not that rare of one album */
#define SHARE_MOST 0.9
#define NEW_LEAST 0.02
#define NEW_MOST 0.9

static double clip(double share, double least, double most)
{
    return fmin(most, fmax(least, share));
}

double binomial_tail(int64_t least, int64_t n, double p)
{
    double sum = 0;

    if (least <= 0)
        return 1;
    for (int64_t k = least; k <= n; k++)
        sum += exp(lgamma((double)n + 1) - lgamma((double)k + 1) -
                   lgamma((double)(n - k) + 1) + (double)k * log(p) +
                   (double)(n - k) * log1p(-p));
    return fmin(1, sum);
}

/* Whether so many of the new accounts' ratings in one direction are unlikely. */
static bool leans(int64_t of_young, const struct burst_counts *counts, int64_t of_others,
                  double site_share)
{
    bool of_one_mind = (double)of_young >= ONE_MIND * (double)counts->young;
    double share =
        ((double)of_others + ASSUMED * site_share) / ((double)counts->others + ASSUMED);

    return of_one_mind &&
           binomial_tail(of_young, counts->young, clip(share, SHARE_LEAST, SHARE_MOST)) <
               BURST_CHANCE;
}

enum burst burst_in(const struct burst_counts *counts, const struct burst_site *site)
{
    double young = clip(site->new_share, NEW_LEAST, NEW_MOST);

    if (counts->young < BURST_LEAST ||
        binomial_tail(counts->young, counts->all, young) >= BURST_CHANCE)
        return BURST_NONE;
    if (leans(counts->high, counts, counts->others_high, site->high_share))
        return BURST_HIGH;
    return leans(counts->low, counts, counts->others_low, site->low_share) ? BURST_LOW
                                                                           : BURST_NONE;
}
