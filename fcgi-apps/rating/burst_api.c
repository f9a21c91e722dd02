/* burst_api.c - /moderation/bursts: ratings that are held, the score with and without
 * them, and what is decided. */
#include <string.h>

#include "core/problem.h"
#include "core/reply.h"
#include "rating/burst_watch.h"
#include "rating/moderation.h"
#include "rating/routes.h"
#include "rating/summary_store.h"

#include "core/banned.h"

int burst_list(struct request *rq)
{
    struct page page;
    int listed = burst_store_list(rq->db, rq->arena, rq->query, &page);

    return reply_page(rq, listed, &page);
}

/* The burst's ratings in a summary, or out of it. */
static void add_members(struct summary *summary, const struct rows *rows,
                        const struct burst_row *burst, bool held, int sign)
{
    const struct member *members = rows->items;

    for (size_t i = 0; i < rows->count; i++) {
        int64_t stars = members[i].rating, weight = sign * members[i].weight;

        if ((members[i].held == burst->id) != held)
            continue;
        summary->n[stars - 1] += sign;
        summary->sums.weight += weight;
        summary->sums.weighted += weight * stars;
        summary->sums.weighted_squares += weight * stars * stars;
    }
}

static json_t *score_json(const struct summary *summary)
{
    int64_t count = summary_count(summary);

    return json_pack(
        "{s:I, s:o, s:o}", "count", (json_int_t)count, "mean",
        count == 0 ? json_null() : json_real(summary_mean(summary)), "weighted",
        count == 0 ? json_null()
                   : json_real(score_of(&summary->sums, &summary->site).weighted));
}

int burst_show(struct request *rq)
{
    struct burst_row burst;
    struct summary with, without;
    struct rows members;
    json_t *shown;
    int found = burst_store_find(rq->db, rq->arena, rq->id, &burst);

    if (found != 1)
        return reply_found(rq, found, "burst", &burst_row_shape, &burst, 0);
    if (summary_store_find(rq->db, rq->arena, burst.album_id, &with) != 0 ||
        burst_store_members(rq->db, rq->arena, burst.id, &members) != 0)
        return fail(rq, P_DATABASE, "burst");
    without = with;
    add_members(&with, &members, &burst, true, 1);
    add_members(&without, &members, &burst, false, -1);
    shown = shape_to_json(&burst_row_shape, &burst);
    json_object_set_new(shown, "score_with", score_json(&with));
    json_object_set_new(shown, "score_without", score_json(&without));
    return reply_resource(rq, 200, shown, (uint64_t)burst.version);
}

int burst_decide(struct request *rq)
{
    const struct decision *body = rq->body;
    struct burst_row burst;
    int found = burst_store_lock(rq->db, rq->arena, rq->id, &burst);
    bool release = strcmp(body->decision, "release") == 0;
    bool released, done = true;

    if (found != 1)
        return reply_found(rq, found, "burst", &burst_row_shape, &burst, 0);
    if (!reply_unchanged(rq, (uint64_t)burst.version))
        return 0;
    released = strcmp(burst.state, "released") == 0;
    if (release && !released)
        done = burst_release(rq, &burst) == 0;
    else if (!release && released)
        done = burst_hold_again(rq, &burst) == 0;
    if (!done ||
        burst_store_decide(rq->db, burst.id, rq->caller.id,
                           release ? "released" : "dropped", body->reason) != 0 ||
        moderation_note(rq, release ? "burst.released" : "burst.dropped", burst.id,
                        body->reason,
                        json_pack("{s:I}", "album_id", (json_int_t)burst.album_id)) != 0)
        return fail(rq, P_DATABASE, "burst");
    return burst_show(rq);
}
