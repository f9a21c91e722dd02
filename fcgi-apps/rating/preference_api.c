/* preference_api.c - /preferences: what feeds recommendations beyond ratings. */
#include <inttypes.h>

#include "core/arena.h"
#include "core/problem.h"
#include "core/reply.h"
#include "rating/preference_store.h"
#include "rating/rater_store.h"
#include "rating/routes.h"

#include "core/banned.h"

int preference_show(struct request *rq)
{
    struct preferences now;

    if (preference_store_list(rq->db, rq->arena, rq->caller.id, &now) != 0)
        return fail(rq, P_DATABASE, "preferences");
    return reply_resource(rq, 200, shape_to_json(&preferences_shape, &now), 0);
}

int preference_change(struct request *rq)
{
    struct rater rater;
    size_t at;
    int replaced;

    if (rater_store_lock(rq->db, rq->arena, rq->caller.id, &rater) != 0)
        return fail(rq, P_DATABASE, "rater %" PRIu64, rq->caller.id);
    replaced = preference_store_replace(rq->db, rq->caller.id, rq->body, &at);
    if (replaced == DB_DUPLICATE)
        return fail_field(rq, arena_printf(rq->arena, "preferences[%zu].genre", at),
                          "duplicate", "is a genre named before");
    if (replaced != 0)
        return fail(rq, P_DATABASE, "preferences");
    return preference_show(rq);
}
