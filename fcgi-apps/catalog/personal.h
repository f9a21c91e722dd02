/* personal.h - what the catalogue holds on somebody. */
#ifndef VH_CATALOG_PERSONAL_H
#define VH_CATALOG_PERSONAL_H

#include "core/personal.h"

extern const struct personal catalog_personal[];
extern const size_t catalog_personal_count;

#endif
