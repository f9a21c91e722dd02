/* consumer.c - the threads that keep a service's projections of the others' events. */
#include "consumer.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "consumer_apply.h"
#include "core_statements.h"
#include "log.h"
#include "metrics.h"
#include "metrics_peer.h"
#include "service.h"

#include "banned.h"

#define BUSY_MS 20     /* after events: as long as it takes for some more to gather */
#define IDLE_MS 200    /* the longest between two looks at a source that is silent */
#define STANDBY_MS 250 /* another process reads this source */
#define TROUBLE_MS 500
#define BATCH_MOST 500

struct consumer_thread {
    pthread_t id;
    bool started;
    const char *source;
    const struct service *service;
    struct db *db;
    struct arena *arena;
    struct transport *transport;
    struct consumers *all;
    long wait; /* milliseconds */
    int most;  /* events in one transaction: fewer after one that failed */
};

struct consumers {
    size_t count;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    bool stopping;
    struct consumer_thread threads[];
};

/* Where to go on; false if the database failed. */
static bool position(struct consumer_thread *consumer, struct event_cursor *cursor)
{
    struct db_args source = ARGS(A_TEXT(consumer->source));
    int found = db_find(consumer->db, consumer->arena, EVENT_CURSOR_FIND, source, cursor);

    if (found == 0 && db_run(consumer->db, EVENT_CURSOR_MAKE, source) >= 0)
        found = db_find(consumer->db, consumer->arena, EVENT_CURSOR_FIND, source, cursor);
    return found == 1;
}

/* A transaction that met another's locks is run again soon, and with fewer events: each
 * locks what it changes until the end. How long to wait, in milliseconds. */
static long apply(struct consumer_thread *consumer, const json_t *events)
{
    int applied = consumer_apply(consumer->service, consumer->source, consumer->db,
                                 consumer->arena, events, consumer->most);

    for (int i = 0; i < applied; i++)
        metrics_count(METRIC_EVENTS_APPLIED);
    if (applied < 0) {
        consumer->most = consumer->most > 3 ? consumer->most / 4 : 1;
        return db_trouble(consumer->db) == DB_BUSY ? BUSY_MS : TROUBLE_MS;
    }
    consumer->most = consumer->most * 2 > BATCH_MOST ? BATCH_MOST : consumer->most * 2;
    return BUSY_MS;
}

/* One pull. How long to wait before the next, in milliseconds. */
static long pull(struct consumer_thread *consumer)
{
    struct event_cursor cursor = {0};
    json_t *events = NULL;

    if (!position(consumer, &cursor))
        return TROUBLE_MS;
    if (!cursor.leads)
        return STANDBY_MS;
    if (consumer->transport->pull(consumer->transport, consumer->source, cursor.position,
                                  &events) != 0)
        return TROUBLE_MS;
    if (json_array_size(events) == 0) {
        metrics_event_lag(consumer->source, 0);
        return consumer->wait * 2 > IDLE_MS ? IDLE_MS : consumer->wait * 2;
    }
    return apply(consumer, events);
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

    arena_lend(consumer->arena);
    do {
        consumer->wait = pull(consumer);
        arena_reset(consumer->arena);
    } while (rest(consumer->all, consumer->wait));
    return NULL;
}

static bool start(struct consumer_thread *consumer, const struct config *config,
                  transport_open *open)
{
    const struct service *service = consumer->service;

    consumer->wait = BUSY_MS;
    consumer->most = BATCH_MOST;
    consumer->arena = arena_new();
    consumer->db = db_new(config, service->statements, service->statement_count);
    consumer->transport = open(config);
    consumer->started = consumer->arena != NULL && consumer->db != NULL &&
                        consumer->transport != NULL &&
                        pthread_create(&consumer->id, NULL, run, consumer) == 0;
    return consumer->started;
}

static bool is_read(const struct consumers *all, const char *source)
{
    for (size_t i = 0; i < all->count; i++)
        if (strcmp(all->threads[i].source, source) == 0)
            return true;
    return false;
}

struct consumers *consumers_start(const struct service *service,
                                  const struct config *config, transport_open *open)
{
    struct consumers *all =
        calloc(1, sizeof *all + service->consumer_count * sizeof *all->threads);

    if (all == NULL)
        return NULL;
    pthread_mutex_init(&all->lock, NULL);
    pthread_cond_init(&all->wake, NULL);
    for (size_t i = 0; i < service->consumer_count; i++) {
        const char *source = service->consumers[i].source;
        struct consumer_thread *consumer = &all->threads[all->count];

        if (is_read(all, source))
            continue;
        *consumer =
            (struct consumer_thread){.all = all, .source = source, .service = service};
        all->count++;
        if (!start(consumer, config, open))
            log_line(LOG_ERROR, "consumer",
                     "the events of %s are not read: no thread could be started", source);
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
        if (consumer->transport != NULL)
            consumer->transport->close(consumer->transport);
        db_free(&consumer->db);
        arena_free(&consumer->arena);
    }
    pthread_mutex_destroy(&all->lock);
    pthread_cond_destroy(&all->wake);
    free(all);
    *consumers = NULL;
}
