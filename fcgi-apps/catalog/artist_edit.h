/* artist_edit.h - artists as they are edited. */
#ifndef VH_CATALOG_ARTIST_EDIT_H
#define VH_CATALOG_ARTIST_EDIT_H

#include "catalog/edit.h"

extern const struct editable artist_editable;

#endif
