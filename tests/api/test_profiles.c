/* test_profiles.c - one's own profile, and what others see of it. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define PROFILE "/api/v1/users/profile"

static const char *public_path(const struct person *who)
{
    return text("/api/v1/users/%s", who->name);
}

static void own(void)
{
    const struct person *who = sign_up();
    struct answer *profile = get_as(who->token, PROFILE);

    EXPECT_STATUS(profile, 200);
    EXPECT_INT(int_at(profile, "/id"), who->id);
    EXPECT_TEXT(text_at(profile, "/username"), who->name);
    EXPECT_JSON(profile, "/email", "null");
    EXPECT_JSON(profile, "/display_name", "null");
    EXPECT_JSON(profile, "/bio", "null");
    EXPECT_JSON(profile, "/location", "null");
    EXPECT_JSON(profile, "/private", "false");
    EXPECT_JSON(profile, "/roles", "[\"user\"]");
    EXPECT_INT(length_at(profile, "/created_at"), 24);
    EXPECT_INT((int64_t)json_object_size(profile->json), 10);
    EXPECT_HEADER(profile, "Cache-Control", "no-store");
    EXPECT(answer_header(profile, "ETag") != NULL, "no ETag");
    EXPECT_PROBLEM(get(PROFILE), 401, "unauthorized");
}

static void changed(void)
{
    const struct person *who = sign_up();
    struct answer *before = get_as(who->token, PROFILE);
    struct answer *made =
        put(who->token, PROFILE,
            "{\"display_name\": \"\xe5\x9d\x82\xe6\x9c\xac\", \"bio\": \"two\\nlines\", "
            "\"location\": \"K\xc3\xb6ln\", \"email\": \"b@example.org\", "
            "\"private\": false}");

    EXPECT_STATUS(made, 200);
    EXPECT_JSON(made, "/display_name", "\"\xe5\x9d\x82\xe6\x9c\xac\"");
    EXPECT_JSON(made, "/bio", "\"two\\nlines\"");
    EXPECT_JSON(made, "/location", "\"K\xc3\xb6ln\"");
    EXPECT_JSON(made, "/email", "\"b@example.org\"");
    EXPECT_OTHER(answer_header(made, "ETag"), answer_header(before, "ETag"));
    EXPECT_TEXT(get_as(who->token, PROFILE)->body, made->body);
    made = put(who->token, PROFILE, "{}"); /* what is not there is gone: a PUT */
    EXPECT_STATUS(made, 200);
    EXPECT_JSON(made, "/display_name", "null");
    EXPECT_JSON(made, "/email", "null");
}

static void refused(void)
{
    const struct person *who = alice();
    char *longest = text("%02001d", 0);

    EXPECT_WRONG(put(who->token, PROFILE, "{\"username\": \"king\"}"), "username",
                 "unknown");
    EXPECT_WRONG(put(who->token, PROFILE, "{\"roles\": [\"admin\"]}"), "roles",
                 "unknown");
    EXPECT_WRONG(put(who->token, PROFILE, "{\"private\": \"yes\"}"), "private", "type");
    EXPECT_WRONG(put(who->token, PROFILE, "{\"email\": \"nowhere\"}"), "email", "format");
    EXPECT_WRONG(put(who->token, PROFILE, "{\"display_name\": \"\"}"), "display_name",
                 "length");
    EXPECT_WRONG(put(who->token, PROFILE, text("{\"bio\": \"%s\"}", longest)), "bio",
                 "length");
    EXPECT_WRONG(put(who->token, PROFILE, "{\"bio\": \"a\\u0000b\"}"), "bio",
                 "characters");
    EXPECT_STATUS(put(who->token, PROFILE, text("{\"bio\": \"%s\"}", longest + 1)), 200);
    EXPECT_PROBLEM(put(NULL, PROFILE, "{}"), 401, "unauthorized");
}

static void seen_by_others(void)
{
    const struct person *who = sign_up();
    struct answer *seen;

    EXPECT_STATUS(put(who->token, PROFILE,
                      "{\"email\": \"secret@example.org\", \"bio\": \"hello\"}"),
                  200);
    seen = get(public_path(who));
    EXPECT_STATUS(seen, 200);
    EXPECT_JSON(seen, "/bio", "\"hello\"");
    EXPECT(json_at(seen->json, "/email") == NULL, "the email is shown");
    EXPECT(strstr(seen->body, "secret") == NULL && strstr(seen->body, "argon2") == NULL,
           "%s", seen->body);
    EXPECT(answer_header(seen, "ETag") != NULL, "no ETag");
    EXPECT_TEXT(get_as(bob()->token, public_path(who))->body, seen->body);
}

static void names(void)
{
    const struct person *who = alice();
    char *other = text("/api/v1/users/%s", who->name);
    static const char *const nobody[] = {
        "nobody-here", "a%20b", "%C3%BC", "%27%20OR%201%3D1--", "%ff", "a%2Fb", "{name}"};

    for (char *c = other + strlen("/api/v1/users/"); *c != '\0'; c++)
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 32) : *c;
    EXPECT_STATUS(get(other), 200);
    EXPECT_INT(int_at(get(other), "/id"), who->id);
    for (size_t i = 0; i < sizeof nobody / sizeof *nobody; i++)
        EXPECT_PROBLEM(get(text("/api/v1/users/%s", nobody[i])), 404, "not-found");
    EXPECT_PROBLEM(get(text("/api/v1/users/%0500d", 0)), 404, "not-found");
    EXPECT_PROBLEM(get("/api/v1/users"), 401, "unauthorized"); /* administrators' */
}

static void private_profile(void)
{
    const struct person *who = sign_up();
    struct answer *unknown;
    bool hidden;

    EXPECT_STATUS(put(who->token, PROFILE, "{\"private\": true}"), 200);
    /* the gateway may show what it has for a second */
    hidden = UNTIL(5, get(public_path(who))->status == 404);
    EXPECT(hidden, "a private profile is shown to anyone");
    EXPECT_PROBLEM(get(public_path(who)), 404, "not-found");
    EXPECT_PROBLEM(get_as(bob()->token, public_path(who)), 404, "not-found");
    EXPECT_STATUS(get_as(who->token, public_path(who)), 200);
    EXPECT_JSON(get_as(who->token, public_path(who)), "/private", "true");
    unknown = get_as(bob()->token, "/api/v1/users/nobody-here");
    EXPECT_TEXT(text_at(unknown, "/title"),
                text_at(get_as(bob()->token, public_path(who)), "/title"));
    EXPECT_STATUS(put(who->token, PROFILE, "{\"private\": false}"), 200);
    EXPECT_STATUS(get_as(bob()->token, public_path(who)), 200);
}

/* What its owner sees must never be kept for others. */
static void not_cached_for_others(void)
{
    const struct person *who = sign_up();

    EXPECT_STATUS(put(who->token, PROFILE, "{\"private\": true}"), 200);
    for (int i = 0; i < 20; i++) {
        EXPECT_STATUS(get_as(who->token, public_path(who)), 200);
        EXPECT_STATUS(get(public_path(who)), 404);
    }
    /* public again, so that other tests may count what is listed */
    EXPECT_STATUS(put(who->token, PROFILE, "{\"private\": false}"), 200);
}

static const struct test tests[] = {
    {"GET /users/profile: everything of one's own, nobody else's",              own           },
    {"PUT /users/profile: is shown at once; what is not sent is gone",          changed       },
    {"PUT /users/profile: unknown, mistyped and overlong members are 422",      refused       },
    {"GET /users/{username}: what is public, without the email",                seen_by_others},
    {"GET /users/{username}: in any case; whatever else it is, 404",            names         },
    {"GET /users/{username}: a private one is 404 to others, 200 to its owner",
     private_profile                                                                          },
    {"GET /users/{username}: the owner's view is not kept for others",
     not_cached_for_others                                                                    },
};
const struct suite profiles_suite = SUITE("profiles", tests);
