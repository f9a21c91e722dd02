/* test_odd.c - requests that no client means well with: bytes that are no text, lengths
 * beyond measure, bodies that do not come as announced. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

static void bytes_in_paths(void)
{
    static const char *const paths[] = {
        "/api/v1/albums/%ff",        "/api/v1/albums/%c3%28", "/api/v1/%ed%a0%80",
        "/api/v1/users/%c0%af",      "/api/v1/albums/%0a%0d", "/api/v1/users/%22%5c%3c",
        "/api/v1/albums/%e2%80%ae1", "/api/v1/albums/\xff",   "/api/v1/users/%7f"};

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct answer *answer = get(paths[i]);

        EXPECT(answer->json != NULL, "%s: no JSON: %s", paths[i], answer->body);
        EXPECT_INT(answer->status, 404);
        EXPECT_JSON(answer, "/type", "\"/problems/not-found\"");
    }
}

static void null_bytes(void)
{
    EXPECT_PROBLEM(get("/api/v1/albums/%00"), 400, "bad-request");
    EXPECT_PROBLEM(get("/api/v1/albums?q=%00"), 400, "bad-parameter");
    EXPECT_PROBLEM(get("/api/v1/albums?q=a%00b"), 400, "bad-parameter");
    EXPECT_WRONG(post(NULL, "/api/v1/auth/signup",
                      "{\"username\": \"abc\\u0000def\", \"password\": \"" PASSWORD
                      "\"}"),
                 "username", "characters");
    EXPECT_WRONG(post(NULL, "/api/v1/auth/signup",
                      "{\"username\": \"abcdef\", \"password\": \"12345678\\u0000\"}"),
                 "password", "characters");
}

static void bytes_in_queries(void)
{
    static const char *const queries[] = {"q=%ff", "q=%c3",  "q=%ed%a0%80",
                                          "%ff=1", "q=%",    "q=%4",
                                          "q=%zz", "q=\xff", "q=%c0%af"};

    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        EXPECT_PROBLEM(get(text("/api/v1/albums?%s", queries[i])), 400, "bad-parameter");
    EXPECT_STATUS(get("/api/v1/albums?q=a&&&"), 200);
    EXPECT_STATUS(get("/api/v1/albums?"), 200);
}

static void bytes_in_headers(void)
{
    static const char *const headers[] = {
        "Cookie: vh_refresh=\xff\xfe",
        "Authorization: Bearer \xff\xfe",
        "User-Agent: \xff",
        "Idempotency-Key: \xff\xff\xff\xff\xff\xff\xff\xff",
        "Traceparent: \xff",
        "If-None-Match: \xff\"",
        "Accept: \xff"};

    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        const char *name = fresh_name();
        struct answer *answer =
            CALL(.path = "/api/v1/auth/signup",
                 .body =
                     text("{\"username\": \"%s\", \"password\": \"%s\"}", name, PASSWORD),
                 .headers = {headers[i]});

        EXPECT(answer->status == (strncmp(headers[i], "Idem", 4) == 0 ? 400 : 201),
               "%s: %ld %s", headers[i], answer->status, answer->body);
        EXPECT_STATUS(CALL(.path = "/api/v1/albums?limit=1", .headers = {headers[i]}),
                      200);
    }
}

static void long_requests(void)
{
    char *line = text("/api/v1/albums?q=%09000d", 0);
    char *header = text("X-Long: %09000d", 0);

    struct answer *answer = get(line);

    /* the gateway has not read the path, and cannot tell it */
    EXPECT_STATUS(answer, 414);
    EXPECT_JSON(answer, "/type", "\"/problems/too-large\"");
    EXPECT_JSON(answer, "/instance", "\"/\"");
    EXPECT_PROBLEM(CALL(.path = "/api/v1/albums", .headers = {header}), 431, "too-large");
    EXPECT_PROBLEM(get(text("/api/v1/albums/%07000d", 0)), 404, "not-found");
    EXPECT_PROBLEM(get(text("/api/v1/albums?q=%07000d", 0)), 400, "bad-parameter");
}

static void huge_bodies(void)
{
    static const size_t sizes[] = {70000, 1024 * 1024, 1024 * 1024 + 1, 1900000, 3000000};
    char *body = malloc(3000001);

    REQUIRE(body != NULL, "no memory");
    memset(body, 'x', 3000000);
    body[3000000] = '\0';
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        EXPECT_PROBLEM(
            CALL(.path = "/api/v1/auth/login", .body = body, .length = sizes[i]), 413,
            "too-large");
        EXPECT_STATUS(get("/api/v1/auth/.well-known/jwks.json"), 200); /* still there */
    }
    free(body);
}

static void chunked(void)
{
    const char *name = fresh_name();
    struct answer *answer =
        CALL(.path = "/api/v1/auth/signup", .chunked = true,
             .body =
                 text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", name));

    EXPECT_STATUS(answer, 201);
    EXPECT_TEXT(text_at(answer, "/user/username"), name);
}

/* A body where none is read must not be taken for the next request. */
static void unwanted_bodies(void)
{
    for (int i = 0; i < 20; i++) {
        struct answer *answer = CALL(.method = "GET", .path = "/api/v1/genres",
                                     .body = "{\"x\": 1}", .token = alice()->token);

        EXPECT_STATUS(answer, 200);
        EXPECT_STATUS(CALL(.method = "DELETE", .path = "/api/v1/ratings/9007199254740991",
                           .body = "GET / HTTP/1.1\r\n\r\n", .token = alice()->token),
                      404);
    }
    EXPECT_PROBLEM(CALL(.method = "POST", .path = "/api/v1/genres", .body = "{}"), 405,
                   "method-not-allowed");
}

static void odd_methods(void)
{
    static const char *const methods[] = {"PATCH", "PROPFIND", "LINK", "SEARCH"};

    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        EXPECT_PROBLEM(CALL(.method = methods[i], .path = "/api/v1/albums"), 405,
                       "method-not-allowed");
        EXPECT_PROBLEM(CALL(.method = methods[i], .path = "/"), 405,
                       "method-not-allowed");
    }
    EXPECT_PROBLEM(CALL(.method = "TRACE", .path = "/api/v1/albums"), 405,
                   "method-not-allowed");
    EXPECT_PROBLEM(CALL(.method = "POST", .path = "/"), 405, "method-not-allowed");
}

static void outside_the_api(void)
{
    static const char *const paths[] = {
        "/api",           "/api/",          "/api/v1",
        "/api/v1/",       "/api/v2/albums", "/api/v1/albumsx",
        "/API/v1/albums", "/api/v1/album",  "/api/v1/pools/user/metrics",
        "/_problem/404",  "/_health/ok",    "/assets/nothing.js"};

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct answer *answer =
            CALL(.path = paths[i], .headers = {"Accept: application/json"});

        EXPECT(answer->status == 404, "%s is %ld: %.100s", paths[i], answer->status,
               answer->body);
    }
    EXPECT_PROBLEM(get("/api/v2/albums"), 404, "not-found");
    EXPECT_PROBLEM(get("/api"), 404, "not-found");
    EXPECT_STATUS(get("/assets/../../etc/passwd"), 400);
    EXPECT_STATUS(get("/assets/%2e%2e/%2e%2e/etc/passwd"), 400);
}

static const struct test tests[] = {
    {"paths: bytes that are no UTF-8 give a 404 that is JSON",                  bytes_in_paths  },
    {"NUL: in a path, a query, a body, it is refused",                          null_bytes      },
    {"queries: bytes that are no UTF-8, and broken escapes, are 400",           bytes_in_queries},
    {"headers: bytes that are no text do no harm",                              bytes_in_headers},
    {"lines and headers beyond 8 KB are 414 and 431, long ones below are read",
     long_requests                                                                              },
    {"bodies of any size are read to their end and refused",                    huge_bodies     },
    {"bodies: sent in chunks they are taken",                                   chunked         },
    {"bodies where none is wanted do not disturb what comes after",             unwanted_bodies },
    {"methods of other protocols are 405",                                      odd_methods     },
    {"paths outside the API, or hidden in the gateway, are 404",                outside_the_api },
};
const struct suite odd_suite = SUITE("odd", tests);
