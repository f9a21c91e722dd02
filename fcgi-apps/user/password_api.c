/* password_api.c - /auth/password. */
#include "core/problem.h"
#include "core/reply.h"
#include "core/request.h"
#include "user/password.h"
#include "user/routes.h"
#include "user/session_api.h"
#include "user/user_store.h"

#include <strings.h>

#include "core/banned.h"

int password_change(struct request *rq)
{
    const struct password_change *change = rq->body;
    char hash[PASSWORD_HASH_SIZE];
    enum password_result result;
    struct user user;

    if (!session_lives(rq))
        return 0;
    if (user_store_find(rq->db, rq->arena, rq->caller.id, &user) != 1)
        return fail(rq, P_DATABASE, "password");
    if (strcasecmp(change->new_password, user.username) == 0)
        return fail_field(rq, "new_password", "weak", "must differ from the username");
    result = password_check(user.password_hash, change->current_password);
    if (result == PASSWORD_WRONG)
        return fail_field(rq, "current_password", "wrong", "is not the password");
    if (result != PASSWORD_GOOD ||
        password_hash(change->new_password, hash) != PASSWORD_GOOD)
        return fail(rq, P_UNAVAILABLE,
                    "The server is out of memory. Try again in a moment.");
    if (user_store_set_password(rq->db, user.id, hash) != 0 ||
        session_end_others(rq, user.id, rq->caller.session) != 0)
        return fail(rq, P_DATABASE, "password");
    return reply_empty(rq, 204);
}
