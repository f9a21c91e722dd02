/* model_rating.c - the model that predicts ratings. */
#include "model_rating.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/room.h"

#include "core/banned.h"

void rating_model_fit(struct rating_model *model, const struct matrix *by_user,
                      const struct rating_settings *settings, uint64_t seed)
{
    struct near_settings near = {settings->shrinkage, NEIGHBOURS_KEPT};
    struct matrix by_item, left, left_by_item;

    *model = (struct rating_model){
        .bias = {.user_damping = settings->user_damping,
                 .item_damping = settings->item_damping}
    };
    matrix_turn(by_user, &by_item);
    bias_fit(&model->bias, by_user, &by_item);
    matrix_free(&by_item);
    bias_residuals(&model->bias, by_user, &left);
    factors_fit(&model->factors, &model->predictor, &left, settings->rounds, seed);
    matrix_turn(&left, &left_by_item);
    near_fit(&model->near, &left, &left_by_item, &near);
    matrix_free(&left_by_item);
    matrix_free(&left);
    model->predictor.mean = model->bias.mean;
    model->predictor.user_damping = settings->user_damping;
    model->predictor.near_most = settings->near_most;
    model->predictor.near_damping = settings->near_damping;
    memcpy(model->predictor.blend, settings->blend, sizeof settings->blend);
}

void rating_model_free(struct rating_model *model)
{
    bias_free(&model->bias);
    factors_free(&model->factors);
    neighbours_free(&model->near);
}

void reader_open(struct reader *reader, const struct rating_model *model)
{
    uint32_t items = model->factors.items;

    *reader = (struct reader){.model = model};
    reader->rated = room_for(items, sizeof *reader->rated);
    reader->residual = room_for(items, sizeof *reader->residual);
    for (uint32_t i = 0; i < items; i++)
        reader->residual[i] = NAN;
}

void reader_close(struct reader *reader)
{
    free(reader->rated);
    free(reader->residual);
}

void reader_user(struct reader *reader, const uint32_t *items, const float *stars,
                 size_t count)
{
    const struct rating_model *model = reader->model;

    for (size_t i = 0; i < reader->count; i++)
        reader->residual[reader->items[i]] = NAN;
    for (size_t i = 0; i < count; i++)
        reader->rated[i] = (struct rated){stars[i], model->bias.item[items[i]],
                                          factors_of(&model->factors, items[i])};
    taste_of(&model->predictor, reader->rated, count, &reader->taste);
    for (size_t i = 0; i < count; i++)
        reader->residual[items[i]] =
            (float)((double)stars[i] - model->bias.mean - reader->taste.bias -
                    (double)model->bias.item[items[i]]);
    reader->items = items;
    reader->count = count;
}

void reader_near(const struct reader *reader, uint32_t item, struct near_sum *sum)
{
    const struct neighbours *near = &reader->model->near;
    const struct neighbour *list = neighbours_of(near, item);

    *sum = (struct near_sum){0};
    for (uint32_t i = 0;
         i < near->count[item] && !near_sum_full(&reader->model->predictor, sum); i++)
        if (!isnan(reader->residual[list[i].item]))
            near_sum_add(sum, (double)list[i].weight,
                         (double)reader->residual[list[i].item]);
}

double reader_predict(const struct reader *reader, uint32_t item, enum rating_part part)
{
    const struct predictor *model = &reader->model->predictor;
    const float *factors = factors_of(&reader->model->factors, item);
    double bias = (double)reader->model->bias.item[item], stars;
    struct near_sum sum;

    reader_near(reader, item, &sum);
    stars = model->mean + bias + (part == PART_ITEM_MEAN ? 0 : reader->taste.bias);
    if (part == PART_BLEND)
        return predict(model, &reader->taste, bias, factors, &sum);
    if (part == PART_NEAR)
        stars += near_sum_mean(model, &sum);
    if (part == PART_FACTORS)
        stars += taste_times(&reader->taste, factors);
    return fmin(5, fmax(0.5, stars));
}
