/* test_accounts.c - what administrators see of accounts and decide on them. */
#include <inttypes.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define USERS "/api/v1/users"

static const struct person *admin(void)
{
    static struct person *person;

    if (person == NULL)
        person = with_role("admin");
    return person;
}

static const char *account_of(const struct person *who)
{
    return text(USERS "/%s/account", who->name);
}

static struct answer *log_in(const struct person *who)
{
    return post(
        NULL, "/api/v1/auth/login",
        text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", who->name));
}

static struct answer *refresh(const struct person *who)
{
    return CALL(.method = "POST", .path = "/api/v1/auth/refresh",
                .headers = {text("Cookie: %s", who->cookie)});
}

static void shown(void)
{
    const struct person *who = sign_up();
    struct answer *account = get_as(admin()->token, account_of(who));

    EXPECT_STATUS(account, 200);
    EXPECT_INT((int64_t)json_object_size(account->json), 8);
    EXPECT_INT(int_at(account, "/id"), who->id);
    EXPECT_TEXT(text_at(account, "/username"), who->name);
    EXPECT_JSON(account, "/roles", "[\"user\"]");
    EXPECT_JSON(account, "/disabled", "false");
    EXPECT_JSON(account, "/sessions", "1");
    EXPECT_STATUS(
        CALL(.path = account_of(who), .token = admin()->token,
             .headers = {text("If-None-Match: %s", answer_header(account, "ETag"))}),
        304);
    EXPECT_PROBLEM(get_as(admin()->token, USERS "/nobody-at-all/account"), 404,
                   "not-found");
    EXPECT_PROBLEM(get_as(who->token, account_of(who)), 403, "forbidden");
}

/* Every page of a list, walked to its end: how many, and how many are `name`. */
static int64_t walk(const char *path, const char *name, int64_t *named)
{
    const char *cursor = "";
    int64_t met = 0;

    *named = 0;
    while (cursor != NULL) {
        struct answer *page =
            get_as(admin()->token,
                   text("%s&limit=2%s%s", path, *cursor ? "&cursor=" : "", cursor));
        size_t i;
        json_t *one;

        REQUIRE_STATUS(page, 200);
        json_array_foreach(json_at(page->json, "/users"), i, one)
        {
            met++;
            *named +=
                strcmp(json_string_value(json_object_get(one, "username")), name) == 0;
        }
        cursor = text_at(page, "/next_cursor");
    }
    return met;
}

static void listed(void)
{
    const struct person *one = sign_up(), *two = with_role("editor");
    struct answer *page;
    int64_t named;

    REQUIRE_STATUS(
        put(one->token, "/api/v1/users/profile",
            text("{\"display_name\": \"Zo\xc3\xab %s\", \"private\": true}", one->name)),
        200);
    page =
        get_as(admin()->token, text(USERS "?q=%s", escaped(text("zoe %s", one->name))));
    EXPECT_INT((int64_t)json_array_size(json_at(page->json, "/users")), 1);
    EXPECT_TEXT(text_at(page, "/users/0/username"), one->name);
    EXPECT_JSON(page, "/users/0/private", "true");
    page = get_as(admin()->token, text(USERS "?role=editor&q=%s", two->name));
    EXPECT_TEXT(text_at(page, "/users/0/username"), two->name);
    page = get_as(admin()->token, text(USERS "?role=editor&q=%s", one->name));
    EXPECT_JSON(page, "/users", "[]");
    EXPECT(walk(USERS "?disabled=false", one->name, &named) > 2, "there are few");
    EXPECT_INT(named, 1);
    page = get_as(admin()->token, USERS "?limit=1");
    EXPECT_TEXT(text_at(page, "/users/0/username"), two->name);
    EXPECT_HEADER(page, "Cache-Control", "no-store");
    EXPECT_STATUS(put(one->token, "/api/v1/users/profile", "{\"private\": false}"),
                  200); /* so that later tests may count what is listed */
    EXPECT_PROBLEM(get_as(admin()->token, USERS "?role=king"), 400, "bad-parameter");
    EXPECT_PROBLEM(get_as(admin()->token, USERS "?disabled=maybe"), 400, "bad-parameter");
    EXPECT_PROBLEM(get(USERS), 401, "unauthorized");
}

/* Roles hold from the next token; the token that is out says what it said. */
static void promoted(void)
{
    const struct person *who = sign_up();
    struct answer *account =
        put(admin()->token, account_of(who),
            "{\"roles\": [\"user\", \"moderator\", \"editor\"], \"disabled\": false}");

    EXPECT_STATUS(account, 200);
    EXPECT_JSON(account, "/roles", "[\"user\",\"editor\",\"moderator\"]");
    EXPECT_JSON(log_in(who), "/user/roles", "[\"user\",\"editor\",\"moderator\"]");
    EXPECT_INT(
        sql_number("vinylhound_user", text("SELECT COUNT(*) FROM outbox WHERE type = "
                                           "'account.changed' AND subject = %" PRId64,
                                           who->id)),
        1);
    /* the same again changes nothing, and tells nobody */
    EXPECT_STATUS(put(admin()->token, account_of(who),
                      "{\"roles\": [\"editor\", \"moderator\"], \"disabled\": false}"),
                  200);
    EXPECT_INT(
        sql_number("vinylhound_user", text("SELECT COUNT(*) FROM outbox WHERE type = "
                                           "'account.changed' AND subject = %" PRId64,
                                           who->id)),
        1);
    account =
        put(admin()->token, account_of(who), "{\"roles\": [], \"disabled\": false}");
    EXPECT_JSON(account, "/roles", "[\"user\"]");
}

static void conditional(void)
{
    const struct person *who = sign_up();
    struct answer *seen = get_as(admin()->token, account_of(who));
    const char *match = text("If-Match: %s", answer_header(seen, "ETag"));
    const char *editor = "{\"roles\": [\"editor\"], \"disabled\": false}";
    const struct call call = {.method = "PUT",
                              .path = account_of(who),
                              .token = admin()->token,
                              .body = editor,
                              .headers = {match}};

    EXPECT_STATUS(http(&call), 200);
    EXPECT_PROBLEM(http(&call), 412, "stale");
}

static void disabled(void)
{
    const struct person *who = sign_up();
    const char *put_out = "{\"roles\": [], \"disabled\": true}";
    struct answer *page;

    EXPECT_STATUS(refresh(who), 200);
    EXPECT_STATUS(put(admin()->token, account_of(who), put_out), 200);
    EXPECT_STATUS(refresh(who), 401);
    EXPECT_STATUS(log_in(who), 403);
    page = get_as(admin()->token, text(USERS "?disabled=true&q=%s", who->name));
    EXPECT_JSON(page, "/users/0/disabled", "true");
    EXPECT_JSON(page, "/users/0/sessions", "0");
    EXPECT_STATUS(
        put(admin()->token, account_of(who), "{\"roles\": [], \"disabled\": false}"),
        200);
    EXPECT_STATUS(log_in(who), 200);
}

static void sessions_ended(void)
{
    const struct person *who = sign_up();
    const char *path = text(USERS "/%s/sessions", who->name);

    EXPECT_STATUS(log_in(who), 200);
    EXPECT_JSON(get_as(admin()->token, account_of(who)), "/sessions", "2");
    EXPECT_STATUS(del(admin()->token, path), 204);
    EXPECT_JSON(get_as(admin()->token, account_of(who)), "/sessions", "0");
    EXPECT_STATUS(refresh(who), 401);
    EXPECT_STATUS(log_in(who), 200);
    EXPECT_PROBLEM(del(admin()->token, USERS "/nobody-at-all/sessions"), 404,
                   "not-found");
}

/* Nobody locks themselves out, and a token of yesterday's administrator is worth nothing
 * here. */
static void not_oneself(void)
{
    struct person *other = with_role("admin");

    EXPECT_PROBLEM(
        put(other->token, account_of(other), "{\"roles\": [], \"disabled\": false}"), 409,
        "conflict");
    EXPECT_PROBLEM(put(other->token, account_of(other),
                       "{\"roles\": [\"admin\"], \"disabled\": true}"),
                   409, "conflict");
    EXPECT_STATUS(put(other->token, account_of(other),
                      "{\"roles\": [\"admin\", \"editor\"], \"disabled\": false}"),
                  200);
    EXPECT_STATUS(
        put(admin()->token, account_of(other), "{\"roles\": [], \"disabled\": false}"),
        200);
    EXPECT_PROBLEM(put(other->token, account_of(other),
                       "{\"roles\": [\"admin\"], \"disabled\": false}"),
                   403, "forbidden");
    EXPECT_PROBLEM(get_as(other->token, USERS), 403, "forbidden");
    EXPECT_PROBLEM(del(other->token, text(USERS "/%s/sessions", admin()->name)), 403,
                   "forbidden");
}

static void refused(void)
{
    const char *path = account_of(sign_up());

    EXPECT_WRONG(
        put(admin()->token, path, "{\"roles\": [\"king\"], \"disabled\": false}"),
        "roles", "choice");
    EXPECT_WRONG(put(admin()->token, path,
                     "{\"roles\": [\"editor\\nadmin\"], \"disabled\": false}"),
                 "roles", "type");
    EXPECT_WRONG(put(admin()->token, path, "{\"roles\": []}"), "disabled", "required");
    EXPECT_WRONG(put(admin()->token, path, "{\"disabled\": false}"), "roles", "required");
    EXPECT_WRONG(
        put(admin()->token, path, "{\"roles\": [], \"disabled\": false, \"id\": 1}"),
        "id", "unknown");
    EXPECT_PROBLEM(put(admin()->token, path, "{"), 400, "malformed-json");
    EXPECT_PROBLEM(put(admin()->token, USERS "/nobody-at-all/account",
                       "{\"roles\": [], \"disabled\": false}"),
                   404, "not-found");
}

static const struct test tests[] = {
    {"GET /users/{username}/account: what administrators see, 304, 403, 404", shown      },
    {"GET /users: by words, role and state, every one once",                  listed     },
    {"PUT /users/{username}/account: roles hold from the next token",         promoted   },
    {"PUT /users/{username}/account: If-Match, 412",                          conditional},
    {"PUT /users/{username}/account: who is disabled is out at once",         disabled   },
    {"DELETE /users/{username}/sessions: all end, and one may log in again",
     sessions_ended                                                                      },
    {"accounts: nobody locks themselves out; a former administrator is none",
     not_oneself                                                                         },
    {"PUT /users/{username}/account: what is wrong is named",                 refused    },
};
const struct suite accounts_suite = SUITE("accounts", tests);
