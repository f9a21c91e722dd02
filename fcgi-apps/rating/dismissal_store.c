/* dismissal_store.c - albums that a user does not want to be recommended. */
#include "rating/dismissal_store.h"

#include "rating/statements.h"

#include "core/banned.h"

int dismissal_store_add(struct db *db, uint64_t user_id, uint64_t album_id)
{
    return db_run(db, DISMISSAL_ADD, ARGS(A_UINT(user_id), A_UINT(album_id))) < 0
               ? DB_FAILED
               : 0;
}

int dismissal_store_remove(struct db *db, uint64_t user_id, uint64_t album_id)
{
    return (int)db_run(db, DISMISSAL_REMOVE, ARGS(A_UINT(user_id), A_UINT(album_id)));
}

int dismissal_store_forget(struct db *db, uint64_t user_id)
{
    return db_run(db, DISMISSAL_CLEAR, ARGS(A_UINT(user_id))) < 0 ? DB_FAILED : 0;
}
