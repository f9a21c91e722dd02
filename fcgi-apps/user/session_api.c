/* session_api.c - /auth: signing up, logging in, refreshing, logging out, and the public
 * keys. */
#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "core/arena.h"
#include "core/auth.h"
#include "core/config.h"
#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"
#include "user/password.h"
#include "user/routes.h"
#include "user/session_store.h"
#include "user/user_store.h"

#include "core/banned.h"

#define COOKIE "vh_refresh"
#define COOKIE_SECONDS (30 * 24 * 3600)

/* Names that are routes or roles. */
static const char *const taken[] = {"profile",   "content",  "collection", "export",
                                    "stats",     "sessions", "password",   "auth",
                                    "anyone",    "user",     "users",      "editor",
                                    "moderator", "admin",    "api",        "vinylhound"};

static bool is_reserved(const char *username)
{
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strcasecmp(taken[i], username) == 0)
            return true;
    return false;
}

static void set_cookie(struct request *rq, const char *value, long seconds)
{
    reply_header(rq,
                 "Set-Cookie: " COOKIE
                 "=%s; Max-Age=%ld; Path=/api/v1/auth; HttpOnly; SameSite=Strict%s\r\n",
                 value, seconds,
                 config_bool(rq->config, "auth.secure_cookies") ? "; Secure" : "");
}

/* The body of a login: an access token for the session. */
static int reply_token(struct request *rq, int status, const struct user *user,
                       uint64_t session_id)
{
    const struct caller caller = {user->id, user->username, user_roles(user), session_id};
    const char *token = auth_issue(rq->auth, &caller, rq->arena);

    if (token == NULL)
        return fail(rq, P_INTERNAL,
                    "No token could be made; it has been noted. The request id helps to "
                    "find it.");
    rq->reply.secret = true;
    return reply_json(rq, status,
                      json_pack("{s:s, s:s, s:i, s:o}", "token", token, "token_type",
                                "Bearer", "expires_in", TOKEN_SECONDS, "user",
                                shape_to_json(&login_user_shape, user)));
}

static int begin_session(struct request *rq, int status, const struct user *user)
{
    const char *agent = request_param(rq, "HTTP_USER_AGENT");
    struct refresh_token token;
    char text[REFRESH_TEXT_SIZE];
    uint64_t session_id;

    agent = agent == NULL ? NULL : arena_strndup(rq->arena, agent, strnlen(agent, 255));
    if (agent != NULL && !text_is_utf8(agent))
        agent = NULL;
    if (session_store_begin(rq->db, user->id, agent, request_param(rq, "REMOTE_ADDR"),
                            &token, &session_id) != 0)
        return fail(rq, P_DATABASE, "session");
    refresh_token_write(&token, text);
    set_cookie(rq, text, COOKIE_SECONDS);
    return reply_token(rq, status, user, session_id);
}

static int busy(struct request *rq)
{
    return fail(rq, P_UNAVAILABLE,
                "Many people are logging in just now. Try again in a moment.");
}

static int authenticate(struct request *rq, int status, const char *username,
                        const char *password)
{
    struct user user;
    int found = user_store_by_name(rq->db, rq->arena, username, &user);

    if (found < 0)
        return fail(rq, P_DATABASE, "login");
    switch (password_check(found == 1 ? user.password_hash : NULL, password)) {
    case PASSWORD_BUSY:
        return busy(rq);
    case PASSWORD_WRONG:
        return fail(rq, P_UNAUTHORIZED, "The username or the password is wrong.");
    case PASSWORD_GOOD:
        break;
    }
    return begin_session(rq, status, &user);
}

int session_login(struct request *rq)
{
    const struct login *login = rq->body;

    return authenticate(rq, 200, login->username, login->password);
}

/* False after answering: what the shape cannot tell. */
static bool check_signup(struct request *rq, const struct signup *signup)
{
    if (strcasecmp(signup->password, signup->username) == 0)
        fail_field(rq, "password", "weak", "must differ from the username");
    else if (signup->email != NULL && strchr(signup->email, '@') == NULL)
        fail_field(rq, "email", "format", "must be an address with an @");
    else if (is_reserved(signup->username))
        fail(rq, P_CONFLICT, "The username \"%s\" is taken. Choose another.",
             signup->username);
    else
        return true;
    return false;
}

int session_signup(struct request *rq)
{
    const struct signup *signup = rq->body;
    char hash[PASSWORD_HASH_SIZE];
    struct user user;
    uint64_t id;
    int added;

    if (rq->replayed)
        return authenticate(rq, 201, signup->username, signup->password);
    if (!check_signup(rq, signup))
        return 0;
    if (password_hash(signup->password, hash) != PASSWORD_GOOD)
        return busy(rq);
    added = user_store_add(rq->db, signup, hash, &id);
    if (added == DB_DUPLICATE)
        return fail(rq, P_CONFLICT, "The username \"%s\" is taken. Choose another.",
                    signup->username);
    if (added != 0 || user_store_find(rq->db, rq->arena, id, &user) != 1)
        return fail(rq, P_DATABASE, "signup");
    begin_session(rq, 201, &user);
    rq->reply.location = arena_printf(rq->arena, "/api/v1/users/%s", user.username);
    if (event_publish(rq, "user.registered", id, json_pack("{s:b}", "private", 0)) != 0)
        return fail(rq, P_DATABASE, "signup");
    return 0;
}

static int refused(struct request *rq)
{
    set_cookie(rq, "", 0);
    return fail(rq, P_UNAUTHORIZED, "The session has ended. Log in again.");
}

int session_refresh(struct request *rq)
{
    const char *cookie = request_cookie(rq, COOKIE);
    char text[REFRESH_TEXT_SIZE];
    struct refresh_token token;
    struct session session;
    struct user user;

    if (cookie == NULL)
        return fail(rq, P_UNAUTHORIZED, "There is no session to refresh. Log in.");
    if (!refresh_token_read(cookie, &token))
        return refused(rq);
    switch (session_store_refresh(rq->db, rq->arena, &token, &session)) {
    case REFRESH_FAILED:
        return fail(rq, P_DATABASE, "refresh");
    case REFRESH_REUSED:
        rq->keep = true; /* the session has been ended, and must stay so */
        return refused(rq);
    case REFRESH_UNKNOWN:
        rq->keep = true;
        return refused(rq);
    case REFRESH_ROTATED:
        refresh_token_write(&token, text);
        set_cookie(rq, text, COOKIE_SECONDS);
        break;
    case REFRESH_AGAIN:
        break;
    }
    if (user_store_find(rq->db, rq->arena, session.user_id, &user) != 1)
        return fail(rq, P_DATABASE, "refresh");
    return reply_token(rq, 200, &user, session.id);
}

int session_logout(struct request *rq)
{
    if (session_store_end(rq->db, rq->caller.id, rq->caller.session) != 0)
        return fail(rq, P_DATABASE, "logout");
    set_cookie(rq, "", 0);
    return reply_empty(rq, 204);
}

int session_keys(struct request *rq)
{
    return reply_resource(rq, 200, auth_jwks(rq->auth), 0);
}
