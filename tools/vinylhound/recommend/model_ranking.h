/* model_ranking.h - the model that ranks: which settings of model_linear.h fit, chosen on
 * a part of what it is given that is set aside for that. */
#ifndef VH_MODEL_RANKING_H
#define VH_MODEL_RANKING_H

#include "model_linear.h"

/* EASE while there are no more than `items_most` items, else likeness. Of many users or
   items some are enough to choose by. */
void linear_choose(struct linear_settings *settings, const struct matrix *positives,
                   uint32_t items_most, uint64_t seed);

/* How many weights of each item are kept, so that all together take no more than some
 * tens of megabytes. */
unsigned linear_kept(uint32_t items);

#endif
