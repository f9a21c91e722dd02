/* test_guard.c - passwords that are wrong again and again, and accounts that are closed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define FREE 5 /* failures before it takes longer */

static struct answer *logs_in(const char *name, const char *password)
{
    return post(NULL, "/api/v1/auth/login",
                text("{\"username\": \"%s\", \"password\": \"%s\"}", name, password));
}

/* What is counted for a name: SHA-256 of it, or of it and the address of a session. */
static const char *account_of(const char *name, const char *address)
{
    return text("UNHEX(SHA2('%s%s%s', 256))", name, address == NULL ? "" : " ",
                address == NULL ? "" : address);
}

static void set_failures(const char *account, int failures, int seconds_to_wait)
{
    struct st_mysql *db = sql_open("vinylhound_user");

    EXPECT(
        sql_run(db, text("REPLACE INTO login_failures (account, failures, until) VALUES "
                         "(%s, %d, UTC_TIMESTAMP(3) + INTERVAL %d SECOND)",
                         account, failures, seconds_to_wait)),
        "the failures could not be set");
    sql_close(&db);
}

/* Seconds until the next try, rounded. */
static int64_t wait_of(const char *account)
{
    return sql_number("vinylhound_user",
                      text("SELECT ROUND(TIMESTAMPDIFF(MICROSECOND, failed_at, until) / "
                           "1000000) FROM login_failures WHERE account = %s",
                           account));
}

static int64_t failures_of(const char *account)
{
    return sql_number(
        "vinylhound_user",
        text("SELECT failures FROM login_failures WHERE account = %s", account));
}

static void expect_later(const struct answer *answer)
{
    const char *after = answer_header(answer, "Retry-After");

    EXPECT_PROBLEM(answer, 429, "too-many-requests");
    EXPECT(after != NULL && strtol(after, NULL, 10) >= 1 &&
               strtol(after, NULL, 10) <= 900,
           "Retry-After: %s", after == NULL ? "none" : after);
}

/* A name that is nobody's, and one that is somebody's who has no session. */
static const char *a_name(bool somebody)
{
    const struct person *who = somebody ? sign_up() : NULL;

    if (who != NULL)
        EXPECT_STATUS(post(who->token, "/api/v1/auth/logout", NULL), 204);
    return who == NULL ? fresh_name() : who->name;
}

static void slows_down(void)
{
    for (int somebody = 0; somebody < 2; somebody++) {
        const char *name = a_name(somebody), *account = account_of(name, NULL);

        for (int i = 0; i < FREE; i++)
            EXPECT_PROBLEM(logs_in(name, "wrong"), 401, "unauthorized");
        EXPECT_INT(failures_of(account), FREE);
        EXPECT_INT(wait_of(account), 1);
        set_failures(account, FREE, 60);
        expect_later(logs_in(name, "wrong"));
        expect_later(logs_in(name, PASSWORD));  /* the right one too */
        EXPECT_INT(failures_of(account), FREE); /* what is refused does not count */
    }
}

static void doubles(void)
{
    static const struct {
        int failures, wait_s;
    } cases[] = {
        {FREE,      2  },
        {FREE + 1,  4  },
        {FREE + 4,  32 },
        {FREE + 8,  512},
        {FREE + 9,  900},
        {FREE + 60, 900},
        {4000000,   900}
    };
    const char *name = a_name(true), *account = account_of(name, NULL);

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        set_failures(account, cases[i].failures, 0);
        EXPECT_PROBLEM(logs_in(name, "wrong"), 401, "unauthorized");
        EXPECT_INT(wait_of(account), cases[i].wait_s);
    }
}

static void forgotten(void)
{
    const char *name = a_name(true), *account = account_of(name, NULL);
    struct st_mysql *db = sql_open("vinylhound_user");

    set_failures(account, 30, 0);
    EXPECT(sql_run(db, text("UPDATE login_failures SET failed_at = failed_at - INTERVAL "
                            "16 MINUTE WHERE account = %s",
                            account)),
           "not moved");
    EXPECT_PROBLEM(logs_in(name, "wrong"), 401, "unauthorized");
    EXPECT_INT(failures_of(account), 1);
    EXPECT_INT(wait_of(account), 0);
    EXPECT_STATUS(logs_in(name, PASSWORD), 200); /* which forgets the rest */
    EXPECT_INT(failures_of(account), -1);
    set_failures(account, 30, 0);
    EXPECT(sql_run(db, text("UPDATE login_failures SET failed_at = failed_at - INTERVAL "
                            "25 HOUR WHERE account = %s",
                            account)),
           "not moved");
    sql_close(&db);
    EXPECT_PROBLEM(logs_in(fresh_name(), "wrong"), 401, "unauthorized");
    EXPECT_INT(failures_of(account), -1); /* rows do not stay for good */
}

/* Others have made the account wait as long as can be; its owner, who has a session at
 * this address, does not. */
static void owner_at_home(void)
{
    const struct person *who = sign_up();

    set_failures(account_of(who->name, NULL), 40, 900);
    EXPECT_STATUS(logs_in(who->name, PASSWORD), 200);
    EXPECT_PROBLEM(logs_in(who->name, "wrong"), 401, "unauthorized");
    EXPECT_INT(failures_of(account_of(who->name, "127.0.0.1")), 1);
    set_failures(account_of(who->name, "127.0.0.1"), 40, 900);
    expect_later(logs_in(who->name, PASSWORD));
}

static void change_counts(void)
{
    const struct person *who = sign_up();
    const char *body = "{\"current_password\": \"wrong\", \"new_password\": \"another "
                       "horse\"}";

    for (int i = 0; i < FREE; i++)
        EXPECT_WRONG(post(who->token, "/api/v1/auth/password", body), "current_password",
                     "wrong");
    EXPECT_INT(failures_of(account_of(who->name, "127.0.0.1")), FREE);
    set_failures(account_of(who->name, "127.0.0.1"), FREE, 60);
    expect_later(post(who->token, "/api/v1/auth/password", body));
}

/* The headers without the request's id, and the body without it and its path's. */
static const char *shown(const struct answer *answer)
{
    json_t *body = json_copy(answer->json);
    const char *headers = text("%s", answer->headers), *id, *date;
    char *dumped;

    json_object_del(body, "request_id");
    dumped = json_dumps(body, JSON_SORT_KEYS);
    json_decref(body);
    for (id = strstr(headers, answer_header(answer, "X-Request-Id")); *id > ' '; id++)
        *(char *)(uintptr_t)id = 'x';
    for (date = strstr(headers, "Date: "); date != NULL && *date >= ' '; date++)
        *(char *)(uintptr_t)date = 'x';
    id = text("%s\n%s", headers, dumped);
    free(dumped);
    return id;
}

static void alike(void)
{
    const char *nobody = a_name(false), *somebody = a_name(true);
    struct answer *first = logs_in(nobody, "wrong"), *second = logs_in(somebody, "wrong");
    size_t length = strlen(shown(first));

    EXPECT_PROBLEM(first, 401, "unauthorized");
    EXPECT_PROBLEM(second, 401, "unauthorized");
    EXPECT_INT((int64_t)strlen(shown(second)), (int64_t)length);
    EXPECT_TEXT(shown(second), shown(first));
}

static const struct test tests[] = {
    {"POST /auth/login: after five failures 429 with Retry-After, for nobody's account too",
     slows_down                                                                                           },
    {"POST /auth/login: each failure doubles the wait, up to 15 minutes",                    doubles      },
    {"POST /auth/login: failures are forgotten after 15 minutes, and by a right password",
     forgotten                                                                                            },
    {"POST /auth/login: others' failures do not keep an owner out who has a session there",
     owner_at_home                                                                                        },
    {"POST /auth/password: a wrong password counts like one at a login",                     change_counts},
    {"POST /auth/login: wrong password and nobody are the same, header by header",           alike        },
};
const struct suite guard_suite = SUITE("guard", tests);
