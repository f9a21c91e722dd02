/* projections.h - what the rating service keeps of the other services' events. */
#ifndef VH_RATING_PROJECTIONS_H
#define VH_RATING_PROJECTIONS_H

#include "core/service.h"

extern const struct consumer rating_consumers[];
extern const size_t rating_consumer_count;

#endif
