/* import_queue.c - two batches between two threads. */
#include "import_queue.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "command.h"
#include "import_load.h"

#include "core/banned.h"

#define WAITING_NS 200000000

struct queue {
    struct loader *loader;
    struct batch batches[2];
    int filling; /* the reader's */
    bool full;   /* the other one waits to be stored, or is being stored */
    bool ending, failed;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
};

static void *store_batches(void *user)
{
    struct queue *queue = user;

    mysql_thread_init();
    pthread_mutex_lock(&queue->lock);
    for (;;) {
        bool stored;

        while (!queue->full && !queue->ending)
            pthread_cond_wait(&queue->changed, &queue->lock);
        if (!queue->full)
            break;
        pthread_mutex_unlock(&queue->lock);
        stored = loader_store(queue->loader, &queue->batches[!queue->filling]);
        pthread_mutex_lock(&queue->lock);
        queue->full = false;
        queue->failed = queue->failed || !stored;
        pthread_cond_signal(&queue->changed);
    }
    pthread_mutex_unlock(&queue->lock);
    mysql_thread_end();
    return NULL;
}

static void free_queue(struct queue **queue)
{
    batch_free(&(*queue)->batches[0]);
    batch_free(&(*queue)->batches[1]);
    pthread_mutex_destroy(&(*queue)->lock);
    pthread_cond_destroy(&(*queue)->changed);
    free(*queue);
    *queue = NULL;
}

struct queue *queue_start(struct loader *loader)
{
    struct queue *queue = calloc(1, sizeof *queue);
    pthread_condattr_t attributes;
    int error;

    if (queue == NULL) {
        complain("out of memory");
        return NULL;
    }
    queue->loader = loader;
    batch_init(&queue->batches[0]);
    batch_init(&queue->batches[1]);
    pthread_mutex_init(&queue->lock, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&queue->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    error = pthread_create(&queue->thread, NULL, store_batches, queue);
    if (error != 0) {
        complain("starting a thread: %s", strerror(error));
        free_queue(&queue);
    }
    return queue;
}

struct batch *queue_batch(struct queue *queue)
{
    return &queue->batches[queue->filling];
}

/* With the lock held: until the other batch is free. */
static void wait_until_free(struct queue *queue, void (*waiting)(void *user), void *user)
{
    while (queue->full) {
        struct timespec until;

        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += WAITING_NS;
        until.tv_sec += until.tv_nsec / 1000000000;
        until.tv_nsec %= 1000000000;
        if (pthread_cond_timedwait(&queue->changed, &queue->lock, &until) == ETIMEDOUT &&
            waiting != NULL)
            waiting(user);
    }
}

bool queue_send(struct queue *queue, void (*waiting)(void *user), void *user)
{
    bool fine;

    pthread_mutex_lock(&queue->lock);
    wait_until_free(queue, waiting, user);
    fine = !queue->failed;
    if (fine) {
        queue->filling = !queue->filling;
        queue->full = true;
        pthread_cond_signal(&queue->changed);
    }
    pthread_mutex_unlock(&queue->lock);
    return fine;
}

bool queue_wait(struct queue *queue, void (*waiting)(void *user), void *user)
{
    bool fine;

    pthread_mutex_lock(&queue->lock);
    wait_until_free(queue, waiting, user);
    fine = !queue->failed;
    pthread_mutex_unlock(&queue->lock);
    return fine;
}

bool queue_end(struct queue **queue)
{
    bool fine;

    if (*queue == NULL)
        return true;
    pthread_mutex_lock(&(*queue)->lock);
    (*queue)->ending = true;
    pthread_cond_signal(&(*queue)->changed);
    pthread_mutex_unlock(&(*queue)->lock);
    pthread_join((*queue)->thread, NULL);
    fine = !(*queue)->failed;
    free_queue(queue);
    return fine;
}
