/* test_gateway.c - health and figures: what is said outside and what inside. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

static const char *const pools[] = {"user", "catalog", "rating"};

static void outside(void)
{
    static const char *const closed[] = {"/readyz",
                                         "/metrics",
                                         "/events",
                                         "/pools/user/healthz",
                                         "/pools/rating/metrics",
                                         "/pools/catalog/readyz",
                                         "/pools/",
                                         "/pools",
                                         "/metrics/",
                                         "/readyz/x",
                                         "/%6detrics",
                                         "/x/../metrics",
                                         "//metrics",
                                         "/_health/catalog",
                                         "/_health/ok"};
    struct answer *alive = get("/healthz");

    EXPECT_STATUS(alive, 200);
    EXPECT_TEXT(alive->body, "{\"status\":\"ok\"}");
    EXPECT_HEADER(alive, "Content-Type", "application/json");
    EXPECT_STATUS(CALL(.method = "HEAD", .path = "/healthz"), 200);
    EXPECT_PROBLEM(post(NULL, "/healthz", "{}"), 405, "method-not-allowed");
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
        struct answer *answer =
            CALL(.path = closed[i], .headers = {"Accept: application/json"});

        EXPECT_STATUS(answer, 404);
        EXPECT(strstr(answer->body, "vinylhound_") == NULL, "%s shows figures",
               closed[i]);
    }
}

static void inside_of_each(void)
{
    for (size_t i = 0; i < 3; i++) {
        struct answer *ready = inside(text("/pools/%s/readyz", pools[i]));

        EXPECT_STATUS(inside(text("/pools/%s/healthz", pools[i])), 200);
        EXPECT_STATUS(ready, 200);
        EXPECT_JSON(ready, "/status", "\"ready\"");
        EXPECT(int_at(ready, "/schema") > 0, "%s", ready->body);
        EXPECT_STATUS(inside(text("/pools/%s/metrics", pools[i])), 200);
        EXPECT_STATUS(inside(text("/pools/%s/nothing", pools[i])), 404);
    }
    EXPECT_STATUS(inside("/api/v1/nothing"), 404);
    EXPECT_STATUS(inside("/"), 404);
}

static bool is_name(const char *text, size_t length)
{
    return length > 0 && strspn(text, "abcdefghijklmnopqrstuvwxyz_") >= length;
}

/* One sample: name{label="value",...} number. */
static bool is_sample(const char *line)
{
    size_t name = strcspn(line, "{ ");
    const char *at = line + name;
    char *end;

    if (!is_name(line, name))
        return false;
    if (*at == '{') {
        do {
            size_t label = strcspn(++at, "=");

            if (!is_name(at, label) || at[label + 1] != '"')
                return false;
            at += label + 2;
            at += strcspn(at, "\"\\\n");
            if (*at++ != '"')
                return false;
        } while (*at == ',');
        if (*at++ != '}')
            return false;
    }
    if (*at++ != ' ')
        return false;
    strtod(at, &end);
    return end != at && *end == '\0';
}

/* Prometheus' text format: HELP and TYPE before the samples of their name. */
static void format(void)
{
    for (size_t i = 0; i < 3; i++) {
        const struct answer *answer = inside(text("/pools/%s/metrics", pools[i]));
        const char *type = "", *line = answer->body;
        size_t samples = 0;

        EXPECT_HEADER_HOLDS(answer, "Content-Type", "text/plain; version=0.0.4");
        EXPECT(answer->length > 0 && answer->body[answer->length - 1] == '\n', "no end");
        while (*line != '\0') {
            const char *one = text("%.*s", (int)strcspn(line, "\n"), line);

            if (strncmp(one, "# TYPE ", 7) == 0)
                type = text("%.*s", (int)strcspn(one + 7, " "), one + 7);
            else if (strncmp(one, "# HELP ", 7) != 0) {
                EXPECT(is_sample(one), "%s: \"%s\" is no sample", pools[i], one);
                EXPECT(strncmp(one, type, strlen(type)) == 0 && *type != '\0',
                       "%s: %s stands below the type of \"%s\"", pools[i], one, type);
                samples++;
            }
            line += strcspn(line, "\n") + 1;
        }
        EXPECT(samples > 20, "%s shows %zu samples", pools[i], samples);
    }
}

#define ALBUM "method=\"GET\",route=\"/api/v1/albums/{id}\""

static void counted(void)
{
    const char *path = text("/api/v1/albums/%ld", (long)album(0)),
               *token = alice()->token;
    double good = metric("catalog", "vinylhound_requests_total", ALBUM ",status=\"2xx\""),
           bad = metric("catalog", "vinylhound_requests_total", ALBUM ",status=\"4xx\""),
           timed = metric("catalog", "vinylhound_request_seconds_count", ALBUM),
           nowhere = metric("catalog", "vinylhound_unrouted_total", "");

    good = good < 0 ? 0 : good; /* a status that was never given has no line */
    bad = bad < 0 ? 0 : bad;
    for (int i = 0; i < 20; i++)
        EXPECT_STATUS(get_as(token, path), 200);
    for (int i = 0; i < 3; i++)
        EXPECT_STATUS(get_as(token, text("%s?colour=red", path)), 400);
    EXPECT_STATUS(get_as(token, "/api/v1/albums/1/nothing"), 404);
    EXPECT_NEAR(metric("catalog", "vinylhound_requests_total", ALBUM ",status=\"2xx\""),
                good + 20, 0);
    EXPECT_NEAR(metric("catalog", "vinylhound_requests_total", ALBUM ",status=\"4xx\""),
                bad + 3, 0);
    EXPECT_NEAR(metric("catalog", "vinylhound_request_seconds_count", ALBUM), timed + 23,
                0);
    EXPECT_NEAR(
        metric("catalog", "vinylhound_request_seconds_bucket", ALBUM ",le=\"+Inf\""),
        timed + 23, 0);
    EXPECT_NEAR(metric("catalog", "vinylhound_unrouted_total", ""), nowhere + 1, 0);
    EXPECT(metric("catalog", "vinylhound_connections_total", "") > 0, "no connections");
    EXPECT(metric("catalog", "vinylhound_events_applied_total", "") > 0, "no events");
}

static void cumulative(void)
{
    static const char *const bounds[] = {"0.0005", "0.001", "0.0025", "0.005",
                                         "0.01",   "0.025", "0.05",   "0.1",
                                         "0.25",   "1",     "2.5",    "+Inf"};
    double before = 0;

    for (size_t i = 0; i < sizeof bounds / sizeof *bounds; i++) {
        double now = metric("catalog", "vinylhound_request_seconds_bucket",
                            text(ALBUM ",le=\"%s\"", bounds[i]));

        EXPECT(now >= before, "le=%s has %g, less than %g", bounds[i], now, before);
        before = now;
    }
    EXPECT(before > 0, "nothing was timed");
}

static void page(void)
{
    struct answer *front = CALL(.path = "/", .headers = {"Accept: text/html"});
    struct answer *deep = CALL(.path = "/artists/1", .headers = {"Accept: text/html"});
    struct answer *other = CALL(.path = "/labels/1", .headers = {"Accept: text/html"});
    struct answer *album = CALL(.path = "/albums/1", .headers = {"Accept: text/html"});

    if (front->status == 404) { /* built without the site */
        EXPECT_PROBLEM(front, 404, "not-found");
        return;
    }
    EXPECT_STATUS(front, 200);
    EXPECT_HEADER_HOLDS(front, "Content-Type", "text/html");
    EXPECT_HEADER(front, "Cache-Control", "no-cache");
    EXPECT(strstr(front->body, "id=\"app\"") != NULL,
           "the front page has nothing to draw in");
    EXPECT_STATUS(deep, 200);
    EXPECT_HEADER(deep, "Cache-Control", "no-cache");
    EXPECT(strstr(deep->body, "id=\"app\"") != NULL,
           "a page further in has nothing to draw in");
    EXPECT_TEXT(deep->body, other->body);
    EXPECT_STATUS(album, 200);
    EXPECT_HEADER(album, "Cache-Control", "no-cache");
    EXPECT(strstr(album->body, "og:title") != NULL, "the album's page has a plain head");
    EXPECT_PROBLEM(CALL(.path = "/assets/none.js", .headers = {"Accept: */*"}), 404,
                   "not-found");
    EXPECT_PROBLEM(CALL(.path = "/albums/1", .headers = {"Accept: application/json"}),
                   404, "not-found");
}

static const struct test tests[] = {
    {"GET /healthz: 200 for all three pools; readyz, metrics and pools are 404 outside",
     outside                                                                                       },
    {"inside: each pool is alive, ready with its schema, and shows figures",
     inside_of_each                                                                                },
    {"GET /metrics: is Prometheus text",                                                 format    },
    {"GET /metrics: requests are counted by route and status",                           counted   },
    {"GET /metrics: buckets are cumulative",                                             cumulative},
    {"site: the page for any address a person may open, 404 for what is no page",        page      },
};
const struct suite gateway_suite = SUITE("gateway", tests);
