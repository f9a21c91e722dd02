/* cover_api.h - what the routes of covers take. */
#ifndef VH_CATALOG_COVER_API_H
#define VH_CATALOG_COVER_API_H

#include "core/query.h"

extern const struct listing cover_parameters;
extern const struct shape cover_body;

#endif
