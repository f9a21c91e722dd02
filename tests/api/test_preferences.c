/* test_preferences.c - how much a user wants of each genre. */
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define PREFERENCES "/api/v1/preferences"
#define TWO                                                                              \
    "{\"preferences\": [{\"genre\": \"Rock\", \"weight\": 0.5}, "                        \
    "{\"genre\": \"Jazz\", \"weight\": -1}]}"

static void kept(void)
{
    const struct person *who = sign_up();
    struct answer *none = get_as(who->token, PREFERENCES), *two, *shown;

    EXPECT_STATUS(none, 200);
    EXPECT_JSON(none, "/preferences", "[]");
    two = put(who->token, PREFERENCES, TWO);
    EXPECT_STATUS(two, 200);
    EXPECT_JSON(two, "/preferences/0/genre", "\"Jazz\"");
    EXPECT_REAL(two, "/preferences/0/weight", -1, 0);
    EXPECT_REAL(two, "/preferences/1/weight", 0.5, 0);
    shown = get_as(who->token, PREFERENCES);
    EXPECT_TEXT(shown->body, two->body);
    EXPECT_STATUS(
        CALL(.path = PREFERENCES, .token = who->token,
             .headers = {text("If-None-Match: %s", answer_header(shown, "ETag"))}),
        304);
    EXPECT_JSON(get_as(bob()->token, PREFERENCES), "/preferences", "[]");
}

static void replaced(void)
{
    const struct person *who = sign_up();
    struct answer *now;

    EXPECT_STATUS(put(who->token, PREFERENCES, TWO), 200);
    now = put(who->token, PREFERENCES,
              "{\"preferences\": [{\"genre\": \"Blues\", \"weight\": 1}]}");
    EXPECT_STATUS(now, 200);
    EXPECT_INT((int64_t)json_array_size(json_at(now->json, "/preferences")), 1);
    EXPECT_JSON(now, "/preferences/0/genre", "\"Blues\"");
    EXPECT_STATUS(put(who->token, PREFERENCES, "{\"preferences\": []}"), 200);
    EXPECT_JSON(get_as(who->token, PREFERENCES), "/preferences", "[]");
}

/* {"preferences": [...]} of that many genres. */
static const char *many(int count)
{
    char *body = text("%20000s", ""), *at = body;

    at += snprintf(at, 32, "{\"preferences\": [");
    for (int i = 0; i < count; i++)
        at += snprintf(at, 64, "%s{\"genre\": \"genre %d\", \"weight\": 0}",
                       i == 0 ? "" : ", ", i);
    snprintf(at, 8, "]}");
    return body;
}

static void refused(void)
{
    static const struct {
        const char *element, *field, *code;
    } cases[] = {
        {"{\"weight\": 1}",                                 "preferences[0].genre",  "required" },
        {"{\"genre\": \"Rock\"}",                           "preferences[0].weight", "required" },
        {"{\"genre\": \"\", \"weight\": 1}",                "preferences[0].genre",  "length"   },
        {"{\"genre\": 7, \"weight\": 1}",                   "preferences[0].genre",  "type"     },
        {"{\"genre\": \"Rock\", \"weight\": 1.01}",         "preferences[0].weight", "range"    },
        {"{\"genre\": \"Rock\", \"weight\": -1.01}",        "preferences[0].weight", "range"    },
        {"{\"genre\": \"Rock\", \"weight\": \"1\"}",        "preferences[0].weight", "type"     },
        {"{\"genre\": \"Rock\", \"weight\": 1, \"of\": 2}", "preferences[0].of",
         "unknown"                                                                              },
        {"{\"genre\": \"Rock\", \"weight\": 1}, "
         "{\"genre\": \"rock\", \"weight\": 1}",   "preferences[1].genre",  "duplicate"},
    };
    const struct person *who = sign_up();

    EXPECT_STATUS(put(who->token, PREFERENCES, TWO), 200);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        EXPECT_WRONG(put(who->token, PREFERENCES,
                         text("{\"preferences\": [%s]}", cases[i].element)),
                     cases[i].field, cases[i].code);
    EXPECT_WRONG(put(who->token, PREFERENCES, "{}"), "preferences", "required");
    EXPECT_WRONG(put(who->token, PREFERENCES, many(201)), "preferences", "length");
    EXPECT_INT((int64_t)json_array_size(
                   json_at(get_as(who->token, PREFERENCES)->json, "/preferences")),
               2);
    EXPECT_STATUS(put(who->token, PREFERENCES, many(200)), 200);
}

static void gates(void)
{
    EXPECT_PROBLEM(get(PREFERENCES), 401, "unauthorized");
    EXPECT_PROBLEM(put(NULL, PREFERENCES, TWO), 401, "unauthorized");
    EXPECT_PROBLEM(get_as(bob()->token, PREFERENCES "?genre=Rock"), 400, "bad-parameter");
    EXPECT_PROBLEM(post(bob()->token, PREFERENCES, TWO), 405, "method-not-allowed");
}

static const struct test tests[] = {
    {"PUT /preferences: they are kept, shown by genre, and one's own", kept    },
    {"PUT /preferences: those sent take the place of all there were",  replaced},
    {"PUT /preferences: what is wrong is named, and changes nothing",  refused },
    {"GET, PUT /preferences: 401 without a token, 400, 405",           gates   },
};
const struct suite preferences_suite = SUITE("preferences", tests);
