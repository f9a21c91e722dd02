/* test_cors.c - OPTIONS, and which origins may call from a browser. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define FRIEND "https://friend.example"

static struct answer *asks(const char *method, const char *origin, const char *for_method)
{
    return CALL(.method = method, .path = "/api/v1/albums?limit=1",
                .headers = {text("Origin: %s", origin),
                            for_method == NULL
                                ? NULL
                                : text("Access-Control-Request-Method: %s", for_method)});
}

static void options(void)
{
    static const struct {
        const char *path, *allow;
    } cases[] = {
        {"/api/v1/albums",        "GET, HEAD, POST, OPTIONS"       },
        {"/api/v1/ratings",       "GET, HEAD, POST, OPTIONS"       },
        {"/api/v1/ratings/1",     "GET, HEAD, PUT, DELETE, OPTIONS"},
        {"/api/v1/users/profile", "GET, HEAD, PUT, DELETE, OPTIONS"},
        {"/api/v1/auth/login",    "POST, OPTIONS"                  },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct answer *answer = CALL(.method = "OPTIONS", .path = cases[i].path);

        EXPECT_STATUS(answer, 204);
        EXPECT_INT((int64_t)answer->length, 0);
        EXPECT_HEADER(answer, "Allow", cases[i].allow);
        EXPECT_HEADER(answer, "Access-Control-Allow-Origin", NULL);
    }
    EXPECT_PROBLEM(CALL(.method = "OPTIONS", .path = "/api/v1/nothing"), 404,
                   "not-found");
}

static void strangers(void)
{
    static const char *const origins[] = {
        "https://evil.example", "null", "http://friend.example",
        "https://friend.example.evil.example", "https://xfriend.example"};

    for (size_t i = 0; i < sizeof origins / sizeof *origins; i++) {
        EXPECT_HEADER(asks("GET", origins[i], NULL), "Access-Control-Allow-Origin", NULL);
        EXPECT_HEADER(asks("OPTIONS", origins[i], "PUT"), "Access-Control-Allow-Origin",
                      NULL);
    }
}

/* Puts the friend on the gateway's list and has it read that; whether it took effect. */
static bool befriend(void)
{
    FILE *map = fopen(run_path("nginx/conf/cors-origins.map"), "ae");

    if (map == NULL)
        return false;
    fprintf(map, "\"" FRIEND "\" $http_origin;\n");
    fclose(map);
    kill(pid_of("gateway"), SIGHUP);
    return UNTIL(10, answer_header(asks("OPTIONS", FRIEND, "GET"),
                                   "Access-Control-Allow-Origin") != NULL);
}

static void friends(void)
{
    struct answer *before, *call;

    REQUIRE(befriend(), "the gateway does not know its friend");
    before = asks("OPTIONS", FRIEND, "PUT");
    EXPECT_STATUS(before, 204);
    EXPECT_HEADER(before, "Access-Control-Allow-Origin", FRIEND);
    EXPECT_HEADER(before, "Access-Control-Max-Age", "600");
    EXPECT_HEADER_HOLDS(before, "Access-Control-Allow-Methods", "PUT");
    EXPECT_HEADER_HOLDS(before, "Access-Control-Allow-Headers", "Authorization");
    EXPECT_HEADER(before, "Access-Control-Allow-Credentials", NULL);
    call = asks("GET", FRIEND, NULL);
    EXPECT_STATUS(call, 200);
    EXPECT_HEADER(call, "Access-Control-Allow-Origin", FRIEND);
    EXPECT_HEADER_HOLDS(call, "Access-Control-Expose-Headers", "ETag");
    EXPECT_HEADER(call, "Vary", "Origin");
    strangers();
}

static const struct test tests[] = {
    {"OPTIONS: 204 and what the path allows",                                options  },
    {"CORS: an origin that is not on the list may not call",                 strangers},
    {"CORS: one on the list may, without cookies; the others still may not", friends  },
};
const struct suite cors_suite = SUITE("cors", tests);
