/* lane.c - the slow lane. */
#include "lane.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "arena.h"
#include "config.h"
#include "dispatch.h"
#include "log.h"
#include "service.h"

#include "banned.h"

/* Of a core that both want, the scheduler gives one of these a quarter. */
#define NICENESS 5

struct lane_thread {
    pthread_t id;
    bool started;
    struct lane *lane;
    struct dispatch dispatch;
    int turns; /* the file whose byte is locked during a turn; -1: none */
};

struct lane {
    lane_done *done;
    void *owner;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t came;
    bool stopping;
    FCGX_Request **waiting, **unused; /* a ring; a stack */
    size_t most, first, count, unused_count;
    FCGX_Request *requests; /* all that there are */
    struct lane_thread *threads;
    size_t thread_count;
};

/* Waits for this thread's turn, or ends it. */
static void take_turn(const struct lane_thread *thread, short type)
{
    struct flock turn = {.l_type = type,
                         .l_whence = SEEK_SET,
                         .l_start = thread - thread->lane->threads,
                         .l_len = 1};

    if (thread->turns >= 0)
        while (fcntl(thread->turns, F_OFD_SETLKW, &turn) != 0 && errno == EINTR)
            ;
}

/* The next that waits; NULL when all is done and the lane stops. */
static FCGX_Request *next(struct lane *lane)
{
    FCGX_Request *fcgi = NULL;

    pthread_mutex_lock(&lane->lock);
    while (lane->count == 0 && !lane->stopping)
        pthread_cond_wait(&lane->came, &lane->lock);
    if (lane->count > 0) {
        fcgi = lane->waiting[lane->first];
        lane->first = (lane->first + 1) % lane->most;
        lane->count--;
    }
    pthread_mutex_unlock(&lane->lock);
    return fcgi;
}

static void put_back(struct lane *lane, FCGX_Request *fcgi)
{
    pthread_mutex_lock(&lane->lock);
    lane->unused[lane->unused_count++] = fcgi;
    pthread_mutex_unlock(&lane->lock);
}

static void *run(void *argument)
{
    struct lane_thread *thread = argument;
    FCGX_Request *fcgi;

    if (setpriority(PRIO_PROCESS, (id_t)gettid(), NICENESS) != 0)
        log_line(LOG_WARNING, "lane", "%s", strerror(errno));
    arena_lend(thread->dispatch.arena);
    while ((fcgi = next(thread->lane)) != NULL) {
        int fd = fcgi->ipcFd;

        take_turn(thread, F_WRLCK);
        dispatch_serve(&thread->dispatch, fcgi, false);
        take_turn(thread, F_UNLCK);
        FCGX_Finish_r(fcgi);
        thread->lane->done(thread->lane->owner, fcgi, fd);
        put_back(thread->lane, fcgi);
    }
    return NULL;
}

static bool start_thread(struct lane_thread *thread, struct lane *lane,
                         const struct service *service, const struct config *config,
                         struct auth_keys *keys, struct seal_keys *seals)
{
    const char *path = config_text(config, "pool.metrics");

    thread->lane = lane;
    thread->turns = path == NULL ? -1 : open(path, O_RDWR | O_CLOEXEC);
    if (!dispatch_init(&thread->dispatch, service, config, keys, seals) ||
        (path != NULL && thread->turns < 0))
        return false;
    thread->started = pthread_create(&thread->id, NULL, run, thread) == 0;
    return thread->started;
}

/* Room for those that wait, those being answered, and none else. */
static bool make_room(struct lane *lane)
{
    size_t all = lane->most + lane->thread_count;

    lane->requests = calloc(all, sizeof *lane->requests);
    lane->waiting = calloc(lane->most, sizeof(FCGX_Request *));
    lane->unused = calloc(all, sizeof(FCGX_Request *));
    lane->threads = calloc(lane->thread_count, sizeof *lane->threads);
    if (lane->requests == NULL || lane->waiting == NULL || lane->unused == NULL ||
        lane->threads == NULL)
        return false;
    for (size_t i = 0; i < all; i++) {
        if (FCGX_InitRequest(&lane->requests[i], -1, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
            return false;
        lane->unused[lane->unused_count++] = &lane->requests[i];
    }
    return true;
}

struct lane *lane_start(const struct service *service, const struct config *config,
                        struct auth_keys *keys, struct seal_keys *seals, lane_done *done,
                        void *owner)
{
    struct lane *lane = calloc(1, sizeof *lane);
    long threads = config_number(config, "pool.slow_threads"),
         cores = sysconf(_SC_NPROCESSORS_ONLN);
    bool ready;

    if (lane == NULL)
        return NULL;
    lane->done = done;
    lane->owner = owner;
    lane->most = (size_t)config_number(config, "pool.slow_queue");
    lane->thread_count = (size_t)(threads > 0 ? threads : cores > 3 ? cores / 2 : 1);
    pthread_mutex_init(&lane->lock, NULL);
    pthread_cond_init(&lane->came, NULL);
    ready = make_room(lane);
    for (size_t i = 0; ready && i < lane->thread_count; i++)
        ready = start_thread(&lane->threads[i], lane, service, config, keys, seals);
    if (!ready)
        lane_stop(&lane);
    return lane;
}

bool lane_take(struct lane *lane, FCGX_Request **fcgi)
{
    bool taken;

    pthread_mutex_lock(&lane->lock);
    taken = lane->count < lane->most && !lane->stopping;
    if (taken) {
        lane->waiting[(lane->first + lane->count++) % lane->most] = *fcgi;
        *fcgi = lane->unused[--lane->unused_count];
        pthread_cond_signal(&lane->came);
    }
    pthread_mutex_unlock(&lane->lock);
    return taken;
}

static void end_threads(struct lane *lane)
{
    pthread_mutex_lock(&lane->lock);
    lane->stopping = true;
    pthread_cond_broadcast(&lane->came);
    pthread_mutex_unlock(&lane->lock);
    for (size_t i = 0; lane->threads != NULL && i < lane->thread_count; i++) {
        struct lane_thread *thread = &lane->threads[i];

        if (thread->started)
            pthread_join(thread->id, NULL);
        dispatch_free(&thread->dispatch);
        if (thread->lane != NULL && thread->turns >= 0)
            close(thread->turns);
    }
}

void lane_stop(struct lane **lane)
{
    struct lane *all = *lane;

    if (all == NULL)
        return;
    end_threads(all);
    pthread_mutex_destroy(&all->lock);
    pthread_cond_destroy(&all->came);
    free(all->threads);
    free(all->waiting);
    free(all->unused);
    free(all->requests);
    free(all);
    *lane = NULL;
}
