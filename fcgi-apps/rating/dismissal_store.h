/* dismissal_store.h - albums that a user does not want to be recommended: the only code
 * that writes `dismissed_albums`. */
#ifndef VH_RATING_DISMISSAL_STORE_H
#define VH_RATING_DISMISSAL_STORE_H

#include "core/db.h"

/* 0 or -1; done before is fine. */
int dismissal_store_add(struct db *db, uint64_t user_id, uint64_t album_id);

/* 1, 0 if it was not dismissed, or -1. */
int dismissal_store_remove(struct db *db, uint64_t user_id, uint64_t album_id);

/* All of a user's. 0 or -1. */
int dismissal_store_forget(struct db *db, uint64_t user_id);

#endif
