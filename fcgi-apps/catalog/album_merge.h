/* album_merge.h - albums that are part of another one. */
#ifndef VH_CATALOG_ALBUM_MERGE_H
#define VH_CATALOG_ALBUM_MERGE_H

#include "core/request.h"
#include "core/shape.h"

struct merge_body {
    uint64_t into;
};
extern const struct shape merge_body_shape;

/* Answers for what is `below` the album of the path ("" or "/cover"), which is not there:
 * 308 to where it is if it was merged, else 404. */
int album_merge_follow(struct request *rq, const char *below);

#endif
