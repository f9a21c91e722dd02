/* test_calls.c - a service that does not answer must not make those slow that ask it. */
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "fault.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define STRANGER 900000000 /* the first of many ids that no album has */
#define WITHIN 10

static void signal_catalogue(int number)
{
    pid_t pids[WORKERS_MOST];
    size_t count = pool_workers("catalog", pids);

    EXPECT_INT((int64_t)count, 2);
    for (size_t i = 0; i < count; i++)
        EXPECT(kill(pids[i], number) == 0, "the catalogue cannot be signalled");
}

static double breaker(const char *name)
{
    return metric("rating", text("vinylhound_breaker_%s", name), "target=\"catalog\"");
}

/* The slowest of some ratings of a known album. */
static double slowest_known(const struct person *who, const char *path)
{
    double slowest = 0;

    for (int i = 0; i < 40; i++) {
        struct answer *answer = put(who->token, path, "{\"rating\": 4}");

        EXPECT_STATUS(answer, 200);
        slowest = answer->seconds > slowest ? answer->seconds : slowest;
    }
    return slowest;
}

static void stopped(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(2), 3), *refused;
    double opened = breaker("opened_total"), slowest;
    bool closed;

    EXPECT_STATUS(made, 201);
    EXPECT_NEAR(breaker("state"), 0, 0);
    signal_catalogue(SIGSTOP);
    for (int i = 0; i < 8; i++) {
        refused = rate(who, STRANGER + i, 3);
        EXPECT_PROBLEM(refused, 503, "unavailable");
        EXPECT(refused->seconds < 2, "it took %.2f s", refused->seconds);
    }
    EXPECT(breaker("state") > 0 && breaker("opened_total") > opened &&
               breaker("refused_total") > 0,
           "the breaker is closed");
    slowest = slowest_known(who, answer_header(made, "Location"));
    EXPECT(slowest < 1, "a known album took %.2f s", slowest);
    EXPECT_STATUS(rate(who, album(2), 3), 409);
    signal_catalogue(SIGCONT);
    closed = UNTIL(WITHIN, breaker("state") == 0);
    EXPECT(closed, "the breaker stays open");
    closed = UNTIL(WITHIN, rate(who, STRANGER, 3)->status == 422);
    EXPECT(closed, "the catalogue is not asked again");
}

/* Who has little time says so, and so does whoever asks on their behalf. */
static void little_time(void)
{
    const struct person *who = sign_up();
    struct answer *refused;
    bool closed;

    signal_catalogue(SIGSTOP);
    refused = CALL(.path = "/api/v1/ratings", .token = who->token,
                   .body = text("{\"album_id\": %d, \"rating\": 3}", STRANGER),
                   .headers = {"X-Deadline-Ms: 250"});
    EXPECT_PROBLEM(refused, 503, "unavailable");
    EXPECT(refused->seconds < 0.8, "it took %.2f s", refused->seconds);
    signal_catalogue(SIGCONT);
    closed = UNTIL(WITHIN, breaker("state") == 0);
    EXPECT(closed, "the breaker stays open");
}

/* Events wait for a source that is stopped, and come when it is back. */
static void events_wait(void)
{
    const struct person *who = sign_up();
    const char *path = text("/api/v1/albums/%" PRId64, album(3));
    int64_t before;
    bool followed;

    before = int_at(get_as(who->token, path), "/rating_count") + 1;
    EXPECT_STATUS(rate(sign_up(), album(3), 5), 201); /* known from now on */
    followed = UNTIL(WITHIN, int_at(get_as(who->token, path), "/rating_count") == before);
    EXPECT(followed, "the catalogue has not heard of the first");
    signal_catalogue(SIGSTOP);
    EXPECT_STATUS(rate(who, album(3), 5), 201);
    signal_catalogue(SIGCONT);
    followed =
        UNTIL(WITHIN, int_at(get_as(who->token, path), "/rating_count") == before + 1);
    EXPECT(followed, "the catalogue has not heard of it");
}

/* A feed waits a moment for the names of its albums, and then goes without them. */
static void nameless(void)
{
    const struct person *who = sign_up();
    struct answer *feed;
    bool closed;

    EXPECT_STATUS(
        post(who->token, "/api/v1/reviews",
             text("{\"album_id\": %" PRId64 ", \"title\": \"Alone\", \"content\": \"C\"}",
                  album(4))),
        201);
    signal_catalogue(SIGSTOP);
    feed = get(text("/api/v1/reviews/feed?user_id=%" PRId64, who->id));
    EXPECT_STATUS(feed, 200);
    EXPECT(strstr(feed->body, "<title>Alone</title>") != NULL, "%s", feed->body);
    EXPECT(feed->seconds < 0.8, "it took %.2f s", feed->seconds);
    signal_catalogue(SIGCONT);
    closed = UNTIL(WITHIN, breaker("state") == 0);
    EXPECT(closed, "the breaker stays open");
}

static const struct test tests[] = {
    {"catalogue stopped: known albums are rated as before, others 503 at once, the breaker "
     "opens; back: it closes",                                         stopped    },
    {"catalogue stopped: a call ends when the time of who asked is over",   little_time},
    {"catalogue stopped: it hears of what was rated meanwhile",             events_wait},
    {"catalogue stopped: a feed of reviews goes without its albums' names", nameless   },
};
const struct suite calls_suite = SUITE("calls", tests);
