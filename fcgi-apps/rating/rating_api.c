/* rating_api.c - /ratings, /ratings/{id}: each change keeps the sums and tells the others
 * in its own transaction. */
#include <inttypes.h>

#include "core/arena.h"
#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"
#include "rating/album_check.h"
#include "rating/rater_store.h"
#include "rating/rating_store.h"
#include "rating/routes.h"
#include "rating/summary_store.h"

#include "core/banned.h"

int rating_list(struct request *rq)
{
    struct page page;
    int listed = rating_store_list(rq->db, rq->arena, rq->query, &page);

    return reply_page(rq, listed, &page);
}

int rating_show(struct request *rq)
{
    struct rating rating;
    int found = rating_store_find(rq->db, rq->arena, rq->id, rq->caller.id, &rating);

    return reply_found(rq, found, "rating", &rating_shape, &rating, 0);
}

/* How much the change moves the weight of all the rater's ratings, which is counted anew
 * where it may. 0 or -1. */
static int weigh(struct request *rq, const struct rating_change *change, int64_t *by)
{
    struct rater rater;

    *by = 0;
    if (change->before != 0 && change->after != 0)
        return 0;
    if (rater_store_weigh(rq->db, rq->arena, change->user_id, &rater) != 0)
        return -1;
    *by = rater.weight - change->weight;
    return 0;
}

/* What the album's ratings come to now, as an event. 0 or -1. */
static int publish(struct request *rq, uint64_t rating_id,
                   const struct rating_change *change)
{
    struct summary summary;
    struct score score;

    if (summary_store_find(rq->db, rq->arena, change->album_id, &summary) != 0)
        return -1;
    score = score_of(&summary.sums);
    return event_publish(
        rq, change->after == 0 ? "rating.removed" : "rating.set", rating_id,
        json_pack("{s:I, s:I, s:I, s:f, s:f}", "album_id", (json_int_t)change->album_id,
                  "half_stars", (json_int_t)change->after, "count",
                  (json_int_t)summary_count(&summary), "mean", summary_mean(&summary),
                  "weighted", summary_count(&summary) == 0 ? 0 : score.weighted));
}

/* All that follows from a change. 0 or -1. */
static int follow(struct request *rq, uint64_t rating_id,
                  const struct rating_change *change)
{
    int64_t by;

    if (weigh(rq, change, &by) != 0 ||
        summary_store_lock(rq->db, rq->arena, change, by != 0) != 0 ||
        summary_store_add(rq->db, change) != 0 ||
        (by != 0 && summary_store_reweigh(rq->db, change->user_id, by) != 0))
        return -1;
    return publish(rq, rating_id, change);
}

static const char *location_of(struct request *rq, uint64_t id)
{
    return arena_printf(rq->arena, "/api/v1/ratings/%" PRIu64, id);
}

/* 409, pointing to the rating there is. */
static int already_rated(struct request *rq, uint64_t album_id)
{
    struct rating rating;

    if (rating_store_of_user(rq->db, rq->arena, rq->caller.id, album_id, &rating) != 1)
        return fail(rq, P_DATABASE, "rating of album %" PRIu64, album_id);
    fail(rq, P_CONFLICT, "You have rated this album; change that rating with PUT %s.",
         location_of(rq, rating.id));
    rq->reply.location = location_of(rq, rating.id);
    return 0;
}

int rating_create(struct request *rq)
{
    const struct rating_body *body = rq->body;
    struct rating_change change = {rq->caller.id, body->album_id, 0, body->rating, 0};
    struct rating rating;
    struct rater rater;
    int added;

    if (!album_check(rq, body->album_id))
        return 0;
    if (rater_store_lock(rq->db, rq->arena, rq->caller.id, &rater) != 0)
        return fail(rq, P_DATABASE, "rater %" PRIu64, rq->caller.id);
    change.weight = rater.weight;
    added = rating_store_add(rq->db, rq->caller.id, body->album_id, body->rating);
    if (added == DB_DUPLICATE)
        return already_rated(rq, body->album_id);
    if (added < 0 ||
        rating_store_of_user(rq->db, rq->arena, rq->caller.id, body->album_id, &rating) !=
            1 ||
        follow(rq, rating.id, &change) != 0)
        return fail(rq, P_DATABASE, "rating of album %" PRIu64, body->album_id);
    return reply_created(rq, location_of(rq, rating.id),
                         shape_to_json(&rating_shape, &rating), 0);
}

/* The rating of the path if it is the caller's, with the rater's row locked. False after
 * answering. */
static bool own_rating(struct request *rq, struct rating *rating, struct rater *rater)
{
    int found;

    if (rater_store_lock(rq->db, rq->arena, rq->caller.id, rater) != 0) {
        fail(rq, P_DATABASE, "rater %" PRIu64, rq->caller.id);
        return false;
    }
    found = rating_store_find(rq->db, rq->arena, rq->id, rq->caller.id, rating);
    if (found == 1 && rating->user_id == rq->caller.id)
        return true;
    if (found == 1)
        fail(rq, P_FORBIDDEN, "This rating is another user's.");
    else
        reply_found(rq, found, "rating", &rating_shape, rating, 0);
    return false;
}

int rating_change(struct request *rq)
{
    const struct rating_body *body = rq->body;
    struct rating_change change;
    struct rating rating;
    struct rater rater;
    int found;

    if (!own_rating(rq, &rating, &rater))
        return 0;
    change = (struct rating_change){rq->caller.id, rating.album_id, rating.rating,
                                    body->rating, rater.weight};
    if (rating_store_set(rq->db, rating.id, body->rating) != 0 ||
        follow(rq, rating.id, &change) != 0)
        return fail(rq, P_DATABASE, "rating %" PRIu64, rq->id);
    found = rating_store_find(rq->db, rq->arena, rq->id, rq->caller.id, &rating);
    return reply_found(rq, found, "rating", &rating_shape, &rating, 0);
}

int rating_remove(struct request *rq)
{
    struct rating_change change;
    struct rating rating;
    struct rater rater;

    if (!own_rating(rq, &rating, &rater))
        return 0;
    change = (struct rating_change){rq->caller.id, rating.album_id, rating.rating, 0,
                                    rater.weight};
    if (rating_store_remove(rq->db, rating.id) != 0 ||
        follow(rq, rating.id, &change) != 0)
        return fail(rq, P_DATABASE, "rating %" PRIu64, rq->id);
    return reply_empty(rq, 204);
}
