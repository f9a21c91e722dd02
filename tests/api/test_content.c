/* test_content.c - the lines that users keep for themselves come back as they were sent.
 */
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define CONTENT "/api/v1/users/content"
#define LINES 200
#define CHARACTERS 500

static struct answer *put_lines(const char *token, const char *lines)
{
    return put(token, CONTENT, text("{\"content\": %s}", lines));
}

static void nothing_yet(void)
{
    const struct person *who = sign_up();
    struct answer *shown = get_as(who->token, CONTENT);

    EXPECT_STATUS(shown, 200);
    EXPECT_TEXT(shown->body, "{\"content\":[]}");
    EXPECT(answer_header(shown, "ETag") != NULL, "no ETag");
    EXPECT_HEADER(shown, "Cache-Control", "no-store");
    EXPECT_PROBLEM(get(CONTENT), 401, "unauthorized");
    EXPECT_PROBLEM(put(NULL, CONTENT, "{\"content\": []}"), 401, "unauthorized");
}

static void kept_exactly(void)
{
    static const char *const cases[] = {
        "[\"one\",\"two\"]",
        "[\"two\",\"one\"]",
        "[\"\"]",
        "[\"\",\"\",\"\"]",
        "[\"a\",\"\"]",
        "[\"a\",\"\",\"b\",\"\",\"\"]",
        "[\" leading\",\"trailing  \",\"\\t\"]",
        "[\"\\\"quoted\\\" \\\\ back\",\"<b>&amp;</b>\",\"'; DROP TABLE content; --\"]",
        "[\"caf\xc3\xa9\",\"\xe5\x9d\x82\xe6\x9c\xac\",\"\xf0\x9f\x8e\xb5\","
        "\"e\xcc\x81\xe2\x80\xa8\"]",
        "[]",
    };
    const struct person *who = sign_up();

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *wanted = text("{\"content\":%s}", cases[i]);
        struct answer *made = put_lines(who->token, cases[i]),
                      *shown = get_as(who->token, CONTENT);

        EXPECT_STATUS(made, 200);
        EXPECT_TEXT(made->body, wanted);
        EXPECT_TEXT(shown->body, wanted);
        EXPECT_HEADER(shown, "ETag", answer_header(made, "ETag"));
    }
}

/* `count` lines of `characters` times the same one, as a JSON array. */
static char *lines_of(size_t count, size_t characters, const char *one)
{
    size_t width = strlen(one), room = count * (characters * width + 3) + 3;
    char *list = calloc(1, room), *to = list;

    REQUIRE(list != NULL, "no memory");
    *to++ = '[';
    for (size_t i = 0; i < count; i++) {
        to = mempcpy(to, i == 0 ? "\"" : ",\"", i == 0 ? 1 : 2);
        for (size_t c = 0; c < characters; c++)
            to = mempcpy(to, one, width);
        *to++ = '"';
    }
    *to = ']';
    return list;
}

static void at_the_bounds(void)
{
    const struct person *who = sign_up();
    /* the same character in four bytes, and escaped in twelve */
    char *plain = lines_of(LINES, CHARACTERS, "\xf0\x9f\x8e\xb5"),
         *escapes = lines_of(LINES, CHARACTERS, "\\ud83c\\udfb5"),
         *many = lines_of(LINES + 1, 1, "a"), *longer = lines_of(1, CHARACTERS + 1, "a");
    const char *wanted = text("{\"content\":%s}", plain);

    EXPECT_STATUS(put_lines(who->token, plain), 200);
    EXPECT_STATUS(put_lines(who->token, "[]"), 200);
    EXPECT_STATUS(put_lines(who->token, escapes), 200);
    EXPECT(strcmp(get_as(who->token, CONTENT)->body, wanted) == 0,
           "200 lines of 500 characters are not what they were");
    EXPECT_WRONG(put_lines(who->token, many), "content", "length");
    EXPECT_WRONG(put_lines(who->token, longer), "content", "length");
    EXPECT(strcmp(get_as(who->token, CONTENT)->body, wanted) == 0,
           "a refused change has changed something");
    free(plain);
    free(escapes);
    free(many);
    free(longer);
}

static void refused(void)
{
    const char *token = alice()->token;

    EXPECT_WRONG(put(token, CONTENT, "{}"), "content", "required");
    EXPECT_WRONG(put_lines(token, "null"), "content", "required");
    EXPECT_WRONG(put_lines(token, "\"one\""), "content", "type");
    EXPECT_WRONG(put_lines(token, "{\"0\": \"one\"}"), "content", "type");
    EXPECT_WRONG(put_lines(token, "[1]"), "content", "type");
    EXPECT_WRONG(put_lines(token, "[null]"), "content", "type");
    EXPECT_WRONG(put_lines(token, "[\"a\\nb\"]"), "content", "type");
    EXPECT_WRONG(put_lines(token, "[\"a\\rb\"]"), "content", "type");
    EXPECT_WRONG(put_lines(token, "[\"a\\u0000b\"]"), "content", "type");
    EXPECT_WRONG(put_lines(token, "[\"a\\u001bb\"]"), "content", "characters");
    EXPECT_WRONG(put(token, CONTENT, "{\"content\": [], \"lines\": []}"), "lines",
                 "unknown");
    EXPECT_PROBLEM(del(token, CONTENT), 405, "method-not-allowed");
    EXPECT_PROBLEM(post(token, CONTENT, "{\"content\": []}"), 405, "method-not-allowed");
}

static void ones_own(void)
{
    const struct person *one = sign_up(), *two = sign_up();

    EXPECT_STATUS(put_lines(one->token, "[\"one's\"]"), 200);
    EXPECT_STATUS(put_lines(two->token, "[\"two's\"]"), 200);
    EXPECT_TEXT(get_as(one->token, CONTENT)->body, "{\"content\":[\"one's\"]}");
    EXPECT_TEXT(get_as(two->token, CONTENT)->body, "{\"content\":[\"two's\"]}");
}

static void unchanged(void)
{
    const struct person *who = sign_up();
    const char *tag = answer_header(put_lines(who->token, "[\"a\"]"), "ETag");

    EXPECT_STATUS(CALL(.path = CONTENT, .token = who->token,
                       .headers = {text("If-None-Match: %s", tag)}),
                  304);
    EXPECT_STATUS(put_lines(who->token, "[\"a\",\"\"]"), 200);
    EXPECT_STATUS(CALL(.path = CONTENT, .token = who->token,
                       .headers = {text("If-None-Match: %s", tag)}),
                  200);
}

static const struct test tests[] = {
    {"GET /users/content: nothing written is an empty list",                       nothing_yet},
    {"PUT /users/content: lines, blanks, empty ones and their order come back",
     kept_exactly                                                                             },
    {"PUT /users/content: 200 lines of 500 characters of any width, not one more",
     at_the_bounds                                                                            },
    {"PUT /users/content: what is not a list of single lines is 422",              refused    },
    {"GET /users/content: nobody sees another's",                                  ones_own   },
    {"GET /users/content: If-None-Match is 304 until a line changes",              unchanged  },
};
const struct suite content_suite = SUITE("content", tests);
