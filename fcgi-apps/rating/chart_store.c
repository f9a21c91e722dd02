/* chart_store.c - rated albums in the order of their scores. */
#include "rating/chart_store.h"

#include "rating/statements.h"

#include "core/banned.h"

int chart_store_follow(struct db *db, uint64_t album_id, int64_t by,
                       const char *created_at)
{
    struct db_arg at = A_TEXT(created_at), more = A_INT(by), album = A_UINT(album_id);
    struct db_args args = ARGS(more, at, more, at, at, album);

    if (db_run(db, CHART_PLACE, args) < 0 || db_run(db, CHART_PLACE_GENRES, args) < 0)
        return DB_FAILED;
    return by < 0 && db_run(db, CHART_CLEAR_UNRATED, ARGS(album, album)) < 0 ? DB_FAILED
                                                                             : 0;
}

int chart_store_follow_user(struct db *db, uint64_t user_id)
{
    return db_run(db, CHART_PLACE_USER, ARGS(A_UINT(user_id))) < 0 ||
                   db_run(db, CHART_PLACE_USER_GENRES, ARGS(A_UINT(user_id))) < 0
               ? DB_FAILED
               : 0;
}

int chart_store_follow_album(struct db *db, uint64_t album_id)
{
    struct db_arg album = A_UINT(album_id);

    return db_run(db, CHART_YEAR, ARGS(album)) < 0 ||
                   db_run(db, CHART_CLEAR_GENRES, ARGS(album)) < 0 ||
                   db_run(db, CHART_COPY_GENRES, ARGS(album)) < 0
               ? DB_FAILED
               : 0;
}
