/* test_route.c - from a path to a route: 404, 405, {id}, {name}, 401, 400. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asking.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

static int nothing(struct request *rq)
{
    (void)rq;
    return 0;
}

static const struct route routes[] = {
    {GET,    "/api/v1/things",          ANYONE,    NULL, NULL, 1, nothing, NOTHING},
    {POST,   "/api/v1/things",          USER,      NULL, NULL, 0, nothing, NOTHING},
    {GET,    "/api/v1/things/summary",  ANYONE,    NULL, NULL, 1, nothing, NOTHING},
    {GET,    "/api/v1/things/{id}",     ANYONE,    NULL, NULL, 1, nothing, NOTHING},
    {PUT,    "/api/v1/things/{id}",     EDITOR,    NULL, NULL, 0, nothing, NOTHING},
    {DELETE, "/api/v1/things/{id}",     USER,      NULL, NULL, 0, nothing, NOTHING},
    {GET,    "/api/v1/things/{id}/lid", ANYONE,    NULL, NULL, 1, nothing, NOTHING},
    {PUT,    "/api/v1/things/{id}/top", MODERATOR, NULL, NULL, 0, nothing, NOTHING},
    {GET,    "/api/v1/people/me",       USER,      NULL, NULL, 0, nothing, NOTHING},
    {GET,    "/api/v1/people/{name}",   ANYONE,    NULL, NULL, 1, nothing, NOTHING},
};

static void slow_ones(void)
{
    static const struct route some[] = {
        {POST, "/api/v1/keys",      ANYONE, NULL, NULL, 0, nothing, CREATES | SLOW},
        {GET,  "/api/v1/keys",      ANYONE, NULL, NULL, 0, nothing, NOTHING       },
        {POST, "/api/v1/keys/{id}", ANYONE, NULL, NULL, 0, nothing, CREATES       },
    };

    EXPECT(route_is_slow(some, 3, "POST", "/api/v1/keys"), "the one marked");
    EXPECT(route_is_slow(some, 3, "POST", "/api/v1/keys/"), "with a slash");
    EXPECT(!route_is_slow(some, 3, "GET", "/api/v1/keys"), "another method");
    EXPECT(!route_is_slow(some, 3, "POST", "/api/v1/key"), "a shorter path");
    EXPECT(!route_is_slow(some, 3, "POST", "/api/v1/keys/7"), "a longer path");
    EXPECT(!route_is_slow(some, 3, "POST", "/api/v1/keysx"), "another name");
    EXPECT(!route_is_slow(some, 3, "POST", NULL), "no path");
    EXPECT(!route_is_slow(some, 3, NULL, "/api/v1/keys"), "no method");
}

/* The path of the route that takes it, or the status of the answer. */
static const char *taken_by(const char *method, const char *path)
{
    static char status[16];
    struct request *rq = ask(method, path, NULL);

    if (ENTER(routes))
        return rq->route->path;
    snprintf(status, sizeof status, "%d", rq->reply.status);
    return status;
}

static void paths(void)
{
    static const struct {
        const char *path, *wanted;
    } cases[] = {
        {"/api/v1/things",          "/api/v1/things"         },
        {"/api/v1/things/",         "/api/v1/things"         },
        {"/api/v1/things//",        "404"                    },
        {"/api/v1/thing",           "404"                    },
        {"/api/v1/thingss",         "404"                    },
        {"/api/v1/Things",          "404"                    },
        {"/api/v1",                 "404"                    },
        {"/",                       "404"                    },
        {"",                        "404"                    },
        {"api/v1/things",           "404"                    },
        {"/api/v1/things/summary",  "/api/v1/things/summary" },
        {"/api/v1/things/summary/", "/api/v1/things/summary" },
        {"/api/v1/things/summar",   "404"                    },
        {"/api/v1/things/5",        "/api/v1/things/{id}"    },
        {"/api/v1/things/5/",       "/api/v1/things/{id}"    },
        {"/api/v1/things/5/lid",    "/api/v1/things/{id}/lid"},
        {"/api/v1/things/5/lid/",   "/api/v1/things/{id}/lid"},
        {"/api/v1/things/5/lid/x",  "404"                    },
        {"/api/v1/things/5/li",     "404"                    },
        {"/api/v1/people/mee",      "/api/v1/people/{name}"  },
        {"/api/v1/people/",         "404"                    },
        {"/api/v1/people",          "404"                    },
        {"/api/v1/people/a/b",      "404"                    },
        {"/api/v1/things/{id}",     "404"                    },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *met = taken_by("GET", cases[i].path);

        EXPECT(strcmp(met, cases[i].wanted) == 0, "%s: %s, not %s", cases[i].path, met,
               cases[i].wanted);
    }
    ask_end();
}

static const struct {
    const char *text;
    uint64_t id; /* 0: 404 */
} id_cases[] = {
    {"1",                    1                         },
    {"42",                   42                        },
    {"9007199254740991",     UINT64_C(9007199254740991)},
    {"0",                    0                         },
    {"01",                   0                         },
    {"00",                   0                         },
    {"-1",                   0                         },
    {"+1",                   0                         },
    {"1.0",                  0                         },
    {"1e3",                  0                         },
    {"0x1",                  0                         },
    {" 1",                   0                         },
    {"1 ",                   0                         },
    {"x",                    0                         },
    {"1x",                   0                         },
    {"9007199254740992",     0                         },
    {"9007199254740993",     0                         },
    {"9999999999999999",     0                         },
    {"18446744073709551617", 0                         },
    {"10000000000000001",    0                         },
    {"\xd9\xa1",             0                         }, /* an Arabic 1 */
};

static void ids(void)
{
    char path[64];

    for (size_t i = 0; i < sizeof id_cases / sizeof *id_cases; i++) {
        struct request *rq;
        bool entered;

        snprintf(path, sizeof path, "/api/v1/things/%s", id_cases[i].text);
        rq = ask("GET", path, NULL);
        entered = ENTER(routes);
        EXPECT(entered == (id_cases[i].id != 0), "%s: %s", path,
               entered ? "taken" : "refused");
        if (entered)
            EXPECT_INT((int64_t)rq->id, (int64_t)id_cases[i].id);
        else
            EXPECT_INT(rq->reply.status, 404);
    }
    ask_end();
}

static void names(void)
{
    struct request *rq = ask("GET", "/api/v1/people/Nick-Drake_7", NULL);

    REQUIRE(ENTER(routes), "refused");
    EXPECT_TEXT(rq->name, "Nick-Drake_7");
    rq = ask("GET", "/api/v1/people/\xc3\xb6%2f", NULL);
    REQUIRE(ENTER(routes), "refused");
    EXPECT_TEXT(rq->name, "\xc3\xb6%2f");
    rq = ask("GET", "/api/v1/people/me", NULL);
    EXPECT(!ENTER(routes), "nobody entered");
    EXPECT_INT(rq->reply.status, 401);
    ask_end();
}

static void wrong_methods(void)
{
    static const struct {
        const char *method, *path, *allow;
    } cases[] = {
        {"PUT",    "/api/v1/things",         "Allow: GET, HEAD, POST, OPTIONS\r\n"       },
        {"DELETE", "/api/v1/things",         "Allow: GET, HEAD, POST, OPTIONS\r\n"       },
        {"PATCH",  "/api/v1/things",         "Allow: GET, HEAD, POST, OPTIONS\r\n"       },
        {"get",    "/api/v1/things",         "Allow: GET, HEAD, POST, OPTIONS\r\n"       },
        {"POST",   "/api/v1/things/5",       "Allow: GET, HEAD, PUT, DELETE, OPTIONS\r\n"},
        {"POST",   "/api/v1/things/5/",      "Allow: GET, HEAD, PUT, DELETE, OPTIONS\r\n"},
        {"POST",   "/api/v1/things/summary", "Allow: GET, HEAD, OPTIONS\r\n"             },
        {"HEAD",   "/api/v1/things/5/top",   "Allow: PUT, OPTIONS\r\n"                   },
        {"GET",    "/api/v1/things/5/top",   "Allow: PUT, OPTIONS\r\n"                   },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct request *rq = ask(cases[i].method, cases[i].path, NULL);

        EXPECT(!ENTER(routes), "%s %s was taken", cases[i].method, cases[i].path);
        EXPECT_INT(rq->reply.status, 405);
        EXPECT(reply_says(cases[i].allow), "%s %s: %s", cases[i].method, cases[i].path,
               rq->reply.headers);
        EXPECT_TEXT(reply_member("/type"), "/problems/method-not-allowed");
    }
    ask_end();
}

static void head_and_options(void)
{
    struct request *rq = ask("HEAD", "/api/v1/things/5", NULL);

    EXPECT(ENTER(routes), "HEAD is refused");
    EXPECT(rq->head && rq->method == GET, "HEAD is not a GET without a body");
    rq = ask("OPTIONS", "/api/v1/things/5", NULL);
    EXPECT(!ENTER(routes), "OPTIONS reached a handler");
    EXPECT_INT(rq->reply.status, 204);
    EXPECT(reply_says("Allow: GET, HEAD, PUT, DELETE, OPTIONS\r\n"), "%s",
           rq->reply.headers);
    rq = ask("OPTIONS", "/api/v1/nothing", NULL);
    EXPECT(!ENTER(routes), "OPTIONS of nothing");
    EXPECT_INT(rq->reply.status, 404);
    ask_end();
}

/* 404, 405, 401, 403, 400: the first that holds is told. */
static void order(void)
{
    EXPECT_TEXT(taken_by("DELETE", "/api/v1/nothing"), "404");
    EXPECT_TEXT(taken_by("PATCH", "/api/v1/things/5"), "405");
    EXPECT_TEXT(taken_by("DELETE", "/api/v1/things/5"), "401");
    EXPECT_TEXT(taken_by("PUT", "/api/v1/things/5"), "401");
    ask("DELETE", "/api/v1/things/5", "colour=red");
    EXPECT(!ENTER(routes), "taken");
    EXPECT_TEXT(reply_member("/type"), "/problems/unauthorized");
    EXPECT(reply_says("WWW-Authenticate: Bearer\r\n"), "no WWW-Authenticate");
    ask("GET", "/api/v1/things/5", "colour=red");
    EXPECT(!ENTER(routes), "taken");
    EXPECT_TEXT(reply_member("/type"), "/problems/bad-parameter");
    ask_end();
}

static void bad_authorization(void)
{
    static const char *const all[] = {"HTTP_AUTHORIZATION=", "HTTP_AUTHORIZATION=Bearer",
                                      "HTTP_AUTHORIZATION=Basic YTpi",
                                      "HTTP_AUTHORIZATION=Bearer x"};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        struct request *rq = ask("DELETE", "/api/v1/things/5", NULL);

        ask_param(all[i]);
        EXPECT(!ENTER(routes), "%s was let in", all[i]);
        EXPECT_INT(rq->reply.status, 401);
        rq = ask("GET", "/api/v1/things/5", NULL);
        ask_param(all[i]);
        EXPECT(ENTER(routes), "%s: not even as anyone", all[i]);
        EXPECT_INT((int64_t)rq->caller.id, 0);
    }
    ask_end();
}

static void problem_document(void)
{
    json_t *body;

    ask("GET", "/api/v1/no\xffpe\"", NULL);
    EXPECT(!ENTER(routes), "taken");
    body = reply_body();
    REQUIRE(body != NULL, "the problem is no JSON");
    EXPECT_TEXT(reply_member("/instance"), "/api/v1/no?pe\"");
    EXPECT_TEXT(reply_member("/request_id"), "request-of-a-test");
    EXPECT_INT(json_integer_value(json_at(body, "/status")), 404);
    ask_end();
}

static void printed(void)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    REQUIRE(out != NULL, "no memory");
    route_print(routes, 5, out);
    fclose(out);
    EXPECT_TEXT(text, "GET /api/v1/things anyone 1\n"
                      "POST /api/v1/things user 0\n"
                      "GET /api/v1/things/summary anyone 1\n"
                      "GET /api/v1/things/{id} anyone 1\n"
                      "PUT /api/v1/things/{id} editor 0\n");
    free(text);
}

static const struct test tests[] = {
    {"route: a slow one is told from its path and method alone",               slow_ones        },
    {"route: whole segments, a trailing slash is the same, words before {id}", paths            },
    {"route: {id} is from 1 to 2^53 - 1, without zeros in front",              ids              },
    {"route: {name} is any segment but an empty one or a word",                names            },
    {"route: a method that the path does not take is 405 with Allow",          wrong_methods    },
    {"route: HEAD is a GET, OPTIONS tells what is allowed",                    head_and_options },
    {"route: 404 before 405 before 401 before 400",                            order            },
    {"route: a header that holds no token is as none",                         bad_authorization},
    {"route: a path that is not UTF-8 still gives a problem in JSON",          problem_document },
    {"route_print: one line a route",                                          printed          },
};
const struct suite route_suite = SUITE("route", tests);
