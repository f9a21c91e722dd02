/* model_choose.c - chooses the settings of the rating model on ratings set aside. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "generate/generate_random.h"
#include "model_rating.h"
#include "base/room.h"

#include "core/banned.h"

#define ASIDE 10       /* one of so many ratings is set aside */
#define ENOUGH 1000000 /* ratings to choose by */
#define UNSURE 0.3     /* deviation of the blend from what it usually is */

/* A part to fit by, and what was set aside. */
struct halves {
    struct matrix fit, fit_by_item, aside;
};

/* Keeps whole users until there are ENOUGH ratings, and deals their ratings out. */
static void deal(const struct matrix *by_user, uint64_t seed, struct halves *out)
{
    struct random random = random_start(seed, STREAM_SPLIT, 0);
    uint32_t *order = random_order(&random, by_user->rows);
    size_t all = matrix_count(by_user), counts[2] = {0, 0}, taken = 0;
    size_t room = all;
    struct triple *dealt[2];

    for (int i = 0; i < 2; i++)
        dealt[i] = room_for(room, sizeof *dealt[i]);
    for (uint32_t o = 0; o < by_user->rows && taken < ENOUGH; o++) {
        uint32_t u = order[o];

        for (size_t k = by_user->start[u]; k < by_user->start[u + 1]; k++, taken++) {
            int half = random_below(&random, ASIDE) == 0;

            dealt[half][counts[half]++] =
                (struct triple){u, by_user->column[k], by_user->value[k]};
        }
    }
    matrix_make(&out->fit, dealt[0], counts[0], by_user->rows, by_user->columns);
    matrix_make(&out->aside, dealt[1], counts[1], by_user->rows, by_user->columns);
    matrix_turn(&out->fit, &out->fit_by_item);
    for (int i = 0; i < 2; i++)
        free(dealt[i]);
    free(order);
}

static void halves_free(struct halves *halves)
{
    matrix_free(&halves->fit);
    matrix_free(&halves->fit_by_item);
    matrix_free(&halves->aside);
}

static double bias_error(const struct halves *halves, const struct bias *bias)
{
    double sum = 0;

    for (uint32_t u = 0; u < halves->aside.rows; u++)
        for (size_t k = halves->aside.start[u]; k < halves->aside.start[u + 1]; k++) {
            double e = (double)halves->aside.value[k] -
                       bias_of(bias, u, halves->aside.column[k]);

            sum += e * e;
        }
    return sum;
}

static void choose_bias(struct rating_settings *settings, const struct halves *halves)
{
    static const double user[] = {2, 4, 7, 12}, item[] = {1, 2, 4, 8};
    double best = INFINITY;

    for (unsigned i = 0; i < sizeof user / sizeof *user * 4; i++) {
        struct bias bias = {.user_damping = user[i / 4], .item_damping = item[i % 4]};
        double error;

        bias_fit(&bias, &halves->fit, &halves->fit_by_item);
        error = bias_error(halves, &bias);
        bias_free(&bias);
        if (error >= best)
            continue;
        best = error;
        settings->user_damping = user[i / 4];
        settings->item_damping = item[i % 4];
    }
}

/* How many neighbours count, and by what their mean is drawn to 0. */
static const double nearest[] = {15, 25, 40, 70}, dampings[] = {0.02, 0.1, 0.3, 1};
enum { NEAREST = sizeof nearest / sizeof *nearest, DAMPINGS = 4 };
struct near_errors {
    double of[NEAREST][DAMPINGS];
};

/* What is wrong with a rating's prediction, `left` being what the biases leave of it, for
   each number of neighbours and damping. */
static void add_near_errors(struct rating_model *model, const struct reader *reader,
                            uint32_t item, double left, struct near_errors *errors)
{
    for (unsigned n = 0; n < NEAREST; n++) {
        struct near_sum sum;

        model->predictor.near_most = nearest[n];
        reader_near(reader, item, &sum);
        for (unsigned d = 0; d < DAMPINGS; d++) {
            double e;

            model->predictor.near_damping = dampings[d];
            e = left - near_sum_mean(&model->predictor, &sum);
            errors->of[n][d] += e * e;
        }
    }
}

/* Squared errors of biases and neighbours over what was set aside. */
static void find_near_errors(const struct halves *halves, struct rating_model *model,
                             struct near_errors *errors)
{
    const struct matrix *aside = &halves->aside;
    struct reader reader;

    memset(errors, 0, sizeof *errors);
    reader_open(&reader, model);
    for (uint32_t u = 0; u < aside->rows; u++) {
        size_t from = halves->fit.start[u];

        if (matrix_row(aside, u) == 0)
            continue;
        reader_user(&reader, halves->fit.column + from, halves->fit.value + from,
                    matrix_row(&halves->fit, u));
        for (size_t k = aside->start[u]; k < aside->start[u + 1]; k++)
            add_near_errors(model, &reader, aside->column[k],
                            (double)aside->value[k] - model->predictor.mean -
                                reader.taste.bias -
                                (double)model->bias.item[aside->column[k]],
                            errors);
    }
    reader_close(&reader);
}

/* Neighbours for one shrinkage, and the best of their numbers and dampings. */
static double try_shrinkage(struct rating_settings *settings, const struct halves *halves,
                            struct rating_model *model, double shrinkage)
{
    struct near_errors errors;
    double best = INFINITY;

    settings->shrinkage = shrinkage;
    find_near_errors(halves, model, &errors);
    for (unsigned n = 0; n < NEAREST; n++)
        for (unsigned d = 0; d < DAMPINGS; d++) {
            if (errors.of[n][d] >= best)
                continue;
            best = errors.of[n][d];
            settings->near_most = (unsigned)nearest[n];
            settings->near_damping = dampings[d];
        }
    return best;
}

/* Leaves the model with the neighbours of the settings chosen. */
static void choose_near(struct rating_settings *settings, const struct halves *halves,
                        struct rating_model *model)
{
    static const double shrinkages[] = {10, 30, 100, 300};
    struct rating_settings tried = *settings;
    struct matrix left, left_by_item;
    double best = INFINITY;

    bias_residuals(&model->bias, &halves->fit, &left);
    matrix_turn(&left, &left_by_item);
    neighbours_free(&model->near);
    for (unsigned i = 0; i < sizeof shrinkages / sizeof *shrinkages; i++) {
        struct near_settings near = {shrinkages[i], NEIGHBOURS_KEPT};
        struct neighbours before = model->near;
        double error;

        near_fit(&model->near, &left, &left_by_item, &near);
        error = try_shrinkage(&tried, halves, model, shrinkages[i]);
        if (error < best) {
            best = error;
            *settings = tried;
        } else {
            neighbours_free(&model->near);
            model->near = before;
            break; /* what is worse than a lesser one is not followed by better ones */
        }
        neighbours_free(&before);
    }
    model->predictor.near_most = settings->near_most;
    model->predictor.near_damping = settings->near_damping;
    matrix_free(&left);
    matrix_free(&left_by_item);
}

/* Adds one rating that was set aside to the normal equations of the blend. */
static void add_aside(const struct reader *reader, uint32_t item, double stars,
                      double *matrix, double *vector)
{
    double columns[BLEND], left;
    struct near_sum sum;

    reader_near(reader, item, &sum);
    left = stars - reader->model->predictor.mean - reader->taste.bias -
           (double)reader->model->bias.item[item];
    blend_columns(taste_times(&reader->taste, factors_of(&reader->model->factors, item)),
                  near_sum_mean(&reader->model->predictor, &sum), &reader->taste,
                  columns);
    for (unsigned i = 0; i < BLEND; i++) {
        vector[i] += columns[i] * left;
        for (unsigned j = 0; j <= i; j++)
            matrix[(size_t)i * (i + 1) / 2 + j] += columns[i] * columns[j];
    }
}

/* Ridge regression of what the biases leave over on the columns of the blend, drawn to
   what the blend usually is. */
static void choose_blend(struct rating_settings *settings, const struct halves *halves,
                         const struct rating_model *model)
{
    static const double usual[BLEND] = {0.7, 0.3};
    double matrix[BLEND * (BLEND + 1) / 2] = {0}, vector[BLEND] = {0};
    double penalty = model->predictor.noise / (UNSURE * UNSURE);
    struct reader reader;

    reader_open(&reader, model);
    for (uint32_t u = 0; u < halves->aside.rows; u++) {
        size_t from = halves->fit.start[u];

        if (matrix_row(&halves->aside, u) == 0)
            continue;
        reader_user(&reader, halves->fit.column + from, halves->fit.value + from,
                    matrix_row(&halves->fit, u));
        for (size_t k = halves->aside.start[u]; k < halves->aside.start[u + 1]; k++)
            add_aside(&reader, halves->aside.column[k], (double)halves->aside.value[k],
                      matrix, vector);
    }
    reader_close(&reader);
    for (unsigned i = 0; i < BLEND; i++) {
        matrix[(size_t)i * (i + 1) / 2 + i] += penalty;
        vector[i] += penalty * usual[i];
    }
    if (cholesky(matrix, BLEND) == 0)
        cholesky_solve(matrix, BLEND, vector);
    memcpy(settings->blend, vector, sizeof vector);
}

void rating_settings_choose(struct rating_settings *settings,
                            const struct matrix *by_user, uint64_t seed)
{
    struct rating_model model;
    struct halves halves;

    *settings = (struct rating_settings){.rounds = 30, .shrinkage = 100, .near_most = 40};
    deal(by_user, seed, &halves);
    choose_bias(settings, &halves);
    rating_model_fit(&model, &halves.fit, settings, seed);
    choose_near(settings, &halves, &model);
    choose_blend(settings, &halves, &model);
    rating_model_free(&model);
    halves_free(&halves);
}
