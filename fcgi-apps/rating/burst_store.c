/* burst_store.c - bursts of ratings that are held. */
#include "rating/burst_store.h"

#include "rating/statements.h"

#include "core/banned.h"

static const struct field burst_row_fields[] = {
    FIELD(struct burst_row, id, FIELD_ID),
    FIELD(struct burst_row, album_id, FIELD_ID),
    FIELD(struct burst_row, direction, FIELD_TEXT),
    FIELD(struct burst_row, ratings, FIELD_COUNT),
    FIELD(struct burst_row, state, FIELD_TEXT),
    FIELD(struct burst_row, reason, FIELD_TEXT),
    FIELD(struct burst_row, decided_by, FIELD_ID),
    FIELD(struct burst_row, decided_at, FIELD_TIME),
    FIELD(struct burst_row, version, FIELD_COUNT),
    FIELD(struct burst_row, found_at, FIELD_TIME),
    FIELD(struct burst_row, last_at, FIELD_TIME),
};
const struct shape burst_row_shape = SHAPE(struct burst_row, burst_row_fields);

static const struct field member_fields[] = {
    FIELD(struct member, rating_id, FIELD_ID),
    FIELD(struct member, user_id, FIELD_ID),
    FIELD(struct member, held, FIELD_ID),
    FIELD(struct member, rating, FIELD_HALF_STARS),
    FIELD(struct member, weight, FIELD_COUNT),
    FIELD(struct member, created_at, FIELD_TIME),
};
const struct shape member_shape = SHAPE(struct member, member_fields);

#define COUNT(member)                                                                    \
    {                                                                                    \
        .name = #member, .type = FIELD_COUNT,                                            \
        .offset = offsetof(struct burst_evidence, counts.member)                         \
    }
#define SHARE(member)                                                                    \
    {                                                                                    \
        .name = #member, .type = FIELD_REAL,                                             \
        .offset = offsetof(struct burst_evidence, site.member)                           \
    }
static const struct field evidence_fields[] = {
    COUNT(all),        COUNT(young),       COUNT(high),       COUNT(low),
    COUNT(others),     COUNT(others_high), COUNT(others_low), SHARE(new_share),
    SHARE(high_share), SHARE(low_share),
};
const struct shape burst_evidence_shape = SHAPE(struct burst_evidence, evidence_fields);

static const struct filter filters[] = {
    FILTER("album_id", BY_ID, "b.album_id = ?"),
    FILTER("state", BY_CHOICE, "b.state = ?", .choices = "open released dropped"),
};
const struct listing burst_listing = {
    .plural = "bursts",
    FILTERS(filters),
    .select = BURST_SELECT,
    .id_column = "b.id",
    .row = &burst_row_shape,
    .descending = true,
};

int burst_store_find(struct db *db, struct arena *arena, uint64_t id,
                     struct burst_row *out)
{
    return db_find(db, arena, BURST_FIND, ARGS(A_UINT(id)), out);
}

int burst_store_lock(struct db *db, struct arena *arena, uint64_t id,
                     struct burst_row *out)
{
    return db_find(db, arena, BURST_LOCK, ARGS(A_UINT(id)), out);
}

int burst_store_latest(struct db *db, struct arena *arena, uint64_t album_id,
                       const char *direction, struct burst_row *out)
{
    return db_find(db, arena, BURST_LATEST, ARGS(A_UINT(album_id), A_TEXT(direction)),
                   out);
}

int burst_store_of_member(struct db *db, struct arena *arena, uint64_t album_id,
                          uint64_t user_id, struct burst_row *out)
{
    return db_find(db, arena, BURST_OF_MEMBER, ARGS(A_UINT(user_id), A_UINT(album_id)),
                   out);
}

int burst_store_list(struct db *db, struct arena *arena, const struct query *query,
                     struct page *page)
{
    return listing_fetch(db, arena, query, page);
}

int burst_store_is_young(struct db *db, struct arena *arena, uint64_t user_id)
{
    struct member settled;
    int found = db_find(db, arena, ACCOUNT_IS_OLD, ARGS(A_UINT(user_id)), &settled);

    return found < 0 ? found : !found;
}

int burst_store_evidence(struct db *db, struct arena *arena, uint64_t album_id,
                         struct burst_evidence *out)
{
    int found =
        db_find(db, arena, BURST_EVIDENCE, ARGS(A_UINT(album_id), A_UINT(album_id)), out);

    return found == 1 ? 0 : DB_FAILED;
}

int burst_store_suspects(struct db *db, struct arena *arena, uint64_t album_id,
                         enum burst direction, struct rows *rows)
{
    int64_t from = direction == BURST_HIGH ? 9 : 1, to = direction == BURST_HIGH ? 10 : 3;

    return db_list(db, arena, BURST_SUSPECTS,
                   ARGS(A_UINT(album_id), A_INT(from), A_INT(to)), rows);
}

int burst_store_members(struct db *db, struct arena *arena, uint64_t id,
                        struct rows *rows)
{
    return db_list(db, arena, BURST_MEMBERS, ARGS(A_UINT(id)), rows);
}

static int done(int64_t changed)
{
    return changed < 0 ? DB_FAILED : 0;
}

int burst_store_add(struct db *db, uint64_t album_id, const char *direction, uint64_t *id)
{
    int added = done(db_run(db, BURST_ADD, ARGS(A_UINT(album_id), A_TEXT(direction))));

    *id = db_last_id(db);
    return added;
}

int burst_store_hold(struct db *db, uint64_t id, const struct member *member)
{
    return done(db_run(db, RATING_HOLD, ARGS(A_UINT(id), A_UINT(member->rating_id)))) !=
                       0 ||
                   done(db_run(db, BURST_MEMBER_ADD,
                               ARGS(A_UINT(id), A_UINT(member->user_id)))) != 0 ||
                   done(db_run(db, BURST_TOUCH, ARGS(A_UINT(id)))) != 0
               ? DB_FAILED
               : 0;
}

int burst_store_let_go(struct db *db, const struct member *member)
{
    return done(db_run(db, RATING_HOLD, ARGS(A_NULL, A_UINT(member->rating_id))));
}

int burst_store_decide(struct db *db, uint64_t id, uint64_t moderator_id,
                       const char *state, const char *reason)
{
    return done(
        db_run(db, BURST_DECIDE,
               ARGS(A_TEXT(state), A_TEXT(reason), A_UINT(moderator_id), A_UINT(id))));
}

int burst_store_forget_user(struct db *db, uint64_t user_id)
{
    return done(db_run(db, BURST_MEMBER_FORGET, ARGS(A_UINT(user_id))));
}

int burst_store_move(struct db *db, uint64_t from, uint64_t into)
{
    return done(db_run(db, BURST_MOVE, ARGS(A_UINT(into), A_UINT(from))));
}
