/* model_linear.c - which items go with which: EASE. */
#include "model_linear.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "model_likeness.h"
#include "base/room.h"
#include "base/work_share.h"

#include "core/banned.h"

/* LAPACK's Cholesky factor and inverse from it, in Fortran's convention: of `n` numbers a
 * column, the upper triangle, which is the lower one by rows. Debian's OpenBLAS ships no
 * header of them. */
void dpotrf_(const char *half, const int *n, double *matrix, const int *stride,
             int *wrong, size_t half_length);
void dpotri_(const char *half, const int *n, double *matrix, const int *stride,
             int *wrong, size_t half_length);

/* Its threads wait by looking again and again, which costs more than it gains while
   matrices are small and cores are busy. */
void openblas_set_num_threads(int threads);

#define THREADED_LEAST 1500 /* items */
#define RIGHT_WITHIN 1e-6   /* of 1, what the inverse must give back */

uint32_t linear_most_items(double megabytes)
{
    return (uint32_t)sqrt(megabytes * 1048576 / sizeof(double));
}

float linear_input(const struct linear_settings *settings, float value)
{
    return settings->input == INPUT_ONES ? 1 : value;
}

void gram_make(struct gram *gram, const struct matrix *by_user,
               const struct linear_settings *settings)
{
    size_t n = by_user->columns;

    *gram = (struct gram){n, room_for(n * n, sizeof *gram->pairs), 0};
    for (uint32_t u = 0; u < by_user->rows; u++) {
        size_t from = by_user->start[u], to = by_user->start[u + 1];
        double even = pow((double)(to - from), -settings->evenness);

        for (size_t a = from; a < to; a++) {
            double *row = gram->pairs + (size_t)by_user->column[a] * n;
            double x = even * (double)linear_input(settings, by_user->value[a]);

            for (size_t b = from; b <= a; b++)
                row[by_user->column[b]] +=
                    x * (double)linear_input(settings, by_user->value[b]);
        }
    }
    for (size_t i = 0; i < n; i++)
        gram->mean += gram->pairs[i * n + i] / (double)n;
}

void gram_free(struct gram *gram)
{
    free(gram->pairs);
    *gram = (struct gram){0};
}

/* Whether a row of matrix times inverse is that of the identity: some builds of the
   library compute nonsense on some processors. `row` is one of the matrix, full. */
static bool inverse_is_right(const double *row, const double *inverse, size_t n,
                             size_t at)
{
    for (size_t j = 0; j < n; j += n / 7 + 1) {
        double sum = 0;

        for (size_t k = 0; k < n; k++)
            sum += row[k] * inverse[k >= j ? k * n + j : j * n + k];
        if (!(fabs(sum - (j == at ? 1 : 0)) < RIGHT_WITHIN))
            return false;
    }
    return true;
}

/* In place, the lower triangle. */
static bool invert(double *g, size_t n)
{
    size_t at = n / 2;
    double *row = room_for(n, sizeof *row);
    int size = (int)n, wrong;
    bool right = false;

    for (size_t k = 0; k < n; k++)
        row[k] = k <= at ? g[at * n + k] : g[k * n + at];
    openblas_set_num_threads(n < THREADED_LEAST ? 1 : (int)sysconf(_SC_NPROCESSORS_ONLN));
    dpotrf_("U", &size, g, &size, &wrong, 1);
    if (wrong == 0)
        dpotri_("U", &size, g, &size, &wrong, 1);
    if (wrong != 0)
        complain("EASE: the matrix has no inverse");
    else if (!inverse_is_right(row, g, n, at))
        complain("EASE: OpenBLAS computes wrong results on this processor; "
                 "set OPENBLAS_CORETYPE=Haswell");
    else
        right = true;
    free(row);
    return right;
}

struct weighing {
    const double *p;
    size_t n;
    struct neighbours *weights;
};

static void weigh_items(void *context, uint32_t from, uint32_t to)
{
    struct weighing *weighing = context;
    size_t n = weighing->n;
    const double *p = weighing->p;
    struct neighbour *found = room_for(n, sizeof *found);

    for (uint32_t i = from; i < to; i++) {
        size_t count = 0;

        for (uint32_t j = 0; j < n; j++) {
            double pair = p[i >= j ? i * n + j : j * n + i];

            if (i != j)
                found[count++] = (struct neighbour){j, (float)(-pair / p[j * n + j])};
        }
        neighbours_keep(weighing->weights, i, found, count);
    }
    free(found);
}

bool gram_invert(const struct gram *gram, const struct linear_settings *settings,
                 double *inverse)
{
    size_t n = gram->items;
    double drop = settings->drop_out / (1 - settings->drop_out);

    if (inverse != gram->pairs)
        memcpy(inverse, gram->pairs, n * n * sizeof *inverse);
    for (size_t i = 0; i < n; i++)
        inverse[i * n + i] += settings->lambda * gram->mean + drop * inverse[i * n + i];
    return invert(inverse, n);
}

static bool fit_ease(struct neighbours *weights, const struct matrix *by_user,
                     const struct linear_settings *settings)
{
    struct gram gram;
    bool right;

    gram_make(&gram, by_user, settings);
    right = gram_invert(&gram, settings, gram.pairs);
    if (right) {
        struct weighing weighing = {gram.pairs, gram.items, weights};

        work_share((uint32_t)gram.items, weigh_items, &weighing);
    }
    gram_free(&gram);
    return right;
}

bool linear_fit(struct neighbours *weights, const struct matrix *by_user,
                const struct linear_settings *settings, unsigned most)
{
    neighbours_make(weights, by_user->columns, most);
    if (settings->kind == LINEAR_EASE)
        return fit_ease(weights, by_user, settings);
    likeness_fit(weights, by_user, settings);
    return true;
}
