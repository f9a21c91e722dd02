/* test_sessions.c - refreshing and ending sessions, and the public keys. */
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

static struct answer *refresh(const char *cookie)
{
    return CALL(.method = "POST", .path = "/api/v1/auth/refresh",
                .headers = {cookie == NULL ? NULL : text("Cookie: %s", cookie)});
}

/* Whether the answer tells the browser to forget the cookie. */
static bool forgets(const struct answer *answer)
{
    const char *set = answer_header(answer, "Set-Cookie");

    return set != NULL && strncmp(set, "vh_refresh=;", 12) == 0 &&
           strstr(set, "Max-Age=0") != NULL;
}

static void rotates(void)
{
    const struct person *who = sign_up();
    struct answer *first = refresh(who->cookie);

    EXPECT_STATUS(first, 200);
    EXPECT_INT(int_at(first, "/user/id"), who->id);
    EXPECT_OTHER(cookie_of(first), who->cookie);
    EXPECT_STATUS(get_as(text_at(first, "/token"), "/api/v1/users/profile"), 200);
    EXPECT_STATUS(refresh(cookie_of(first)), 200);
}

/* Two tabs of one browser: the second comes with the cookie that was just exchanged. */
static void grace(void)
{
    const struct person *who = sign_up();
    struct answer *first = refresh(who->cookie), *second = refresh(who->cookie);

    EXPECT_STATUS(first, 200);
    EXPECT_STATUS(second, 200);
    EXPECT_HEADER(second, "Set-Cookie", NULL);
    EXPECT_STATUS(get_as(text_at(second, "/token"), "/api/v1/users/profile"), 200);
    EXPECT_STATUS(refresh(cookie_of(first)), 200);
}

static void reuse(void)
{
    const struct person *who = sign_up();
    struct answer *first = refresh(who->cookie), *second = refresh(cookie_of(first));
    struct answer *stolen = refresh(who->cookie);

    EXPECT_PROBLEM(stolen, 401, "unauthorized");
    EXPECT(forgets(stolen), "%s", answer_header(stolen, "Set-Cookie"));
    EXPECT_PROBLEM(refresh(cookie_of(second)), 401, "unauthorized");
}

/* What was exchanged more than 10 seconds ago; the clock is the database's, and moved. */
static void late_reuse(void)
{
    const struct person *who = sign_up();
    struct answer *first = refresh(who->cookie);
    struct st_mysql *db = sql_open("vinylhound_user");

    EXPECT(sql_run(db, text("UPDATE sessions SET rotated_at = rotated_at - INTERVAL 11 "
                            "SECOND WHERE user_id = %ld",
                            (long)who->id)),
           "the session could not be moved");
    sql_close(&db);
    EXPECT_PROBLEM(refresh(who->cookie), 401, "unauthorized");
    EXPECT_PROBLEM(refresh(cookie_of(first)), 401, "unauthorized");
}

static void expires(void)
{
    const struct person *who = sign_up();
    struct st_mysql *db = sql_open("vinylhound_user");

    EXPECT(sql_run(db, text("UPDATE sessions SET last_used_at = last_used_at - INTERVAL "
                            "31 DAY WHERE user_id = %ld",
                            (long)who->id)),
           "the session could not be moved");
    sql_close(&db);
    EXPECT_PROBLEM(refresh(who->cookie), 401, "unauthorized");
}

static void grows_old(void)
{
    const struct person *who = sign_up();
    struct st_mysql *db = sql_open("vinylhound_user");

    EXPECT(sql_run(db, text("UPDATE sessions SET created_at = created_at - INTERVAL 91 "
                            "DAY WHERE user_id = %ld",
                            (long)who->id)),
           "the session could not be moved");
    sql_close(&db);
    EXPECT_PROBLEM(get_as(who->token, "/api/v1/auth/sessions"), 401, "unauthorized");
    EXPECT_PROBLEM(refresh(who->cookie), 401, "unauthorized");
}

static void no_session(void)
{
    static const char *const bad[] = {"vh_refresh=", "vh_refresh=x", "other=1",
                                      "vh_refresh=%00", "vh_refresh=\"\""};
    char *unknown = text("%s", alice()->cookie);

    EXPECT_PROBLEM(refresh(NULL), 401, "unauthorized");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_PROBLEM(refresh(bad[i]), 401, "unauthorized");
    unknown[12] = unknown[12] == 'A' ? 'B' : 'A'; /* another family */
    EXPECT_PROBLEM(refresh(unknown), 401, "unauthorized");
}

/* A guessed secret for a known session ends it: somebody knows too much. */
static void guessed(void)
{
    const struct person *who = sign_up();
    char *guess = text("%s", who->cookie);

    guess[60] = guess[60] == 'A' ? 'B' : 'A';
    EXPECT_PROBLEM(refresh(guess), 401, "unauthorized");
    EXPECT_PROBLEM(refresh(who->cookie), 401, "unauthorized");
}

static void among_others(void)
{
    const struct person *who = sign_up();
    struct answer *answer =
        refresh(text("theme=dark; vh_refresh_old=x; %s; lang=de", who->cookie));

    EXPECT_STATUS(answer, 200);
}

static struct answer *logs_in(const struct person *who)
{
    return post(
        NULL, "/api/v1/auth/login",
        text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", who->name));
}

/* Whether the user service has told that this user's sessions ended, so many of them. */
static void expect_revoked(const struct person *who, int64_t count)
{
    EXPECT_INT(
        sql_number("vinylhound_user", text("SELECT COUNT(*) FROM outbox WHERE type = "
                                           "'session.revoked' AND "
                                           "JSON_VALUE(payload, '$.user_id') = %ld",
                                           (long)who->id)),
        count);
}

/* A thief has copied the cookie. Whoever comes second with it ends the session for both,
 * whether that is the owner or the thief. */
static void theft(void)
{
    for (int owner_first = 0; owner_first < 2; owner_first++) {
        const struct person *who = sign_up();
        struct answer *first = refresh(who->cookie), *next = refresh(cookie_of(first)),
                      *second;

        EXPECT_STATUS(next, 200);
        second = refresh(owner_first ? who->cookie : cookie_of(first));
        if (!owner_first) { /* within the grace: a token, but no cookie to go on with */
            EXPECT_STATUS(second, 200);
            EXPECT_HEADER(second, "Set-Cookie", NULL);
            second = refresh(who->cookie);
        }
        EXPECT_PROBLEM(second, 401, "unauthorized");
        EXPECT_PROBLEM(refresh(cookie_of(next)), 401, "unauthorized");
        EXPECT_PROBLEM(refresh(cookie_of(first)), 401, "unauthorized");
        expect_revoked(who, 1);
        EXPECT_PROBLEM(get_as(text_at(next, "/token"), "/api/v1/auth/sessions"), 401,
                       "unauthorized");
    }
}

static void logout(void)
{
    const struct person *who = sign_up();
    struct answer *other = logs_in(who), *out;

    EXPECT_PROBLEM(post(NULL, "/api/v1/auth/logout", NULL), 401, "unauthorized");
    out = post(who->token, "/api/v1/auth/logout", NULL);
    EXPECT_STATUS(out, 204);
    EXPECT_INT((int64_t)out->length, 0);
    EXPECT(forgets(out), "%s", answer_header(out, "Set-Cookie"));
    EXPECT_PROBLEM(refresh(who->cookie), 401, "unauthorized");
    EXPECT_STATUS(refresh(cookie_of(other)), 200); /* the other session goes on */
    EXPECT_STATUS(post(who->token, "/api/v1/auth/logout", NULL), 204); /* again */
    expect_revoked(who, 1);
}

static void lists(void)
{
    const struct person *who = sign_up();
    struct answer *second =
        CALL(.path = "/api/v1/auth/login",
             .body = text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}",
                          who->name),
             .headers = {"User-Agent: A phone"});
    struct answer *all = get_as(who->token, "/api/v1/auth/sessions"), *page;

    EXPECT_STATUS(second, 200);
    EXPECT_STATUS(all, 200);
    EXPECT_INT((int64_t)json_array_size(json_at(all->json, "/sessions")), 2);
    EXPECT_JSON(all, "/next_cursor", "null");
    EXPECT_TEXT(text_at(all, "/sessions/0/user_agent"), "A phone");
    EXPECT_TEXT(text_at(all, "/sessions/0/ip"), "127.0.0.1");
    EXPECT_JSON(all, "/sessions/0/current", "false");
    EXPECT_JSON(all, "/sessions/1/current", "true");
    EXPECT_INT((int64_t)json_object_size(json_at(all->json, "/sessions/0")), 6);
    page = get_as(text_at(second, "/token"), "/api/v1/auth/sessions?limit=1");
    EXPECT_JSON(page, "/sessions/0/current", "true");
    page = get_as(who->token, text("/api/v1/auth/sessions?limit=1&cursor=%s",
                                   text_at(page, "/next_cursor")));
    EXPECT_INT(int_at(page, "/sessions/0/id"), int_at(all, "/sessions/1/id"));
    EXPECT_JSON(page, "/next_cursor", "null");
    EXPECT_PROBLEM(get("/api/v1/auth/sessions"), 401, "unauthorized");
    EXPECT_PROBLEM(get_as(who->token, "/api/v1/auth/sessions?cursor=x"), 400,
                   "bad-cursor");
}

static void ends(void)
{
    const struct person *who = sign_up();
    struct answer *other = logs_in(who),
                  *all = get_as(who->token, "/api/v1/auth/sessions"), *out;
    const char *phone =
                   text("/api/v1/auth/sessions/%ld", (long)int_at(all, "/sessions/0/id")),
               *own =
                   text("/api/v1/auth/sessions/%ld", (long)int_at(all, "/sessions/1/id"));

    EXPECT_PROBLEM(del(NULL, phone), 401, "unauthorized");
    EXPECT_PROBLEM(del(bob()->token, phone), 404, "not-found");
    EXPECT_STATUS(del(who->token, phone), 204);
    EXPECT_PROBLEM(refresh(cookie_of(other)), 401, "unauthorized");
    EXPECT_PROBLEM(get_as(text_at(other, "/token"), "/api/v1/auth/sessions"), 401,
                   "unauthorized");
    EXPECT_PROBLEM(del(who->token, phone), 404, "not-found");
    out = del(who->token, own);
    EXPECT_STATUS(out, 204);
    EXPECT(forgets(out), "%s", answer_header(out, "Set-Cookie"));
    EXPECT_PROBLEM(del(who->token, own), 401, "unauthorized");
    EXPECT_PROBLEM(refresh(who->cookie), 401, "unauthorized");
    expect_revoked(who, 2);
}

/* More logins than a person has devices: the least used make room. */
static void many(void)
{
    const struct person *who = sign_up();
    struct st_mysql *db = sql_open("vinylhound_user");
    struct answer *last;

    EXPECT(
        sql_run(db, text("INSERT INTO sessions (user_id, family, secret_hash) SELECT "
                         "%ld, UNHEX(MD5(CONCAT(%ld, ' ', seq))), '' FROM seq_1_to_120",
                         (long)who->id, (long)who->id)),
        "no sessions could be made");
    sql_close(&db);
    last = logs_in(who);
    EXPECT_STATUS(last, 200);
    EXPECT_INT(sql_number("vinylhound_user",
                          text("SELECT COUNT(*) FROM sessions WHERE user_id = %ld",
                               (long)who->id)),
               100);
    EXPECT_STATUS(refresh(cookie_of(last)), 200);
    EXPECT_PROBLEM(refresh(who->cookie), 401, "unauthorized");
}

static void keys(void)
{
    struct answer *set = get("/api/v1/auth/.well-known/jwks.json");

    EXPECT_STATUS(set, 200);
    EXPECT_JSON(set, "/keys/0/kty", "\"EC\"");
    EXPECT_JSON(set, "/keys/0/crv", "\"P-256\"");
    EXPECT_JSON(set, "/keys/0/alg", "\"ES256\"");
    EXPECT_JSON(set, "/keys/0/use", "\"sig\"");
    EXPECT(json_at(set->json, "/keys/0/d") == NULL, "the private key is published");
    EXPECT_INT(length_at(set, "/keys/0/x"), 43);
    EXPECT_INT(length_at(set, "/keys/0/y"), 43);
}

static void bad_tokens(void)
{
    char *changed = text("%s", alice()->token);
    const char *const bad[] = {"",
                               "x",
                               "a.b.c",
                               "null",
                               changed,
                               text("%s.", alice()->token),
                               text(" %s", alice()->token)};

    changed[strlen(changed) - 10] ^= 1;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_PROBLEM(get_as(bad[i], "/api/v1/users/profile"), 401, "unauthorized");
    EXPECT_PROBLEM(get("/api/v1/users/profile"), 401, "unauthorized");
    EXPECT_PROBLEM(
        CALL(.path = "/api/v1/users/profile", .headers = {"Authorization: Basic YTpi"}),
        401, "unauthorized");
    EXPECT_STATUS(get_as("x", "/api/v1/albums?limit=1"), 200); /* anyone may */
}

static const struct test tests[] = {
    {"POST /auth/refresh: 200 with another cookie, and a token that works",                           rotates     },
    {"POST /auth/refresh: the cookie just exchanged is good for 10 s more, without a new one",
     grace                                                                                                        },
    {"POST /auth/refresh: an older one ends the session, 401 for everyone",                           reuse       },
    {"POST /auth/refresh: the one exchanged 11 s ago ends the session",                               late_reuse  },
    {"POST /auth/refresh: of a copied cookie the second use ends the session for both",
     theft                                                                                                        },
    {"POST /auth/refresh: a session of more than 90 days is over",                                    grows_old   },
    {"GET /auth/sessions: 200, the newest first, page by page; 401, 400",                             lists       },
    {"DELETE /auth/sessions/{id}: 204, its cookie and its token's rights here end; another's is 404",
     ends                                                                                                         },
    {"POST /auth/login: the hundred most used sessions stay",                                         many        },
    {"POST /auth/refresh: a session unused for a month is over",                                      expires     },
    {"POST /auth/refresh: without a cookie, or with rubbish, 401",                                    no_session  },
    {"POST /auth/refresh: a guessed secret ends the session",                                         guessed     },
    {"POST /auth/refresh: the cookie is found among others",                                          among_others},
    {"POST /auth/logout: 204, that session ends and no other",                                        logout      },
    {"GET /auth/.well-known/jwks.json: the public key and nothing private",                           keys        },
    {"Authorization: what is no good token is 401, and as none where anyone may",
     bad_tokens                                                                                                   },
};
const struct suite sessions_suite = SUITE("sessions", tests);
