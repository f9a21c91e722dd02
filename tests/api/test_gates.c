/* test_gates.c - what every route has in common, tried on every route that the pools say
 * they have (--routes). */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define ROUTES 200
#define KB 1024

struct known {
    char method[8], path[96], who[16];
    char sample[160]; /* a path that matches */
    bool takes_body;
};

static struct known routes[ROUTES];
static size_t count;

/* {id} and {version} are 1 (any will do for the gates), {name} somebody's. */
static void fill_sample(struct known *route)
{
    const char *path = route->path, *brace;
    const char *sample = "";

    while ((brace = strchr(path, '{')) != NULL) {
        sample = text("%s%.*s%s", sample, (int)(brace - path), path,
                      strncmp(brace, "{name}", 6) == 0 ? alice()->name : "1");
        path = strchr(brace, '}') + 1;
    }
    snprintf(route->sample, sizeof route->sample, "%s%s", sample, path);
}

/* Somebody whom every gate lets in. */
static const char *master_token(void)
{
    static const struct person *person;

    if (person == NULL)
        person = with_role("admin");
    return person->token;
}

static void read_routes(const char *pool)
{
    const char *build = getenv("VH_BUILD");
    FILE *out = popen(
        text("'%s/fcgi-apps/vinylhound-%s' --routes", build == NULL ? "." : build, pool),
        "re");
    struct known *route = &routes[count];

    REQUIRE(out != NULL, "vinylhound-%s cannot be run", pool);
    while (count < ROUTES && fscanf(out, "%7s %95s %15s %*u", route->method, route->path,
                                    route->who) == 3) {
        fill_sample(route);
        route->takes_body = strcmp(route->method, "DELETE") == 0
                                ? strstr(route->path, "/profile") != NULL
                                : (strcmp(route->method, "POST") == 0 ||
                                   strcmp(route->method, "PUT") == 0) &&
                                      strstr(route->path, "/refresh") == NULL &&
                                      strstr(route->path, "/logout") == NULL &&
                                      strstr(route->path, "/email/send") == NULL &&
                                      strstr(route->path, "/undo") == NULL &&
                                      strstr(route->path, "/like") == NULL &&
                                      strstr(route->path, "/dismissed") == NULL;
        if (strstr(route->path, "/cover") != NULL)
            route->takes_body = false; /* none in JSON */
        route = &routes[++count];
    }
    EXPECT(pclose(out) == 0, "vinylhound-%s --routes failed", pool);
}

static void look_up(void)
{
    if (count == 0) {
        read_routes("user");
        read_routes("catalog");
        read_routes("rating");
    }
    REQUIRE(count > 20, "there are %zu routes", count);
}

static struct answer *asks(const struct known *route, const char *query, const char *type,
                           const char *body, size_t length)
{
    return CALL(.method = route->method, .path = text("%s%s", route->sample, query),
                .token = master_token(), .type = type, .body = body, .length = length);
}

static void wrong_method(void)
{
    look_up();
    for (size_t i = 0; i < count; i++) {
        struct answer *answer = CALL(.method = "PATCH", .path = routes[i].sample);
        const char *allow = answer_header(answer, "Allow");

        EXPECT_PROBLEM(answer, 405, "method-not-allowed");
        EXPECT(allow != NULL && strstr(allow, routes[i].method) != NULL &&
                   strstr(allow, "OPTIONS") != NULL,
               "%s: Allow: %s", routes[i].sample, allow);
    }
}

static void without_token(void)
{
    size_t closed = 0;

    look_up();
    for (size_t i = 0; i < count; i++) {
        bool open = strcmp(routes[i].who, "anyone") == 0;

        if (open)
            continue;
        closed++;
        EXPECT_PROBLEM(CALL(.method = routes[i].method, .path = routes[i].sample), 401,
                       "unauthorized");
        EXPECT_PROBLEM(CALL(.method = routes[i].method, .path = routes[i].sample,
                            .token = "not.a.token"),
                       401, "unauthorized");
    }
    EXPECT(closed > 3, "%zu routes want a token", closed);
}

static void unknown_parameter(void)
{
    look_up();
    for (size_t i = 0; i < count; i++)
        EXPECT_PROBLEM(asks(&routes[i], "?no_such_parameter=1", NULL, NULL, 0), 400,
                       "bad-parameter");
}

static void not_json(void)
{
    static const char *const types[] = {"text/plain", "",
                                        "application/x-www-form-urlencoded",
                                        "application/jsonp", "multipart/form-data"};

    look_up();
    for (size_t i = 0; i < count; i++)
        for (size_t t = 0; routes[i].takes_body && t < sizeof types / sizeof *types; t++)
            EXPECT_PROBLEM(asks(&routes[i], "", types[t], "{}", 2), 415,
                           "unsupported-media-type");
}

static void malformed(void)
{
    static const char *const bodies[] = {"{",
                                         "{\"rating\": 5,}",
                                         "nul",
                                         "{\"a\": 1, \"a\": 1}",
                                         "{} {}",
                                         "{\"a\": \"\xff\"}",
                                         "\xef\xbb\xbf{}",
                                         "{'a': 1}",
                                         "{\"a\\u0000\": 1}"};

    look_up();
    for (size_t i = 0; i < count; i++) {
        for (size_t b = 0; routes[i].takes_body && b < sizeof bodies / sizeof *bodies;
             b++)
            EXPECT_PROBLEM(asks(&routes[i], "", NULL, bodies[b], 0), 400,
                           "malformed-json");
        if (!routes[i].takes_body)
            continue;
        EXPECT_PROBLEM(asks(&routes[i], "", NULL, "{}\0", 3), 400, "malformed-json");
        EXPECT_PROBLEM(
            CALL(.method = routes[i].method, .path = routes[i].sample,
                 .token = master_token(),
                 .headers = {"Content-Type: application/json", "Content-Length: 0"}),
            400, "malformed-json");
    }
}

static void not_an_object(void)
{
    static const char *const bodies[] = {"[]", "[{}]", "5", "\"text\"", "null", "true"};

    look_up();
    for (size_t i = 0; i < count; i++) {
        if (!routes[i].takes_body)
            continue;
        for (size_t b = 0; b < sizeof bodies / sizeof *bodies; b++)
            EXPECT_PROBLEM(asks(&routes[i], "", NULL, bodies[b], 0), 422, "invalid");
        EXPECT_WRONG(asks(&routes[i], "", NULL, "{\"no_such_member\": {\"a\": [1]}}", 0),
                     "no_such_member", "unknown");
    }
}

/* Bytes that a route takes: 64 KB, but for those whose texts are longer. */
static size_t takes(const struct known *route)
{
    static const struct {
        const char *path;
        size_t bytes;
    } larger[] = {
        {"/api/v1/users/content", 200 * (500 * 12 + 8) + KB},
        {"/api/v1/reviews",       256 * KB                 },
        {"/api/v1/reviews/{id}",  256 * KB                 },
        {"/api/v1/albums",        256 * KB                 },
        {"/api/v1/albums/{id}",   256 * KB                 },
        {"/api/v1/artists",       128 * KB                 },
        {"/api/v1/artists/{id}",  128 * KB                 },
    };

    for (size_t i = 0; i < sizeof larger / sizeof *larger; i++)
        if (strcmp(route->path, larger[i].path) == 0)
            return larger[i].bytes;
    return 64 * KB;
}

static void too_large(void)
{
    size_t room = 2000 * KB;
    char *body = malloc(room);

    look_up();
    REQUIRE(body != NULL, "no memory");
    memset(body, ' ', room);
    memcpy(body, "{}", 2);
    for (size_t i = 0; i < count; i++) {
        size_t most = takes(&routes[i]);

        if (!routes[i].takes_body)
            continue;
        EXPECT_PROBLEM(asks(&routes[i], "", NULL, body, most + 1), 413, "too-large");
        EXPECT(asks(&routes[i], "", NULL, body, most)->status != 413,
               "%s %s refuses %zu bytes", routes[i].method, routes[i].path, most);
    }
    free(body);
}

static void nested(void)
{
    char *body = malloc(40001);

    look_up();
    REQUIRE(body != NULL, "no memory");
    memset(body, '[', 20000);
    memset(body + 20000, ']', 20000);
    body[40000] = '\0';
    for (size_t i = 0; i < count; i++)
        if (routes[i].takes_body)
            EXPECT_PROBLEM(asks(&routes[i], "", NULL, body, 40000), 400,
                           "malformed-json");
    free(body);
}

static void trailing_slash(void)
{
    look_up();
    for (size_t i = 0; i < count; i++) {
        struct answer *plain, *slashed;

        if (strcmp(routes[i].method, "GET") != 0)
            continue;
        plain = asks(&routes[i], "", NULL, NULL, 0);
        slashed = asks(&routes[i], "/", NULL, NULL, 0);
        EXPECT_INT(slashed->status, plain->status);
        EXPECT_HEADER(slashed, "ETag", answer_header(plain, "ETag"));
    }
}

static void head(void)
{
    static const char *const same[] = {"Content-Type", "Content-Length", "ETag",
                                       "Cache-Control", "Vary"};

    look_up();
    for (size_t i = 0; i < count; i++) {
        struct answer *plain, *head;

        if (strcmp(routes[i].method, "GET") != 0)
            continue;
        plain = asks(&routes[i], "", NULL, NULL, 0);
        head = CALL(.method = "HEAD", .path = plain->path, .token = master_token());
        EXPECT_INT(head->status, plain->status);
        EXPECT_INT((int64_t)head->length, 0);
        for (size_t n = 0; n < sizeof same / sizeof *same && head->status == 200; n++)
            EXPECT_HEADER(head, same[n], answer_header(plain, same[n]));
    }
}

static const char *const security[] = {
    "X-Request-Id",    "Content-Security-Policy", "X-Content-Type-Options",
    "Referrer-Policy", "Permissions-Policy",      "Cross-Origin-Opener-Policy"};

static void security_headers(void)
{
    static const char *const others[] = {
        "/",       "/api/v1/nothing", "/api/v1/albums/x", "/api/v1/albums?limit=0",
        "/readyz", "/healthz",        "/no/such/file.css"};

    look_up();
    for (size_t i = 0; i < count + sizeof others / sizeof *others; i++) {
        struct answer *answer =
            i < count ? CALL(.path = routes[i].sample) : get(others[i - count]);

        for (size_t n = 0; n < sizeof security / sizeof *security; n++)
            EXPECT(answer_header(answer, security[n]) != NULL, "%s (%ld) has no %s",
                   answer->path, answer->status, security[n]);
        EXPECT(strstr(answer->headers, "libfcgi") == NULL &&
                   strstr(answer->headers, "nginx/") == NULL,
               "%s", answer->headers);
    }
}

static const struct test tests[] = {
    {"every route: another method is 405 with Allow",                                wrong_method     },
    {"every route that wants a user: without a good token 401",                      without_token    },
    {"every route: a parameter it does not know is 400",                             unknown_parameter},
    {"every route with a body: 415 unless it is application/json",                   not_json         },
    {"every route with a body: 400 for what is not JSON, or has a member twice",
     malformed                                                                                        },
    {"every route with a body: 422 for what is no object, or has an unknown member",
     not_an_object                                                                                    },
    {"every route with a body: 413 beyond what it takes",                            too_large        },
    {"every route with a body: 400 for nesting without end",                         nested           },
    {"every route: a slash at the end changes nothing",                              trailing_slash   },
    {"every route: HEAD has the headers of GET and no body",                         head             },
    {"every answer: X-Request-Id and the security headers",                          security_headers },
};
const struct suite gates_suite = SUITE("gates", tests);
