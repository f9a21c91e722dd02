/* report_store.c - what users tell moderators of reviews. */
#include "rating/report_store.h"

#include "rating/statements.h"

#include "core/banned.h"

#define REASON_MOST 1000

static const struct field report_fields[] = {
    FIELD(struct report, id, FIELD_ID),
    FIELD(struct report, review_id, FIELD_ID),
    FIELD(struct report, user_id, FIELD_ID),
    FIELD(struct report, reason, FIELD_TEXT),
    FIELD(struct report, decision, FIELD_TEXT),
    FIELD(struct report, decision_reason, FIELD_TEXT),
    FIELD(struct report, decided_by, FIELD_ID),
    FIELD(struct report, decided_at, FIELD_TIME),
    FIELD(struct report, version, FIELD_COUNT),
    FIELD(struct report, created_at, FIELD_TIME),
};
const struct shape report_shape = SHAPE(struct report, report_fields);

static const struct field report_body_fields[] = {
    FIELD(struct report_body, reason, FIELD_TEXT, .flags = REQUIRED, .min = 1,
          .max = REASON_MOST),
};
const struct shape report_body_shape = SHAPE(struct report_body, report_body_fields);

static const struct filter filters[] = {
    FILTER("review_id", BY_ID, "t.review_id = ?"),
    FILTER("decision", BY_CHOICE, "COALESCE(t.decision, 'open') = ?",
           .choices = "open upheld dismissed"),
};

const struct listing report_listing = {
    .plural = "reports",
    FILTERS(filters),
    .select = REPORT_SELECT,
    .id_column = "t.id",
    .row = &report_shape,
    .descending = true,
};

int report_store_find(struct db *db, struct arena *arena, uint64_t id, struct report *out)
{
    return db_find(db, arena, REPORT_FIND, ARGS(A_UINT(id)), out);
}

int report_store_lock(struct db *db, struct arena *arena, uint64_t id, struct report *out)
{
    return db_find(db, arena, REPORT_LOCK, ARGS(A_UINT(id)), out);
}

int report_store_list(struct db *db, struct arena *arena, const struct query *query,
                      struct page *page)
{
    return listing_fetch(db, arena, query, page);
}

int report_store_add(struct db *db, uint64_t review_id, uint64_t user_id,
                     const char *reason)
{
    int64_t added =
        db_run(db, REPORT_ADD, ARGS(A_UINT(review_id), A_UINT(user_id), A_TEXT(reason)));

    return added < 0 ? (int)added : 0;
}

int report_store_decide(struct db *db, uint64_t id, uint64_t moderator_id,
                        const char *decision, const char *reason)
{
    return db_run(db, REPORT_DECIDE,
                  ARGS(A_TEXT(decision), A_TEXT(reason), A_UINT(moderator_id),
                       A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}

int report_store_clear(struct db *db, uint64_t review_id)
{
    return db_run(db, REPORTS_CLEAR, ARGS(A_UINT(review_id))) < 0 ? DB_FAILED : 0;
}

int report_store_forget_user(struct db *db, uint64_t user_id)
{
    return db_run(db, REPORTS_BY_CLEAR, ARGS(A_UINT(user_id))) < 0 ? DB_FAILED : 0;
}
