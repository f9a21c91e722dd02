/* model_near.h - items that are rated alike: correlations of what the biases leave over,
 * drawn towards 0 by how few rated both (Koren 2010, section 2.2):
 *   s(i,j) = sum z(u,i) z(u,j) / (n(i,j) + shrinkage),   z = residual / deviation of item
 */
#ifndef VH_MODEL_NEAR_H
#define VH_MODEL_NEAR_H

#include "matrix.h"
#include "neighbours.h"

struct near_settings {
    double shrinkage;
    unsigned most; /* neighbours kept of each item */
};

/* Of residuals by user and by item. Only what correlates positively is kept. */
void near_fit(struct neighbours *near, const struct matrix *by_user,
              const struct matrix *by_item, const struct near_settings *settings);

#endif
