/* test_conditional.c - ETag and If-None-Match, with and without the gateway's cache. */
#include <inttypes.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

static struct answer *if_none_match(const char *token, const char *path, const char *tags)
{
    return CALL(.path = path, .token = token,
                .headers = {text("If-None-Match: %s", tags)});
}

static const char *tag_of(const char *path)
{
    struct answer *answer = get(path);
    const char *tag = answer_header(answer, "ETag");

    EXPECT_STATUS(answer, 200);
    REQUIRE(tag != NULL, "%s has no ETag", path);
    EXPECT(tag[0] == '"' && tag[strlen(tag) - 1] == '"' && strlen(tag) > 5,
           "not a strong ETag: %s", tag);
    return tag;
}

static const char *resource(size_t n)
{
    static const char *const plurals[] = {"albums", "artists", "songs", "releases",
                                          "labels"};
    struct answer *first;

    if (n == 5)
        return text("/api/v1/albums/%" PRId64 "/cover", album(1));
    if (n == 6)
        return text("/api/v1/users/%s", alice()->name);
    if (n == 7)
        return text("/api/v1/ratings/summary?album_id=%" PRId64, album(1));
    if (n == 8)
        return "/api/v1/auth/.well-known/jwks.json";
    first = get(text("/api/v1/%s?limit=1", plurals[n]));
    return text("/api/v1/%s/%" PRId64, plurals[n],
                int_at(first, text("/%s/0/id", plurals[n])));
}
#define RESOURCES 9

/* With a token the pool answers, without one the gateway may. */
static void not_modified(void)
{
    for (size_t i = 0; i < RESOURCES; i++) {
        const char *path = resource(i), *tag = tag_of(path);
        const char *const tokens[] = {NULL, alice()->token};

        for (size_t t = 0; t < 2; t++) {
            struct answer *same = if_none_match(tokens[t], path, tag);

            EXPECT_STATUS(same, 304);
            EXPECT_INT((int64_t)same->length, 0);
            EXPECT_HEADER(same, "ETag", tag);
            EXPECT(answer_header(same, "X-Request-Id") != NULL, "no X-Request-Id");
            EXPECT_STATUS(if_none_match(tokens[t], path, "\"other\""), 200);
        }
    }
}

static void lists_of_tags(void)
{
    const char *path = resource(2), *tag = tag_of(path);
    const char *const hits[] = {text("\"a\", %s", tag), text("%s, \"a\"", tag),
                                text("W/%s", tag), text("\"a\",%s,\"b\"", tag), "*"};
    const char *const misses[] = {"", "\"a\"", "\"a\", \"b\"", text("%.*s", 6, tag),
                                  text("x%s", tag)};

    for (size_t i = 0; i < sizeof hits / sizeof *hits; i++) {
        EXPECT_STATUS(if_none_match(alice()->token, path, hits[i]), 304);
        EXPECT_STATUS(if_none_match(NULL, path, hits[i]), 304);
    }
    for (size_t i = 0; i < sizeof misses / sizeof *misses; i++) {
        EXPECT_STATUS(if_none_match(alice()->token, path, misses[i]), 200);
        EXPECT_STATUS(if_none_match(NULL, path, misses[i]), 200);
    }
}

static void own_resources(void)
{
    const struct person *who = sign_up();
    struct answer *before = get_as(who->token, "/api/v1/users/profile");
    const char *tag = answer_header(before, "ETag");

    REQUIRE(tag != NULL, "no ETag");
    EXPECT_STATUS(if_none_match(who->token, "/api/v1/users/profile", tag), 304);
    EXPECT_STATUS(put(who->token, "/api/v1/users/profile", "{\"bio\": \"new\"}"), 200);
    EXPECT_STATUS(if_none_match(who->token, "/api/v1/users/profile", tag), 200);
}

static void of_changes(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(9), 3);
    struct answer *changed;
    const char *path = answer_header(made, "Location");

    REQUIRE(path != NULL, "no Location");
    EXPECT_TEXT(tag_of(path), answer_header(made, "ETag"));
    changed = put(who->token, path, "{\"rating\": 3.5}");
    EXPECT_STATUS(changed, 200);
    EXPECT_OTHER(answer_header(changed, "ETag"), answer_header(made, "ETag"));
    EXPECT_STATUS(if_none_match(who->token, path, answer_header(made, "ETag")), 200);
    EXPECT_STATUS(if_none_match(who->token, path, answer_header(changed, "ETag")), 304);
}

static void lists_and_errors(void)
{
    EXPECT_HEADER(get("/api/v1/albums"), "ETag", NULL);
    EXPECT_STATUS(if_none_match(NULL, "/api/v1/albums", "\"a\""), 200);
    EXPECT_STATUS(if_none_match(alice()->token, "/api/v1/albums/9007199254740991", "*"),
                  404);
    EXPECT_STATUS(if_none_match(NULL, "/api/v1/albums/9007199254740991", "*"), 404);
}

static const struct test tests[] = {
    {"If-None-Match: 304 with the ETag and no body, from the pool and from the cache",
     not_modified                                                                                      },
    {"If-None-Match: a list of tags, weak ones, and *",                                lists_of_tags   },
    {"If-None-Match: one's own profile has another tag once it changed",               own_resources   },
    {"ETag: of what a POST made and a PUT changed is the resource's",                  of_changes      },
    {"If-None-Match: a list has no tag, and what is not there is 404",                 lists_and_errors},
};
const struct suite conditional_suite = SUITE("conditional", tests);
