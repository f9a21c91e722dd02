/* album_counts.h - what is counted of albums elsewhere: artists' albums and genres,
 * genres' albums. */
#ifndef VH_CATALOG_ALBUM_COUNTS_H
#define VH_CATALOG_ALBUM_COUNTS_H

#include "catalog/album_body.h"

/* An album was this (NULL: not there) and is that now; its parts are written. The artists
   of both are locked. 0 or -1. */
int album_counts_follow(struct request *rq, const struct album_body *before,
                        const struct album_body *after);

#endif
