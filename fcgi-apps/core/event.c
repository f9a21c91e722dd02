/* event.c - writing and serving the outbox. */
#include "event.h"

#include "arena.h"
#include "core_statements.h"
#include "db.h"
#include "listing.h"
#include "problem.h"
#include "reply.h"
#include "request.h"

#include "banned.h"

#define FEED_MOST 500
#define PLACE_MOST 5000 /* positions given at once */
#define OUTBOX "outbox" /* the cursor that stands for a service's own events */

static const struct field event_fields[] = {
    FIELD(struct event, id, FIELD_ID),
    FIELD(struct event, position, FIELD_ID),
    FIELD(struct event, type, FIELD_TEXT),
    FIELD(struct event, version, FIELD_COUNT),
    FIELD(struct event, subject, FIELD_ID),
    FIELD(struct event, actor, FIELD_ID),
    FIELD(struct event, trace, FIELD_TEXT),
    FIELD(struct event, payload, FIELD_TEXT, .flags = HIDDEN),
    FIELD(struct event, created_at, FIELD_TIME),
};
const struct shape event_shape = SHAPE(struct event, event_fields);

static const struct field event_id_fields[] = {
    FIELD(struct event_id, id, FIELD_ID),
};
const struct shape event_id_shape = SHAPE(struct event_id, event_id_fields);

static const struct field event_cursor_fields[] = {
    FIELD(struct event_cursor, position, FIELD_ID),
    FIELD(struct event_cursor, leads, FIELD_BOOL),
};
const struct shape event_cursor_shape = SHAPE(struct event_cursor, event_cursor_fields);

static const struct filter feed_filters[] = {
    FILTER("after", BY_INT, NULL, .min = 0, .max = 9007199254740991.0, .required = true),
};
const struct listing event_feed_query = {FILTERS(feed_filters)};

int event_publish(struct request *rq, const char *type, uint64_t subject, json_t *payload)
{
    const char *text = json_dumps(payload, JSON_COMPACT);

    if (text == NULL)
        return DB_FAILED;
    return db_run(rq->db, OUTBOX_ADD,
                  ARGS(A_TEXT(type), A_UINT(subject),
                       rq->caller.id == 0 ? A_NULL : A_UINT(rq->caller.id),
                       A_TEXT(rq->trace_id), A_TEXT(text))) == 1
               ? 0
               : DB_FAILED;
}

int event_follow(struct db *db, const struct event *cause, const char *type,
                 uint64_t subject, json_t *payload)
{
    const char *text = json_dumps(payload, JSON_COMPACT);

    if (text == NULL)
        return DB_FAILED;
    return db_run(db, OUTBOX_ADD,
                  ARGS(A_TEXT(type), A_UINT(subject),
                       cause->actor == 0 ? A_NULL : A_UINT(cause->actor),
                       A_TEXT(cause->trace), A_TEXT(text))) == 1
               ? 0
               : DB_FAILED;
}

/* Positions for the rows, after `last`, in one statement that locks them alone: rows of
 * open transactions must not be waited for. */
static int place_rows(struct db *db, const struct rows *rows, uint64_t last)
{
    const struct event_id *events = rows->items;
    json_t *ids = json_array();
    const char *text;

    for (size_t i = 0; i < rows->count; i++)
        json_array_append_new(ids, json_integer((json_int_t)events[i].id));
    text = json_dumps(ids, JSON_COMPACT);
    if (text == NULL || db_run(db, OUTBOX_PLACE, ARGS(A_TEXT(text), A_UINT(last))) !=
                            (int64_t)rows->count)
        return DB_FAILED;
    return db_run(db, EVENT_CURSOR_MOVE,
                  ARGS(A_UINT(last + rows->count), A_TEXT(OUTBOX))) < 0
               ? DB_FAILED
               : 0;
}

/* In a transaction. Another reader that is at it is waited for, so that what was
 * committed before this read began is in its answer. 1 if rows were given positions, 0 if
 * there was nothing to do, DB_FAILED. */
static int place_in_turn(struct db *db, struct arena *arena)
{
    struct event_cursor cursor;
    struct rows rows;
    int found = db_find(db, arena, EVENT_CURSOR_LOCK, ARGS(A_TEXT(OUTBOX)), &cursor);

    if (found != 1)
        return found;
    if (db_list(db, arena, OUTBOX_UNPLACED, ARGS(A_INT(PLACE_MOST)), &rows) != 0)
        return DB_FAILED;
    if (rows.count == 0)
        return 0;
    return place_rows(db, &rows, cursor.position) == 0 ? 1 : DB_FAILED;
}

/* What fails here is tried again by the next reader. */
static void place(struct db *db, struct arena *arena)
{
    struct rows any = {0};

    if (db_list(db, arena, OUTBOX_UNPLACED, ARGS(A_INT(1)), &any) != 0 ||
        any.count == 0 || db_begin(db) != 0)
        return;
    if (place_in_turn(db, arena) != 1 || db_commit(db) != 0)
        db_rollback(db);
}

int event_feed(struct request *rq)
{
    uint64_t after = (uint64_t)query_value(rq->query, "after")->integer;
    json_t *list = json_array();
    const struct event *events;
    struct rows rows;

    place(rq->db, rq->arena);
    if (db_list(rq->db, rq->arena, OUTBOX_AFTER, ARGS(A_UINT(after), A_INT(FEED_MOST)),
                &rows) != 0)
        return fail(rq, P_DATABASE, "events");
    events = rows.items;
    for (size_t i = 0; i < rows.count; i++) {
        json_t *event = shape_to_json(&event_shape, &events[i]);

        json_object_set_new(event, "payload", json_loads(events[i].payload, 0, NULL));
        json_array_append_new(list, event);
    }
    return reply_json(rq, 200, json_pack("{s:o}", "events", list));
}
