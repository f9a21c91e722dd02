/* song_edit.h - songs as they are edited. */
#ifndef VH_CATALOG_SONG_EDIT_H
#define VH_CATALOG_SONG_EDIT_H

#include "catalog/edit.h"

extern const struct editable song_editable;

#endif
