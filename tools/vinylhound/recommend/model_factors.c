/* model_factors.c - what users' tastes and items have in common. */
#include "model_factors.h"

#include <stdlib.h>
#include <string.h>

#include "generate/generate_random.h"
#include "base/room.h"

#include "core/banned.h"

#define BEGIN                                                                            \
    0.25 /* deviation of items' factors to begin with, as 1 / FACTORS has it             \
          */
#define SETTLED                                                                          \
    3 /* rounds before variances are learnt: at first all looks like noise               \
       */

#define PACKED(i, j) ((size_t)(i) * ((i) + 1) / 2 + (j))

/* Normal equations of an item, gathered while the users are gone through. */
struct sums {
    float vector[FACTORS];
    float matrix[SPREADS];
};

struct fit {
    struct factors *factors;
    struct predictor *model;
    const struct matrix *by_user;
    struct sums *items;
    double squares[FACTORS]; /* of users' factors, with their variance */
    double errors;           /* expected, squared */
    uint32_t users;          /* who have rated */
};

/* A user's factors: the solution and the inverse of their normal equations. */
struct posterior {
    double mean[FACTORS];
    double spread[SPREADS];
};

/* Of A = L L', the inverse of A times `scale`, column by column. */
static void invert(const double *factor, double scale, double *inverse)
{
    for (unsigned j = 0; j < FACTORS; j++) {
        double column[FACTORS] = {0};

        column[j] = 1;
        cholesky_solve(factor, FACTORS, column);
        for (unsigned i = j; i < FACTORS; i++)
            inverse[PACKED(i, j)] = column[i] * scale;
    }
}

static void infer_user(const struct fit *fit, uint32_t user, struct posterior *out)
{
    const struct matrix *users = fit->by_user;
    double matrix[SPREADS] = {0};

    memset(out, 0, sizeof *out);
    for (size_t k = users->start[user]; k < users->start[user + 1]; k++) {
        const float *q = factors_of(fit->factors, users->column[k]);
        double e = (double)users->value[k];

        for (unsigned i = 0; i < FACTORS; i++) {
            out->mean[i] += e * (double)q[i];
            for (unsigned j = 0; j <= i; j++)
                matrix[PACKED(i, j)] += (double)(q[i] * q[j] + q[FACTORS + PACKED(i, j)]);
        }
    }
    for (unsigned i = 0; i < FACTORS; i++)
        matrix[PACKED(i, i)] += fit->model->precision[i] * fit->model->noise;
    if (cholesky(matrix, FACTORS) != 0)
        return;
    cholesky_solve(matrix, FACTORS, out->mean);
    invert(matrix, fit->model->noise, out->spread);
}

/* E[(e - p q)^2] = e^2 - 2 e p.q + sum of E[p p'] E[q q'] over all places. */
static double expected_error(double e, const struct posterior *p, const float *q)
{
    double product = 0, squares = 0;

    for (unsigned i = 0; i < FACTORS; i++) {
        product += p->mean[i] * (double)q[i];
        for (unsigned j = 0; j <= i; j++) {
            double pp = p->mean[i] * p->mean[j] + p->spread[PACKED(i, j)];
            double qq = (double)(q[i] * q[j] + q[FACTORS + PACKED(i, j)]);

            squares += i == j ? pp * qq : 2 * pp * qq;
        }
    }
    return e * e - 2 * e * product + squares;
}

/* What a user tells of the items they rated. */
static void tell_items(struct fit *fit, uint32_t user, const struct posterior *p)
{
    const struct matrix *users = fit->by_user;

    for (size_t k = users->start[user]; k < users->start[user + 1]; k++) {
        struct sums *sums = &fit->items[users->column[k]];
        double e = (double)users->value[k];

        for (unsigned i = 0; i < FACTORS; i++) {
            sums->vector[i] += (float)(e * p->mean[i]);
            for (unsigned j = 0; j <= i; j++)
                sums->matrix[PACKED(i, j)] +=
                    (float)(p->mean[i] * p->mean[j] + p->spread[PACKED(i, j)]);
        }
        fit->errors += expected_error(e, p, factors_of(fit->factors, users->column[k]));
    }
}

static void go_through_users(struct fit *fit)
{
    memset(fit->items, 0, fit->factors->items * sizeof *fit->items);
    memset(fit->squares, 0, sizeof fit->squares);
    fit->errors = 0;
    fit->users = 0;
    for (uint32_t u = 0; u < fit->by_user->rows; u++) {
        struct posterior p;

        if (matrix_row(fit->by_user, u) == 0)
            continue;
        infer_user(fit, u, &p);
        tell_items(fit, u, &p);
        for (unsigned i = 0; i < FACTORS; i++)
            fit->squares[i] += p.mean[i] * p.mean[i] + p.spread[PACKED(i, i)];
        fit->users++;
    }
}

/* Items' prior variance is 1 / FACTORS, which fixes the scale that users' factors then
   have. */
static void solve_item(const struct fit *fit, uint32_t item)
{
    const struct sums *sums = &fit->items[item];
    float *q = fit->factors->item + (size_t)item * FACTOR_FLOATS;
    double matrix[SPREADS], mean[FACTORS], spread[SPREADS];

    for (unsigned i = 0; i < SPREADS; i++)
        matrix[i] = (double)sums->matrix[i];
    for (unsigned i = 0; i < FACTORS; i++) {
        mean[i] = (double)sums->vector[i];
        matrix[PACKED(i, i)] += FACTORS * fit->model->noise;
    }
    if (cholesky(matrix, FACTORS) != 0)
        return;
    cholesky_solve(matrix, FACTORS, mean);
    invert(matrix, fit->model->noise, spread);
    for (unsigned i = 0; i < FACTORS; i++)
        q[i] = (float)mean[i];
    for (unsigned i = 0; i < SPREADS; i++)
        q[FACTORS + i] = (float)spread[i];
}

static void begin(struct fit *fit, uint64_t seed)
{
    struct random random = random_start(seed, STREAM_SPLIT, 0);
    struct factors *factors = fit->factors;

    factors->items = fit->by_user->columns;
    factors->item = room_for((size_t)factors->items * FACTOR_FLOATS, sizeof(float));
    for (uint32_t item = 0; item < factors->items; item++)
        for (unsigned i = 0; i < FACTORS; i++)
            factors->item[(size_t)item * FACTOR_FLOATS + i] =
                (float)(random_normal(&random) * BEGIN);
    for (unsigned i = 0; i < FACTORS; i++)
        fit->model->precision[i] = 8;
    fit->model->noise = 0.8;
}

void factors_fit(struct factors *factors, struct predictor *model,
                 const struct matrix *by_user, unsigned rounds, uint64_t seed)
{
    struct fit fit = {.factors = factors, .model = model, .by_user = by_user};
    double count = (double)matrix_count(by_user);

    begin(&fit, seed);
    fit.items = room_for(factors->items, sizeof *fit.items);
    for (unsigned round = 0; round < rounds && count > 0; round++) {
        go_through_users(&fit);
        for (uint32_t item = 0; item < factors->items; item++)
            solve_item(&fit, item);
        for (unsigned i = 0; i < FACTORS; i++)
            if (round >= SETTLED)
                model->precision[i] = fit.users / (fit.squares[i] + 1e-9);
        model->noise = fit.errors / count + 1e-6;
    }
    free(fit.items);
}

void factors_free(struct factors *factors)
{
    free(factors->item);
    factors->item = NULL;
}
