/* score_event.c - what ratings come to, told to the other services. */
#include "rating/score_event.h"

#include "core/event.h"
#include "core/request.h"

#include "core/banned.h"

#define ALBUMS_MOST 500 /* in one event */

static double weighted_of(const struct summary *summary)
{
    return summary_count(summary) == 0
               ? 0
               : score_of(&summary->sums, &summary->site).weighted;
}

int score_event_of_rating(struct request *rq, const struct rating_change *change)
{
    struct summary summary;

    if (summary_store_find(rq->db, rq->arena, change->album_id, &summary) != 0)
        return -1;
    return event_publish(
        rq, change->after == 0 ? "rating.removed" : "rating.set", change->rating_id,
        json_pack("{s:I, s:I, s:I, s:f, s:f}", "album_id", (json_int_t)change->album_id,
                  "half_stars", (json_int_t)change->after, "count",
                  (json_int_t)summary_count(&summary), "mean", summary_mean(&summary),
                  "weighted", weighted_of(&summary)));
}

static json_t *score_json(const struct summary *summary)
{
    return json_pack("{s:I, s:I, s:f, s:f}", "album_id", (json_int_t)summary->album_id,
                     "count", (json_int_t)summary_count(summary), "mean",
                     summary_mean(summary), "weighted", weighted_of(summary));
}

static int publish(struct request *rq, uint64_t subject, json_t *scores)
{
    return event_publish(rq, "scores.changed", subject,
                         json_pack("{s:o}", "scores", scores));
}

int score_event_of_user(struct request *rq, uint64_t user_id, uint64_t without)
{
    const struct summary *summaries;
    json_t *scores = NULL;
    struct rows rows;

    if (summary_store_of_user(rq->db, rq->arena, user_id, without, &rows) != 0)
        return -1;
    summaries = rows.items;
    for (size_t i = 0; i < rows.count; i++) {
        scores = scores == NULL ? json_array() : scores;
        json_array_append_new(scores, score_json(&summaries[i]));
        if (json_array_size(scores) < ALBUMS_MOST && i + 1 < rows.count)
            continue;
        if (publish(rq, user_id, scores) != 0)
            return -1;
        scores = NULL;
    }
    return 0;
}

int score_event_of_album(struct request *rq, uint64_t album_id)
{
    struct summary summary;

    if (summary_store_find(rq->db, rq->arena, album_id, &summary) != 0)
        return -1;
    summary.album_id = album_id;
    return publish(rq, album_id, json_pack("[o]", score_json(&summary)));
}
