/* album_edit.h - albums as they are edited. */
#ifndef VH_CATALOG_ALBUM_EDIT_H
#define VH_CATALOG_ALBUM_EDIT_H

#include "catalog/album_body.h"

extern const struct editable album_editable;

/* Tells the search index of an album and its songs; of one that is gone, whose songs are
   found no more because it is not there. 0 or -1. */
int album_index(struct request *rq, uint64_t id, bool there);

/* Tells the other services of an album that is there, as it is now: {"artist_id",
   "release_year", "genres"}. 0 or -1. */
int album_publish(struct request *rq, const char *type, uint64_t id);

#endif
