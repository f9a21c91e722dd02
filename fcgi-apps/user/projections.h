/* projections.h - what the user service keeps of the other services' events. */
#ifndef VH_USER_PROJECTIONS_H
#define VH_USER_PROJECTIONS_H

#include "core/service.h"

extern const struct consumer user_consumers[];
extern const size_t user_consumer_count;

#endif
