/* model_factors.c - what users' tastes and items have in common. */
#include "model_factors.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "generate/generate_random.h"
#include "base/room.h"
#include "base/work_share.h"

#include "core/banned.h"

#define BEGIN                                                                            \
    0.25 /* deviation of items' factors to begin with, as 1 / FACTORS has it             \
          */
#define SETTLED                                                                          \
    3 /* rounds before variances are learnt: at first all looks like noise               \
       */
#define STILL                                                                            \
    0.0002 /* change of the noise in a round, below which no more are needed             \
            */

#define PACKED(i, j) ((size_t)(i) * ((i) + 1) / 2 + (j))

/* Normal equations of an item, gathered while the users are gone through. */
struct sums {
    float vector[FACTORS];
    float matrix[SPREADS];
};

/* Some of the users, whom one thread goes through, and what they tell of the items: which
   they are depends on the ratings alone, so that the result is the same on any machine.
 */
enum { LANES_MOST = 4, LANES_LEAST = 2, ITEMS_FEW = 50000 };
struct lane {
    uint32_t from, to;
    struct sums *items;
    double squares[FACTORS]; /* of users' factors, with their variance */
    uint32_t users;          /* who have rated */
};

/* While it is fitted, an item's floats are its mean and E[q q'], not the covariance. */
struct fit {
    struct factors *factors;
    struct predictor *model;
    const struct matrix *by_user;
    struct lane lanes[LANES_MOST];
    unsigned lane_count;
    double *errors; /* expected, squared, of each item's ratings but for their squares */
};

/* A user's factors: mean and E[p p']. */
struct posterior {
    float mean[FACTORS];
    float square[SPREADS];
};

/* Adds `by` times what is at `from`. */
static inline void add(float *restrict to, const float *restrict from, float by,
                       unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        to[i] += by * from[i];
}

/* Of A = L L', the inverse of A times `scale`: T' T, T being the inverse of L. */
static void invert(const double *factor, double scale, double *inverse)
{
    double t[SPREADS];

    for (unsigned i = 0; i < FACTORS; i++) {
        t[PACKED(i, i)] = 1 / factor[PACKED(i, i)];
        for (unsigned j = 0; j < i; j++) {
            double sum = 0;

            for (unsigned k = j; k < i; k++)
                sum -= factor[PACKED(i, k)] * t[PACKED(k, j)];
            t[PACKED(i, j)] = sum * t[PACKED(i, i)];
        }
    }
    for (unsigned i = 0; i < FACTORS; i++)
        for (unsigned j = 0; j <= i; j++) {
            double sum = 0;

            for (unsigned k = i; k < FACTORS; k++)
                sum += t[PACKED(k, i)] * t[PACKED(k, j)];
            inverse[PACKED(i, j)] = sum * scale;
        }
}

/* The mean and E[x x'] that solve normal equations whose diagonal `precision` is added
   to. False, *mean and *square untouched, if they have no solution. */
static bool solve(const struct sums *sums, const double *precision, double noise,
                  float *mean, float *square)
{
    double matrix[SPREADS], vector[FACTORS], spread[SPREADS];

    for (unsigned i = 0; i < SPREADS; i++)
        matrix[i] = (double)sums->matrix[i];
    for (unsigned i = 0; i < FACTORS; i++) {
        vector[i] = (double)sums->vector[i];
        matrix[PACKED(i, i)] += precision[i] * noise;
    }
    if (cholesky(matrix, FACTORS) != 0)
        return false;
    cholesky_solve(matrix, FACTORS, vector);
    invert(matrix, noise, spread);
    for (unsigned i = 0; i < FACTORS; i++) {
        mean[i] = (float)vector[i];
        for (unsigned j = 0; j <= i; j++)
            square[PACKED(i, j)] = (float)(vector[i] * vector[j] + spread[PACKED(i, j)]);
    }
    return true;
}

static bool infer_user(const struct fit *fit, uint32_t user, struct posterior *out)
{
    const struct matrix *users = fit->by_user;
    struct sums sums = {{0}, {0}};

    for (size_t k = users->start[user]; k < users->start[user + 1]; k++) {
        const float *q = factors_of(fit->factors, users->column[k]);

        add(sums.vector, q, users->value[k], FACTORS);
        add(sums.matrix, q + FACTORS, 1, SPREADS);
    }
    return solve(&sums, fit->model->precision, fit->model->noise, out->mean, out->square);
}

/* What a user tells of the items they rated. */
static void tell_items(const struct fit *fit, struct lane *lane, uint32_t user,
                       const struct posterior *p)
{
    const struct matrix *users = fit->by_user;

    for (size_t k = users->start[user]; k < users->start[user + 1]; k++) {
        struct sums *sums = &lane->items[users->column[k]];

        add(sums->vector, p->mean, users->value[k], FACTORS);
        add(sums->matrix, p->square, 1, SPREADS);
    }
}

static void go_through_users(void *context, uint32_t from, uint32_t to)
{
    struct fit *fit = context;

    for (uint32_t l = from; l < to; l++) {
        struct lane *lane = &fit->lanes[l];

        memset(lane->items, 0, fit->factors->items * sizeof *lane->items);
        memset(lane->squares, 0, sizeof lane->squares);
        lane->users = 0;
        for (uint32_t u = lane->from; u < lane->to; u++) {
            struct posterior p;

            if (matrix_row(fit->by_user, u) == 0 || !infer_user(fit, u, &p))
                continue;
            tell_items(fit, lane, u, &p);
            for (unsigned i = 0; i < FACTORS; i++)
                lane->squares[i] += (double)p.square[PACKED(i, i)];
            lane->users++;
        }
    }
}

/* The part of E[(e - p q)^2] = e^2 - 2 e p.q + sum of E[p p'] E[q q'] over all places
   that is behind e^2, over all of an item's ratings. */
static double expected_error(const struct sums *sums, const float *q)
{
    double product = 0, all = 0, diagonal = 0;

    for (unsigned i = 0; i < FACTORS; i++) {
        product += (double)sums->vector[i] * (double)q[i];
        diagonal +=
            (double)sums->matrix[PACKED(i, i)] * (double)q[FACTORS + PACKED(i, i)];
    }
    for (unsigned i = 0; i < SPREADS; i++)
        all += (double)sums->matrix[i] * (double)q[FACTORS + i];
    return 2 * all - diagonal - 2 * product;
}

/* Items' prior variance is 1 / FACTORS, which fixes the scale that users' factors then
   have. */
static void solve_items(void *context, uint32_t from, uint32_t to)
{
    struct fit *fit = context;
    double precision[FACTORS];

    for (unsigned i = 0; i < FACTORS; i++)
        precision[i] = FACTORS;
    for (uint32_t item = from; item < to; item++) {
        float *q = fit->factors->item + (size_t)item * FACTOR_FLOATS;
        struct sums sums = fit->lanes[0].items[item];

        for (unsigned l = 1; l < fit->lane_count; l++) {
            add(sums.vector, fit->lanes[l].items[item].vector, 1, FACTORS);
            add(sums.matrix, fit->lanes[l].items[item].matrix, 1, SPREADS);
        }
        fit->errors[item] = expected_error(&sums, q);
        solve(&sums, precision, fit->model->noise, q, q + FACTORS);
    }
}

/* Lanes of about as many ratings each. */
static void part_users(struct fit *fit)
{
    const struct matrix *users = fit->by_user;
    uint32_t u = 0;

    fit->lane_count = fit->factors->items > ITEMS_FEW ? LANES_LEAST : LANES_MOST;
    for (unsigned l = 0; l < fit->lane_count; l++) {
        struct lane *lane = &fit->lanes[l];

        lane->items = room_for(fit->factors->items, sizeof *lane->items);
        lane->from = u;
        while (u < users->rows &&
               (l + 1 == fit->lane_count ||
                users->start[u] * fit->lane_count < matrix_count(users) * (l + 1)))
            u++;
        lane->to = u;
    }
}

static void begin(struct fit *fit, uint64_t seed)
{
    struct random random = random_start(seed, STREAM_SPLIT, 0);
    struct factors *factors = fit->factors;

    factors->items = fit->by_user->columns;
    factors->item = room_for((size_t)factors->items * FACTOR_FLOATS, sizeof(float));
    fit->errors = room_for(factors->items, sizeof *fit->errors);
    for (uint32_t item = 0; item < factors->items; item++) {
        float *q = factors->item + (size_t)item * FACTOR_FLOATS;

        for (unsigned i = 0; i < FACTORS; i++)
            q[i] = (float)(random_normal(&random) * BEGIN);
        for (unsigned i = 0; i < FACTORS; i++)
            for (unsigned j = 0; j <= i; j++)
                q[FACTORS + PACKED(i, j)] = q[i] * q[j];
    }
    for (unsigned i = 0; i < FACTORS; i++)
        fit->model->precision[i] = 8;
    fit->model->noise = 0.8;
    part_users(fit);
}

/* From what is left of errors and from users' factors: noise and precisions. */
static void learn_variances(struct fit *fit, double squares, unsigned round)
{
    uint32_t users = 0;

    for (uint32_t item = 0; item < fit->factors->items; item++)
        squares += fit->errors[item];
    for (unsigned l = 0; l < fit->lane_count; l++)
        users += fit->lanes[l].users;
    for (unsigned i = 0; i < FACTORS && round >= SETTLED; i++) {
        double sum = 1e-9;

        for (unsigned l = 0; l < fit->lane_count; l++)
            sum += fit->lanes[l].squares[i];
        fit->model->precision[i] = users / sum;
    }
    fit->model->noise = squares / (double)matrix_count(fit->by_user) + 1e-6;
}

/* From E[q q'] to the covariance. */
static void end(struct fit *fit)
{
    for (uint32_t item = 0; item < fit->factors->items; item++) {
        float *q = fit->factors->item + (size_t)item * FACTOR_FLOATS;

        for (unsigned i = 0; i < FACTORS; i++)
            for (unsigned j = 0; j <= i; j++)
                q[FACTORS + PACKED(i, j)] -= q[i] * q[j];
    }
    for (unsigned l = 0; l < fit->lane_count; l++)
        free(fit->lanes[l].items);
    free(fit->errors);
}

void factors_fit(struct factors *factors, struct predictor *model,
                 const struct matrix *by_user, unsigned rounds, uint64_t seed)
{
    struct fit fit = {.factors = factors, .model = model, .by_user = by_user};
    double squares = 0;

    begin(&fit, seed);
    for (size_t k = 0; k < matrix_count(by_user); k++)
        squares += (double)by_user->value[k] * (double)by_user->value[k];
    for (unsigned round = 0; round < rounds && matrix_count(by_user) > 0; round++) {
        double before = model->noise;

        work_share(fit.lane_count, go_through_users, &fit);
        work_share(factors->items, solve_items, &fit);
        learn_variances(&fit, squares, round);
        if (round > SETTLED && fabs(before - model->noise) < STILL * before)
            break;
    }
    end(&fit);
}

void factors_free(struct factors *factors)
{
    free(factors->item);
    factors->item = NULL;
}
