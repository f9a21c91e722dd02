/* burst_watch.c - holding ratings out of the score, and letting them in again. */
#include "rating/burst_watch.h"

#include <string.h>

#include "core/event.h"
#include "core/request.h"
#include "rating/chart_store.h"
#include "rating/score_event.h"
#include "rating/summary_store.h"

#include "core/banned.h"

#define HIGH_FROM 9 /* half-stars */
#define LOW_TO 3

/* The rating in the sums, or out of them. 0 or -1. */
static int count(struct request *rq, uint64_t album_id, const struct member *member,
                 bool in)
{
    const struct rating_change change = {.user_id = member->user_id,
                                         .album_id = album_id,
                                         .before = in ? 0 : member->rating,
                                         .after = in ? member->rating : 0,
                                         .weight = member->weight};

    if (summary_store_add(rq->db, &change) != 0)
        return -1;
    return chart_store_follow(rq->db, album_id, in ? 1 : -1, member->created_at);
}

static int hold_all(struct request *rq, uint64_t id, uint64_t album_id,
                    const struct rows *rows)
{
    const struct member *members = rows->items;

    for (size_t i = 0; i < rows->count; i++)
        if (members[i].held == 0 && (burst_store_hold(rq->db, id, &members[i]) != 0 ||
                                     count(rq, album_id, &members[i], false) != 0))
            return -1;
    return score_event_of_album(rq, album_id);
}

/* The one rating, to a burst there is. 0 or -1. */
static int join(struct request *rq, uint64_t id, const struct rating *rating,
                const struct rows *suspects)
{
    const struct member *all = suspects->items;

    for (size_t i = 0; i < suspects->count; i++)
        if (all[i].rating_id == rating->id)
            return hold_all(rq, id, rating->album_id,
                            &(struct rows){(void *)(uintptr_t)&all[i], 1});
    return 0;
}

/* Whether they are a burst with this one, and if so, all of them. 0 or -1. */
static int find(struct request *rq, uint64_t album_id, enum burst direction,
                const struct rows *suspects)
{
    struct burst_evidence evidence;
    uint64_t id;

    if (suspects->count < BURST_LEAST)
        return 0;
    if (burst_store_evidence(rq->db, rq->arena, album_id, &evidence) != 0)
        return -1;
    if (burst_in(&evidence.counts, &evidence.site) != direction)
        return 0;
    if (burst_store_add(rq->db, album_id, direction == BURST_HIGH ? "high" : "low",
                        &id) != 0 ||
        hold_all(rq, id, album_id, suspects) != 0)
        return -1;
    return event_publish(rq, "burst.found", id,
                         json_pack("{s:I, s:I}", "album_id", (json_int_t)album_id,
                                   "ratings", (json_int_t)suspects->count));
}

int burst_watch(struct request *rq, const struct rating *rating)
{
    enum burst direction = rating->rating >= HIGH_FROM ? BURST_HIGH
                           : rating->rating <= LOW_TO  ? BURST_LOW
                                                       : BURST_NONE;
    const char *name = direction == BURST_HIGH ? "high" : "low";
    struct burst_row burst;
    struct rows suspects;
    int young, known;

    if (direction == BURST_NONE || rating->held != 0)
        return 0;
    young = burst_store_is_young(rq->db, rq->arena, rating->user_id);
    if (young != 1)
        return young;
    if (burst_store_suspects(rq->db, rq->arena, rating->album_id, direction, &suspects) !=
        0)
        return -1;
    known = burst_store_of_member(rq->db, rq->arena, rating->album_id, rating->user_id,
                                  &burst);
    if (known == 0)
        known = burst_store_latest(rq->db, rq->arena, rating->album_id, name, &burst);
    if (known < 0)
        return -1;
    if (known == 1 && strcmp(burst.state, "released") == 0)
        return 0;
    return known == 1 ? join(rq, burst.id, rating, &suspects)
                      : find(rq, rating->album_id, direction, &suspects);
}

static int lock_members(struct request *rq, const struct burst_row *burst,
                        struct rows *members)
{
    const struct rating_change change = {.album_id = burst->album_id};

    return summary_store_lock(rq->db, rq->arena, &change, false) != 0
               ? -1
               : burst_store_members(rq->db, rq->arena, burst->id, members);
}

int burst_release(struct request *rq, const struct burst_row *burst)
{
    const struct member *members;
    struct rows rows;

    if (lock_members(rq, burst, &rows) != 0)
        return -1;
    members = rows.items;
    for (size_t i = 0; i < rows.count; i++)
        if (members[i].held == burst->id &&
            (burst_store_let_go(rq->db, &members[i]) != 0 ||
             count(rq, burst->album_id, &members[i], true) != 0))
            return -1;
    return score_event_of_album(rq, burst->album_id);
}

int burst_hold_again(struct request *rq, const struct burst_row *burst)
{
    struct rows rows;

    if (lock_members(rq, burst, &rows) != 0)
        return -1;
    return hold_all(rq, burst->id, burst->album_id, &rows);
}
