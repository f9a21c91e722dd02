/* summary_api.c - GET /ratings/summary: the score of an album and what it is made of. */
#include <math.h>
#include <stdio.h>

#include "core/problem.h"
#include "core/reply.h"
#include "rating/routes.h"
#include "rating/summary_store.h"

#include "core/banned.h"

static json_t *stars(double value)
{
    return json_real(round(value * 1e4) / 1e4);
}

static json_t *histogram(const struct summary *summary)
{
    json_t *object = json_object();
    char key[8];

    for (int step = 0; step < STEPS; step++) {
        snprintf(key, sizeof key, "%.1f", (step + 1) / 2.0);
        json_object_set_new(object, key, json_integer(summary->n[step]));
    }
    return object;
}

int summary_show(struct request *rq)
{
    uint64_t album_id = query_value(rq->query, "album_id")->uint;
    struct summary summary;
    struct score score;
    bool rated;

    if (summary_store_find(rq->db, rq->arena, album_id, &summary) != 0)
        return fail(rq, P_DATABASE, "summary");
    score = score_of(&summary.sums, &summary.site);
    rated = summary_count(&summary) > 0;
    return reply_resource(
        rq, 200,
        json_pack("{s:I, s:I, s:o, s:o, s:o, s:o, s:o}", "album_id", (json_int_t)album_id,
                  "count", (json_int_t)summary_count(&summary), "mean",
                  rated ? stars(summary_mean(&summary)) : json_null(), "weighted",
                  rated ? stars(score.weighted) : json_null(), "prior",
                  stars(summary.site.prior), "interval",
                  rated ? json_pack("[o, o]", stars(score.low), stars(score.high))
                        : json_null(),
                  "histogram", histogram(&summary)),
        0);
}
