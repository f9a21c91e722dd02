/* profile_api.c - /users/profile and /users/{username}. */
#include <string.h>

#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"
#include "user/routes.h"
#include "user/user_store.h"

#include "core/banned.h"

/* The caller's own row. A token outlives a deleted account by minutes: then it is
 * nobody's. False after answering. */
static bool find_own(struct request *rq, struct user *user)
{
    int found = user_store_find(rq->db, rq->arena, rq->caller.id, user);

    if (found < 0)
        fail(rq, P_DATABASE, "profile");
    else if (found == 0)
        fail(rq, P_UNAUTHORIZED, "This account is no more.");
    return found == 1;
}

int profile_show(struct request *rq)
{
    struct user user;

    if (!find_own(rq, &user))
        return 0;
    return reply_resource(rq, 200, shape_to_json(&user_shape, &user), 0);
}

int profile_change(struct request *rq)
{
    const struct profile *profile = rq->body;

    if (profile->email != NULL && strchr(profile->email, '@') == NULL)
        return fail_field(rq, "email", "format", "must be an address with an @");
    if (user_store_change(rq->db, rq->caller.id, profile) != 0 ||
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
