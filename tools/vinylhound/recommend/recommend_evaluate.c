/* recommend_evaluate.c - how good the models are on given ratings. */
#include "recommend_evaluate.h"

#include <math.h>
#include <stdlib.h>

#include "command.h"
#include "generate/generate_random.h"
#include "model_ranking.h"
#include "positives.h"
#include "base/room.h"
#include "base/stage.h"

#include "core/banned.h"

/* The ratings without those of a fold, and the fold. */
static void take_fold(const struct triple *triples, const uint32_t *order, size_t count,
                      uint32_t fold, const struct matrix *like, struct matrix *have,
                      struct matrix *aside)
{
    struct triple *dealt[2];
    size_t counts[2] = {0, 0};

    for (int i = 0; i < 2; i++)
        dealt[i] = room_for(count, sizeof *dealt[i]);
    for (size_t i = 0; i < count; i++) {
        int side = i % FOLDS == fold;

        dealt[side][counts[side]++] = triples[order[i]];
    }
    matrix_make(have, dealt[0], counts[0], like->rows, like->columns);
    matrix_make(aside, dealt[1], counts[1], like->rows, like->columns);
    for (int i = 0; i < 2; i++)
        free(dealt[i]);
}

static void add_error(struct error_sums *sums, double error)
{
    sums->squares += error * error;
    sums->absolute += fabs(error);
    sums->count++;
}

/* Nothing is predicted below what the scale has: 1 where stars are whole. */
static void predict_fold(struct evaluation *out, const struct rating_model *model,
                         const struct matrix *have, const struct matrix *aside)
{
    double least = (double)matrix_least(have);
    struct reader reader;

    reader_open(&reader, model);
    for (uint32_t u = 0; u < aside->rows; u++) {
        if (matrix_row(aside, u) == 0)
            continue;
        reader_user(&reader, have->column + have->start[u], have->value + have->start[u],
                    matrix_row(have, u));
        for (size_t k = aside->start[u]; k < aside->start[u + 1]; k++)
            for (int part = 0; part < PARTS; part++)
                add_error(&out->parts[part],
                          (double)aside->value[k] -
                              fmax(least, reader_predict(&reader, aside->column[k],
                                                         (enum rating_part)part)));
    }
    reader_close(&reader);
}

static void evaluate_ratings(struct evaluation *out, const struct matrix *by_user,
                             uint64_t seed, unsigned folds)
{
    struct random random = random_start(seed, STREAM_SPLIT, 0);
    size_t count = matrix_count(by_user);
    struct triple *triples = matrix_triples(by_user);
    uint32_t *order = random_order(&random, (uint32_t)count);

    for (uint32_t fold = 0; fold < folds; fold++) {
        double before = out->parts[PART_BLEND].squares;
        size_t had = out->parts[PART_BLEND].count;
        struct matrix have, aside;
        struct rating_model model;

        stage("predicted ratings: part %u of %u: choosing settings", fold + 1, folds);
        take_fold(triples, order, count, fold, by_user, &have, &aside);
        rating_settings_choose(&out->rating_settings, &have, seed + fold);
        stage("predicted ratings: part %u of %u", fold + 1, folds);
        rating_model_fit(&model, &have, &out->rating_settings, seed + fold);
        predict_fold(out, &model, &have, &aside);
        out->rmse[fold] = sqrt((out->parts[PART_BLEND].squares - before) /
                               (double)(out->parts[PART_BLEND].count - had));
        rating_model_free(&model);
        matrix_free(&have);
        matrix_free(&aside);
    }
    free(order);
    free(triples);
}

static bool evaluate_ranking(struct evaluation *out, const struct matrix *by_user,
                             const struct evaluation_wish *wish)
{
    struct matrix positives, have, aside;
    struct neighbours weights;
    bool fitted;

    positives_take(by_user, wish->counts, &positives, NULL);
    out->users = positives.rows;
    out->items = positives.columns;
    out->positives = matrix_count(&positives);
    if (out->positives == 0) {
        matrix_free(&positives);
        return true;
    }
    positives_split(&positives, 5, wish->seed, &have, &aside);
    stage("lists: choosing settings");
    linear_choose(&out->linear_settings, &have, linear_most_items(wish->megabytes),
                  wish->seed);
    stage("lists: fitting and ranking %u items", positives.columns);
    ranking_of_popularity(&out->popularity, &have, &aside);
    fitted = linear_fit(&weights, &have, &out->linear_settings,
                        linear_kept(positives.columns, wish->kept));
    if (fitted)
        ranking_of_weights(&out->model, &weights, &out->linear_settings, &have, &aside,
                           UINT32_MAX - 1);
    neighbours_free(&weights);
    matrix_free(&positives);
    matrix_free(&have);
    matrix_free(&aside);
    return fitted;
}

bool evaluate(struct evaluation *out, const struct matrix *by_user,
              const struct evaluation_wish *wish)
{
    double began = stage_seconds(), between;
    bool ranked;

    *out = (struct evaluation){0};
    if (!wish->counts)
        evaluate_ratings(out, by_user, wish->seed, wish->folds);
    between = stage_seconds();
    out->rating_seconds = between - began;
    ranked = evaluate_ranking(out, by_user, wish);
    out->ranking_seconds = stage_seconds() - between;
    out->megabytes = room_peak_mb();
    stage_end();
    return ranked;
}
