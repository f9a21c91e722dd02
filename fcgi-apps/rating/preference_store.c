/* preference_store.c - how much a user wants of each genre. */
#include "rating/preference_store.h"

#include "rating/statements.h"

#include "core/banned.h"

#define GENRES_MOST 200
#define GENRE_NAME_MOST 64

static const struct field preference_fields[] = {
    FIELD(struct preference, genre, FIELD_TEXT, .flags = REQUIRED, .min = 1,
          .max = GENRE_NAME_MOST),
    FIELD(struct preference, weight, FIELD_REAL, .flags = REQUIRED, .min = -1, .max = 1),
};
const struct shape preference_shape = SHAPE(struct preference, preference_fields);

static const struct field preferences_fields[] = {
    FIELD(struct preferences, preferences, FIELD_ROWS, .flags = REQUIRED,
          .max = GENRES_MOST, .rows = &preference_shape),
};
const struct shape preferences_shape = SHAPE(struct preferences, preferences_fields);

int preference_store_list(struct db *db, struct arena *arena, uint64_t user_id,
                          struct preferences *out)
{
    return db_list(db, arena, PREFERENCES_OF, ARGS(A_UINT(user_id)), &out->preferences);
}

int preference_store_replace(struct db *db, uint64_t user_id,
                             const struct preferences *now, size_t *at)
{
    const struct preference *wanted = now->preferences.items;

    if (db_run(db, PREFERENCES_CLEAR, ARGS(A_UINT(user_id))) < 0)
        return DB_FAILED;
    for (*at = 0; *at < now->preferences.count; (*at)++) {
        int64_t added = db_run(
            db, PREFERENCE_ADD,
            ARGS(A_UINT(user_id), A_TEXT(wanted[*at].genre), A_REAL(wanted[*at].weight)));

        if (added < 0)
            return (int)added;
    }
    return 0;
}

int preference_store_forget_user(struct db *db, uint64_t user_id)
{
    return db_run(db, PREFERENCES_CLEAR, ARGS(A_UINT(user_id))) < 0 ? DB_FAILED : 0;
}
