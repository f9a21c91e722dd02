/* model_likeness.h - likeness of items by who has them, for more items than EASE can
 * hold. */
#ifndef VH_MODEL_LIKENESS_H
#define VH_MODEL_LIKENESS_H

#include "model_linear.h"

void likeness_fit(struct neighbours *weights, const struct matrix *by_user,
                  const struct linear_settings *settings);

#endif
