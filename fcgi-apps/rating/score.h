/* score.h - what an album's ratings come to.
 *
 *     score = (sum of w*r + m*C) / (sum of w + m)
 *
 * a weighted mean drawn to the site's mean C by the weight of m ratings (a Bayesian
 * average, as in Efron and Morris, "Data analysis using Stein's estimator", JASA 70,
 * 1975). w, a rating's weight, is min(1, distinct artists its rater has rated / 20): it
 * is kept in twentieths. The interval is score -/+ 1.28 sigma / sqrt(sum of w + m), with
 * sigma^2 = (sum of w*(r - score)^2 + m*S^2) / (sum of w + m), S^2 the site's variance:
 * an album with few ratings is no surer than the site is wide. Charts rank by its lower
 * end, which nine of ten true scores lie above. C, m and S^2 are estimated by
 * `vinylhound scores` and stand until its next run. */
#ifndef VH_RATING_SCORE_H
#define VH_RATING_SCORE_H

#include <stdint.h>

/* What the site's ratings are like; kept in `score_parameters`, in stars. */
struct score_parameters {
    double prior;  /* C */
    double m;      /* how many ratings C counts as */
    double spread; /* S^2 */
};

/* What is assumed of a site without ratings: the middle of 0.5 to 5, and the variance of
   ten equally likely steps. */
#define SCORE_MIDDLE 2.75
#define SCORE_UNIFORM_SPREAD 2.0625
#define SCORE_M 4.0

/* An album's, as counted: in half-stars and twentieths of weight. */
struct score_sums {
    int64_t weight, weighted, weighted_squares;
};

/* In stars. */
struct score {
    double weighted, low, high;
};

struct score score_of(const struct score_sums *sums, const struct score_parameters *site);

#endif
