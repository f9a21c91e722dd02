/* model_near.c - items that are rated alike. */
#include "model_near.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/room.h"
#include "base/work_share.h"

#include "core/banned.h"

/* What a user who rated thousands adds to pairs grows as the square: of such a one's
   ratings these many count, spread evenly. */
#define PAIRED_MOST 600
#define DEVIATION_DAMPING 5.0 /* ratings' worth of the site's variance */

struct fit {
    struct neighbours *near;
    const struct matrix *by_user, *by_item;
    float *scale; /* 1 / deviation of each item */
    double shrinkage;
};

struct pair {
    float sum, count;
};

static void find_scales(struct fit *fit)
{
    const struct matrix *items = fit->by_item;
    double all = 0;
    size_t count = matrix_count(items);

    fit->scale = room_for(items->rows, sizeof *fit->scale);
    for (size_t i = 0; i < count; i++)
        all += (double)items->value[i] * (double)items->value[i];
    all = count == 0 ? 1 : all / (double)count + 1e-9;
    for (uint32_t r = 0; r < items->rows; r++) {
        double sum = DEVIATION_DAMPING * all;

        for (size_t i = items->start[r]; i < items->start[r + 1]; i++)
            sum += (double)items->value[i] * (double)items->value[i];
        fit->scale[r] =
            (float)(1 / sqrt(sum / (DEVIATION_DAMPING + (double)matrix_row(items, r))));
    }
}

/* Adds one user's ratings to the pairs with an item. `z` is the user's of that item. */
static size_t pair_user(const struct fit *fit, uint32_t user, float z, struct pair *pairs,
                        uint32_t *touched, size_t found)
{
    const struct matrix *users = fit->by_user;
    size_t step = matrix_row(users, user) / PAIRED_MOST + 1;

    for (size_t k = users->start[user] + user % step; k < users->start[user + 1];
         k += step) {
        uint32_t j = users->column[k];

        if (pairs[j].count <= 0)
            touched[found++] = j;
        pairs[j].count += 1;
        pairs[j].sum += z * users->value[k] * fit->scale[j];
    }
    return found;
}

static void fit_items(void *context, uint32_t from, uint32_t to)
{
    struct fit *fit = context;
    const struct matrix *items = fit->by_item;
    struct pair *pairs = room_for(items->rows, sizeof *pairs);
    uint32_t *touched = room_for(items->rows, sizeof *touched);
    struct neighbour *alike = room_for(items->rows, sizeof *alike);

    for (uint32_t i = from; i < to; i++) {
        size_t found = 0, kept = 0;

        for (size_t k = items->start[i]; k < items->start[i + 1]; k++)
            found = pair_user(fit, items->column[k], items->value[k] * fit->scale[i],
                              pairs, touched, found);
        for (size_t t = 0; t < found; t++) {
            struct pair *pair = &pairs[touched[t]];
            double s = (double)pair->sum / ((double)pair->count + fit->shrinkage);

            if (s > 0 && touched[t] != i)
                alike[kept++] = (struct neighbour){touched[t], (float)s};
            *pair = (struct pair){0, 0};
        }
        neighbours_keep(fit->near, i, alike, kept);
    }
    free(pairs);
    free(touched);
    free(alike);
}

void near_fit(struct neighbours *near, const struct matrix *by_user,
              const struct matrix *by_item, const struct near_settings *settings)
{
    struct fit fit = {near, by_user, by_item, NULL, settings->shrinkage};

    neighbours_make(near, by_item->rows, settings->most);
    find_scales(&fit);
    work_share(by_item->rows, fit_items, &fit);
    free(fit.scale);
}
