/* score.h - what an album's ratings come to.
 *
 *     score = (sum of w*r + m*C) / (sum of w + m)
 *
 * a weighted mean drawn to the site's mean C by the weight of m ratings (a Bayesian
 * average, as in Efron and Morris, "Data analysis using Stein's estimator", JASA 70,
 * 1975). w, a rating's weight, is min(1, distinct artists its rater has rated / 20): it
 * is kept in twentieths. The interval is score -/+ 1.28 sigma / sqrt(sum of w + m), with
 * sigma^2 = (sum of w*(r - score)^2 + m*S^2) / (sum of w + m), S^2 the site's variance
 * (and one rating's worth of the variance of ten equally likely steps, or a site whose
 * few ratings agree would be sure of everything): an album with few ratings is no surer
 * than the site is wide. Charts rank by its lower end, which nine of ten true scores lie
 * above. */
#ifndef VH_RATING_SCORE_H
#define VH_RATING_SCORE_H

#include <stdint.h>

/* The weight, in ratings, with which C counts. */
#define SCORE_M 4.0

/* As counted, in half-stars and twentieths of weight. */
struct score_sums {
    int64_t weight, weighted, weighted_squares;
    int64_t site_count, site_sum, site_squares;
};

/* In stars. */
struct score {
    double prior, weighted, low, high;
};

struct score score_of(const struct score_sums *sums);

#endif
