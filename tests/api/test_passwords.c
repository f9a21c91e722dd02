/* test_passwords.c - changing a password. */
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define NEW "another horse battery"

static struct answer *changes(const struct person *who, const char *current,
                              const char *new_one)
{
    return post(who->token, "/api/v1/auth/password",
                text("{\"current_password\": \"%s\", \"new_password\": \"%s\"}", current,
                     new_one));
}

static struct answer *logs_in(const struct person *who, const char *password)
{
    return post(
        NULL, "/api/v1/auth/login",
        text("{\"username\": \"%s\", \"password\": \"%s\"}", who->name, password));
}

static struct answer *refresh(const char *cookie)
{
    return CALL(.method = "POST", .path = "/api/v1/auth/refresh",
                .headers = {text("Cookie: %s", cookie)});
}

static void change(void)
{
    const struct person *who = sign_up();
    struct answer *other = logs_in(who, PASSWORD), *done;

    done = changes(who, PASSWORD, NEW);
    EXPECT_STATUS(done, 204);
    EXPECT_INT((int64_t)done->length, 0);
    EXPECT_PROBLEM(logs_in(who, PASSWORD), 401, "unauthorized");
    EXPECT_STATUS(logs_in(who, NEW), 200);
    EXPECT_STATUS(refresh(who->cookie), 200);
    EXPECT_PROBLEM(refresh(cookie_of(other)), 401, "unauthorized");
    EXPECT_INT(
        sql_number("vinylhound_user",
                   text("SELECT COUNT(*) FROM outbox WHERE type = 'session.revoked' AND "
                        "actor = %ld AND JSON_VALUE(payload, '$.user_id') = %ld",
                        (long)who->id, (long)who->id)),
        1);
}

static void refused(void)
{
    const struct person *who = sign_up();

    EXPECT_WRONG(changes(who, "not my password", NEW), "current_password", "wrong");
    EXPECT_WRONG(changes(who, PASSWORD, "seven.7"), "new_password", "length");
    EXPECT_WRONG(changes(who, PASSWORD, ""), "new_password", "length");
    EXPECT_WRONG(post(who->token, "/api/v1/auth/password", "{}"), "current_password",
                 "required");
    EXPECT_PROBLEM(post(NULL, "/api/v1/auth/password", "{}"), 401, "unauthorized");
    EXPECT_STATUS(logs_in(who, PASSWORD), 200);
}

static void username(void)
{
    struct person *who = sign_up();
    const char *name = text("%s-long-enough", who->name);
    struct answer *made =
        post(NULL, "/api/v1/auth/signup",
             text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", name));

    EXPECT_STATUS(made, 201);
    EXPECT_WRONG(
        post(text_at(made, "/token"), "/api/v1/auth/password",
             text("{\"current_password\": \"" PASSWORD "\", \"new_password\": \"%s\"}",
                  name)),
        "new_password", "weak");
}

static void common(void)
{
    static const char *const guessed[] = {"password",   "12345678",   "PassWord1",
                                          "qwertyuiop", "iloveyou",   "trustno1",
                                          "sunshine",   "1234567890", "baseball"};
    const struct person *who = sign_up();

    for (size_t i = 0; i < sizeof guessed / sizeof *guessed; i++) {
        EXPECT_WRONG(post(NULL, "/api/v1/auth/signup",
                          text("{\"username\": \"%s\", \"password\": \"%s\"}",
                               fresh_name(), guessed[i])),
                     "password", "common");
        EXPECT_WRONG(changes(who, PASSWORD, guessed[i]), "new_password", "common");
    }
    EXPECT_STATUS(changes(who, PASSWORD, "password of mine"), 204);
}

/* A hash made with 1 pass over 8 MiB, of the PASSWORD everybody has here. */
#define OLD_HASH                                                                         \
    "$argon2id$v=19$m=8192,t=1,p=1$mTTyAGBq9Leh4yBmIiloaA$9w5lHVyAfIGvn0V3rlMpUbZ0IVIk30k5D7cfKsG9Q8c"

static void hashed_anew(void)
{
    const struct person *who = sign_up();
    struct st_mysql *db = sql_open("vinylhound_user");
    const char *old = text("SELECT COUNT(*) FROM users WHERE id = %ld AND password_hash "
                           "LIKE '$argon2id$v=19$m=8192,t=1,%%'",
                           (long)who->id),
               *today =
                   text("SELECT COUNT(*) FROM users WHERE id = %ld AND password_hash "
                        "LIKE '$argon2id$v=19$m=19456,t=2,%%'",
                        (long)who->id);

    EXPECT(
        sql_run(db, text("UPDATE users SET password_hash = '" OLD_HASH "' WHERE id = %ld",
                         (long)who->id)),
        "the hash could not be set");
    sql_close(&db);
    EXPECT_PROBLEM(logs_in(who, "wrong"), 401, "unauthorized");
    EXPECT_INT(sql_number("vinylhound_user", old), 1);
    EXPECT_STATUS(logs_in(who, PASSWORD), 200);
    EXPECT_INT(sql_number("vinylhound_user", today), 1);
    EXPECT_STATUS(logs_in(who, PASSWORD), 200);
}

/* Who has the token but no session any more was thrown out, and stays out. */
static void ended_session(void)
{
    const struct person *who = sign_up();

    EXPECT_STATUS(post(who->token, "/api/v1/auth/logout", NULL), 204);
    EXPECT_PROBLEM(changes(who, PASSWORD, NEW), 401, "unauthorized");
    EXPECT_STATUS(logs_in(who, PASSWORD), 200);
}

static const struct test tests[] = {
    {"POST /auth/password: 204, the new one holds, every other session ends",   change       },
    {"POST /auth/password: a wrong or ill-formed one is 422, no token 401",     refused      },
    {"POST /auth/password: the username is no password",                        username     },
    {"POST /auth/password, /auth/signup: one of the 10,000 most common is 422", common       },
    {"POST /auth/login: an old hash is made anew, with what it takes today",    hashed_anew  },
    {"POST /auth/password: a token whose session has ended is 401",             ended_session},
};
const struct suite passwords_suite = SUITE("passwords", tests);
