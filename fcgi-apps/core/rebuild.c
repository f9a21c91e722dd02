/* rebuild.c - making a projection anew from the log. */
#include "rebuild.h"

#include <inttypes.h>
#include <string.h>

#include "arena.h"
#include "consumer_apply.h"
#include "core_statements.h"
#include "db.h"
#include "rebuild_tables.h"
#include "service.h"

#include "banned.h"

#define TRIES 5

struct rebuild {
    const struct service *service;
    const struct projection *projection;
    struct db *db;
    struct arena *arena;
    struct transport *transport;
    FILE *out;
};

void projections_print(const struct service *service, FILE *out)
{
    for (size_t i = 0; i < service->consumer_count; i++) {
        const struct consumer *consumer = &service->consumers[i];

        if (consumer->projection != NULL)
            fprintf(out, "%s %s %s\n", consumer->projection->name, consumer->source,
                    consumer->projection->table);
    }
}

static const struct projection *find(const struct service *service, const char *name)
{
    for (size_t i = 0; i < service->consumer_count; i++)
        if (service->consumers[i].projection != NULL &&
            strcmp(service->consumers[i].projection->name, name) == 0)
            return service->consumers[i].projection;
    return NULL;
}

/* A transaction on the connection that has the copies: one made anew would write what the
 * service itself keeps. */
static bool begin(const struct rebuild *rebuild)
{
    return db_begin(rebuild->db) == 0 && rebuild_tables_are_there(rebuild->db);
}

/* The next events of a source, at most up to `end`. How many; -1 after a failure. */
static int apply_some(const struct rebuild *rebuild, const struct consumer *consumer,
                      uint64_t *position, uint64_t end)
{
    json_t *list = NULL;
    const struct arrived *events;
    int applied = 0;

    if (rebuild->transport->pull(rebuild->transport, consumer->source, *position,
                                 &list) != 0)
        return -1;
    events = events_in_order(list, rebuild->arena);
    for (size_t i = 0; events != NULL && i < json_array_size(list); i++) {
        const struct event *event = &events[i].event;

        if (event->position != *position + 1 || event->position > end)
            continue;
        if (consumer->apply(rebuild->db, rebuild->arena, event, events[i].payload) != 0)
            return -1;
        (*position)++;
        applied++;
    }
    return events == NULL ? -1 : applied;
}

/* The log of one source, in transactions of a few hundred events each. */
static bool replay(const struct rebuild *rebuild, const struct consumer *consumer,
                   uint64_t *position)
{
    struct event_cursor cursor = {0};
    int applied;

    do {
        if (!begin(rebuild) || db_find(rebuild->db, rebuild->arena, EVENT_CURSOR_SEE,
                                       ARGS(A_TEXT(consumer->source)), &cursor) < 0)
            return false;
        applied = apply_some(rebuild, consumer, position, cursor.position);
        if (applied < 0 || db_commit(rebuild->db) != 0)
            return false;
        arena_reset(rebuild->arena);
        fprintf(rebuild->out, "%s: event %" PRIu64 " of %" PRIu64 " of %s\n",
                rebuild->projection->name, *position, cursor.position, consumer->source);
        fflush(rebuild->out);
    } while (*position < cursor.position && applied > 0);
    return *position >= cursor.position;
}

/* In the last transaction: up to where the service itself is, which now waits. */
static bool catch_up(const struct rebuild *rebuild, const struct consumer *consumer,
                     uint64_t *position)
{
    struct event_cursor cursor = {0};
    int applied = 1;

    if (db_find(rebuild->db, rebuild->arena, EVENT_CURSOR_LOCK,
                ARGS(A_TEXT(consumer->source)), &cursor) < 0)
        return false;
    while (applied > 0 && *position < cursor.position)
        applied = apply_some(rebuild, consumer, position, cursor.position);
    return *position == cursor.position;
}

#define CONSUMERS_MOST 32

/* One attempt. How many rows differed, or -1. */
static int64_t attempt(const struct rebuild *rebuild)
{
    const struct service *service = rebuild->service;
    uint64_t positions[CONSUMERS_MOST] = {0};
    int64_t differed;

    if (!rebuild_tables_make(rebuild->db, rebuild->projection))
        return -1;
    for (size_t i = 0; i < service->consumer_count; i++)
        if (service->consumers[i].projection == rebuild->projection &&
            !replay(rebuild, &service->consumers[i], &positions[i]))
            return -1;
    if (!begin(rebuild))
        return -1;
    for (size_t i = 0; i < service->consumer_count; i++)
        if (service->consumers[i].projection == rebuild->projection &&
            !catch_up(rebuild, &service->consumers[i], &positions[i]))
            return -1;
    differed = rebuild_tables_swap(rebuild->db, rebuild->projection);
    return differed >= 0 && db_commit(rebuild->db) == 0 ? differed : -1;
}

/* Each attempt on a connection of its own, whose copies go with it. */
static int64_t try_again(struct rebuild *rebuild, const struct config *config)
{
    int64_t differed = -1;

    for (int try = 0; try < TRIES && differed < 0; try++) {
        rebuild->db = db_new(config, rebuild->service->statements,
                             rebuild->service->statement_count);
        if (rebuild->db != NULL && db_ready(rebuild->db) == DB_FINE)
            differed = attempt(rebuild);
        db_free(&rebuild->db);
    }
    return differed;
}

bool projection_rebuild(const struct service *service, const struct config *config,
                        const char *name, transport_open *open, FILE *out, char *error,
                        size_t size)
{
    struct rebuild rebuild = {
        .service = service, .projection = find(service, name), .out = out};
    int64_t differed = -1;

    if (rebuild.projection == NULL || service->consumer_count > CONSUMERS_MOST) {
        snprintf(error, size, "there is no projection %s", name);
        return false;
    }
    rebuild.arena = arena_new();
    rebuild.transport = open(config);
    if (rebuild.arena != NULL && rebuild.transport != NULL) {
        struct arena *before = arena_lend(rebuild.arena);

        differed = try_again(&rebuild, config);
        arena_lend(before);
    }
    if (rebuild.transport != NULL)
        rebuild.transport->close(rebuild.transport);
    arena_free(&rebuild.arena);
    if (differed < 0)
        snprintf(error, size,
                 "%s is not rebuilt: the lines above say what was in the way", name);
    else
        fprintf(out, "%s: rebuilt, %" PRId64 " rows differed\n", name, differed);
    return differed >= 0;
}
