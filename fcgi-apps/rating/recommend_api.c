/* recommend_api.c - /recommendations: what a user may like, and why. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "core/arena.h"
#include "core/problem.h"
#include "core/reply.h"
#include "rating/album_store.h"
#include "rating/dismissal_store.h"
#include "rating/model_store.h"
#include "rating/recommend_newcomer.h"
#include "rating/recommend_score.h"
#include "rating/routes.h"

#include "core/banned.h"

#define ENOUGH 5       /* ratings, below which the chart is a better guess */
#define CANDIDATES 500 /* of which some are owned or dismissed */
#define CANDIDATES_OF_GENRE 5000

static const struct filter filters[] = {
    FILTER("genre", BY_TEXT, NULL),
    FILTER("limit", BY_INT, NULL, .min = 1, .max = 100),
};
const struct listing recommendation_query = {FILTERS(filters)};

/* What the answer is made from. */
struct asked {
    struct request *rq;
    const char *genre; /* NULL: any */
    unsigned limit;
    struct model model;
    bool made; /* there is a model */
    struct rows rated;
};

static json_t *rounded(double value)
{
    return isnan(value) ? json_null() : json_real(round(value * 1e4) / 1e4);
}

static json_t *reasons_json(const struct reasons *reasons)
{
    json_t *list = json_array();

    for (size_t i = 0; i < reasons->count; i++)
        json_array_append_new(list,
                              json_pack("{s:I, s:f, s:o}", "album_id",
                                        (json_int_t)reasons->list[i].album_id, "rating",
                                        (double)reasons->list[i].rating / 2, "weight",
                                        rounded(reasons->list[i].weight)));
    return list;
}

static int answer(const struct asked *asked, json_t *list, const char *model)
{
    return reply_json(asked->rq, 200,
                      json_pack("{s:o, s:s, s:s?}", "recommendations", list, "model",
                                model, "generated_at",
                                asked->made ? asked->model.generated_at : NULL));
}

static json_t *one(uint64_t album_id, double predicted, double score, json_t *because)
{
    return json_pack("{s:I, s:o, s:o, s:o}", "album_id", (json_int_t)album_id,
                     "predicted_rating", rounded(predicted), "score", rounded(score),
                     "because", because);
}

/* From the chart, for somebody of whom little is known. */
static int answer_newcomer(const struct asked *asked)
{
    struct request *rq = asked->rq;
    const struct newcomer_pick *picks;
    json_t *list = json_array();
    size_t count;

    if (newcomer_picks(rq->db, rq->arena, rq->caller.id, asked->genre, asked->limit,
                       &picks, &count) != 0)
        return fail(rq, P_DATABASE, "chart for a newcomer");
    for (size_t i = 0; i < count; i++)
        json_array_append_new(list, one(picks[i].album_id, picks[i].weighted,
                                        picks[i].score, json_array()));
    return answer(asked, list, "chart");
}

static int answer_picks(const struct asked *asked, const struct rows *picks)
{
    struct arena *arena = asked->rq->arena;
    const struct model_pick *picked = picks->items;
    struct reasons *reasons = arena_alloc(arena, picks->count * sizeof *reasons);
    double *predicted = arena_alloc(arena, picks->count * sizeof *predicted);
    struct predictor predictor;
    json_t *list = json_array();

    if (reasons == NULL || predicted == NULL)
        return fail(asked->rq, P_UNAVAILABLE, "There is too much to do just now.");
    memcpy(&predictor, asked->model.predictor.at, sizeof predictor);
    score_reasons(&asked->model, &asked->rated, picks, reasons);
    score_predict(arena, &predictor, &asked->rated, picks, predicted);
    for (size_t i = 0; i < picks->count; i++)
        json_array_append_new(list, one(picked[i].album_id, predicted[i], picked[i].score,
                                        reasons_json(&reasons[i])));
    return answer(asked, list, asked->model.method);
}

/* Reads the model and the caller's ratings. 0 or -1. */
static int read_asked(struct asked *asked)
{
    struct request *rq = asked->rq;
    int found = model_store_live(rq->db, rq->arena, &asked->model);

    if (found < 0)
        return -1;
    asked->made = found == 1 && asked->model.predictor.length == sizeof(struct predictor);
    return model_store_rated(rq->db, rq->arena, asked->made ? asked->model.generation : 0,
                             rq->caller.id, &asked->rated);
}

int recommendation_list(struct request *rq)
{
    const struct db_arg *genre = query_value(rq->query, "genre");
    const struct db_arg *limit = query_value(rq->query, "limit");
    struct asked asked = {.rq = rq,
                          .genre = genre == NULL ? NULL : genre->bytes.at,
                          .limit = limit == NULL ? 20 : (unsigned)limit->integer};
    const char *candidates;
    struct rows picks;

    if (read_asked(&asked) != 0)
        return fail(rq, P_DATABASE, "recommendations");
    if (!asked.made || asked.rated.count < ENOUGH)
        return answer_newcomer(&asked);
    candidates = score_candidates(rq->arena, &asked.model, &asked.rated,
                                  asked.genre == NULL ? CANDIDATES : CANDIDATES_OF_GENRE);
    if (candidates == NULL)
        return fail(rq, P_UNAVAILABLE, "There is too much to do just now.");
    if (model_store_pick(rq->db, rq->arena, asked.model.generation, rq->caller.id,
                         candidates, asked.genre, asked.limit, &picks) != 0)
        return fail(rq, P_DATABASE, "recommendations");
    return picks.count == 0 ? answer_newcomer(&asked) : answer_picks(&asked, &picks);
}

int recommendation_model(struct request *rq)
{
    struct model model;
    int found = model_store_live(rq->db, rq->arena, &model);

    return reply_found(rq, found, "model", &model_shape, &model, 0);
}

int recommendation_dismiss(struct request *rq)
{
    struct known_album album;
    int found = album_store_find(rq->db, rq->arena, rq->id, &album);

    if (found == 0)
        return fail(rq, P_NOT_FOUND, "Nobody is recommended an album %" PRIu64 ".",
                    rq->id);
    if (found < 0 || dismissal_store_add(rq->db, rq->caller.id, rq->id) != 0)
        return fail(rq, P_DATABASE, "dismissal of %" PRIu64, rq->id);
    return reply_empty(rq, 204);
}

int recommendation_restore(struct request *rq)
{
    int removed = dismissal_store_remove(rq->db, rq->caller.id, rq->id);

    if (removed < 0)
        return fail(rq, P_DATABASE, "dismissal of %" PRIu64, rq->id);
    return removed == 0 ? fail(rq, P_NOT_FOUND,
                               "You have not dismissed album %" PRIu64 ".", rq->id)
                        : reply_empty(rq, 204);
}
