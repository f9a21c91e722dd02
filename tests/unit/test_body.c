/* test_body.c - bodies at the gate: 413, 415, 400, 422. */
#include <stdlib.h>
#include <string.h>

#include "asking.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

#define KB 1024

struct thing {
    uint64_t id;
    const char *text;
};

static const struct field fields[] = {
    FIELD(struct thing, id, FIELD_ID, .flags = REQUIRED),
    FIELD(struct thing, text, FIELD_TEXT, .max = 10),
};
static const struct shape thing_shape = SHAPE(struct thing, fields);

static int nothing(struct request *rq)
{
    (void)rq;
    return 0;
}

static const struct route routes[] = {
    {POST, "/api/v1/things", ANYONE, &thing_shape, NULL, 0, nothing, CREATES},
};

/* The problem a body meets, "" if it is taken. */
static const char *met(const char *type, const char *body, size_t length)
{
    ask("POST", "/api/v1/things", NULL);
    ask_body(type, body, length);
    return ENTER(routes) ? "" : reply_member("/type");
}

static void expect_met(const char *body, const char *wanted)
{
    const char *name = met("application/json", body, strlen(body));

    EXPECT(name != NULL && strcmp(name, wanted) == 0, "%.60s: %s, not %s", body, name,
           wanted);
}

static void taken(void)
{
    static const char body[] = " {\"id\": 7, \"text\": \"x\"}\n";
    struct request *rq = ask("POST", "/api/v1/things", NULL);

    ask_body("application/json", body, sizeof body - 1);
    REQUIRE(ENTER(routes), "refused: %s", rq->reply.body);
    EXPECT_INT((int64_t)((const struct thing *)rq->body)->id, 7);
    EXPECT_TEXT(((const struct thing *)rq->body)->text, "x");
    ask_end();
}

static void media_types(void)
{
    static const char body[] = "{\"id\":7}";
    static const char *const good[] = {
        "application/json", "Application/JSON", "application/json; charset=utf-8",
        "application/json;charset=utf-8", "application/json ;x=y"};
    static const char *const bad[] = {NULL,
                                      "",
                                      "text/plain",
                                      "application/json5",
                                      "application/jsonp",
                                      "application/problem+json",
                                      "application/x-www-form-urlencoded",
                                      "application",
                                      "x application/json"};

    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        EXPECT(*met(good[i], body, sizeof body - 1) == '\0', "%s is refused", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_TEXT(met(bad[i], body, sizeof body - 1),
                    "/problems/unsupported-media-type");
    ask_end();
}

static void sizes(void)
{
    size_t size = 64 * KB + 1;
    char *body = malloc(size);

    REQUIRE(body != NULL, "no memory");
    memset(body, ' ', size);
    memcpy(body, "{\"id\":7}", 8);
    EXPECT_TEXT(met("application/json", body, size - 1), "");
    EXPECT_TEXT(met("application/json", body, size), "/problems/too-large");
    EXPECT_TEXT(met("text/plain", body, size), "/problems/too-large"); /* before 415 */
    /* what the worker did not keep, for it was larger still */
    EXPECT_TEXT(met("application/json", NULL, 3 * KB * KB), "/problems/too-large");
    free(body);
    ask_end();
}

static void malformed(void)
{
    static const char *const all[] = {"",
                                      " ",
                                      "{",
                                      "}",
                                      "{\"id\":7",
                                      "{\"id\":7}}",
                                      "{\"id\":7} x",
                                      "{id:7}",
                                      "{'id':7}",
                                      "{\"id\":07}",
                                      "{\"id\":+7}",
                                      "{\"id\":7,}",
                                      "{\"id\" 7}",
                                      "nul",
                                      "tru",
                                      "\"",
                                      "{\"text\":\"\t\"}",
                                      "{\"text\":\"\\x\"}",
                                      "{\"text\":\"\\ud800\"}",
                                      "{\"text\":\"\xff\"}",
                                      "\xef\xbb\xbf{\"id\":7}",
                                      "{\"id\":7,\"id\":8}",
                                      "{\"id\":7,\"\\u0069d\":8}",
                                      "{\"a\\u0000b\":1}",
                                      "{\"id\":1e999}",
                                      "{\"id\":99999999999999999999}",
                                      "/* */{\"id\":7}",
                                      "NaN"};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        expect_met(all[i], "/problems/malformed-json");
    EXPECT_TEXT(met("application/json", NULL, 0), "/problems/malformed-json");
    EXPECT_TEXT(met("application/json", "{\"id\":7}\0", 9), "/problems/malformed-json");
    ask_end();
}

static void not_an_object(void)
{
    static const char *const all[] = {"[]",   "[{\"id\":7}]", "7",  "\"text\"",
                                      "null", "true",         "1.5"};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        expect_met(all[i], "/problems/invalid");
    ask_end();
}

/* Deep in an array, in an unknown member, and far deeper than any stack. */
static void nesting(void)
{
    static const size_t depths[] = {3000, 20000};

    for (size_t i = 0; i < sizeof depths / sizeof *depths; i++) {
        char *body = malloc(2 * depths[i] + 1);

        REQUIRE(body != NULL, "no memory");
        memset(body, '[', depths[i]);
        memset(body + depths[i], ']', depths[i]);
        body[2 * depths[i]] = '\0';
        expect_met(body, "/problems/malformed-json");
        free(body);
    }
    expect_met("{\"id\":7,\"x\":[[[[[[[[[[{}]]]]]]]]]]}", "/problems/invalid");
    ask_end();
}

static void errors_are_told(void)
{
    static const char body[] =
        "{\"id\":\"7\",\"text\":\"far too long a text\",\"more\":1}";

    EXPECT_TEXT(met("application/json", body, sizeof body - 1), "/problems/invalid");
    EXPECT_INT((int64_t)json_array_size(json_at(reply_body(), "/errors")), 3);
    EXPECT_TEXT(reply_member("/errors/0/field"), "more");
    EXPECT_TEXT(reply_member("/errors/0/code"), "unknown");
    EXPECT_TEXT(reply_member("/errors/1/code"), "type");
    EXPECT_TEXT(reply_member("/errors/2/code"), "length");
    EXPECT_TEXT(reply_member("/detail"), "more is no member of this resource");
    ask_end();
}

static const struct test tests[] = {
    {"body: an object of the shape is taken",                             taken          },
    {"body: application/json with or without parameters, else 415",       media_types    },
    {"body: 64 KB are taken, a byte more is 413, before 415",             sizes          },
    {"body: what is not JSON is 400, duplicate members, BOM and NUL too", malformed      },
    {"body: JSON that is no object is 422",                               not_an_object  },
    {"body: nesting beyond measure is 400, not a crash",                  nesting        },
    {"body: a 422 names every wrong field",                               errors_are_told},
};
const struct suite body_suite = SUITE("body", tests);
