/* task.c - what a pool does by itself every so often. */
#include "task.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "arena.h"
#include "db.h"
#include "log.h"
#include "service.h"

#include "banned.h"

struct task_thread {
    const struct task *task;
    struct task_room room;
    pthread_t id;
    bool started;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    _Atomic bool stopping;
};

/* Waits; whether there is to be another run. */
static bool rest(struct task_thread *thread)
{
    struct timespec until;
    bool going_on;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += (long)(thread->task->every_ms % 1000) * 1000000;
    until.tv_sec += thread->task->every_ms / 1000 + until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_mutex_lock(&thread->lock);
    while (!thread->stopping &&
           pthread_cond_timedwait(&thread->wake, &thread->lock, &until) == 0)
        ;
    going_on = !thread->stopping;
    pthread_mutex_unlock(&thread->lock);
    return going_on;
}

static void *run(void *argument)
{
    struct task_thread *thread = argument;

    arena_lend(thread->room.arena);
    do {
        thread->task->run(&thread->room);
        arena_reset(thread->room.arena);
    } while (rest(thread));
    return NULL;
}

struct task_thread *task_start(const struct service *service, const struct config *config,
                               struct seal_keys *seals)
{
    struct task_thread *thread;

    if (service->task == NULL || !service->task->is_wanted(config))
        return NULL;
    thread = calloc(1, sizeof *thread);
    if (thread == NULL)
        return NULL;
    thread->task = service->task;
    thread->room = (struct task_room){
        config, db_new(config, service->statements, service->statement_count),
        arena_new(), seals, &thread->stopping};
    pthread_mutex_init(&thread->lock, NULL);
    pthread_cond_init(&thread->wake, NULL);
    thread->started = thread->room.db != NULL && thread->room.arena != NULL &&
                      pthread_create(&thread->id, NULL, run, thread) == 0;
    if (!thread->started) {
        log_line(LOG_ERROR, "task", "%s: no thread could be started",
                 service->task->name);
        task_stop(&thread);
    }
    return thread;
}

void task_stop(struct task_thread **thread)
{
    struct task_thread *one = *thread;

    if (one == NULL)
        return;
    pthread_mutex_lock(&one->lock);
    one->stopping = true;
    pthread_cond_broadcast(&one->wake);
    pthread_mutex_unlock(&one->lock);
    if (one->started)
        pthread_join(one->id, NULL);
    db_free(&one->room.db);
    arena_free(&one->room.arena);
    pthread_mutex_destroy(&one->lock);
    pthread_cond_destroy(&one->wake);
    free(one);
    *thread = NULL;
}
