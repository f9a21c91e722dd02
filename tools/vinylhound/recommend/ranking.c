/* ranking.c - how good lists of ten and twenty are. */
#include "ranking.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/room.h"
#include "base/work_share.h"

#include "core/banned.h"

struct rank_work {
    const struct neighbours *weights; /* or */
    const double *inverse;            /* or, both NULL: by popularity */
    const struct linear_settings *settings;
    const struct matrix *have, *aside;
    const float *popularity;
    uint32_t step;         /* every so many-th user */
    double *ndcg, *recall; /* of each user, below 0: not counted */
};

/* B(i,j) = -P(i,j) / P(j,j) but for i = j, which the user has. */
static void score_by_inverse(const struct rank_work *work, uint32_t user, float *scores)
{
    const struct matrix *have = work->have;
    size_t n = have->columns;

    for (size_t k = have->start[user]; k < have->start[user + 1]; k++) {
        const double *row = work->inverse + have->column[k] * n;
        double x = (double)linear_input(work->settings, have->value[k]);

        for (size_t j = 0; j < n; j++)
            scores[j] -= (float)(x * row[j]);
    }
    for (size_t j = 0; j < n; j++)
        scores[j] /= (float)work->inverse[j * n + j];
}

static void score_items(const struct rank_work *work, uint32_t user, float *scores)
{
    const struct matrix *have = work->have;

    if (work->popularity != NULL) {
        memcpy(scores, work->popularity, have->columns * sizeof *scores);
        return;
    }
    memset(scores, 0, have->columns * sizeof *scores);
    if (work->inverse != NULL) {
        score_by_inverse(work, user, scores);
        return;
    }
    for (size_t k = have->start[user]; k < have->start[user + 1]; k++) {
        uint32_t item = have->column[k];
        const struct neighbour *list = neighbours_of(work->weights, item);
        float x = linear_input(work->settings, have->value[k]);

        for (uint32_t i = 0; i < work->weights->count[item]; i++)
            scores[list[i].item] += x * list[i].weight;
    }
}

/* The RECALL_AT best, best first; of equal ones the first in the catalogue. Returns how
   many there are. */
static unsigned best_items(const float *scores, uint32_t items, uint32_t *best)
{
    unsigned count = 0;

    for (uint32_t i = 0; i < items; i++) {
        unsigned at = count;

        if (isinf(scores[i]) ||
            (count == RECALL_AT && scores[i] <= scores[best[count - 1]]))
            continue;
        if (count < RECALL_AT)
            count++;
        else
            at = count - 1;
        for (; at > 0 && scores[best[at - 1]] < scores[i]; at--)
            best[at] = best[at - 1];
        best[at] = i;
    }
    return count;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return x < y ? -1 : x > y;
}

static void judge(const struct rank_work *work, uint32_t user, const uint32_t *best,
                  unsigned count)
{
    const struct matrix *aside = work->aside;
    size_t wanted = matrix_row(aside, user), hits = 0;
    double gain = 0, ideal = 0;

    for (unsigned r = 0; r < count; r++) {
        if (bsearch(&best[r], aside->column + aside->start[user], wanted,
                    sizeof *aside->column, by_number) == NULL)
            continue;
        hits++;
        gain += r < NDCG_AT ? 1 / log2(r + 2) : 0;
    }
    for (unsigned r = 0; r < NDCG_AT && r < wanted; r++)
        ideal += 1 / log2(r + 2);
    work->ndcg[user] = gain / ideal;
    work->recall[user] = (double)hits / (double)wanted;
}

static void rank_users(void *context, uint32_t from, uint32_t to)
{
    const struct rank_work *work = context;
    const struct matrix *have = work->have;
    float *scores = room_for(have->columns, sizeof *scores);
    uint32_t best[RECALL_AT];

    for (uint32_t u = from; u < to; u++) {
        work->ndcg[u] = -1;
        if (u % work->step != 0 || matrix_row(have, u) == 0 ||
            matrix_row(work->aside, u) == 0)
            continue;
        score_items(work, u, scores);
        for (size_t k = have->start[u]; k < have->start[u + 1]; k++)
            scores[have->column[k]] = -INFINITY;
        judge(work, u, best, best_items(scores, have->columns, best));
    }
    free(scores);
}

static void rank_all(struct rank_work *work, struct ranking *out)
{
    uint32_t users = work->have->rows;

    *out = (struct ranking){0};
    work->ndcg = room_for(users, sizeof *work->ndcg);
    work->recall = room_for(users, sizeof *work->recall);
    work_share(users, rank_users, work);
    for (uint32_t u = 0; u < users; u++) {
        if (work->ndcg[u] < 0)
            continue;
        out->ndcg += work->ndcg[u];
        out->recall += work->recall[u];
        out->users++;
    }
    free(work->ndcg);
    free(work->recall);
    if (out->users > 0) {
        out->ndcg /= (double)out->users;
        out->recall /= (double)out->users;
    }
}

void ranking_of_weights(struct ranking *out, const struct neighbours *weights,
                        const struct linear_settings *settings, const struct matrix *have,
                        const struct matrix *aside, uint32_t users_most)
{
    struct rank_work work = {.weights = weights,
                             .settings = settings,
                             .have = have,
                             .aside = aside,
                             .step = have->rows / (users_most + 1) + 1};

    rank_all(&work, out);
}

void ranking_of_inverse(struct ranking *out, double *inverse,
                        const struct linear_settings *settings, const struct matrix *have,
                        const struct matrix *aside, uint32_t users_most)
{
    size_t n = have->columns;
    struct rank_work work = {.inverse = inverse,
                             .settings = settings,
                             .have = have,
                             .aside = aside,
                             .step = have->rows / (users_most + 1) + 1};

    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++)
            inverse[j * n + i] = inverse[i * n + j];
    rank_all(&work, out);
}

void ranking_of_popularity(struct ranking *out, const struct matrix *have,
                           const struct matrix *aside)
{
    float *popularity = room_for(have->columns, sizeof *popularity);
    struct rank_work work = {
        .have = have, .aside = aside, .popularity = popularity, .step = 1};

    for (size_t k = 0; k < matrix_count(have); k++)
        popularity[have->column[k]] += 1;
    rank_all(&work, out);
    free(popularity);
}
