/* import_queue.c - batches between three threads, in a ring. */
#include "import_queue.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "command.h"
#include "import_ahead.h"
#include "import_store.h"

#include "core/banned.h"

#define WAITING_NS 200000000

enum {
    BATCHES = 4
}; /* one for each thread, and one so that none waits for a slow batch */

/* Who is at work on a batch, in the order of the work. */
enum stage { READING, GOING_AHEAD, STORING, STAGES };

struct queue {
    struct ahead *ahead;
    struct store *store;
    struct batch batches[BATCHES];
    uint64_t done[STAGES]; /* batches that have left the stage */
    bool ending, failed;
    pthread_t threads[STAGES]; /* READING is the caller's own */
    size_t running;
    pthread_mutex_t lock;
    pthread_cond_t changed;
};

static bool work(struct queue *queue, enum stage stage, struct batch *batch)
{
    if (queue->store == NULL)
        return true;
    return stage == GOING_AHEAD ? ahead_store(queue->ahead, batch)
                                : store_batch(queue->store, batch);
}

/* A stage's thread: whatever has left the stage before it, until there will be no more.
 */
static void work_off(struct queue *queue, enum stage stage)
{
    uint64_t *done = &queue->done[stage];

    mysql_thread_init();
    pthread_mutex_lock(&queue->lock);
    for (;;) {
        bool fine;

        while (*done == queue->done[stage - 1] && !queue->ending && !queue->failed)
            pthread_cond_wait(&queue->changed, &queue->lock);
        if (*done == queue->done[stage - 1] || queue->failed)
            break;
        pthread_mutex_unlock(&queue->lock);
        fine = work(queue, stage, &queue->batches[*done % BATCHES]);
        pthread_mutex_lock(&queue->lock);
        queue->failed = queue->failed || !fine;
        ++*done;
        pthread_cond_broadcast(&queue->changed);
    }
    pthread_mutex_unlock(&queue->lock);
    mysql_thread_end();
}

static void *go_ahead(void *user)
{
    work_off(user, GOING_AHEAD);
    return NULL;
}

static void *store_batches(void *user)
{
    work_off(user, STORING);
    return NULL;
}

static void free_queue(struct queue **queue)
{
    for (int i = 0; i < BATCHES; i++)
        batch_free(&(*queue)->batches[i]);
    pthread_mutex_destroy(&(*queue)->lock);
    pthread_cond_destroy(&(*queue)->changed);
    free(*queue);
    *queue = NULL;
}

static bool start_threads(struct queue *queue)
{
    static void *(*const stages[STAGES])(void *) = {
        [GOING_AHEAD] = go_ahead, [STORING] = store_batches};

    for (int stage = GOING_AHEAD; stage < STAGES; stage++) {
        int error = pthread_create(&queue->threads[stage], NULL, stages[stage], queue);

        if (error != 0) {
            complain("starting a thread: %s", strerror(error));
            return false;
        }
        queue->running++;
    }
    return true;
}

struct queue *queue_start(struct ahead *ahead, struct store *store)
{
    struct queue *queue = calloc(1, sizeof *queue);
    pthread_condattr_t attributes;

    if (queue == NULL) {
        complain("out of memory");
        return NULL;
    }
    queue->ahead = ahead;
    queue->store = store;
    for (int i = 0; i < BATCHES; i++)
        batch_init(&queue->batches[i]);
    pthread_mutex_init(&queue->lock, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&queue->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    if (!start_threads(queue)) {
        queue->failed = true;
        queue_end(&queue);
    }
    return queue;
}

struct batch *queue_batch(struct queue *queue)
{
    return &queue->batches[queue->done[READING] % BATCHES];
}

/* With the lock held: until no more than `most` batches are sent and not stored. */
static bool wait_until_stored(struct queue *queue, uint64_t most,
                              void (*waiting)(void *user), void *user)
{
    while (queue->done[READING] - queue->done[STORING] > most && !queue->failed) {
        struct timespec until;

        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += WAITING_NS;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        if (pthread_cond_timedwait(&queue->changed, &queue->lock, &until) == ETIMEDOUT &&
            waiting != NULL)
            waiting(user);
    }
    return !queue->failed;
}

bool queue_send(struct queue *queue, void (*waiting)(void *user), void *user)
{
    bool fine;

    pthread_mutex_lock(&queue->lock);
    queue->done[READING]++;
    pthread_cond_broadcast(&queue->changed);
    fine = wait_until_stored(queue, BATCHES - 1, waiting, user);
    pthread_mutex_unlock(&queue->lock);
    return fine;
}

bool queue_wait(struct queue *queue, void (*waiting)(void *user), void *user)
{
    bool fine;

    pthread_mutex_lock(&queue->lock);
    fine = wait_until_stored(queue, 0, waiting, user);
    pthread_mutex_unlock(&queue->lock);
    return fine;
}

bool queue_end(struct queue **queue)
{
    bool fine;

    if (*queue == NULL)
        return true;
    pthread_mutex_lock(&(*queue)->lock);
    wait_until_stored(*queue, 0, NULL, NULL);
    (*queue)->ending = true;
    pthread_cond_broadcast(&(*queue)->changed);
    pthread_mutex_unlock(&(*queue)->lock);
    for (size_t i = 0; i < (*queue)->running; i++)
        pthread_join((*queue)->threads[GOING_AHEAD + i], NULL);
    fine = !(*queue)->failed;
    free_queue(queue);
    return fine;
}
