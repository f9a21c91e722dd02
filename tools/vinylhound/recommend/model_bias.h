/* model_bias.h - how much above the mean a user rates and an item is rated, both drawn
 * towards 0 where there is little to go by: r = mean + user + item (Koren, "Factor in the
 * neighbors", ACM TKDD 4 (2010), section 2.1). */
#ifndef VH_MODEL_BIAS_H
#define VH_MODEL_BIAS_H

#include "matrix.h"

struct bias {
    double mean;
    double user_damping, item_damping; /* ratings' worth of 0 each is drawn by */
    float *user, *item;
};

/* Fits by turns, the users' last. Dampings are taken from `bias`. */
void bias_fit(struct bias *bias, const struct matrix *by_user,
              const struct matrix *by_item);
void bias_free(struct bias *bias);

/* Ratings less what the biases say, a matrix like by_user. */
void bias_residuals(const struct bias *bias, const struct matrix *by_user,
                    struct matrix *out);

static inline double bias_of(const struct bias *bias, uint32_t user, uint32_t item)
{
    return bias->mean + (double)bias->user[user] + (double)bias->item[item];
}

#endif
