/* kill.c - kills what serves, and sees to it that it comes back. */
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness/expect.h"
#include "walk.h"

#include "core/banned.h"

#define BACK_WITHIN 60

static const char *const pools[] = {"user", "catalog", "rating"};

/* tools/stack up: starts what does not run. */
static void start_again(void)
{
    const char *source = getenv("VH_SRC");
    char *stack = text("%s/tools/stack", source == NULL ? "." : source);
    pid_t pid = fork();
    int status = -1;

    if (pid == 0) {
        execl(stack, stack, "up", (char *)NULL);
        _exit(127);
    }
    EXPECT(pid > 0 && waitpid(pid, &status, 0) == pid && status == 0,
           "tools/stack up ended with %d", status);
}

static bool is_ready(const char *pool)
{
    return inside(text("/pools/%s/readyz", pool))->status == 200;
}

/* Two others than before, and they answer. */
static bool replaced(const char *pool, const pid_t *old, size_t killed)
{
    pid_t now[WORKERS_MOST];

    if (pool_workers(pool, now) != 2 || !is_ready(pool))
        return false;
    for (size_t i = 0; i < killed; i++)
        if (now[0] == old[i] || now[1] == old[i])
            return false;
    return true;
}

/* `count` of a pool's processes, whose consumers go with them; multiwatch makes new
 * ones. */
static void kill_workers(const char *pool, size_t count)
{
    pid_t old[WORKERS_MOST];
    bool back = UNTIL(BACK_WITHIN, pool_workers(pool, old) == 2);

    EXPECT(back, "the %s pool has not two processes", pool);
    for (size_t i = 0; i < count; i++)
        kill(old[i], SIGKILL);
    back = UNTIL(BACK_WITHIN, replaced(pool, old, count));
    EXPECT(back, "nobody took the place of the %s pool's processes", pool);
}

static void kill_whole(const char *name)
{
    pid_t pid = pid_of(name);
    bool gone;

    kill(pid, SIGKILL);
    gone = UNTIL(BACK_WITHIN, !is_alive(pid));
    EXPECT(gone, "%s lives on", name);
    start_again();
}

const char *kill_something(size_t nth, uint64_t *random)
{
    const char *pool = pools[walk_chance(random, 3)];

    switch (nth % 6) {
    case 0:
        kill_whole("database");
        return "MariaDB";
    case 1:
        kill_workers(pool, 2);
        return text("both processes of the %s pool", pool);
    case 2:
        kill_whole(pool);
        return text("the %s pool's supervisor, and the pool with it", pool);
    case 3:
        for (size_t i = 0; i < 3; i++)
            kill_workers(pools[i], 1);
        return "a process of each pool";
    default:
        kill_workers(pool, 1);
        return text("a process of the %s pool", pool);
    }
}
