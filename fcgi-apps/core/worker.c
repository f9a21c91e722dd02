/* worker.c - the threads of a pool and the connections from the gateway. */
#include "worker.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"
#include "auth.h"
#include "config.h"
#include "db.h"
#include "dispatch.h"
#include "lane.h"
#include "log.h"
#include "metrics.h"
#include "service.h"

#include "banned.h"

#define PEER_SECONDS                                                                     \
    10 /* a gateway that stalls within a request holds a thread no longer */

struct workers {
    const struct service *service;
    const struct config *config;
    struct auth_keys *keys;
    struct seal_keys *seals;
    int epoll, listen_fd, stop_fd;
    size_t count;
    struct thread *threads;
    struct lane *lane; /* NULL: no route is slow */
    long max_connections;
    _Atomic long connections;
    _Atomic bool draining;
    pthread_mutex_t lock; /* of listening, and for `changed` */
    pthread_cond_t changed;
    bool listening;
};

struct thread {
    pthread_t id;
    bool started;
    struct workers *workers;
    struct dispatch dispatch;
    FCGX_Request first, *fcgi; /* what is served next; the slow lane exchanges it */
};

/* Watches or stops watching the listening socket: full pools leave the rest to the
 * backlog, and that to the gateway. */
static void listen_when(struct workers *workers, bool wanted)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLEXCLUSIVE,
                                .data.fd = workers->listen_fd};

    pthread_mutex_lock(&workers->lock);
    wanted = wanted && !workers->draining;
    if (wanted != workers->listening) {
        epoll_ctl(workers->epoll, wanted ? EPOLL_CTL_ADD : EPOLL_CTL_DEL,
                  workers->listen_fd, &event);
        workers->listening = wanted;
    }
    pthread_mutex_unlock(&workers->lock);
}

static void watch(struct workers *workers, int fd, int operation)
{
    struct epoll_event event = {.events = EPOLLIN | EPOLLRDHUP | EPOLLONESHOT,
                                .data.fd = fd};

    if (epoll_ctl(workers->epoll, operation, fd, &event) != 0)
        log_line(LOG_ERROR, "epoll", "%s", strerror(errno));
}

static void gone(struct workers *workers)
{
    long left = atomic_fetch_sub(&workers->connections, 1) - 1;

    if (left < workers->max_connections && !workers->listening && !workers->draining)
        listen_when(workers, true);
    if (left == 0 && workers->draining) {
        pthread_mutex_lock(&workers->lock);
        pthread_cond_broadcast(&workers->changed);
        pthread_mutex_unlock(&workers->lock);
    }
}

/* One connection at a time: the next wakes another thread, perhaps the other process's,
   so that a burst does not all fall to the first. */
static void accept_one(struct workers *workers)
{
    const struct timeval limit = {.tv_sec = PEER_SECONDS};
    int fd =
        workers->draining ? -1 : accept4(workers->listen_fd, NULL, NULL, SOCK_CLOEXEC);

    if (fd < 0) {
        if (errno == EMFILE || errno == ENFILE || errno == ENOMEM)
            log_line(LOG_ERROR, "accept", "%s", strerror(errno));
        return;
    }
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    metrics_count(METRIC_CONNECTIONS);
    if (atomic_fetch_add(&workers->connections, 1) + 1 >= workers->max_connections)
        listen_when(workers, false);
    watch(workers, fd, EPOLL_CTL_ADD);
}

/* After a request: the connection is watched again, unless libfcgi has closed it. */
static void give_back(void *owner, FCGX_Request *fcgi, int fd)
{
    struct workers *workers = owner;

    if (fcgi->ipcFd < 0) {
        gone(workers);
        return;
    }
    fcgi->ipcFd = -1;
    watch(workers, fd, EPOLL_CTL_MOD);
}

/* One request on a ready connection. libfcgi is lent the descriptor with keepConnection
   set, or it would close it at once, and no listening socket, or it would accept by
   itself where a peer has gone. */
static void serve(struct thread *thread, int fd)
{
    struct workers *workers = thread->workers;
    bool slow = false;

    thread->fcgi->keepConnection = 1;
    thread->fcgi->ipcFd = fd;
    if (FCGX_Accept_r(thread->fcgi) == 0) {
        slow = workers->lane != NULL && dispatch_is_slow(&thread->dispatch, thread->fcgi);
        if (slow && lane_take(workers->lane, &thread->fcgi))
            return;
        dispatch_serve(&thread->dispatch, thread->fcgi, slow);
        FCGX_Finish_r(thread->fcgi);
    }
    give_back(workers, thread->fcgi, fd);
}

static void *run(void *argument)
{
    struct thread *thread = argument;
    struct workers *workers = thread->workers;
    struct epoll_event event;

    arena_lend(thread->dispatch.arena);
    for (;;) {
        int n = epoll_wait(workers->epoll, &event, 1, -1);

        if (n <= 0)
            continue; /* interrupted */
        if (event.data.fd == workers->stop_fd)
            return NULL;
        if (event.data.fd == workers->listen_fd) {
            accept_one(workers);
        } else if ((event.events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0) {
            close(event.data.fd);
            gone(workers);
        } else {
            serve(thread, event.data.fd);
        }
    }
}

static bool start_thread(struct workers *workers, struct thread *thread)
{
    thread->workers = workers;
    if (!dispatch_init(&thread->dispatch, workers->service, workers->config,
                       workers->keys, workers->seals))
        return false;
    thread->fcgi = &thread->first;
    if (FCGX_InitRequest(thread->fcgi, -1, FCGI_FAIL_ACCEPT_ON_INTR) != 0)
        return false;
    thread->started = pthread_create(&thread->id, NULL, run, thread) == 0;
    return thread->started;
}

static bool watch_forever(struct workers *workers, int fd)
{
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};

    return epoll_ctl(workers->epoll, EPOLL_CTL_ADD, fd, &event) == 0;
}

static void end_threads(struct workers *workers)
{
    const uint64_t one = 1;

    if (workers->stop_fd >= 0 && write(workers->stop_fd, &one, sizeof one) == sizeof one)
        for (size_t i = 0; i < workers->count; i++)
            if (workers->threads[i].started)
                pthread_join(workers->threads[i].id, NULL);
    for (size_t i = 0; workers->threads != NULL && i < workers->count; i++)
        dispatch_free(&workers->threads[i].dispatch);
}

static void free_workers(struct workers **workers)
{
    struct workers *all = *workers;

    end_threads(all);
    lane_stop(&all->lane);
    if (all->epoll >= 0)
        close(all->epoll);
    if (all->stop_fd >= 0)
        close(all->stop_fd);
    close(all->listen_fd);
    pthread_mutex_destroy(&all->lock);
    pthread_cond_destroy(&all->changed);
    free(all->threads);
    free(all);
    *workers = NULL;
}

/* The slow lane, if a route wants one. */
static bool start_lane(struct workers *workers)
{
    const struct service *service = workers->service;
    bool wanted = false;

    for (size_t i = 0; i < service->route_count; i++)
        wanted |= (service->routes[i].traits & SLOW) != 0;
    if (wanted)
        workers->lane = lane_start(service, workers->config, workers->keys,
                                   workers->seals, give_back, workers);
    return !wanted || workers->lane != NULL;
}

struct workers *workers_start(const struct service *service, const struct config *config,
                              struct auth_keys *keys, struct seal_keys *seals,
                              int listen_fd, char *error, size_t size)
{
    struct workers *workers = calloc(1, sizeof *workers);
    bool ready;

    if (workers == NULL) {
        snprintf(error, size, "out of memory");
        return NULL;
    }
    workers->service = service;
    workers->config = config;
    workers->keys = keys;
    workers->seals = seals;
    workers->listen_fd = listen_fd;
    workers->max_connections = config_number(config, "pool.max_connections");
    workers->count = (size_t)config_number(config, "pool.threads");
    workers->threads = calloc(workers->count, sizeof *workers->threads);
    workers->epoll = epoll_create1(EPOLL_CLOEXEC);
    workers->stop_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    pthread_mutex_init(&workers->lock, NULL);
    pthread_cond_init(&workers->changed, NULL);
    ready = FCGX_Init() == 0 && workers->threads != NULL && workers->epoll >= 0 &&
            workers->stop_fd >= 0 &&
            fcntl(listen_fd, F_SETFL, fcntl(listen_fd, F_GETFL) | O_NONBLOCK) == 0 &&
            watch_forever(workers, workers->stop_fd) && start_lane(workers);
    for (size_t i = 0; ready && i < workers->count; i++)
        ready = start_thread(workers, &workers->threads[i]);
    if (!ready) {
        snprintf(error, size, "the threads could not be started: %s", strerror(errno));
        free_workers(&workers);
        return NULL;
    }
    listen_when(workers, true);
    return workers;
}

void workers_drain(struct workers **workers, long seconds)
{
    struct workers *all = *workers;
    struct timespec until;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += seconds;
    all->draining = true;
    listen_when(all, false);
    pthread_mutex_lock(&all->lock);
    while (all->connections > 0 &&
           pthread_cond_timedwait(&all->changed, &all->lock, &until) == 0)
        ;
    pthread_mutex_unlock(&all->lock);
    if (all->connections > 0)
        log_line(LOG_WARNING, "drain", "%ld connections were still open after %ld s",
                 (long)all->connections, seconds);
    free_workers(workers);
}
