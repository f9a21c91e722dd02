/* test_database.c - MariaDB goes away and comes back. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "requests.h"

#include "core/banned.h"

#define WITHIN 2.0 /* seconds, both for a refusal and for the first good answer */

static const char *const pools[] = {"user", "catalog", "rating"};
static pid_t workers[3][WORKERS_MOST];

static void remember_workers(void)
{
    for (size_t i = 0; i < 3; i++)
        EXPECT_INT((int64_t)pool_workers(pools[i], workers[i]), 2);
}

static void expect_same_workers(void)
{
    for (size_t i = 0; i < 3; i++) {
        pid_t now[WORKERS_MOST];

        EXPECT_INT((int64_t)pool_workers(pools[i], now), 2);
        EXPECT(memcmp(now, workers[i], 2 * sizeof *now) == 0,
               "the %s pool was restarted: %ld and %ld, not %ld and %ld", pools[i],
               (long)now[0], (long)now[1], (long)workers[i][0], (long)workers[i][1]);
    }
}

static void stop_database(void)
{
    pid_t pid = pid_of("database");
    bool gone;

    REQUIRE(pid > 1 && kill(pid, SIGTERM) == 0, "MariaDB cannot be stopped");
    gone = UNTIL(30, !is_alive(pid));
    REQUIRE(gone, "MariaDB does not stop");
}

/* tools/stack up, not waited for: what is measured begins when MariaDB answers. */
static pid_t start_database(void)
{
    const char *source = getenv("VH_SRC");
    char *stack = text("%s/tools/stack", source == NULL ? "." : source);
    pid_t pid = fork();

    if (pid == 0) {
        execl(stack, stack, "up", (char *)NULL);
        _exit(127);
    }
    REQUIRE(pid > 0, "no process");
    return pid;
}

static bool database_answers(void)
{
    return access(run_path("sock/db.sock"), F_OK) == 0 &&
           system(text("mariadb --no-defaults --socket='%s' --user=\"$(id -un)\" "
                       "--execute 'DO 1' >/dev/null 2>&1",
                       run_path("sock/db.sock"))) == 0;
}

static void refused(size_t n)
{
    struct answer *answer = request_nth(n);

    EXPECT_PROBLEM(answer, 503, "unavailable");
    EXPECT(answer->seconds < WITHIN, "%s %s took %.2f s", answer->method, answer->path,
           answer->seconds);
}

static void health(long ready)
{
    EXPECT_STATUS(get("/healthz"), 200);
    for (size_t i = 0; i < 3; i++) {
        struct answer *answer = inside(text("/pools/%s/readyz", pools[i]));

        EXPECT_STATUS(answer, ready);
        EXPECT(answer->seconds < WITHIN, "%s took %.2f s", answer->path, answer->seconds);
        EXPECT_STATUS(inside(text("/pools/%s/healthz", pools[i])), 200);
        EXPECT_STATUS(inside(text("/pools/%s/metrics", pools[i])), 200);
    }
}

/* Whether every kind of request is answered by something other than 503 just now. */
static bool all_answer(void)
{
    for (size_t n = 0; n < requests_repeatable(); n++)
        if (request_nth(n)->status != 200)
            return false;
    return true;
}

static void away_and_back(void)
{
    pid_t starting;
    bool answers;
    int status;

    requests_prepare();
    EXPECT(all_answer(), "all is not well to begin with");
    remember_workers();
    stop_database();
    for (int round = 0; round < 2; round++)
        for (size_t n = 0; n < requests_all(); n++)
            refused(n);
    health(503);
    EXPECT_STATUS(get("/api/v1/auth/.well-known/jwks.json"), 200);
    EXPECT_PROBLEM(get("/api/v1/albums?colour=red"), 400, "bad-parameter");
    starting = start_database();
    answers = UNTIL(60, database_answers());
    REQUIRE(answers, "MariaDB does not come back");
    answers = UNTIL(WITHIN, all_answer());
    EXPECT(answers, "not everything answers %g s after MariaDB does", WITHIN);
    EXPECT(waitpid(starting, &status, 0) == starting && status == 0,
           "tools/stack up ended with %d", status);
    health(200);
    expect_same_workers();
}

/* Rows that changed just before it went are there after. */
static void nothing_lost(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(1), 4.5);
    const char *path = answer_header(made, "Location");
    pid_t starting;
    bool answers;
    int status;

    EXPECT_STATUS(made, 201);
    REQUIRE(kill(pid_of("database"), SIGKILL) == 0, "MariaDB cannot be killed");
    answers = !UNTIL(10, !is_alive(pid_of("database")));
    EXPECT(!answers, "MariaDB lives on");
    starting = start_database();
    REQUIRE(waitpid(starting, &status, 0) == starting && status == 0,
            "tools/stack up ended with %d", status);
    answers = UNTIL(WITHIN, get_as(who->token, path)->status == 200);
    EXPECT(answers, "%s is lost", path);
    EXPECT_STATUS(get_as(who->token, "/api/v1/users/profile"), 200);
}

static const struct test tests[] = {
    {"MariaDB stopped: 503 within 2 s on every route, /readyz 503, /healthz 200; back: all "
     "answer within 2 s, no pool restarted",                      away_and_back},
    {"MariaDB killed: what was acknowledged is there when it is back", nothing_lost },
};
const struct suite database_suite = SUITE("database", tests);
