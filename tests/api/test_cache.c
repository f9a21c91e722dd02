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

/* Reads until `member` is `wanted`. The last time that a request for it was sent and met
 * the old value, in seconds after `since`; no value comes back once it was gone. */
static double last_old(const char *path, const char *member, int64_t wanted, double since)
{
    double last = 0, end = seconds_now() + 5;
    bool seen = false;

    while (seconds_now() < end && !(seen && seconds_now() > since + 1.5)) {
        double sent = seconds_now();
        bool is_new = int_at(get(path), member) == wanted;

        EXPECT(is_new || !seen, "the old value again");
        seen = seen || is_new;
        last = is_new ? last : sent - since;
        pause_briefly();
    }
    EXPECT(seen, "%s of %s is never %" PRId64, member, path, wanted);
    return last;
}

/* The gateway keeps what it was answered until the second ends: a second at most. */
static void expires(void)
{
    const struct person *who = sign_up();
    const char *path = text("/api/v1/ratings/summary?album_id=%" PRId64, album(80));
    int64_t before = int_at(get(path), "/count");
    double old;

    EXPECT_STATUS(rate(who, album(80), 5), 201);
    old = last_old(path, "/count", before + 1, seconds_now());
    EXPECT(old < 1.2, "an answer was old %.2f s after the change", old);
}

/* The same for what another service has to hear of first. */
static void followed(void)
{
    const struct person *who = sign_up();
    const char *path = text("/api/v1/albums/%" PRId64, album(81));
    int64_t before = int_at(get(path), "/rating_count");
    double old;

    EXPECT_STATUS(rate(who, album(81), 5), 201);
    old = last_old(path, "/rating_count", before + 1, seconds_now());
    EXPECT(old < 2, "an answer was old %.2f s after the change", old);
}

/* Who has changed something carries a cookie for two seconds, and is answered by the
 * pool. */
static void at_once(void)
{
    const struct person *who = sign_up();
    const char *path = text("/api/v1/ratings/summary?album_id=%" PRId64, album(82));
    int64_t before = int_at(get(path), "/count");

    for (int i = 0; i < 3; i++) {
        struct answer *made = rate(who, album(82), 5), *seen;
        const char *cookie = answer_header(made, "Set-Cookie");

        EXPECT_STATUS(made, 201);
        EXPECT_TEXT(cookie,
                    "vh_fresh=1; Path=/api; Max-Age=2; HttpOnly; SameSite=Strict");
        seen = CALL(.path = path, .headers = {"Cookie: vh_fresh=1"});
        EXPECT_INT(int_at(seen, "/count"), before + 1);
        EXPECT_INT(int_at(get(path), "/count"), before + 1); /* now everybody's */
        EXPECT_STATUS(del(who->token, answer_header(made, "Location")), 204);
        seen = CALL(.path = path, .headers = {"Cookie: vh_fresh=1"});
        EXPECT_INT(int_at(seen, "/count"), before);
    }
    EXPECT_HEADER(post(who->token, "/api/v1/ratings", "{}"), "Set-Cookie", NULL);
    EXPECT_HEADER(get_as(who->token, path), "Set-Cookie", NULL);
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
    {"cache: what has changed is shown to everybody within a second",              expires        },
    {"cache: what another service hears of first, hardly later",                   followed       },
    {"cache: whoever has changed something sees it at once",                       at_once        },
    {"cache: queries, and HEAD, have answers of their own",                        keeps_apart    },
    {"cache: a 404 is not kept",                                                   not_of_errors  },
    {"cache: nothing of its workings is shown, and a caller's answer is no-store",
     no_cookies                                                                                   },
};
const struct suite cache_suite = SUITE("cache", tests);
