/* test_inside.c - what services ask each other on the listener inside, and that nobody
 * else may. */
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

static const char *const services[] = {"user", "catalog", "rating"};
#define SERVICES (sizeof services / sizeof *services)

static struct answer *with(const char *path, const char *header)
{
    return CALL(.path = path, .inside = true, .headers = {header});
}

static void tokens_wanted(void)
{
    for (size_t i = 0; i < SERVICES; i++) {
        const char *path = text("/pools/%s/events?after=0", services[i]);
        const char *self = services[i], *next = services[(i + 1) % SERVICES],
                   *other = services[(i + 2) % SERVICES];
        const char *good = service_token(next, self);

        EXPECT_JSON(inside(path), "/type", "\"/problems/unauthorized\"");
        EXPECT_STATUS(inside(path), 401);
        EXPECT_STATUS(with(path, text("X-Service-Token: %s", good)), 200);
        EXPECT_STATUS(with(path, "X-Service-Token: "), 401);
        EXPECT_STATUS(with(path, "X-Service-Token: a.b.c"), 401);
        EXPECT_STATUS(with(path, text("X-Service-Token: %sx", good)), 401);
        /* for somebody else, as is a token that the service has sent to another */
        EXPECT_STATUS(with(path, text("X-Service-Token: %s", service_token(next, other))),
                      401);
        EXPECT_STATUS(with(path, text("X-Service-Token: %s", service_token(self, other))),
                      401);
        /* a user's token names no service, whatever the user may do */
        EXPECT_STATUS(with(path, text("X-Service-Token: %s", alice()->token)), 401);
        EXPECT_STATUS(with(path, text("Authorization: Bearer %s", alice()->token)), 401);
        EXPECT_STATUS(with(path, text("Authorization: Bearer %s", good)), 401);
    }
}

static void api_inside(void)
{
    const char *path = text("/pools/catalog/api/v1/albums/%lld", (long long)album(0));

    EXPECT_STATUS(inside(path), 401);
    EXPECT_STATUS(ask_as("rating", "catalog", path + strlen("/pools/catalog")), 200);
    EXPECT_STATUS(ask_as("rating", "catalog", "/api/v1/albums/9007199254740991"), 404);
    EXPECT_STATUS(ask_as("rating", "catalog", "/api/v1/nothing"), 404);
    /* another pool's path under this pool's name is nothing */
    EXPECT_STATUS(ask_as("rating", "user", "/api/v1/albums/1"), 404);
    EXPECT_STATUS(with(path, text("Authorization: Bearer %s", alice()->token)), 401);
}

/* A service's token makes nobody a user, and opens nothing outside. */
static void outside(void)
{
    const char *header = text("X-Service-Token: %s", service_token("rating", "user"));

    EXPECT_STATUS(CALL(.path = "/api/v1/users/profile", .headers = {header}), 401);
    EXPECT_STATUS(CALL(.path = "/pools/user/events?after=0",
                       .headers = {header, "Accept: application/json"}),
                  404);
    EXPECT_STATUS(CALL(.path = "/pools/user/api/v1/users/profile",
                       .headers = {header, "Accept: application/json"}),
                  404);
    EXPECT_STATUS(CALL(.path = "/api/v1/users/profile",
                       .headers = {text("Authorization: Bearer %s",
                                        service_token("rating", "user"))}),
                  401);
}

static void watched(void)
{
    bool heard;

    rate(sign_up(), album(0), 3);
    heard = UNTIL(5, metric("catalog", "vinylhound_event_lag_seconds_count",
                            "source=\"rating\"") > 0 &&
                         metric("rating", "vinylhound_event_lag_seconds_count",
                                "source=\"user\"") > 0);
    EXPECT(heard, "no lag is shown");
    for (size_t i = 0; i < SERVICES; i++) {
        const char *pool = services[i], *peer = services[(i + 1) % SERVICES];

        EXPECT_NEAR(metric(pool, "vinylhound_breaker_state", text("target=\"%s\"", peer)),
                    0, 0);
        EXPECT_NEAR(
            metric(pool, "vinylhound_breaker_refused_total", text("target=\"%s\"", peer)),
            0, 0);
    }
    EXPECT_NEAR(
        metric("rating", "vinylhound_events_behind_seconds", "source=\"catalog\""), 0, 0);
}

static const struct test tests[] = {
    {"GET /pools/{name}/events: 401 without a token that another service has signed for this one",
     tokens_wanted                                                                                           },
    {"GET /pools/{name}/api/…: the API, for services with a token",                              api_inside},
    {"a service's token is good for nothing outside",                                              outside   },
    {"GET /pools/{name}/metrics: circuit breakers and how late events are",                        watched   },
};
const struct suite inside_suite = SUITE("inside", tests);
