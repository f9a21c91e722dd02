/* test_pools.c - processes of the pools end, are killed, and are kept busy by idlers. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "fault.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "requests.h"

#include "core/banned.h"

#define IDLERS 500
#define REPLACED_WITHIN 25 /* seconds: drain_s and a little */

static const char *const pools[] = {"user", "catalog", "rating"};

/* Two workers, and none of them is this one. */
static bool replaced(const char *pool, pid_t old)
{
    pid_t now[WORKERS_MOST];

    return pool_workers(pool, now) == 2 && now[0] != old && now[1] != old;
}

/* Waits until that many more requests have been answered. */
static void let_pass(size_t requests)
{
    size_t before = load_so_far();
    bool passed = UNTIL(30, load_so_far() >= before + requests);

    EXPECT(passed, "only %zu requests in 30 s", load_so_far() - before);
}

/* Ends one worker of each pool. */
static void end_one_of_each(int signal)
{
    pid_t old[3][WORKERS_MOST];
    bool back;

    for (size_t i = 0; i < 3; i++) {
        EXPECT_INT((int64_t)pool_workers(pools[i], old[i]), 2);
        EXPECT(kill(old[i][0], signal) == 0, "the %s pool cannot be signalled", pools[i]);
    }
    for (size_t i = 0; i < 3; i++) {
        back = UNTIL(REPLACED_WITHIN, replaced(pools[i], old[i][0]));
        EXPECT(back, "nobody took the place of the %s pool's process", pools[i]);
    }
}

/* ... several times while requests come in, none of which may fail. */
static void end_under_load(int signal, int rounds, size_t kinds)
{
    struct load load;

    requests_prepare();
    load_begin(kinds);
    for (int round = 0; round < rounds; round++) {
        let_pass(100);
        end_one_of_each(signal);
    }
    let_pass(100);
    load_end(&load);
    EXPECT(load.failed == 0, "%zu of %zu failed, the first: %s", load.failed,
           load.requests, load.first);
}

static void terminated(void)
{
    end_under_load(SIGTERM, 1, requests_repeatable());
}

static void killed(void)
{
    end_under_load(SIGKILL, 4, requests_reads());
}

static int connect_to(const char *pool)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

    snprintf(address.sun_path, sizeof address.sun_path, "%s",
             run_path(text("sock/%s.sock", pool)));
    if (fd >= 0 && connect(fd, (const struct sockaddr *)&address, sizeof address) != 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

static void idlers(void)
{
    int fds[IDLERS];
    size_t connected = 0, failed = 0;
    double slowest = 0, before;
    bool let_go;

    requests_prepare();
    before = metric("catalog", "vinylhound_connections_total", "");
    for (size_t i = 0; i < IDLERS; i++) {
        fds[i] = connect_to("catalog");
        connected += fds[i] >= 0;
    }
    EXPECT_INT((int64_t)connected, IDLERS);
    let_go = UNTIL(10, metric("catalog", "vinylhound_connections_total", "") >=
                           before + IDLERS);
    EXPECT(let_go, "not all of them were taken");
    for (size_t i = 0; i < 300; i++) {
        struct answer *answer = request_nth(i % 12); /* the catalogue's */

        failed += answer->status != 200;
        slowest = answer->seconds > slowest ? answer->seconds : slowest;
    }
    EXPECT_INT((int64_t)failed, 0);
    EXPECT(slowest < 1, "the slowest took %.2f s", slowest);
    for (size_t i = 0; i < IDLERS; i++)
        close(fds[i]);
    EXPECT_STATUS(request_nth(0), 200);
}

static long resident_kb(pid_t pid)
{
    FILE *file = fopen(text("/proc/%ld/status", (long)pid), "re");
    char line[256];
    long kb = -1;

    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (strncmp(line, "VmRSS:", 6) == 0 && sscanf(line + 6, "%ld", &kb) != 1)
            kb = -1;
    if (file != NULL)
        fclose(file);
    return kb;
}

/* In a sanitised build memory means nothing. */
static void small(void)
{
    for (size_t i = 0; i < 3; i++) {
        pid_t pids[WORKERS_MOST];
        size_t count = pool_workers(pools[i], pids);

        EXPECT_INT((int64_t)count, 2);
        for (size_t n = 0; n < count; n++) {
            long kb = resident_kb(pids[n]);

#ifdef VH_SANITIZED
            EXPECT(kb > 0, "the %s pool's memory is unknown", pools[i]);
#else
            EXPECT(kb > 0 && kb < 20 * 1024, "the %s pool has %ld kB", pools[i], kb);
#endif
        }
    }
}

static const struct test tests[] = {
    {"pools: a process that has nothing to do has under 20 MB",                         small     },
    {"pools: 500 idle connections to one disturb nobody",                               idlers    },
    {"pools: kill -KILL of one process of each: no GET fails, another takes its place",
     killed                                                                                       },
    {"pools: kill -TERM of one process of each: no GET and no PUT fails, another takes its "
     "place",                                                                      terminated},
};
const struct suite pools_suite = SUITE("pools", tests);
