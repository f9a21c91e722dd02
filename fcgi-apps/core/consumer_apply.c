/* consumer_apply.c - events that came somehow, applied in order and once each. */
#include "consumer_apply.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "clock.h"
#include "core_statements.h"
#include "metrics_peer.h"
#include "service.h"

#include "banned.h"

static struct arrived read_event(const json_t *json)
{
    return (struct arrived){
        .event =
            {
                    .id = (uint64_t)json_integer_value(json_object_get(json, "id")),
                    .position =
                    (uint64_t)json_integer_value(json_object_get(json, "position")),
                    .type = json_string_value(json_object_get(json, "type")),
                    .version = json_integer_value(json_object_get(json, "version")),
                    .subject = (uint64_t)json_integer_value(json_object_get(json, "subject")),
                    .actor = (uint64_t)json_integer_value(json_object_get(json, "actor")),
                    .trace = json_string_value(json_object_get(json, "trace")),
                    .created_at = json_string_value(json_object_get(json, "created_at")),
                    },
        .payload = json_object_get(json, "payload"),
    };
}

static int by_position(const void *a, const void *b)
{
    uint64_t x = ((const struct arrived *)a)->event.position,
             y = ((const struct arrived *)b)->event.position;

    return x < y ? -1 : x > y;
}

struct arrived *events_in_order(const json_t *list, struct arena *arena)
{
    size_t count = json_array_size(list);
    struct arrived *events = arena_alloc(arena, (count + 1) * sizeof *events);

    for (size_t i = 0; events != NULL && i < count; i++) {
        events[i] = read_event(json_array_get(list, i));
        if (events[i].event.type == NULL)
            events[i].event.position = 0;
    }
    if (events != NULL)
        qsort(events, count, sizeof *events, by_position);
    return events;
}

static int apply_one(const struct service *service, const char *source, struct db *db,
                     struct arena *arena, const struct arrived *arrived)
{
    for (size_t i = 0; i < service->consumer_count; i++) {
        const struct consumer *consumer = &service->consumers[i];

        if (strcmp(consumer->source, source) == 0 &&
            consumer->apply(db, arena, &arrived->event, arrived->payload) != 0)
            return DB_FAILED;
    }
    return 0;
}

/* The events after the cursor, in the transaction that holds its lock. How many, the
 * last of which is *cursor; or DB_FAILED. */
static int apply_all(const struct service *service, const char *source, struct db *db,
                     struct arena *arena, const struct arrived *events, size_t count,
                     int most, uint64_t *cursor)
{
    int applied = 0;

    for (size_t i = 0;
         i < count && applied < most && events[i].event.position <= *cursor + 1; i++) {
        if (events[i].event.position <= *cursor)
            continue; /* applied before */
        if (apply_one(service, source, db, arena, &events[i]) != 0)
            return DB_FAILED;
        (*cursor)++;
        applied++;
    }
    if (applied > 0 &&
        db_run(db, EVENT_CURSOR_MOVE, ARGS(A_UINT(*cursor), A_TEXT(source))) < 0)
        return DB_FAILED;
    return applied;
}

/* How old what was applied is, and what is left. */
static void measure(const char *source, const struct arrived *events, size_t count,
                    uint64_t before, uint64_t after)
{
    double now = clock_wall(), left = 0;

    for (size_t i = 0; i < count; i++) {
        uint64_t position = events[i].event.position;
        double age = now - clock_parse(events[i].event.created_at);

        if (position > before && position <= after &&
            (i == 0 || position != events[i - 1].event.position))
            metrics_event_applied(source, age);
        else if (position > after && age > left)
            left = age;
    }
    metrics_event_lag(source, left);
}

int consumer_apply(const struct service *service, const char *source, struct db *db,
                   struct arena *arena, const json_t *list, int most)
{
    size_t count = json_array_size(list);
    struct arrived *events = events_in_order(list, arena);
    struct event_cursor cursor = {0};
    uint64_t before;
    int applied = DB_FAILED;

    if (events == NULL || db_begin(db) != 0)
        return DB_FAILED;
    if (db_find(db, arena, EVENT_CURSOR_LOCK, ARGS(A_TEXT(source)), &cursor) == 1) {
        before = cursor.position;
        applied =
            apply_all(service, source, db, arena, events, count, most, &cursor.position);
        if (applied >= 0 && db_commit(db) == 0) {
            measure(source, events, count, before, cursor.position);
            return applied;
        }
    }
    db_rollback(db);
    return DB_FAILED;
}
