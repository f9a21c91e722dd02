/* profile_api.c - /users/profile and /users/{username}. */
#include <string.h>

#include "core/departed.h"
#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"
#include "user/account.h"
#include "user/email.h"
#include "user/mail_send.h"
#include "user/mail_store.h"
#include "user/password_api.h"
#include "user/routes.h"
#include "user/session_api.h"
#include "user/user_store.h"

#include "core/banned.h"

int profile_show(struct request *rq)
{
    struct user user;

    if (!account_find(rq, &user))
        return 0;
    if (!email_open(rq->seals, rq->arena, &user))
        return fail(
            rq, P_INTERNAL,
            "Your address cannot be read; it has been noted. The request id helps "
            "to find it.");
    return reply_resource(rq, 200, shape_to_json(&user_shape, &user), 0);
}

/* The address is another one, if it is: what was proved of the last holds no more, and
 * the new one is to be proved. 0 or -1. */
static int note_address(struct request *rq, struct user *before, const char *address)
{
    if (email_open(rq->seals, rq->arena, before) && before->email != NULL &&
        address != NULL && strcmp(before->email, address) == 0)
        return 0;
    if (mail_store_changed(rq->db, before->id) != 0)
        return DB_FAILED;
    return address != NULL && mail_is_on(rq->config)
               ? mail_store_queue(rq->db, before->id, MAIL_VERIFY)
               : 0;
}

int profile_change(struct request *rq)
{
    const struct profile *profile = rq->body;
    struct user before;

    if (profile->email != NULL && !email_is_address(profile->email))
        return fail_field(rq, "email", "format",
                          "must be an address like name@example.org");
    if (!account_find(rq, &before))
        return 0;
    if (note_address(rq, &before, profile->email) != 0 ||
        user_store_change(rq->db, rq->arena, rq->seals, rq->caller.id, profile) != 0 ||
        event_publish(rq, "user.changed", rq->caller.id,
                      json_pack("{s:b}", "private", profile->private)) != 0)
        return fail(rq, P_DATABASE, "profile");
    return profile_show(rq);
}

int profile_public(struct request *rq)
{
    struct user user;
    int found = user_store_by_name(rq->db, rq->arena, rq->name, &user);

    if (found == 1 && user.private && user.id != rq->caller.id)
        found = 0;
    return reply_found(rq, found, "user", &public_shape, &user, 0);
}

int profile_remove(struct request *rq)
{
    const struct departure *departure = rq->body;
    enum password_result result;
    struct user user;

    if (!account_lock(rq) || !account_find(rq, &user) || !session_lives(rq))
        return 0;
    result = password_try(rq, user.username, &user, departure->password);
    if (result == PASSWORD_WRONG)
        return fail_field(rq, "password", "wrong", "is not the password");
    if (result != PASSWORD_GOOD)
        return 0;
    rq->keep = false; /* all of it, or nothing */
    if (session_end_others(rq, user.id, 0) != 0 ||
        user_store_remove(rq->db, &user) != 0 || departed_add(rq->db, user.id) != 0 ||
        event_publish(rq, "user.deleted", user.id,
                      json_pack("{s:b}", "keep_reviews", departure->keep_reviews)) != 0)
        return fail(rq, P_DATABASE, "profile");
    session_forget_cookie(rq);
    return reply_empty(rq, 204);
}
