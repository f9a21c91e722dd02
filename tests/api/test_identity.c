/* test_identity.c - the request id and the trace, from a client through the logs. */
#include <inttypes.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define WITHIN 5
#define TRACE "0af7651916cd43dd8448eb211c80319c"

/* Two requests that find nothing. The second one's kind is in the pool's log: what is
 * read and found to be in order the gateway alone writes down. */
static struct answer *ask(const char *header)
{
    return CALL(.path = "/api/v1/albums/9007199254740991", .token = alice()->token,
                .headers = {header});
}

static struct answer *take_back(const char *id, const char *trace)
{
    return CALL(.method = "DELETE", .path = "/api/v1/ratings/9007199254740991",
                .token = alice()->token,
                .headers = {text("X-Request-Id: %s", id), trace});
}

static void own_id(void)
{
    static const char *const good[] = {"12345678", "a.b_c-D9", "Request.Id_of-a-test"};
    const char *longest = text("%064d", 0);

    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct answer *answer = ask(text("X-Request-Id: %s", good[i]));

        EXPECT_HEADER(answer, "X-Request-Id", good[i]);
        EXPECT_PROBLEM(answer, 404, "not-found");
    }
    EXPECT_HEADER(ask(text("X-Request-Id: %s", longest)), "X-Request-Id", longest);
}

static void new_id(void)
{
    static const char *const bad[] = {"1234567",       "has space in it",  "semi;colon",
                                      "<script>alert", "caf\xc3\xa9-cafe", "\"quoted\"",
                                      "a/b/c/d/e"};
    const char *first = answer_header(ask(NULL), "X-Request-Id");
    const char *second = answer_header(ask(NULL), "X-Request-Id");

    EXPECT_OTHER(first, second);
    EXPECT(first != NULL && strlen(first) == 32 &&
               strspn(first, "0123456789abcdef") == 32,
           "%s", first);
    for (size_t i = 0; i < sizeof bad / sizeof *bad + 1; i++) {
        const char *id = i < sizeof bad / sizeof *bad ? bad[i] : text("%065d", 0);
        const char *given =
            answer_header(ask(text("X-Request-Id: %s", id)), "X-Request-Id");

        EXPECT(given != NULL && strlen(given) == 32 &&
                   strspn(given, "0123456789abcdef") == 32,
               "%s for %s", given, id);
    }
}

/* Each answer has its own id, also where the body came from the cache. */
static void cached(void)
{
    struct answer *first = get("/api/v1/genres"), *second = get("/api/v1/genres");

    EXPECT_OTHER(answer_header(first, "X-Request-Id"),
                 answer_header(second, "X-Request-Id"));
    EXPECT_HEADER(
        CALL(.path = "/api/v1/genres", .headers = {"X-Request-Id: my-own-request"}),
        "X-Request-Id", "my-own-request");
}

static void logged(void)
{
    const char *id = text("logged-%s", fresh_name());
    bool found;

    EXPECT_STATUS(take_back(id, NULL), 404);
    found = UNTIL(WITHIN, log_holds("rating", id, "\"status\":404"));
    EXPECT(found, "%s is not in the pool's log", id);
    found = UNTIL(WITHIN, log_holds("access", id, "\"status\":404"));
    EXPECT(found, "%s is not in the gateway's log", id);
}

static void traced(void)
{
    const char *id = text("traced-%s", fresh_name());
    const char *other = text("traced-%s", fresh_name());
    bool found;

    take_back(id, "Traceparent: 00-" TRACE "-b7ad6b7169203331-01");
    found = UNTIL(WITHIN, log_holds("rating", id, "\"trace_id\":\"" TRACE "\""));
    EXPECT(found, "the trace is not in the pool's log");
    found = UNTIL(WITHIN, log_holds("access", id, "\"trace_id\":\"" TRACE "\""));
    EXPECT(found, "the trace is not in the gateway's log");
    take_back(other, "Traceparent: 00-" TRACE "-bad");
    found = UNTIL(WITHIN, log_holds("rating", other, "trace_id"));
    EXPECT(found && !log_holds("rating", other, TRACE), "a broken traceparent was taken");
}

/* Rating an album for the first time, the rating service asks the catalogue. */
static void passed_on(void)
{
    const struct person *who = sign_up();
    const char *id = text("passed-%s", fresh_name());
    struct answer *made;
    bool found;

    made = CALL(.path = "/api/v1/ratings", .token = who->token,
                .body = "{\"album_id\": 9007199254740990, \"rating\": 3}",
                .headers = {text("X-Request-Id: %s", id),
                            "Traceparent: 00-" TRACE "-b7ad6b7169203331-01"});
    EXPECT_WRONG(made, "album_id", "unknown");
    /* the gateway writes down what goes through the listener inside, too */
    found = UNTIL(
        WITHIN, log_line_holds(
                    "access", (const char *[]){
                                  id, TRACE, "GET /pools/catalog/api/v1/albums/", NULL}));
    EXPECT(found, "the catalogue was asked without the request's id and trace");
}

static const struct test tests[] = {
    {"X-Request-Id: a client's own, 8 to 64 of [A-Za-z0-9._-], is kept", own_id   },
    {"X-Request-Id: without one, or with another, a new one",            new_id   },
    {"X-Request-Id: is each answer's own, also from the cache",          cached   },
    {"X-Request-Id: is in the logs of gateway and pool",                 logged   },
    {"traceparent: is taken up into the logs; a broken one is not",      traced   },
    {"traceparent: goes along when one pool asks another",               passed_on},
};
const struct suite identity_suite = SUITE("identity", tests);
