/* model_likeness.c - likeness of items by who has them. */
#include "model_likeness.h"

#include <math.h>
#include <stdlib.h>

#include "base/room.h"
#include "base/work_share.h"

#include "core/banned.h"

#define PAIRED_MOST 600 /* of one user's items, as in model_near.c */

struct fit {
    struct neighbours *weights;
    const struct matrix *by_user;
    struct matrix by_item;
    const struct linear_settings *settings;
    float *length; /* of each item's column, squared */
    double damping;
};

static double even(const struct fit *fit, uint32_t user)
{
    return pow((double)matrix_row(fit->by_user, user), -fit->settings->evenness);
}

static void find_lengths(struct fit *fit)
{
    const struct matrix *items = &fit->by_item;

    fit->length = room_for(items->rows, sizeof *fit->length);
    for (uint32_t i = 0; i < items->rows; i++)
        for (size_t k = items->start[i]; k < items->start[i + 1]; k++) {
            float x = linear_input(fit->settings, items->value[k]);

            fit->length[i] += (float)even(fit, items->column[k]) * x * x;
        }
    for (uint32_t i = 0; i < items->rows; i++)
        fit->damping +=
            fit->settings->lambda * (double)fit->length[i] / (double)items->rows;
}

/* Adds what one user has besides an item to the item's pairs. */
static size_t pair_user(const struct fit *fit, uint32_t user, double x, float *pairs,
                        uint32_t *touched, size_t found)
{
    const struct matrix *users = fit->by_user;
    size_t step = matrix_row(users, user) / PAIRED_MOST + 1;

    for (size_t k = users->start[user] + user % step; k < users->start[user + 1];
         k += step) {
        float *pair = &pairs[users->column[k]];

        if (*pair <= 0)
            touched[found++] = users->column[k];
        *pair += (float)(x * (double)linear_input(fit->settings, users->value[k]));
    }
    return found;
}

static void fit_items(void *context, uint32_t from, uint32_t to)
{
    struct fit *fit = context;
    const struct matrix *items = &fit->by_item;
    float *pairs = room_for(items->rows, sizeof *pairs);
    uint32_t *touched = room_for(items->rows, sizeof *touched);
    struct neighbour *alike = room_for(items->rows, sizeof *alike);

    for (uint32_t i = from; i < to; i++) {
        size_t found = 0, kept = 0;

        for (size_t k = items->start[i]; k < items->start[i + 1]; k++)
            found = pair_user(fit, items->column[k],
                              even(fit, items->column[k]) *
                                  (double)linear_input(fit->settings, items->value[k]),
                              pairs, touched, found);
        for (size_t t = 0; t < found; t++) {
            uint32_t j = touched[t];
            double lengths = sqrt((double)fit->length[i] * (double)fit->length[j]);

            if (j != i)
                alike[kept++] = (struct neighbour){
                    j, (float)((double)pairs[j] / (lengths + fit->damping))};
            pairs[j] = 0;
        }
        neighbours_keep(fit->weights, i, alike, kept);
    }
    free(pairs);
    free(touched);
    free(alike);
}

void likeness_fit(struct neighbours *weights, const struct matrix *by_user,
                  const struct linear_settings *settings)
{
    struct fit fit = {weights, by_user, {0}, settings, NULL, 0};

    matrix_turn(by_user, &fit.by_item);
    find_lengths(&fit);
    work_share(by_user->columns, fit_items, &fit);
    matrix_free(&fit.by_item);
    free(fit.length);
}
