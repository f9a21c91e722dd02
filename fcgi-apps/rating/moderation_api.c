/* moderation_api.c - /reviews/{id}/hidden, reports of reviews, and the log of what was
 * done. */
#include <inttypes.h>
#include <string.h>

#include "core/arena.h"
#include "core/problem.h"
#include "core/reply.h"
#include "rating/moderation.h"
#include "rating/report_store.h"
#include "rating/review_store.h"
#include "rating/routes.h"

#include "core/banned.h"

int review_hide(struct request *rq)
{
    const struct hiding *body = rq->body;
    struct review review;
    int found =
        review_store_lock(rq->db, rq->arena, rq->id, rq->caller.id, true, &review);

    if (found == 1 && review.draft)
        return fail(rq, P_NOT_FOUND, "There is no review %" PRIu64 ".", rq->id);
    if (found != 1)
        return reply_found(rq, found, "review", &review_shape, &review, 0);
    if (!reply_unchanged(rq, (uint64_t)review.version))
        return 0;
    if (review_store_hide(rq->db, rq->id, body->hidden, body->reason) != 0 ||
        moderation_note(rq, "review.hidden", rq->id, body->reason,
                        json_pack("{s:I, s:b}", "album_id", (json_int_t)review.album_id,
                                  "hidden", body->hidden)) != 0)
        return fail(rq, P_DATABASE, "review %" PRIu64, rq->id);
    return review_show(rq);
}

static const char *location_of(struct request *rq, uint64_t id)
{
    return arena_printf(rq->arena, "/api/v1/moderation/reports/%" PRIu64, id);
}

int report_create(struct request *rq)
{
    const struct report_body *body = rq->body;
    struct report report;
    struct review review;
    int found =
        review_store_find(rq->db, rq->arena, rq->id, rq->caller.id, false, &review);
    int added;

    if (found == 1 && review.user_id == rq->caller.id)
        return fail(rq, P_FORBIDDEN, "This review is your own; you can change it.");
    if (found != 1)
        return reply_found(rq, found, "review", &review_shape, &review, 0);
    added = report_store_add(rq->db, rq->id, rq->caller.id, body->reason);
    if (added == DB_DUPLICATE)
        return fail(rq, P_CONFLICT, "You have reported this review already.");
    if (added != 0 ||
        report_store_find(rq->db, rq->arena, db_last_id(rq->db), &report) != 1)
        return fail(rq, P_DATABASE, "report of review %" PRIu64, rq->id);
    return reply_created(rq, location_of(rq, report.id),
                         shape_to_json(&report_shape, &report), (uint64_t)report.version);
}

int report_list(struct request *rq)
{
    struct page page;
    int listed = report_store_list(rq->db, rq->arena, rq->query, &page);

    return reply_page(rq, listed, &page);
}

int report_show(struct request *rq)
{
    struct report report;
    int found = report_store_find(rq->db, rq->arena, rq->id, &report);

    return reply_found(rq, found, "report", &report_shape, &report,
                       found == 1 ? (uint64_t)report.version : 0);
}

int report_decide(struct request *rq)
{
    const struct decision *body = rq->body;
    struct report report;
    int found = report_store_lock(rq->db, rq->arena, rq->id, &report);
    bool upheld = strcmp(body->decision, "upheld") == 0;

    if (found != 1)
        return reply_found(rq, found, "report", &report_shape, &report, 0);
    if (!reply_unchanged(rq, (uint64_t)report.version))
        return 0;
    if (report_store_decide(rq->db, rq->id, rq->caller.id, body->decision,
                            body->reason) != 0 ||
        moderation_note(
            rq, upheld ? "report.upheld" : "report.dismissed", rq->id, body->reason,
            json_pack("{s:I}", "review_id", (json_int_t)report.review_id)) != 0)
        return fail(rq, P_DATABASE, "report %" PRIu64, rq->id);
    return report_show(rq);
}

int act_list(struct request *rq)
{
    struct page page;

    return reply_page(rq, listing_fetch(rq->db, rq->arena, rq->query, &page), &page);
}
