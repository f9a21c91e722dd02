/* session_api.c - /auth/refresh, /auth/logout, /auth/sessions, and the public keys. */
#include <inttypes.h>
#include <string.h>

#include "core/arena.h"
#include "core/auth.h"
#include "core/config.h"
#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"
#include "user/routes.h"
#include "user/session_api.h"
#include "user/session_store.h"
#include "user/user_store.h"

#include "core/banned.h"

#define COOKIE "vh_refresh"
#define COOKIE_SECONDS (30 * 24 * 3600)

static void set_cookie(struct request *rq, const char *value, long seconds)
{
    reply_header(rq,
                 "Set-Cookie: " COOKIE
                 "=%s; Max-Age=%ld; Path=/api/v1/auth; HttpOnly; SameSite=Strict%s\r\n",
                 value, seconds,
                 config_bool(rq->config, "auth.secure_cookies") ? "; Secure" : "");
}

void session_forget_cookie(struct request *rq)
{
    set_cookie(rq, "", 0);
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

int session_begin(struct request *rq, int status, const struct user *user)
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

/* Tells the others that a session is no more. 0 or -1. */
static int publish_end(struct request *rq, uint64_t user_id, uint64_t session_id)
{
    return event_publish(rq, "session.revoked", session_id,
                         json_pack("{s:I}", "user_id", (json_int_t)user_id));
}

/* Ends a session of the caller's: 1, 0 if there is none of that number, -1. */
static int end_one(struct request *rq, uint64_t session_id)
{
    int ended = session_store_end(rq->db, rq->caller.id, session_id);

    return ended == 1 && publish_end(rq, rq->caller.id, session_id) != 0 ? DB_FAILED
                                                                         : ended;
}

int session_end_others(struct request *rq, uint64_t user_id, uint64_t but)
{
    struct rows rows;
    const struct session_id *ids;

    if (session_store_others(rq->db, rq->arena, user_id, but, &rows) != 0)
        return DB_FAILED;
    ids = rows.items;
    for (size_t i = 0; i < rows.count; i++)
        if (session_store_end(rq->db, user_id, ids[i].id) < 0)
            return DB_FAILED;
    for (size_t i = 0; i < rows.count; i++)
        if (publish_end(rq, user_id, ids[i].id) != 0)
            return DB_FAILED;
    return 0;
}

bool session_lives(struct request *rq)
{
    int found =
        session_store_exists(rq->db, rq->arena, rq->caller.id, rq->caller.session);

    if (found < 0)
        fail(rq, P_DATABASE, "session");
    else if (found == 0)
        fail(rq, P_UNAUTHORIZED, "The session has ended. Log in again.");
    return found == 1;
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
        if (publish_end(rq, session.user_id, session.id) != 0)
            return fail(rq, P_DATABASE, "refresh");
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
    if (user.disabled)
        return refused(rq);
    return reply_token(rq, 200, &user, session.id);
}

int session_logout(struct request *rq)
{
    if (end_one(rq, rq->caller.session) < 0)
        return fail(rq, P_DATABASE, "logout");
    set_cookie(rq, "", 0);
    return reply_empty(rq, 204);
}

int session_list(struct request *rq)
{
    struct page page;
    int listed;

    if (!session_lives(rq))
        return 0;
    listed = session_store_list(rq->db, rq->arena, rq->query, rq->caller.session, &page);
    return reply_page(rq, listed, &page);
}

int session_end(struct request *rq)
{
    int ended;

    if (!session_lives(rq))
        return 0;
    ended = end_one(rq, rq->id);
    if (ended < 0)
        return fail(rq, P_DATABASE, "session %" PRIu64, rq->id);
    if (ended == 0)
        return fail(rq, P_NOT_FOUND, "You have no session %" PRIu64 ".", rq->id);
    if (rq->id == rq->caller.session)
        set_cookie(rq, "", 0);
    return reply_empty(rq, 204);
}

int session_keys(struct request *rq)
{
    return reply_resource(rq, 200, auth_jwks(rq->auth), 0);
}
