/* predict.c - which rating a user would give an item. */
#include "rating/predict.h"

#include <math.h>
#include <string.h>

#include "core/banned.h"

#define LEAST 0.5
#define MOST 5.0

static size_t row_of(unsigned row)
{
    return (size_t)row * (row + 1) / 2;
}

int cholesky(double *matrix, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        for (unsigned j = 0; j <= i; j++) {
            double sum = matrix[row_of(i) + j];

            for (unsigned k = 0; k < j; k++)
                sum -= matrix[row_of(i) + k] * matrix[row_of(j) + k];
            if (i == j && sum <= 0)
                return -1;
            matrix[row_of(i) + j] = i == j ? sqrt(sum) : sum / matrix[row_of(j) + j];
        }
    return 0;
}

void cholesky_solve(const double *factor, unsigned n, double *vector)
{
    for (unsigned i = 0; i < n; i++) {
        for (unsigned k = 0; k < i; k++)
            vector[i] -= factor[row_of(i) + k] * vector[k];
        vector[i] /= factor[row_of(i) + i];
    }
    for (unsigned i = n; i-- > 0;) {
        for (unsigned k = i + 1; k < n; k++)
            vector[i] -= factor[row_of(k) + i] * vector[k];
        vector[i] /= factor[row_of(i) + i];
    }
}

double taste_bias(const struct predictor *model, const struct rated *rated, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += (double)rated[i].stars - model->mean - (double)rated[i].bias;
    return sum / (model->user_damping + (double)count + 1e-9);
}

/* Adds a rated item to the normal equations of the user's factors. */
static void add_rated(const struct rated *rated, double residual, double *matrix,
                      double *vector)
{
    const float *mean = rated->factors, *spread = rated->factors + FACTORS;

    for (unsigned i = 0; i < FACTORS; i++) {
        vector[i] += residual * (double)mean[i];
        for (unsigned j = 0; j <= i; j++)
            matrix[row_of(i) + j] += (double)(mean[i] * mean[j] + spread[row_of(i) + j]);
    }
}

void taste_of(const struct predictor *model, const struct rated *rated, size_t count,
              struct taste *taste)
{
    double matrix[SPREADS] = {0};

    *taste =
        (struct taste){.bias = taste_bias(model, rated, count), .given = (double)count};
    for (size_t i = 0; i < count; i++)
        if (rated[i].factors != NULL)
            add_rated(&rated[i],
                      (double)rated[i].stars - model->mean - taste->bias -
                          (double)rated[i].bias,
                      matrix, taste->factors);
    for (unsigned i = 0; i < FACTORS; i++)
        matrix[row_of(i) + i] += model->precision[i] * model->noise;
    if (cholesky(matrix, FACTORS) == 0)
        cholesky_solve(matrix, FACTORS, taste->factors);
    else
        memset(taste->factors, 0, sizeof taste->factors);
}

double taste_times(const struct taste *taste, const float *factors)
{
    double sum = 0;

    for (unsigned i = 0; factors != NULL && i < FACTORS; i++)
        sum += taste->factors[i] * (double)factors[i];
    return sum;
}

int near_sum_full(const struct predictor *model, const struct near_sum *sum)
{
    return (double)sum->count >= model->near_most;
}

void near_sum_add(struct near_sum *sum, double weight, double residual)
{
    sum->weights += weight;
    sum->weighted += weight * residual;
    sum->count++;
}

double near_sum_mean(const struct predictor *model, const struct near_sum *sum)
{
    double weights = sum->weights + model->near_damping;

    return weights > 0 ? sum->weighted / weights : 0;
}

void blend_columns(double by_factors, double by_neighbours, const struct taste *taste,
                   double columns[BLEND])
{
    double given = log1p(taste->given) / 5;

    columns[0] = by_factors;
    columns[1] = by_neighbours;
    columns[2] = by_factors * given;
    columns[3] = by_neighbours * given;
}

double predict(const struct predictor *model, const struct taste *taste, double item_bias,
               const float *factors, const struct near_sum *sum)
{
    double columns[BLEND];
    double stars = model->mean + taste->bias + item_bias;

    blend_columns(taste_times(taste, factors), near_sum_mean(model, sum), taste, columns);
    for (unsigned i = 0; i < BLEND; i++)
        stars += model->blend[i] * columns[i];
    return fmin(MOST, fmax(LEAST, stars));
}
