/* review_api.c - /reviews, /reviews/{id}, /reviews/{id}/like, /reviews/{id}/history. */
#include <inttypes.h>

#include "core/arena.h"
#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"
#include "rating/album_check.h"
#include "rating/moderation.h"
#include "rating/rating_change.h"
#include "rating/report_store.h"
#include "rating/review_store.h"
#include "rating/routes.h"

#include "core/banned.h"

int review_list(struct request *rq)
{
    struct page page;
    int listed = review_store_list(rq->db, rq->arena, rq->query, may_moderate(rq), &page);

    return reply_page(rq, listed, &page);
}

int review_show(struct request *rq)
{
    struct review review;
    int found = review_store_find(rq->db, rq->arena, rq->id, rq->caller.id,
                                  may_moderate(rq), &review);

    return reply_found(rq, found, "review", &review_shape, &review,
                       found == 1 ? (uint64_t)review.version : 0);
}

static const char *location_of(struct request *rq, uint64_t id)
{
    return arena_printf(rq->arena, "/api/v1/reviews/%" PRIu64, id);
}

/* 409, pointing to the review there is. */
static int already_reviewed(struct request *rq, uint64_t album_id)
{
    struct review review;

    if (review_store_of_user(rq->db, rq->arena, rq->caller.id, album_id, &review) != 1)
        return fail(rq, P_DATABASE, "review of album %" PRIu64, album_id);
    fail(rq, P_CONFLICT, "You have reviewed this album; change that review with PUT %s.",
         location_of(rq, review.id));
    rq->reply.location = location_of(rq, review.id);
    return 0;
}

/* The author's name and rating, and the event. 0 or -1. */
static int follow(struct request *rq, uint64_t id, const struct review_body *body,
                  uint64_t album_id, bool publish)
{
    if (review_store_name(rq->db, rq->caller.id, rq->caller.name) != 0 ||
        (body->rating != 0 && rating_change_give(rq, album_id, body->rating) != 0))
        return -1;
    return publish ? event_publish(rq, "review.published", id,
                                   json_pack("{s:I}", "album_id", (json_int_t)album_id))
                   : 0;
}

int review_create(struct request *rq)
{
    const struct review_body *body = rq->body;
    struct review review;
    int added;

    if (!album_check(rq, body->album_id))
        return 0;
    added = review_store_add(rq->db, rq->caller.id, body);
    if (added == DB_DUPLICATE)
        return already_reviewed(rq, body->album_id);
    if (added != 0 ||
        follow(rq, db_last_id(rq->db), body, body->album_id, !body->draft) != 0 ||
        review_store_of_user(rq->db, rq->arena, rq->caller.id, body->album_id, &review) !=
            1)
        return fail(rq, P_DATABASE, "review of album %" PRIu64, body->album_id);
    return reply_created(rq, location_of(rq, review.id),
                         shape_to_json(&review_shape, &review), (uint64_t)review.version);
}

/* The review of the path, locked, if it is the caller's. False after answering. */
static bool own_review(struct request *rq, struct review *review)
{
    int found = review_store_lock(rq->db, rq->arena, rq->id, rq->caller.id,
                                  may_moderate(rq), review);

    if (found == 1 && review->user_id == rq->caller.id)
        return reply_unchanged(rq, (uint64_t)review->version);
    if (found == 1)
        fail(rq, P_FORBIDDEN, "This review is another user's.");
    else
        reply_found(rq, found, "review", &review_shape, review, 0);
    return false;
}

int review_change(struct request *rq)
{
    const struct review_body *body = rq->body;
    struct review review;

    if (!own_review(rq, &review))
        return 0;
    if (body->album_id != 0 && body->album_id != review.album_id)
        return fail_field(rq, "album_id", "fixed",
                          "is the album that is reviewed; review the other one anew");
    if (body->draft && !review.draft)
        return fail_field(rq, "draft", "published",
                          "cannot be true any more: the review has been published");
    if (review_store_set(rq->db, &review, body) != 0 ||
        follow(rq, review.id, body, review.album_id, review.draft && !body->draft) != 0)
        return fail(rq, P_DATABASE, "review %" PRIu64, rq->id);
    return review_show(rq);
}

int review_remove(struct request *rq)
{
    struct review review;

    if (!own_review(rq, &review))
        return 0;
    if (report_store_clear(rq->db, review.id) != 0 ||
        review_store_remove(rq->db, review.id) != 0)
        return fail(rq, P_DATABASE, "review %" PRIu64, rq->id);
    if (!review.draft &&
        event_publish(rq, "review.removed", review.id,
                      json_pack("{s:I}", "album_id", (json_int_t)review.album_id)) != 0)
        return fail(rq, P_DATABASE, "review %" PRIu64, rq->id);
    return reply_empty(rq, 204);
}

/* What others may see of a review, and so can be liked. False after answering. */
static bool seen_review(struct request *rq, struct review *review)
{
    int found =
        review_store_lock(rq->db, rq->arena, rq->id, rq->caller.id, false, review);

    if (found == 1)
        return true;
    reply_found(rq, found, "review", &review_shape, review, 0);
    return false;
}

int review_like(struct request *rq)
{
    struct review review;

    if (!seen_review(rq, &review))
        return 0;
    if (review_store_like(rq->db, rq->id, rq->caller.id) != 0)
        return fail(rq, P_DATABASE, "review %" PRIu64, rq->id);
    return reply_empty(rq, 204);
}

int review_unlike(struct request *rq)
{
    struct review review;

    if (!seen_review(rq, &review))
        return 0;
    if (review_store_unlike(rq->db, rq->id, rq->caller.id) != 0)
        return fail(rq, P_DATABASE, "review %" PRIu64, rq->id);
    return reply_empty(rq, 204);
}

int review_history(struct request *rq)
{
    struct review review;
    struct page page;
    int found = review_store_find(rq->db, rq->arena, rq->id, rq->caller.id,
                                  may_moderate(rq), &review);

    if (found != 1)
        return reply_found(rq, found, "review", &review_shape, &review, 0);
    if (review.user_id != rq->caller.id && !may_moderate(rq))
        return fail(
            rq, P_FORBIDDEN,
            "What a review said before is shown to its author and to moderators.");
    return reply_page(rq, review_store_history(rq->db, rq->arena, rq->query, &page),
                      &page);
}
