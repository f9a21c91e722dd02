/* review_store.c - reviews, what they said before, and who likes them. */
#include "rating/review_store.h"

#include "rating/statements.h"

#include "core/banned.h"

#define TITLE_MOST 200
#define CONTENT_MOST 20000
#define BODY_MOST                                                                        \
    (256 * 1024) /* 20,000 characters, if each were written as \ud83c\udfb5 */

static const struct field review_fields[] = {
    FIELD(struct review, id, FIELD_ID),
    FIELD(struct review, user_id, FIELD_ID),
    FIELD(struct review, username, FIELD_TEXT),
    FIELD(struct review, album_id, FIELD_ID),
    FIELD(struct review, title, FIELD_TEXT),
    FIELD(struct review, content, FIELD_TEXT),
    FIELD(struct review, rating, FIELD_HALF_STARS),
    FIELD(struct review, likes, FIELD_COUNT),
    FIELD(struct review, draft, FIELD_BOOL),
    FIELD(struct review, hidden, FIELD_BOOL),
    FIELD(struct review, hidden_reason, FIELD_TEXT),
    FIELD(struct review, version, FIELD_COUNT),
    FIELD(struct review, created_at, FIELD_TIME),
    FIELD(struct review, updated_at, FIELD_TIME),
};
const struct shape review_shape = SHAPE(struct review, review_fields);

#define WRITTEN                                                                          \
    FIELD(struct review_body, title, FIELD_TEXT, .flags = REQUIRED | ONE_LINE, .min = 1, \
          .max = TITLE_MOST),                                                            \
        FIELD(struct review_body, content, FIELD_TEXT, .flags = REQUIRED, .min = 1,      \
              .max = CONTENT_MOST),                                                      \
        FIELD(struct review_body, rating, FIELD_HALF_STARS),                             \
        FIELD(struct review_body, draft, FIELD_BOOL)

static const struct field review_body_fields[] = {
    FIELD(struct review_body, album_id, FIELD_ID, .flags = REQUIRED),
    WRITTEN,
};
const struct shape review_body_shape = {
    review_body_fields, sizeof review_body_fields / sizeof *review_body_fields,
    sizeof(struct review_body), BODY_MOST, NULL};

static const struct field review_change_fields[] = {
    FIELD(struct review_body, album_id, FIELD_ID),
    WRITTEN,
};
const struct shape review_change_shape = {
    review_change_fields, sizeof review_change_fields / sizeof *review_change_fields,
    sizeof(struct review_body), BODY_MOST, NULL};

static const struct field past_review_fields[] = {
    FIELD(struct past_review, id, FIELD_ID),
    FIELD(struct past_review, version, FIELD_COUNT),
    FIELD(struct past_review, title, FIELD_TEXT),
    FIELD(struct past_review, content, FIELD_TEXT),
    FIELD(struct past_review, written_at, FIELD_TIME),
    FIELD(struct past_review, ended_at, FIELD_TIME),
};
const struct shape past_review_shape = SHAPE(struct past_review, past_review_fields);

static const struct filter filters[] = {
    FILTER("album_id", BY_ID, "v.album_id = ?"),
    FILTER("user_id", BY_ID, "v.user_id = ?"),
};

static const struct sort sorts[] = {
    {"created_at", "v.created_at", "created_at", KEY_TIME},
    {"likes",      "v.likes",      "likes",      KEY_INT },
};

#define LISTING(condition)                                                               \
    {                                                                                    \
        .plural = "reviews", FILTERS(filters), SORTS(sorts), .select = REVIEW_SELECT,    \
        .where = condition, .where_caller = true, .id_column = "v.id",                   \
        .row = &review_shape, .descending = true                                         \
    }
const struct listing review_listing = LISTING(REVIEW_SHOWN);
static const struct listing moderators_listing = LISTING(REVIEW_SHOWN_TO_MODERATORS);

const struct listing review_history_listing = {
    .plural = "history",
    .select = "SELECT e.id, e.version, e.title, e.content, e.written_at, e.ended_at "
              "FROM review_edits e",
    .where = "e.review_id = ?",
    .where_id = true,
    .id_column = "e.id",
    .row = &past_review_shape,
    .descending = true,
};

int review_store_find(struct db *db, struct arena *arena, uint64_t id, uint64_t caller_id,
                      bool moderator, struct review *out)
{
    return db_find(db, arena, moderator ? REVIEW_FIND_MODERATOR : REVIEW_FIND,
                   ARGS(A_UINT(id), A_UINT(caller_id)), out);
}

int review_store_lock(struct db *db, struct arena *arena, uint64_t id, uint64_t caller_id,
                      bool moderator, struct review *out)
{
    struct review row;
    int found = db_find(db, arena, REVIEW_LOCK, ARGS(A_UINT(id)), &row);

    return found != 1 ? found
                      : review_store_find(db, arena, id, caller_id, moderator, out);
}

int review_store_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                         uint64_t album_id, struct review *out)
{
    return db_find(db, arena, REVIEW_OF_USER, ARGS(A_UINT(user_id), A_UINT(album_id)),
                   out);
}

int review_store_list(struct db *db, struct arena *arena, const struct query *query,
                      bool moderator, struct page *page)
{
    struct query all = *query;

    if (!moderator)
        return listing_fetch(db, arena, query, page);
    all.listing = &moderators_listing;
    return listing_fetch(db, arena, &all, page);
}

int review_store_add(struct db *db, uint64_t user_id, const struct review_body *body)
{
    int64_t added =
        db_run(db, REVIEW_ADD,
               ARGS(A_UINT(user_id), A_UINT(body->album_id), A_TEXT(body->title),
                    A_TEXT(body->content), A_INT(body->draft)));

    return added < 0 ? (int)added : 0;
}

int review_store_set(struct db *db, const struct review *now,
                     const struct review_body *body)
{
    int64_t published = now->draft && !body->draft;

    if (!now->draft &&
        db_run(db, REVIEW_KEEP, ARGS(A_UINT(now->id), A_UINT(now->id))) < 0)
        return DB_FAILED;
    return db_run(db, REVIEW_SET,
                  ARGS(A_TEXT(body->title), A_TEXT(body->content), A_INT(body->draft),
                       A_INT(published), A_UINT(now->id))) < 0
               ? DB_FAILED
               : 0;
}

int review_store_remove(struct db *db, uint64_t id)
{
    return db_run(db, REVIEW_LIKES_CLEAR, ARGS(A_UINT(id))) < 0 ||
                   db_run(db, REVIEW_EDITS_CLEAR, ARGS(A_UINT(id))) < 0 ||
                   db_run(db, REVIEW_REMOVE, ARGS(A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}

int review_store_hide(struct db *db, uint64_t id, bool hidden, const char *reason)
{
    return db_run(db, REVIEW_HIDE,
                  ARGS(A_INT(hidden), A_TEXT(hidden ? reason : NULL), A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}

int review_store_history(struct db *db, struct arena *arena, const struct query *query,
                         struct page *page)
{
    return listing_fetch(db, arena, query, page);
}

static int like(struct db *db, int statement, uint64_t id, uint64_t user_id, int64_t by)
{
    int64_t changed = db_run(db, statement, ARGS(A_UINT(id), A_UINT(user_id)));

    if (changed == 1)
        changed = db_run(db, REVIEW_LIKES_ADD, ARGS(A_INT(by), A_UINT(id)));
    return changed < 0 ? DB_FAILED : 0;
}

int review_store_like(struct db *db, uint64_t id, uint64_t user_id)
{
    return like(db, REVIEW_LIKE, id, user_id, 1);
}

int review_store_unlike(struct db *db, uint64_t id, uint64_t user_id)
{
    return like(db, REVIEW_UNLIKE, id, user_id, -1);
}

int review_store_name(struct db *db, uint64_t user_id, const char *username)
{
    return db_run(db, USERNAME_KEEP, ARGS(A_UINT(user_id), A_TEXT(username))) < 0
               ? DB_FAILED
               : 0;
}

int review_store_all_of_user(struct db *db, struct arena *arena, uint64_t user_id,
                             struct rows *rows)
{
    return db_list(db, arena, REVIEWS_OF_USER, ARGS(A_UINT(user_id)), rows);
}

int review_store_all_of_album(struct db *db, struct arena *arena, uint64_t album_id,
                              struct rows *rows)
{
    return db_list(db, arena, REVIEWS_OF_ALBUM, ARGS(A_UINT(album_id)), rows);
}

int review_store_keep(struct db *db, uint64_t id, uint64_t of)
{
    return db_run(db, REVIEW_KEEP, ARGS(A_UINT(of), A_UINT(id))) < 0 ? DB_FAILED : 0;
}

int review_store_move(struct db *db, uint64_t id, uint64_t into)
{
    return db_run(db, REVIEW_MOVE, ARGS(A_UINT(into), A_UINT(id))) < 0 ? DB_FAILED : 0;
}

int review_store_forget_user(struct db *db, uint64_t user_id)
{
    struct db_args of = ARGS(A_UINT(user_id));

    return db_run(db, REVIEW_LIKES_SUBTRACT, of) < 0 ||
                   db_run(db, REVIEW_LIKES_BY_CLEAR, of) < 0 ||
                   db_run(db, REVIEW_EDITS_BY_CLEAR, of) < 0 ||
                   db_run(db, USERNAME_REMOVE, of) < 0
               ? DB_FAILED
               : 0;
}
