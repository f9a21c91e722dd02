/* test_flood.c - many logins at once: some wait, the rest are turned away, and nobody
 * else notices. How long others wait is measured by tests/load/login-flood. */
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define AT_ONCE 150 /* far more than two processes let wait (2 times 16) */

static struct {
    pthread_barrier_t barrier;
    const char *names[AT_ONCE];
    struct answer *answers[AT_ONCE];
    _Atomic int under_way;
} flood;

static void *logs_in(void *argument)
{
    size_t n = (size_t)((const char **)argument - flood.names);

    pthread_barrier_wait(&flood.barrier);
    flood.answers[n] =
        post(NULL, "/api/v1/auth/login",
             text("{\"username\": \"%s\", \"password\": \"wrong horse battery\"}",
                  flood.names[n]));
    flood.under_way--;
    return NULL;
}

/* Reads of the same pool until no login is under way any more; how many. */
static size_t read_meanwhile(const struct person *who)
{
    size_t reads = 0;

    while (flood.under_way > 0) {
        struct answer *answer = get_as(who->token, "/api/v1/users/profile");

        if (answer->status != 200)
            EXPECT_STATUS(answer, 200);
        reads++;
    }
    return reads;
}

static void many_at_once(void)
{
    const struct person *who = sign_up();
    size_t tried = 0, shed = 0, reads;
    pthread_t threads[AT_ONCE];

    flood.under_way = AT_ONCE;
    pthread_barrier_init(&flood.barrier, NULL, AT_ONCE);
    for (size_t i = 0; i < AT_ONCE; i++)
        flood.names[i] = fresh_name();
    for (size_t i = 0; i < AT_ONCE; i++)
        REQUIRE(pthread_create(&threads[i], NULL, logs_in, &flood.names[i]) == 0,
                "no thread");
    reads = read_meanwhile(who);
    for (size_t i = 0; i < AT_ONCE; i++)
        pthread_join(threads[i], NULL);
    pthread_barrier_destroy(&flood.barrier);
    for (size_t i = 0; i < AT_ONCE; i++) {
        bool busy = flood.answers[i]->status == 503;

        EXPECT_PROBLEM(flood.answers[i], busy ? 503 : 401,
                       busy ? "unavailable" : "unauthorized");
        shed += busy;
        tried += !busy;
    }
    EXPECT(tried > 0 && shed > 0, "%zu were tried, %zu were shed", tried, shed);
    EXPECT(reads > 0, "nobody could read meanwhile");
    EXPECT(metric("user", "vinylhound_shed_total", "") >= (double)shed,
           "%zu were shed, counted are %.0f", shed,
           metric("user", "vinylhound_shed_total", ""));
    EXPECT_STATUS(
        post(NULL, "/api/v1/auth/login",
             text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", who->name)),
        200);
}

static const struct test tests[] = {
    {"POST /auth/login: of 150 at once some are tried, the rest are 503; others read on",
     many_at_once},
};
const struct suite flood_suite = SUITE("flood", tests);
