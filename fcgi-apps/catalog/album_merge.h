/* album_merge.h - the body of POST /albums/{id}/merge. */
#ifndef VH_CATALOG_ALBUM_MERGE_H
#define VH_CATALOG_ALBUM_MERGE_H

#include "core/shape.h"

struct merge_body {
    uint64_t into;
};
extern const struct shape merge_body_shape;

#endif
