/* login_api.c - /auth/signup and /auth/login. */
#include <string.h>

#include "core/arena.h"
#include "core/event.h"
#include "core/problem.h"
#include "core/request.h"
#include "user/email.h"
#include "user/mail_send.h"
#include "user/mail_store.h"
#include "user/name.h"
#include "user/password_api.h"
#include "user/routes.h"
#include "user/session_api.h"
#include "user/user_store.h"

#include "core/banned.h"

static int authenticate(struct request *rq, int status, const char *username,
                        const char *password)
{
    struct user user;
    int found = user_store_by_name(rq->db, rq->arena, username, &user);
    enum password_result result;

    if (found < 0)
        return fail(rq, P_DATABASE, "login");
    result = password_try(rq, username, found == 1 ? &user : NULL, password);
    if (result == PASSWORD_WRONG)
        return fail(rq, P_UNAUTHORIZED, "The username or the password is wrong.");
    if (result != PASSWORD_GOOD)
        return 0;
    if (user.disabled)
        return fail(
            rq, P_FORBIDDEN,
            "This account has been disabled. Whoever runs this site can say why.");
    return session_begin(rq, status, &user);
}

int session_login(struct request *rq)
{
    const struct login *login = rq->body;

    return authenticate(rq, 200, login->username, login->password);
}

/* False after answering: what the shape cannot tell. */
static bool check_signup(struct request *rq, const struct signup *signup)
{
    if (signup->email != NULL && !email_is_address(signup->email))
        fail_field(rq, "email", "format", "must be an address like name@example.org");
    else if (name_is_reserved(signup->username))
        fail(rq, P_CONFLICT, "The username \"%s\" is taken. Choose another.",
             signup->username);
    else
        return password_may_be(rq, "password", signup->password, signup->username);
    return false;
}

/* Keeps the address, and asks whether it is theirs. 0 or -1. */
static int take_address(struct request *rq, uint64_t id, const char *address)
{
    if (user_store_set_email(rq->db, rq->arena, rq->seals, id, address) != 0)
        return DB_FAILED;
    return mail_is_on(rq->config) ? mail_store_queue(rq->db, id, MAIL_VERIFY) : 0;
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
    if (!check_signup(rq, signup) || !password_make(rq, signup->password, hash))
        return 0;
    added = user_store_add(rq->db, signup, hash, &id);
    if (added == DB_DUPLICATE)
        return fail(rq, P_CONFLICT, "The username \"%s\" is taken. Choose another.",
                    signup->username);
    if (added != 0 ||
        (signup->email != NULL && take_address(rq, id, signup->email) != 0) ||
        user_store_find(rq->db, rq->arena, id, &user) != 1)
        return fail(rq, P_DATABASE, "signup");
    session_begin(rq, 201, &user);
    rq->reply.location = arena_printf(rq->arena, "/api/v1/users/%s", user.username);
    if (event_publish(rq, "user.registered", id, json_pack("{s:b}", "private", 0)) != 0)
        return fail(rq, P_DATABASE, "signup");
    return 0;
}
