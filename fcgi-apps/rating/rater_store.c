/* rater_store.c - how much each user's ratings weigh, and whose are not shown. */
#include "rating/rater_store.h"

#include "rating/statements.h"

#include "core/banned.h"

static const struct field rater_fields[] = {
    FIELD(struct rater, user_id, FIELD_ID),
    FIELD(struct rater, weight, FIELD_COUNT),
};
const struct shape rater_shape = SHAPE(struct rater, rater_fields);

int rater_store_lock(struct db *db, struct arena *arena, uint64_t user_id,
                     struct rater *out)
{
    if (db_run(db, RATER_MAKE, ARGS(A_UINT(user_id))) < 0)
        return DB_FAILED;
    return db_find(db, arena, RATER_LOCK, ARGS(A_UINT(user_id)), out) == 1 ? 0
                                                                           : DB_FAILED;
}

int rater_store_weigh(struct db *db, struct arena *arena, uint64_t user_id,
                      struct rater *out)
{
    if (db_find(db, arena, RATER_COUNT, ARGS(A_UINT(user_id)), out) != 1)
        return DB_FAILED;
    return db_run(db, RATER_WEIGH, ARGS(A_INT(out->weight), A_UINT(user_id))) < 0
               ? DB_FAILED
               : 0;
}

int rater_store_hide(struct db *db, uint64_t user_id, bool hidden)
{
    return db_run(db, hidden ? PRIVATE_ADD : PRIVATE_REMOVE, ARGS(A_UINT(user_id))) < 0
               ? DB_FAILED
               : 0;
}

int rater_store_register(struct db *db, uint64_t user_id, const char *at)
{
    return db_run(db, ACCOUNT_ADD, ARGS(A_UINT(user_id), A_TEXT(at))) < 0 ? DB_FAILED : 0;
}

int rater_store_unregister(struct db *db, uint64_t user_id)
{
    return db_run(db, ACCOUNT_REMOVE, ARGS(A_UINT(user_id))) < 0 ? DB_FAILED : 0;
}

int rater_store_is_hidden(struct db *db, struct arena *arena, uint64_t user_id)
{
    struct rater rater;

    return db_find(db, arena, PRIVATE_FIND, ARGS(A_UINT(user_id)), &rater);
}

int rater_store_forget(struct db *db, uint64_t user_id)
{
    return db_run(db, RATER_REMOVE, ARGS(A_UINT(user_id))) < 0 ? DB_FAILED : 0;
}
