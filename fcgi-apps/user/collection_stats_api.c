/* collection_stats_api.c - /users/collection/stats: what one's copies come to. */
#include <string.h>

#include "core/problem.h"
#include "core/reply.h"
#include "user/account.h"
#include "user/collection_store.h"
#include "user/routes.h"
#include "user/user_store.h"

#include "core/banned.h"

/* Members that are always there. */
static json_t *empty(void)
{
    return json_pack("{s:i, s:i, s:i, s:{}, s:{}, s:{}, s:{}}", "owned", 0, "wanted", 0,
                     "sold", 0, "total_value", "by_decade", "by_genre", "by_condition");
}

/* Puts a share where it belongs. */
static void put(json_t *stats, const struct share *share)
{
    json_t *part = json_object_get(stats, share->part);

    if (part == NULL)
        json_object_set_new(stats, share->name, json_integer(share->copies));
    else if (share->amount == -1)
        json_object_set_new(part, share->name, json_integer(share->copies));
    else
        json_object_set_new(part, share->name,
                            json_real((double)share->amount / MONEY_UNIT));
}

int collection_stats(struct request *rq)
{
    json_t *stats = empty();
    struct rows rows;
    struct user user;

    if (!account_find(rq, &user))
        return 0;
    if (collection_store_shares(rq->db, rq->arena, user.id, &rows) != 0)
        return fail(rq, P_DATABASE, "collection");
    for (size_t i = 0; i < rows.count; i++)
        put(stats, &((const struct share *)rows.items)[i]);
    return reply_resource(rq, 200, stats, 0);
}
