/* predict.h - which rating a user would give an item, from a model that is read and the
 * user's own ratings: what a request computes, and what `vinylhound recommend --evaluate`
 * measures, are these functions. docs/recommendations.md has the formulae.
 *
 * The model is the operator's program's work (tools/vinylhound/model_*.c). */
#ifndef VH_RATING_PREDICT_H
#define VH_RATING_PREDICT_H

#include <stddef.h>

enum {
    FACTORS = 16,                          /* of an item */
    SPREADS = FACTORS * (FACTORS + 1) / 2, /* of their covariance, lower triangle */
    FACTOR_FLOATS = FACTORS + SPREADS,
    BLEND = 4
};

/* What holds for the whole model. All doubles, so that it can be stored as it is. */
struct predictor {
    double mean;               /* of all ratings, stars */
    double user_damping;       /* ratings' worth of 0 a user's bias is drawn by */
    double noise;              /* variance of a rating about what the factors say */
    double precision[FACTORS]; /* 1 / variance of users' factors */
    double near_most;          /* neighbours that count */
    double near_damping;       /* weight by which their mean is drawn to 0 */
    double blend[BLEND];
};

/* One rating of the user whose taste is wanted. */
struct rated {
    float stars, bias; /* the rating; the item's bias */
    const float
        *factors; /* FACTOR_FLOATS of the item: means, then covariance; NULL: unknown */
};

struct taste {
    double bias;
    double factors[FACTORS];
    double given; /* how many ratings it is made of */
};

/* The bias of a user with these ratings. */
double taste_bias(const struct predictor *model, const struct rated *rated, size_t count);

/* Bias and factors; a rating's residual is stars - mean - taste.bias - item's bias. */
void taste_of(const struct predictor *model, const struct rated *rated, size_t count,
              struct taste *taste);

/* The part of `factors` (FACTOR_FLOATS, NULL: none) in a prediction: their product with
 * the taste. */
double taste_times(const struct taste *taste, const float *factors);

/* Neighbours' part: the mean of the user's residuals of the items most like this one, by
   their likeness. Each neighbour that the user has rated is added, likest first, until
   near_sum_full. */
struct near_sum {
    double weights, weighted;
    unsigned count;
};
int near_sum_full(const struct predictor *model, const struct near_sum *sum);
void near_sum_add(struct near_sum *sum, double weight, double residual);
double near_sum_mean(const struct predictor *model, const struct near_sum *sum);

/* What the parts are worth: the columns that predictor.blend weighs. */
void blend_columns(double by_factors, double by_neighbours, const struct taste *taste,
                   double columns[BLEND]);

/* Stars, within 0.5 to 5. */
double predict(const struct predictor *model, const struct taste *taste, double item_bias,
               const float *factors, const struct near_sum *sum);

/* L L' = matrix (lower triangle by rows, packed), in place. 0, or -1 if it is not
 * positive definite; then solves for a vector in place. For small n. */
int cholesky(double *matrix, unsigned n);
void cholesky_solve(const double *factor, unsigned n, double *vector);

#endif
