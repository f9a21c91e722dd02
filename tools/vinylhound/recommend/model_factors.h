/* model_factors.h - what users' tastes and items have in common, as FACTORS numbers of
 * each: the variational approximation of Bayesian matrix factorisation (Lim and Teh,
 * "Variational Bayesian approach to movie rating prediction", KDD Cup and Workshop 2007).
 * An item's factors are a mean and a covariance: of one rated by few, the covariance says
 * how little is known. Users' factors are not kept: they follow from items' and ratings
 * (predict.h). */
#ifndef VH_MODEL_FACTORS_H
#define VH_MODEL_FACTORS_H

#include "matrix.h"
#include "rating/predict.h"

struct factors {
    uint32_t items;
    float *item; /* items * FACTOR_FLOATS */
};

/* Fits to residuals; writes noise and precision of `model`. */
void factors_fit(struct factors *factors, struct predictor *model,
                 const struct matrix *by_user, unsigned rounds, uint64_t seed);
void factors_free(struct factors *factors);

static inline const float *factors_of(const struct factors *factors, uint32_t item)
{
    return factors->item + (size_t)item * FACTOR_FLOATS;
}

#endif
