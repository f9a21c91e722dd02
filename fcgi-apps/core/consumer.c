/* consumer.c - the threads that keep a service's projections of the others' events. */
#include "consumer.h"

#include <inttypes.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "arena.h"
#include "core_statements.h"
#include "event.h"
#include "internal_call.h"
#include "log.h"
#include "metrics.h"
#include "service.h"

#include "banned.h"

#define IDLE_MS 200
#define TROUBLE_MS 1000
#define CALL_MS 2000

struct consumer_thread {
    pthread_t id;
    bool started;
    const struct consumer *what;
    struct db *db;
    struct arena *arena;
    struct internal_caller *caller;
    struct consumers *all;
};

struct consumers {
    size_t count;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool stopping;
    struct consumer_thread threads[];
};

static void read_event(const json_t *json, struct event *out)
{
    *out = (struct event){
        .id = (uint64_t)json_integer_value(json_object_get(json, "id")),
        .type = json_string_value(json_object_get(json, "type")),
        .version = json_integer_value(json_object_get(json, "version")),
        .subject = (uint64_t)json_integer_value(json_object_get(json, "subject")),
        .actor = (uint64_t)json_integer_value(json_object_get(json, "actor")),
        .created_at = json_string_value(json_object_get(json, "created_at")),
    };
}

/* The events after the cursor, in the transaction that holds its lock. How many, or
 * DB_FAILED. */
static int apply_all(struct consumer_thread *consumer, const json_t *list,
                     uint64_t cursor)
{
    const struct consumer *what = consumer->what;
    int applied = 0;

    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *json = json_array_get(list, i);
        struct event event;

        read_event(json, &event);
        if (event.id <= cursor || event.type == NULL)
            continue; /* the other process was faster */
        if (what->apply(consumer->db, consumer->arena, &event,
                        json_object_get(json, "payload")) != 0)
            return DB_FAILED;
        cursor = event.id;
        applied++;
    }
    if (applied > 0 && db_run(consumer->db, EVENT_CURSOR_MOVE,
                              ARGS(A_UINT(cursor), A_TEXT(what->source))) < 0)
        return DB_FAILED;
    return applied;
}

/* The events after the position the cursor had when last seen; the lock tells whether
 * that still holds. */
static int apply(struct consumer_thread *consumer, const json_t *list)
{
    const char *source = consumer->what->source;
    struct event_cursor cursor = {0};
    int applied = DB_FAILED;

    if (db_begin(consumer->db) != 0)
        return DB_FAILED;
    if (db_find(consumer->db, consumer->arena, EVENT_CURSOR_LOCK, ARGS(A_TEXT(source)),
                &cursor) == 1)
        applied = apply_all(consumer, list, cursor.event_id);
    if (applied >= 0 && db_commit(consumer->db) == 0)
        return applied;
    db_rollback(consumer->db);
    return DB_FAILED;
}

static bool position(struct consumer_thread *consumer, uint64_t *out)
{
    const char *source = consumer->what->source;
    struct event_cursor cursor = {0};
    int found = db_find(consumer->db, consumer->arena, EVENT_CURSOR_FIND,
                        ARGS(A_TEXT(source)), &cursor);

    if (found == 0 && db_run(consumer->db, EVENT_CURSOR_MAKE, ARGS(A_TEXT(source))) >= 0)
        found = 1;
    *out = cursor.event_id;
    return found == 1;
}

/* One pull. How long to wait before the next, in milliseconds. */
static long pull(struct consumer_thread *consumer)
{
    const char *source = consumer->what->source;
    json_t *answer = NULL;
    uint64_t after;
    int status, applied;
    const char *path;

    if (!position(consumer, &after))
        return TROUBLE_MS;
    path =
        arena_printf(consumer->arena, "/pools/%s/events?after=%" PRIu64, source, after);
    status = path == NULL ? -1 : internal_get(consumer->caller, path, CALL_MS, &answer);
    if (status != 200)
        return TROUBLE_MS;
    if (json_array_size(json_object_get(answer, "events")) == 0)
        return IDLE_MS;
    applied = apply(consumer, json_object_get(answer, "events"));
    for (int i = 0; i < applied; i++)
        metrics_count(METRIC_EVENTS_APPLIED);
    return applied < 0 ? TROUBLE_MS : 0;
}

/* False when the thread is to end. */
static bool rest(struct consumers *all, long milliseconds)
{
    struct timespec until;
    bool stopping;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += milliseconds % 1000 * 1000000;
    until.tv_sec += milliseconds / 1000 + until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_mutex_lock(&all->lock);
    while (!all->stopping && milliseconds > 0 &&
           pthread_cond_timedwait(&all->wake, &all->lock, &until) == 0)
        ;
    stopping = all->stopping;
    pthread_mutex_unlock(&all->lock);
    return !stopping;
}

static void *run(void *argument)
{
    struct consumer_thread *consumer = argument;
    long wait;

    arena_lend(consumer->arena);
    do {
        wait = pull(consumer);
        arena_reset(consumer->arena);
    } while (rest(consumer->all, wait));
    return NULL;
}

static bool start(struct consumer_thread *consumer, const struct service *service,
                  const struct config *config)
{
    consumer->arena = arena_new();
    consumer->db = db_new(config, service->statements, service->statement_count);
    consumer->caller = internal_caller_new(config);
    consumer->started = consumer->arena != NULL && consumer->db != NULL &&
                        consumer->caller != NULL &&
                        pthread_create(&consumer->id, NULL, run, consumer) == 0;
    return consumer->started;
}

struct consumers *consumers_start(const struct service *service,
                                  const struct config *config)
{
    struct consumers *all =
        calloc(1, sizeof *all + service->consumer_count * sizeof *all->threads);

    if (all == NULL)
        return NULL;
    pthread_mutex_init(&all->lock, NULL);
    pthread_cond_init(&all->wake, NULL);
    all->count = service->consumer_count;
    for (size_t i = 0; i < all->count; i++) {
        all->threads[i].all = all;
        all->threads[i].what = &service->consumers[i];
        if (!start(&all->threads[i], service, config))
            log_line(LOG_ERROR, "consumer",
                     "the events of %s are not read: no thread could be started",
                     service->consumers[i].source);
    }
    return all;
}

void consumers_stop(struct consumers **consumers)
{
    struct consumers *all = *consumers;

    if (all == NULL)
        return;
    pthread_mutex_lock(&all->lock);
    all->stopping = true;
    pthread_cond_broadcast(&all->wake);
    pthread_mutex_unlock(&all->lock);
    for (size_t i = 0; i < all->count; i++) {
        struct consumer_thread *consumer = &all->threads[i];

        if (consumer->started)
            pthread_join(consumer->id, NULL);
        internal_caller_free(&consumer->caller);
        db_free(&consumer->db);
        arena_free(&consumer->arena);
    }
    pthread_mutex_destroy(&all->lock);
    pthread_cond_destroy(&all->wake);
    free(all);
    *consumers = NULL;
}
