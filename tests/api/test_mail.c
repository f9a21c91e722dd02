/* test_mail.c - mails and what their links prove, against a mail server of the test's
 * own. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/smtp_sink.h"
#include "harness/stack.h"

#include "core/banned.h"

#define WITHIN 20 /* seconds until a mail has come */
#define NEW "another horse battery"

struct addressed {
    const char *name, *address, *token, *cookie;
    int64_t id;
};

static const char *as_user(const char *statement, int64_t id)
{
    return text("%s WHERE user_id = %ld", statement, (long)id);
}

static void run(const char *statement)
{
    struct st_mysql *db = sql_open("vinylhound_user");

    EXPECT(sql_run(db, statement), "%s", statement);
    sql_close(&db);
}

/* Nothing waits for this user any more: it was sent, or dropped. */
static bool is_settled(int64_t id)
{
    return sql_number("vinylhound_user", as_user("SELECT COUNT(*) FROM mails", id)) == 0;
}

static void settle(int64_t id)
{
    bool settled = UNTIL(WITHIN, is_settled(id));

    EXPECT(settled, "a mail still waits after %d s", WITHIN);
}

static struct addressed sign_up_with_address(void)
{
    struct addressed who = {.name = fresh_name()};
    struct answer *made;

    sink_open();
    who.address = text("%s@example.org", who.name);
    made = post(NULL, "/api/v1/auth/signup",
                text("{\"username\": \"%s\", \"password\": \"" PASSWORD
                     "\", \"email\": \"%s\"}",
                     who.name, who.address));
    REQUIRE_STATUS(made, 201);
    who.token = text_at(made, "/token");
    who.cookie = cookie_of(made);
    who.id = int_at(made, "/user/id");
    return who;
}

/* What stands behind the # of the link in the last mail to an address, once there are
   `count` of them. */
static const char *mailed_token(const char *address, size_t count, const char *page)
{
    bool came = UNTIL(WITHIN, sink_count(address) >= count);
    const char *mail = sink_mail(address), *link;

    REQUIRE(came && mail != NULL, "%zu mails to %s", sink_count(address), address);
    EXPECT_INT((int64_t)sink_count(address), (int64_t)count);
    link = strstr(mail, text("\nhttp://site.example/%s#", page));
    REQUIRE(link != NULL, "%s", mail);
    link = strchr(link, '#') + 1;
    return text("%.*s", (int)strcspn(link, "\n"), link);
}

static struct answer *verifies(const char *token)
{
    return post(NULL, "/api/v1/auth/email/verify", text("{\"token\": \"%s\"}", token));
}

static struct answer *forgets(const char *name)
{
    return post(NULL, "/api/v1/auth/password/forgot",
                text("{\"username\": \"%s\"}", name));
}

static struct answer *resets(const char *token, const char *password)
{
    return post(NULL, "/api/v1/auth/password/reset",
                text("{\"token\": \"%s\", \"new_password\": \"%s\"}", token, password));
}

static struct answer *logs_in(const char *name, const char *password)
{
    return post(NULL, "/api/v1/auth/login",
                text("{\"username\": \"%s\", \"password\": \"%s\"}", name, password));
}

/* Somebody whose address is verified. */
static struct addressed verified(void)
{
    struct addressed who = sign_up_with_address();

    EXPECT_STATUS(verifies(mailed_token(who.address, 1, "verify-email")), 204);
    settle(who.id);
    return who;
}

static void verify(void)
{
    struct addressed who = sign_up_with_address();
    const char *token = mailed_token(who.address, 1, "verify-email"),
               *mail = sink_mail(who.address);

    EXPECT(strstr(mail, "From: Vinylhound <records@site.example>\n") == mail, "%s", mail);
    EXPECT(strstr(mail, text("\nTo: %s\n", who.address)) != NULL, "%s", mail);
    EXPECT(strstr(mail, "\nSubject: ") != NULL && strstr(mail, "\nDate: ") != NULL &&
               strstr(mail, "\nMessage-ID: <") != NULL,
           "%s", mail);
    EXPECT_INT(sql_number("vinylhound_user",
                          text("SELECT COUNT(*) FROM mail_tokens WHERE token_hash = "
                               "'%s' OR HEX(token_hash) LIKE '%%%s%%'",
                               token, token)),
               0); /* only its hash lies there */
    EXPECT_WRONG(verifies("A"), "token", "unknown");
    EXPECT_WRONG(resets(token, NEW), "token", "unknown"); /* it is not for that */
    EXPECT_STATUS(verifies(token), 204);
    EXPECT_WRONG(verifies(token), "token", "unknown");
    settle(who.id);
    EXPECT_STATUS(post(who.token, "/api/v1/auth/email/send", NULL), 204);
    settle(who.id);
    EXPECT_INT((int64_t)sink_count(who.address), 1); /* there is nothing to prove */
    EXPECT_PROBLEM(post(NULL, "/api/v1/auth/email/send", NULL), 401, "unauthorized");
}

static void verify_again(void)
{
    struct addressed who = sign_up_with_address();
    const char *first = mailed_token(who.address, 1, "verify-email"), *second;

    settle(who.id);
    EXPECT_STATUS(post(who.token, "/api/v1/auth/email/send", NULL), 204);
    settle(who.id);
    EXPECT_INT((int64_t)sink_count(who.address), 1); /* not twice in five minutes */
    run(as_user("UPDATE mail_tokens SET created_at = created_at - INTERVAL 6 MINUTE",
                who.id));
    EXPECT_STATUS(post(who.token, "/api/v1/auth/email/send", NULL), 204);
    second = mailed_token(who.address, 2, "verify-email");
    EXPECT_WRONG(verifies(first), "token", "unknown");
    run(as_user("UPDATE mail_tokens SET expires_at = expires_at - INTERVAL 24 HOUR",
                who.id));
    EXPECT_WRONG(verifies(second), "token", "unknown");
}

static void reset(void)
{
    struct addressed who = verified();
    const char *token;

    EXPECT_STATUS(forgets(who.name), 204);
    token = mailed_token(who.address, 2, "reset-password");
    EXPECT_WRONG(resets(token, "password"), "new_password", "common");
    EXPECT_WRONG(resets(token, "short"), "new_password", "length");
    EXPECT_WRONG(resets("nonsense", NEW), "token", "unknown");
    EXPECT_STATUS(resets(token, NEW), 204);
    EXPECT_WRONG(resets(token, NEW), "token", "unknown");
    EXPECT_STATUS(logs_in(who.name, NEW), 200);
    EXPECT_PROBLEM(logs_in(who.name, PASSWORD), 401, "unauthorized");
    EXPECT_PROBLEM(CALL(.method = "POST", .path = "/api/v1/auth/refresh",
                        .headers = {text("Cookie: %s", who.cookie)}),
                   401, "unauthorized");
}

static void expires(void)
{
    struct addressed who = verified();
    const char *token;

    EXPECT_STATUS(forgets(who.name), 204);
    token = mailed_token(who.address, 2, "reset-password");
    run(as_user("UPDATE mail_tokens SET expires_at = expires_at - INTERVAL 30 MINUTE",
                who.id));
    EXPECT_WRONG(resets(token, NEW), "token", "unknown");
    EXPECT_STATUS(logs_in(who.name, PASSWORD), 200);
}

/* All these are answered alike, and nobody is sent anything. */
static void no_mail(void)
{
    struct addressed unverified = sign_up_with_address();
    const struct person *without = sign_up();

    mailed_token(unverified.address, 1, "verify-email");
    settle(unverified.id);
    EXPECT_STATUS(forgets(unverified.name), 204);
    EXPECT_STATUS(forgets(without->name), 204);
    EXPECT_STATUS(forgets(fresh_name()), 204);
    EXPECT_STATUS(forgets("no name at all"), 204);
    settle(unverified.id);
    settle(without->id);
    EXPECT(UNTIL(WITHIN,
                 sql_number("vinylhound_user",
                            "SELECT COUNT(*) FROM mails WHERE user_id IS NULL") == 0),
           "what is nobody's stays");
    EXPECT_INT((int64_t)sink_count(unverified.address), 1);
    EXPECT_WRONG(forgets(""), "username", "length");
}

/* Another address: the last one's tokens and proof are worth nothing. */
static void other_address(void)
{
    struct addressed who = verified();
    const char *other = text("other-%s", who.address), *token;

    EXPECT_STATUS(forgets(who.name), 204);
    token = mailed_token(who.address, 2, "reset-password");
    EXPECT_STATUS(
        put(who.token, "/api/v1/users/profile", text("{\"email\": \"%s\"}", other)), 200);
    EXPECT_WRONG(resets(token, NEW), "token", "unknown");
    token = mailed_token(other, 1, "verify-email");
    settle(who.id);
    EXPECT_STATUS(forgets(who.name), 204);
    settle(who.id);
    EXPECT_INT((int64_t)sink_count(other), 1);
    EXPECT_STATUS(put(who.token, "/api/v1/users/profile",
                      text("{\"email\": \"%s\", \"bio\": \"x\"}", other)),
                  200); /* the same one: the token is still good */
    EXPECT_STATUS(verifies(token), 204);
    EXPECT_INT((int64_t)sink_count(who.address), 2);
}

/* A mail server that says nothing holds up mails, and no request. */
static void slow_server(void)
{
    struct addressed who = verified();
    bool held;

    sink_hold(true);
    EXPECT_STATUS(forgets(who.name), 204);
    held = UNTIL(WITHIN, sink_held() > 0);
    EXPECT(held, "nobody waits for the mail server");
    EXPECT_STATUS(forgets(who.name), 204);
    EXPECT_STATUS(logs_in(who.name, PASSWORD), 200);
    EXPECT_INT((int64_t)sink_count(who.address), 1);
    sink_hold(false);
    mailed_token(who.address, 2, "reset-password");
}

static void restart_user_pool(const char *mail)
{
    const char *command = text("%s %s/tools/stack start user-service >&2 </dev/null",
                               mail, getenv("VH_SRC"));

    REQUIRE(system(command) == 0, "%s", command);
}

static void off(void)
{
    const struct person *who = sign_up();

    restart_user_pool("VINYLHOUND_MAIL_URL=");
    EXPECT_PROBLEM(forgets(who->name), 404, "not-found");
    EXPECT_PROBLEM(resets("x", NEW), 404, "not-found");
    EXPECT_PROBLEM(verifies("x"), 404, "not-found");
    EXPECT_PROBLEM(post(who->token, "/api/v1/auth/email/send", NULL), 404, "not-found");
    restart_user_pool("");
    EXPECT_STATUS(forgets(who->name), 204);
}

static const struct test tests[] = {
    {"POST /auth/email/verify: 204 by a mailed token, once",                            verify       },
    {"POST /auth/email/send: another token, not too soon; the last one is gone",
     verify_again                                                                                    },
    {"POST /auth/password/reset: 204 by a mailed token, once; every session ends",      reset        },
    {"POST /auth/password/reset: a token of more than 30 minutes is 422",               expires      },
    {"POST /auth/password/forgot: nobody, no address, an unverified one: 204, no mail",
     no_mail                                                                                         },
    {"PUT /users/profile: another address is to be verified anew",                      other_address},
    {"POST /auth/password/forgot: a mail server that does not answer holds nobody up",
     slow_server                                                                                     },
    {"mail: off, its routes are 404",                                                   off          },
};
const struct suite mail_suite = SUITE("mail", tests);
