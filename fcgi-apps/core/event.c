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

static const struct field event_fields[] = {
    FIELD(struct event, id, FIELD_ID),
    FIELD(struct event, type, FIELD_TEXT),
    FIELD(struct event, version, FIELD_COUNT),
    FIELD(struct event, subject, FIELD_ID),
    FIELD(struct event, actor, FIELD_ID),
    FIELD(struct event, trace, FIELD_TEXT),
    FIELD(struct event, payload, FIELD_TEXT, .flags = HIDDEN),
    FIELD(struct event, created_at, FIELD_TIME),
    FIELD(struct event, settled, FIELD_BOOL, .flags = HIDDEN),
};
const struct shape event_shape = SHAPE(struct event, event_fields);

static const struct field event_cursor_fields[] = {
    FIELD(struct event_cursor, event_id, FIELD_ID),
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

/* How many of the rows may be shown: up to the first gap that may still be filled. */
static size_t without_gap(const struct event *events, size_t count, uint64_t after)
{
    size_t shown = 0;

    while (shown < count && (events[shown].id == after + 1 || events[shown].settled))
        after = events[shown++].id;
    return shown;
}

int event_feed(struct request *rq)
{
    uint64_t after = (uint64_t)query_value(rq->query, "after")->integer;
    json_t *list = json_array();
    const struct event *events;
    struct rows rows;
    size_t shown;

    if (db_list(rq->db, rq->arena, OUTBOX_AFTER, ARGS(A_UINT(after), A_INT(FEED_MOST)),
                &rows) != 0)
        return fail(rq, P_DATABASE, "events");
    events = rows.items;
    shown = without_gap(events, rows.count, after);
    for (size_t i = 0; i < shown; i++) {
        json_t *event = shape_to_json(&event_shape, &events[i]);

        json_object_set_new(event, "payload", json_loads(events[i].payload, 0, NULL));
        json_array_append_new(list, event);
    }
    return reply_json(rq, 200, json_pack("{s:o}", "events", list));
}
