/* model_ranking.h - the model that ranks: which settings of model_linear.h fit, chosen on
 * a part of what it is given that is set aside for that. */
#ifndef VH_MODEL_RANKING_H
#define VH_MODEL_RANKING_H

#include "model_linear.h"

/* EASE while there are no more than `items_most` items, else likeness. Of many users or
   items some are enough to choose by. */
void linear_choose(struct linear_settings *settings, const struct matrix *positives,
                   uint32_t items_most, uint64_t seed);

/* How many weights of each item are kept: at most `most`, and so that all together take
 * no more than some tens of megabytes. A request reads those of some hundred albums,
 * which stand within their rows while they are few; of EASE's nDCG on made-up ratings as
 * those of MovieLens 100K 300 leave 99.7 %, 100 leave 98.5 %. */
enum { KEPT_TO_SERVE = 300, KEPT_TO_MEASURE = 1500 };
unsigned linear_kept(uint32_t items, unsigned most);

#endif
