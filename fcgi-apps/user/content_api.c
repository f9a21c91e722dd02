/* content_api.c - /users/content: lines that the caller keeps, read back as they were
 * written. */
#include "core/problem.h"
#include "core/reply.h"
#include "user/account.h"
#include "user/content_store.h"
#include "user/routes.h"
#include "user/user_store.h"

#include "core/banned.h"

int content_show(struct request *rq)
{
    struct content content;
    struct user user;

    if (!account_find(rq, &user))
        return 0;
    if (content_store_find(rq->db, rq->arena, user.id, &content) != 0)
        return fail(rq, P_DATABASE, "content");
    return reply_resource(rq, 200, shape_to_json(&content_shape, &content), 0);
}

int content_change(struct request *rq)
{
    if (!account_hold(rq))
        return 0;
    if (content_store_set(rq->db, rq->caller.id, rq->body) != 0)
        return fail(rq, P_DATABASE, "content");
    return reply_resource(rq, 200, shape_to_json(&content_shape, rq->body), 0);
}
