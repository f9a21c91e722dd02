/* projections.h - what the catalogue keeps of the other services' events. */
#ifndef VH_CATALOG_PROJECTIONS_H
#define VH_CATALOG_PROJECTIONS_H

#include "core/service.h"

extern const struct consumer catalog_consumers[];
extern const size_t catalog_consumer_count;

#endif
