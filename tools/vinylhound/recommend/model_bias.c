/* model_bias.c - how much above the mean a user rates and an item is rated. */
#include "model_bias.h"

#include <stdlib.h>
#include <string.h>

#include "base/room.h"

#include "core/banned.h"

#define TURNS 12

/* One side given the other. */
static void fit_side(const struct matrix *by_side, double mean, double damping,
                     const float *other, float *side)
{
    for (uint32_t r = 0; r < by_side->rows; r++) {
        double sum = 0;

        for (size_t i = by_side->start[r]; i < by_side->start[r + 1]; i++)
            sum += (double)by_side->value[i] - mean - (double)other[by_side->column[i]];
        side[r] = (float)(sum / (damping + (double)matrix_row(by_side, r) + 1e-9));
    }
}

void bias_fit(struct bias *bias, const struct matrix *by_user,
              const struct matrix *by_item)
{
    size_t count = matrix_count(by_user);
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += (double)by_user->value[i];
    bias->mean = count == 0 ? 0 : sum / (double)count;
    bias->user = room_for(by_user->rows, sizeof *bias->user);
    bias->item = room_for(by_item->rows, sizeof *bias->item);
    for (int turn = 0; turn < TURNS; turn++) {
        fit_side(by_item, bias->mean, bias->item_damping, bias->user, bias->item);
        fit_side(by_user, bias->mean, bias->user_damping, bias->item, bias->user);
    }
}

void bias_free(struct bias *bias)
{
    free(bias->user);
    free(bias->item);
    bias->user = bias->item = NULL;
}

void bias_residuals(const struct bias *bias, const struct matrix *by_user,
                    struct matrix *out)
{
    size_t count = matrix_count(by_user);

    *out = (struct matrix){.rows = by_user->rows, .columns = by_user->columns};
    out->start = room_for((size_t)by_user->rows + 1, sizeof *out->start);
    out->column = room_for(count, sizeof *out->column);
    out->value = room_for(count, sizeof *out->value);
    memcpy(out->start, by_user->start, ((size_t)by_user->rows + 1) * sizeof *out->start);
    memcpy(out->column, by_user->column, count * sizeof *out->column);
    for (uint32_t u = 0; u < by_user->rows; u++)
        for (size_t i = by_user->start[u]; i < by_user->start[u + 1]; i++)
            out->value[i] =
                (float)((double)by_user->value[i] - bias_of(bias, u, by_user->column[i]));
}
