/* rating_api.c - /ratings, /ratings/{id}, /ratings/{id}/history. */
#include <inttypes.h>

#include "core/arena.h"
#include "core/problem.h"
#include "core/reply.h"
#include "rating/album_check.h"
#include "rating/rating_change.h"
#include "rating/routes.h"

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
    struct rating rating;
    struct rater rater;
    int added;

    if (!album_check(rq, body->album_id))
        return 0;
    if (rater_store_lock(rq->db, rq->arena, rq->caller.id, &rater) != 0)
        return fail(rq, P_DATABASE, "rater %" PRIu64, rq->caller.id);
    added = rating_change_add(rq, &rater, body->album_id, body->rating, &rating);
    if (added == DB_DUPLICATE)
        return already_rated(rq, body->album_id);
    if (added != 0)
        return fail(rq, P_DATABASE, "rating of album %" PRIu64, body->album_id);
    return reply_created(rq, location_of(rq, rating.id),
                         shape_to_json(&rating_shape, &rating), 0);
}

/* The rating of the path if it is the caller's, with the rater's row and its own locked.
 * False after answering. */
static bool own_rating(struct request *rq, struct rating *rating, struct rater *rater)
{
    int found;

    if (rater_store_lock(rq->db, rq->arena, rq->caller.id, rater) != 0) {
        fail(rq, P_DATABASE, "rater %" PRIu64, rq->caller.id);
        return false;
    }
    found = rating_store_lock(rq->db, rq->arena, rq->id, rq->caller.id, rating);
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
    struct rating rating;
    struct rater rater;
    int found;

    if (!own_rating(rq, &rating, &rater))
        return 0;
    if (rating_change_set(rq, &rater, &rating, body->rating) != 0)
        return fail(rq, P_DATABASE, "rating %" PRIu64, rq->id);
    found = rating_store_find(rq->db, rq->arena, rq->id, rq->caller.id, &rating);
    return reply_found(rq, found, "rating", &rating_shape, &rating, 0);
}

int rating_remove(struct request *rq)
{
    struct rating rating;
    struct rater rater;

    if (!own_rating(rq, &rating, &rater))
        return 0;
    if (rating_change_remove(rq, &rater, &rating) != 0)
        return fail(rq, P_DATABASE, "rating %" PRIu64, rq->id);
    return reply_empty(rq, 204);
}

/* What the caller gave the album before, whether the rating is still there or not. */
int rating_history(struct request *rq)
{
    struct rating rating;
    struct page page;
    int found = rating_store_find(rq->db, rq->arena, rq->id, rq->caller.id, &rating);

    if (found == 0) {
        found = rating_store_find_past(rq->db, rq->arena, rq->id, &rating);
        found = found == 1 && rating.user_id != rq->caller.id ? 0 : found;
    }
    if (found != 1)
        return reply_found(rq, found, "rating", &rating_shape, &rating, 0);
    if (rating.user_id != rq->caller.id)
        return fail(rq, P_FORBIDDEN, "This rating is another user's.");
    rq->query->path_id = rating.album_id;
    return reply_page(rq, rating_store_history(rq->db, rq->arena, rq->query, &page),
                      &page);
}
