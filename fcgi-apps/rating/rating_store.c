/* rating_store.c - ratings. */
#include "rating/rating_store.h"

#include "rating/statements.h"

#include "core/banned.h"

static const struct field rating_fields[] = {
    FIELD(struct rating, id, FIELD_ID),
    FIELD(struct rating, user_id, FIELD_ID),
    FIELD(struct rating, album_id, FIELD_ID),
    FIELD(struct rating, rating, FIELD_HALF_STARS),
    FIELD(struct rating, created_at, FIELD_TIME),
    FIELD(struct rating, updated_at, FIELD_TIME),
    FIELD(struct rating, held, FIELD_ID, .flags = HIDDEN),
};
const struct shape rating_shape = SHAPE(struct rating, rating_fields);

static const struct field past_rating_fields[] = {
    FIELD(struct past_rating, id, FIELD_ID),
    FIELD(struct past_rating, rating, FIELD_HALF_STARS),
    FIELD(struct past_rating, given_at, FIELD_TIME),
    FIELD(struct past_rating, ended_at, FIELD_TIME),
};
const struct shape past_rating_shape = SHAPE(struct past_rating, past_rating_fields);

static const struct field rating_body_fields[] = {
    FIELD(struct rating_body, album_id, FIELD_ID, .flags = REQUIRED),
    FIELD(struct rating_body, rating, FIELD_HALF_STARS, .flags = REQUIRED),
};
const struct shape rating_body_shape = SHAPE(struct rating_body, rating_body_fields);

static const struct field rating_change_fields[] = {
    FIELD(struct rating_body, rating, FIELD_HALF_STARS, .flags = REQUIRED),
};
const struct shape rating_change_shape = SHAPE(struct rating_body, rating_change_fields);

static const struct filter filters[] = {
    FILTER("album_id", BY_ID, "r.album_id = ?"),
    FILTER("user_id", BY_ID, "r.user_id = ?"),
    FILTER("min_rating", BY_STARS, "r.half_stars >= ?"),
    FILTER("max_rating", BY_STARS, "r.half_stars <= ?"),
};

static const struct sort sorts[] = {
    {"created_at", "r.created_at", "created_at", KEY_TIME},
    {"updated_at", "r.updated_at", "updated_at", KEY_TIME},
    {"rating",     "r.half_stars", "rating",     KEY_INT },
};

const struct listing rating_listing = {
    .plural = "ratings",
    FILTERS(filters),
    SORTS(sorts),
    .select = RATING_SELECT,
    .where = RATING_SHOWN,
    .where_caller = true,
    .id_column = "r.id",
    .row = &rating_shape,
    .descending = true,
};

const struct listing rating_history_listing = {
    .plural = "history",
    .select = "SELECT h.id, h.half_stars AS rating, h.given_at, h.ended_at "
              "FROM rating_history h",
    .where = "h.user_id = ? AND h.album_id = ?",
    .where_caller = true,
    .where_id = true,
    .id_column = "h.id",
    .row = &past_rating_shape,
    .descending = true,
};

int rating_store_find(struct db *db, struct arena *arena, uint64_t id, uint64_t caller_id,
                      struct rating *out)
{
    return db_find(db, arena, RATING_FIND, ARGS(A_UINT(id), A_UINT(caller_id)), out);
}

int rating_store_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                         uint64_t album_id, struct rating *out)
{
    return db_find(db, arena, RATING_OF_USER, ARGS(A_UINT(user_id), A_UINT(album_id)),
                   out);
}

int rating_store_lock(struct db *db, struct arena *arena, uint64_t id, uint64_t caller_id,
                      struct rating *out)
{
    return db_find(db, arena, RATING_LOCK, ARGS(A_UINT(id), A_UINT(caller_id)), out);
}

int rating_store_lock_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                              uint64_t album_id, struct rating *out)
{
    return db_find(db, arena, RATING_LOCK_OF_USER,
                   ARGS(A_UINT(user_id), A_UINT(album_id)), out);
}

int rating_store_find_past(struct db *db, struct arena *arena, uint64_t id,
                           struct rating *out)
{
    return db_find(db, arena, RATING_FIND_PAST, ARGS(A_UINT(id)), out);
}

int rating_store_history(struct db *db, struct arena *arena, const struct query *query,
                         struct page *page)
{
    return listing_fetch(db, arena, query, page);
}

int rating_store_list(struct db *db, struct arena *arena, const struct query *query,
                      struct page *page)
{
    return listing_fetch(db, arena, query, page);
}

int rating_store_add(struct db *db, uint64_t user_id, uint64_t album_id,
                     int64_t half_stars)
{
    int64_t added = db_run(db, RATING_ADD,
                           ARGS(A_UINT(user_id), A_UINT(album_id), A_INT(half_stars)));

    return added < 0 ? (int)added : 0;
}

int rating_store_set(struct db *db, uint64_t id, int64_t half_stars)
{
    return db_run(db, HISTORY_ADD, ARGS(A_UINT(id))) < 0 ||
                   db_run(db, RATING_SET, ARGS(A_INT(half_stars), A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}

int rating_store_remove(struct db *db, uint64_t id)
{
    return db_run(db, HISTORY_ADD, ARGS(A_UINT(id))) < 0 ||
                   db_run(db, RATING_REMOVE, ARGS(A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}

int rating_store_lock_all_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                                  struct rows *rows)
{
    return db_list(db, arena, RATINGS_LOCK_OF_USER, ARGS(A_UINT(user_id)), rows);
}

int rating_store_all_of_album(struct db *db, struct arena *arena, uint64_t album_id,
                              struct rows *rows)
{
    return db_list(db, arena, RATINGS_OF_ALBUM, ARGS(A_UINT(album_id)), rows);
}

int rating_store_move(struct db *db, uint64_t id, uint64_t into)
{
    return db_run(db, RATING_MOVE, ARGS(A_UINT(into), A_UINT(id))) < 0 ? DB_FAILED : 0;
}

int rating_store_move_history(struct db *db, uint64_t from, uint64_t into)
{
    return db_run(db, HISTORY_MOVE, ARGS(A_UINT(into), A_UINT(from))) < 0 ? DB_FAILED : 0;
}

int rating_store_forget_user(struct db *db, uint64_t user_id)
{
    return db_run(db, HISTORY_CLEAR, ARGS(A_UINT(user_id))) < 0 ? DB_FAILED : 0;
}
