/* task.h - what a pool does by itself every so often, on a thread of its own. Each
 * process of the pool does it: what must be done once is claimed in the database. */
#ifndef VH_TASK_H
#define VH_TASK_H

#include <stdatomic.h>
#include <stdbool.h>

struct arena;
struct config;
struct db;
struct seal_keys;
struct service;
struct task_thread;

/* What it is given; the arena is emptied after each run. */
struct task_room {
    const struct config *config;
    struct db *db;
    struct arena *arena;
    struct seal_keys *seals;
    const _Atomic bool *stopping; /* the pool ends: what can be left for later, is */
};

struct task {
    const char *name;
    unsigned every_ms;
    bool (*is_wanted)(const struct config *config);
    void (*run)(const struct task_room *room);
};

/* NULL if the service has no task, or none that is wanted, or it could not be started
 * (logged). */
struct task_thread *task_start(const struct service *service, const struct config *config,
                               struct seal_keys *seals);

/* Waits for the end of a run that has begun. */
void task_stop(struct task_thread **thread);

#endif
