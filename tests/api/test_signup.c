/* test_signup.c - signing up and logging in. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "api.h"
#include "core/codec.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define SIGNUP "/api/v1/auth/signup"
#define LOGIN "/api/v1/auth/login"

static struct answer *signs_up(const char *name, const char *password, const char *more)
{
    return post(
        NULL, SIGNUP,
        text("{\"username\": \"%s\", \"password\": \"%s\"%s}", name, password, more));
}

static struct answer *logs_in(const char *name, const char *password)
{
    return post(NULL, LOGIN,
                text("{\"username\": \"%s\", \"password\": \"%s\"}", name, password));
}

/* A refresh cookie with all that keeps it to itself. */
static void expect_cookie(const struct answer *answer)
{
    const char *set = answer_header(answer, "Set-Cookie");

    REQUIRE(set != NULL, "no cookie");
    EXPECT(strncmp(set, "vh_refresh=", 11) == 0, "%s", set);
    EXPECT_HEADER_HOLDS(answer, "Set-Cookie", "; HttpOnly");
    EXPECT_HEADER_HOLDS(answer, "Set-Cookie", "; SameSite=Strict");
    EXPECT_HEADER_HOLDS(answer, "Set-Cookie", "; Path=/api/v1/auth");
    EXPECT(strstr(set, "Domain") == NULL, "%s", set);
}

static void expect_session(const struct answer *answer, const char *name)
{
    EXPECT_JSON(answer, "/token_type", "\"Bearer\"");
    EXPECT_JSON(answer, "/expires_in", "600");
    EXPECT_TEXT(text_at(answer, "/user/username"), name);
    EXPECT_INT((int64_t)json_object_size(json_at(answer->json, "/user")), 4);
    EXPECT_INT((int64_t)json_object_size(answer->json), 4);
    EXPECT_HEADER(answer, "Cache-Control", "no-store");
    expect_cookie(answer);
}

static void signup(void)
{
    const char *name = fresh_name();
    struct answer *made = signs_up(
        name, PASSWORD, ", \"email\": \"a@example.org\", \"display_name\": \"Al\"");

    EXPECT_STATUS(made, 201);
    EXPECT_HEADER(made, "Location", text("/api/v1/users/%s", name));
    expect_session(made, name);
    EXPECT_JSON(made, "/user/display_name", "\"Al\"");
    EXPECT_JSON(made, "/user/roles", "[\"user\"]");
    EXPECT_STATUS(get_as(text_at(made, "/token"), "/api/v1/users/profile"), 200);
    EXPECT_STATUS(logs_in(name, PASSWORD), 200);
}

/* A part of a token, decoded. */
static json_t *part(const char *token, int which)
{
    static char plain[4096];
    ssize_t n;

    for (; which > 0; which--)
        token = strchr(token, '.') + 1;
    n = base64url_decode(token, strcspn(token, "."), plain, sizeof plain);
    return n < 0 ? NULL : json_loadb(plain, (size_t)n, JSON_REJECT_DUPLICATES, NULL);
}

static void token(void)
{
    json_t *header = part(alice()->token, 0), *claims = part(alice()->token, 1);
    struct answer *keys = get("/api/v1/auth/.well-known/jwks.json");

    EXPECT_TEXT(json_string_value(json_at(header, "/alg")), "ES256");
    EXPECT_TEXT(json_string_value(json_at(header, "/kid")), text_at(keys, "/keys/0/kid"));
    EXPECT_TEXT(json_string_value(json_at(claims, "/sub")),
                text("%" PRId64, alice()->id));
    EXPECT_TEXT(json_string_value(json_at(claims, "/name")), alice()->name);
    EXPECT_TEXT(json_string_value(json_at(claims, "/iss")), "vinylhound");
    EXPECT_TEXT(json_string_value(json_at(claims, "/aud")), "vinylhound");
    EXPECT_TEXT(json_string_value(json_at(claims, "/roles/0")), "user");
    EXPECT(json_integer_value(json_at(claims, "/sid")) > 0, "no sid");
    EXPECT(json_is_string(json_at(claims, "/jti")), "no jti");
    EXPECT_INT(json_integer_value(json_at(claims, "/exp")) -
                   json_integer_value(json_at(claims, "/iat")),
               600);
    EXPECT_INT((int64_t)json_object_size(claims), 9);
    json_decref(header);
    json_decref(claims);
}

static char *upper(const char *name)
{
    char *copy = text("%s", name);

    for (char *c = copy; *c != '\0'; c++)
        *c = *c >= 'a' && *c <= 'z' ? (char)(*c - 32) : *c;
    return copy;
}

static void taken(void)
{
    static const char *const words[] = {"profile", "content", "collection", "export",
                                        "Editor",  "ADMIN",   "moderator",  "stats"};

    EXPECT_PROBLEM(signs_up(alice()->name, PASSWORD, ""), 409, "conflict");
    EXPECT_PROBLEM(signs_up(upper(alice()->name), PASSWORD, ""), 409, "conflict");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        EXPECT_PROBLEM(signs_up(words[i], PASSWORD, ""), 409, "conflict");
}

static void bad_usernames(void)
{
    static const char *const wrong[] = {"a b",          "a.b",       "caf\xc3\xa9",
                                        "a/b",          "a@b",       "a'--",
                                        "\xd0\xb0lice", "a\\u0000b", "a\\nb"};

    EXPECT_WRONG(signs_up("ab", PASSWORD, ""), "username", "length");
    EXPECT_WRONG(signs_up("", PASSWORD, ""), "username", "length");
    EXPECT_WRONG(signs_up("a23456789012345678901234567890123", PASSWORD, ""), "username",
                 "length");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        EXPECT_WRONG(signs_up(wrong[i], PASSWORD, ""), "username", "characters");
    EXPECT_STATUS(signs_up(text("%s_-%s", fresh_name(), "Z"), PASSWORD, ""), 201);
}

static void bad_passwords(void)
{
    const char *name = fresh_name();
    char longest[129], wide[257];

    memset(longest, 'x', 128);
    longest[128] = '\0';
    for (size_t i = 0; i < 256; i += 2)
        snprintf(wide + i, 3, "\xc3\xb6");
    EXPECT_WRONG(signs_up(name, "1234567", ""), "password", "length");
    EXPECT_WRONG(signs_up(name, text("%sy", longest), ""), "password", "length");
    EXPECT_WRONG(signs_up(text("%s-same", name), text("%s-same", name), ""), "password",
                 "weak");
    EXPECT_WRONG(signs_up(text("%s-same", name), upper(text("%s-same", name)), ""),
                 "password", "weak");
    EXPECT_STATUS(signs_up(text("%s-8", name), "8charact", ""), 201);
    EXPECT_STATUS(signs_up(text("%s-128", name), longest, ""), 201);
    EXPECT_STATUS(logs_in(text("%s-128", name), longest), 200);
    EXPECT_STATUS(signs_up(text("%s-w", name), wide, ""), 201);
    EXPECT_STATUS(logs_in(text("%s-w", name), wide), 200);
}

static void bad_members(void)
{
    const char *name = fresh_name();

    EXPECT_WRONG(post(NULL, SIGNUP, "{}"), "username", "required");
    EXPECT_WRONG(post(NULL, SIGNUP, "{}"), "password", "required");
    EXPECT_WRONG(signs_up(name, PASSWORD, ", \"roles\": [\"admin\"]"), "roles",
                 "unknown");
    EXPECT_WRONG(signs_up(name, PASSWORD, ", \"id\": 1"), "id", "unknown");
    EXPECT_WRONG(signs_up(name, PASSWORD, ", \"email\": \"nowhere\""), "email", "format");
    EXPECT_WRONG(signs_up(name, PASSWORD, ", \"email\": 5"), "email", "type");
    EXPECT_WRONG(signs_up(name, PASSWORD, ", \"display_name\": \"\""), "display_name",
                 "length");
    EXPECT_WRONG(signs_up(name, PASSWORD, ", \"display_name\": \"a\\u0007\""),
                 "display_name", "characters");
    EXPECT_PROBLEM(logs_in(name, PASSWORD), 401, "unauthorized");
}

static void login(void)
{
    const struct person *who = alice();
    struct answer *in = logs_in(who->name, PASSWORD), *wrong, *nobody;

    EXPECT_STATUS(in, 200);
    expect_session(in, who->name);
    EXPECT_INT(int_at(in, "/user/id"), who->id);
    EXPECT_STATUS(logs_in(upper(who->name), PASSWORD), 200);
    wrong = logs_in(who->name, "wrong horse battery");
    nobody = logs_in(fresh_name(), PASSWORD);
    EXPECT_PROBLEM(wrong, 401, "unauthorized");
    EXPECT_PROBLEM(nobody, 401, "unauthorized");
    EXPECT_TEXT(text_at(wrong, "/detail"), text_at(nobody, "/detail"));
    EXPECT_HEADER(wrong, "Set-Cookie", NULL);
    EXPECT_PROBLEM(logs_in("a%' OR 1=1 --", PASSWORD), 401, "unauthorized");
}

static struct answer *signs_up_by(const char *key, const char *name)
{
    return CALL(.path = SIGNUP,
                .body =
                    text("{\"username\": \"%s\", \"password\": \"%s\"}", name, PASSWORD),
                .headers = {text("Idempotency-Key: %s", key)});
}

static void idempotency(void)
{
    const char *name = fresh_name(), *key = text("key-of-%s", name);
    struct answer *first = signs_up_by(key, name), *again = signs_up_by(key, name);

    EXPECT_STATUS(first, 201);
    EXPECT_STATUS(again, 201);
    EXPECT_INT(int_at(again, "/user/id"), int_at(first, "/user/id"));
    EXPECT_HEADER(again, "Location", answer_header(first, "Location"));
    expect_session(again, name);
    EXPECT_PROBLEM(signs_up_by(key, fresh_name()), 422, "invalid");
    EXPECT_PROBLEM(signs_up_by(text("%s-2", key), name), 409, "conflict");
    EXPECT_PROBLEM(signs_up_by("short", fresh_name()), 400, "bad-request");
}

static const struct test tests[] = {
    {"POST /auth/signup: 201 with token, Location and a cookie for /auth alone",                  signup       },
    {"POST /auth/signup: the token says who, for how long, by which key",                         token        },
    {"POST /auth/signup: a name is taken once, whatever its case; words of routes and roles are",
     taken                                                                                                     },
    {"POST /auth/signup: a username is 3 to 32 of [A-Za-z0-9_-]",                                 bad_usernames},
    {"POST /auth/signup: a password is 8 to 128 characters and not the username",
     bad_passwords                                                                                             },
    {"POST /auth/signup: unknown, missing and ill-formed members are 422",                        bad_members  },
    {"POST /auth/signup: an Idempotency-Key makes one account, another body is 422",
     idempotency                                                                                               },
    {"POST /auth/login: 200 in any case of the name; wrong password and nobody are the same 401",
     login                                                                                                     },
};
const struct suite signup_suite = SUITE("signup", tests);
