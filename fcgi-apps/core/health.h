/* health.h - what a pool says of itself, inside the machine only: /healthz, /readyz,
 * /metrics, /events. */
#ifndef VH_HEALTH_H
#define VH_HEALTH_H

#include "route.h"

extern const struct route health_routes[];
extern const size_t health_route_count;

#endif
