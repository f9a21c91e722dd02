/* content_store.h - the lines that users keep for themselves: the only code that touches
 * `content`. */
#ifndef VH_USER_CONTENT_STORE_H
#define VH_USER_CONTENT_STORE_H

#include "core/db.h"

/* Row, body and answer. */
struct content {
    const char *content; /* lines, each ended by a newline */
};

extern const struct shape content_shape;

/* A user without a row has no lines. 0 or -1. */
int content_store_find(struct db *db, struct arena *arena, uint64_t user_id,
                       struct content *out);

/* 0 or -1. */
int content_store_set(struct db *db, uint64_t user_id, const struct content *content);

#endif
