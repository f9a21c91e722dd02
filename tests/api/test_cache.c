/* test_cache.c - the gateway's cache of public reads: it spares the pool, and never shows
 * what is not for everybody. */
#include <inttypes.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define READS 60

static double answered(const char *route)
{
    double count = metric("catalog", "vinylhound_requests_total",
                          text("method=\"GET\",route=\"%s\"", route));

    return count < 0 ? 0 : count;
}

static void spares_the_pool(void)
{
    const char *path = text("/api/v1/labels/%" PRId64,
                            int_at(get("/api/v1/labels?limit=1"), "/labels/0/id"));
    double before = answered("/api/v1/labels/{id}"), began = seconds_now(), asked;

    for (int i = 0; i < READS; i++)
        EXPECT_STATUS(get(path), 200);
    asked = answered("/api/v1/labels/{id}") - before;
    /* once, and once more for each second it took */
    EXPECT(asked >= 1 && asked <= 2 + (seconds_now() - began),
           "the pool was asked %g times for %d reads in %.1f s", asked, READS,
           seconds_now() - began);
}

static void not_with_token(void)
{
    const char *path = text("/api/v1/labels/%" PRId64,
                            int_at(get("/api/v1/labels?limit=1"), "/labels/0/id"));
    double before;

    EXPECT_STATUS(get(path), 200); /* now it is kept */
    before = answered("/api/v1/labels/{id}");
    for (int i = 0; i < READS; i++)
        EXPECT_STATUS(get_as(alice()->token, path), 200);
    EXPECT_NEAR(answered("/api/v1/labels/{id}") - before, READS, 0);
}

static void expires(void)
{
    const struct person *who = sign_up();
    const char *path = text("/api/v1/ratings/summary?album_id=%" PRId64, album(80));
    int64_t before = int_at(get(path), "/count");
    double began;
    bool followed;

    EXPECT_STATUS(rate(who, album(80), 5), 201);
    began = seconds_now();
    followed = UNTIL(5, int_at(get(path), "/count") == before + 1);
    EXPECT(followed && seconds_now() - began < 3, "the old answer was shown for %.1f s",
           seconds_now() - began);
}

static void keeps_apart(void)
{
    struct answer *one = get("/api/v1/albums?limit=1"),
                  *two = get("/api/v1/albums?limit=2");
    struct answer *head = CALL(.method = "HEAD", .path = "/api/v1/albums?limit=3");
    struct answer *three = get("/api/v1/albums?limit=3");

    EXPECT_INT((int64_t)json_array_size(json_at(one->json, "/albums")), 1);
    EXPECT_INT((int64_t)json_array_size(json_at(two->json, "/albums")), 2);
    EXPECT_STATUS(head, 200);
    EXPECT_INT((int64_t)json_array_size(json_at(three->json, "/albums")), 3);
}

static void not_of_errors(void)
{
    double before;

    get("/api/v1/labels/9007199254740991");
    before = answered("/api/v1/labels/{id}");
    for (int i = 0; i < 10; i++)
        EXPECT_STATUS(get("/api/v1/labels/9007199254740991"), 404);
    EXPECT_NEAR(answered("/api/v1/labels/{id}") - before, 10, 0);
}

static void no_cookies(void)
{
    const char *path = "/api/v1/auth/.well-known/jwks.json";

    EXPECT_HEADER(get(path), "Set-Cookie", NULL);
    EXPECT_HEADER(get("/api/v1/albums"), "X-Accel-Expires", NULL);
    EXPECT_HEADER(get_as(alice()->token, "/api/v1/albums"), "Cache-Control", "no-store");
}

static const struct test tests[] = {
    {"cache: 60 reads of one thing ask the pool once a second",                    spares_the_pool},
    {"cache: whoever shows a token is answered by the pool",                       not_with_token },
    {"cache: a change is seen within seconds",                                     expires        },
    {"cache: queries, and HEAD, have answers of their own",                        keeps_apart    },
    {"cache: a 404 is not kept",                                                   not_of_errors  },
    {"cache: nothing of its workings is shown, and a caller's answer is no-store",
     no_cookies                                                                                   },
};
const struct suite cache_suite = SUITE("cache", tests);
