/* mail_api.c - /auth/password/forgot and /reset, /auth/email: what is proved by a mailed
 * link. */
#include "core/problem.h"
#include "core/reply.h"
#include "core/request.h"
#include "user/account.h"
#include "user/guard_store.h"
#include "user/mail_send.h"
#include "user/mail_store.h"
#include "user/password_api.h"
#include "user/routes.h"
#include "user/session_api.h"
#include "user/user_store.h"

#include "core/banned.h"

/* False after answering. */
static bool sends_mail(struct request *rq)
{
    if (mail_is_on(rq->config))
        return true;
    fail(rq, P_NOT_FOUND,
         "This site sends no mail. Whoever runs it can help with `vinylhound user "
         "reset-password`.");
    return false;
}

/* The same answer in the same time, whether or not there is such a user, with an address
 * that is theirs: all that is looked up when the mail is sent. */
int password_forgotten(struct request *rq)
{
    const struct forgotten *forgotten = rq->body;
    struct user user;
    int found;

    if (!sends_mail(rq))
        return 0;
    found = user_store_by_name(rq->db, rq->arena, forgotten->username, &user);
    if (found < 0 || mail_store_queue(rq->db, found == 1 ? user.id : 0, MAIL_RESET) != 0)
        return fail(rq, P_DATABASE, "password");
    return reply_empty(rq, 204);
}

/* Whose token it is; false after answering. It is used up, unless the answer is an error.
 */
static bool take_token(struct request *rq, const char *token, const char *kind,
                       struct user *user)
{
    uint64_t id = 0;
    int taken = mail_store_take_token(rq->db, rq->arena, token, kind, &id);
    int found = taken == 1 ? user_store_find(rq->db, rq->arena, id, user) : taken;

    if (found < 0)
        fail(rq, P_DATABASE, "token");
    else if (found == 0)
        fail_field(rq, "token", "unknown", "has been used, has expired, or is none");
    return found == 1;
}

int password_reset(struct request *rq)
{
    const struct password_reset *reset = rq->body;
    char hash[PASSWORD_HASH_SIZE];
    struct guard guard;
    struct user user;

    if (!sends_mail(rq) || !take_token(rq, reset->token, MAIL_RESET, &user) ||
        !password_may_be(rq, "new_password", reset->new_password, user.username) ||
        !password_make(rq, reset->new_password, hash))
        return 0;
    if (guard_store_enter(rq->db, rq->arena, user.username, 0, NULL, &guard) != 0 ||
        guard_store_passed(rq->db, &guard) != 0 ||
        user_store_set_password(rq->db, user.id, hash) != 0 ||
        session_end_others(rq, user.id, 0) != 0)
        return fail(rq, P_DATABASE, "password");
    return reply_empty(rq, 204);
}

int email_send(struct request *rq)
{
    struct user user;

    if (!sends_mail(rq) || !account_find(rq, &user))
        return 0;
    if (mail_store_queue(rq->db, user.id, MAIL_VERIFY) != 0)
        return fail(rq, P_DATABASE, "email");
    return reply_empty(rq, 204);
}

int email_verify(struct request *rq)
{
    const struct verification *verification = rq->body;
    struct user user;

    if (!sends_mail(rq) || !take_token(rq, verification->token, MAIL_VERIFY, &user))
        return 0;
    if (mail_store_verified(rq->db, user.id) != 0)
        return fail(rq, P_DATABASE, "email");
    return reply_empty(rq, 204);
}
