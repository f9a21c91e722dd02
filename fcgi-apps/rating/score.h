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

/* What the site's ratings are like, as counted over its albums: half-stars. */
struct site_sums {
    double albums; /* k, with ratings */
    double count;  /* N */
    double sum, squares;
    double count_squares; /* sum of n^2 over the albums */
    double album_squares; /* sum of (sum of an album's ratings)^2 / n */
};

/* C the mean and S^2 the variance of all ratings (with one more, as of a site without
   any, or a site whose few ratings agree would be sure of everything). m is the variance
   within albums over that between them: the number of ratings whose mean is as far from
   their album's true score as albums' true scores are from C. Both by the analysis of
   variance of one random factor with unequal groups (Searle, Casella and McCulloch,
   "Variance Components", 1992, section 3.6): within = SSW/(N - k), between =
   (SSB/(k - 1) - within)/n0, n0 = (N - sum of n^2/N)/(k - 1). m is SCORE_M while there
   are too few ratings to tell, and never below 1 or above 50. */
struct score_parameters score_estimate(const struct site_sums *sums);

#endif
