/* personal.h - what the rating service holds on somebody. */
#ifndef VH_RATING_PERSONAL_H
#define VH_RATING_PERSONAL_H

#include "core/personal.h"

extern const struct personal rating_personal[];
extern const size_t rating_personal_count;

#endif
