/* account.c - whose token it is. */
#include "user/account.h"

#include "core/problem.h"
#include "core/request.h"
#include "user/user_store.h"

#include "core/banned.h"

static bool is_there(struct request *rq, int found)
{
    if (found < 0)
        fail(rq, P_DATABASE, "account");
    else if (found == 0)
        fail(rq, P_UNAUTHORIZED, "This account is no more.");
    return found == 1;
}

bool account_find(struct request *rq, struct user *user)
{
    return is_there(rq, user_store_find(rq->db, rq->arena, rq->caller.id, user));
}

bool account_hold(struct request *rq)
{
    return is_there(rq, user_store_hold(rq->db, rq->arena, rq->caller.id));
}

bool account_lock(struct request *rq)
{
    return is_there(rq, user_store_lock(rq->db, rq->arena, rq->caller.id));
}
