/* model_ranking.c - chooses the settings of the model that ranks. */
#include "model_ranking.h"

#include <stdlib.h>
#include <string.h>

#include "positives.h"
#include "ranking.h"
#include "base/room.h"

#include "core/banned.h"

enum {
    SPLITS = 2,          /* over which a setting's worth is averaged */
    ITEMS_TRIED = 3000,  /* the most popular, if there are more */
    USERS_JUDGED = 4000, /* if there are more */
    KEPT_LEAST = 100,
    KEPT_MOST = 1500,
    KEPT_TOGETHER = 4000000,
};

struct choice {
    struct matrix have[SPLITS], aside[SPLITS];
    struct linear_settings best;
    double worth;
};

unsigned linear_kept(uint32_t items)
{
    uint32_t kept = items == 0 ? 0 : KEPT_TOGETHER / items;

    kept = kept < KEPT_LEAST ? KEPT_LEAST : kept > KEPT_MOST ? KEPT_MOST : kept;
    return items < kept ? items : kept;
}

static void try(struct choice *choice, const struct linear_settings *settings)
{
    double worth = 0;

    for (int s = 0; s < SPLITS; s++) {
        struct neighbours weights;
        struct ranking ranking = {0};
        uint32_t items = choice->have[s].columns;

        if (linear_fit(&weights, &choice->have[s], settings, linear_kept(items)))
            ranking_of_weights(&ranking, &weights, settings, &choice->have[s],
                               &choice->aside[s], USERS_JUDGED);
        neighbours_free(&weights);
        worth += ranking.ndcg / SPLITS;
    }
    if (worth <= choice->worth)
        return;
    choice->worth = worth;
    choice->best = *settings;
}

/* Each value in turn, the other settings as they are best so far. */
static void try_each(struct choice *choice, size_t offset, const double *values,
                     size_t count)
{
    struct linear_settings settings = choice->best;

    for (size_t i = 0; i < count; i++) {
        memcpy((char *)&settings + offset, &values[i], sizeof values[i]);
        try(choice, &settings);
    }
}
#define TRY_EACH(choice, member, values)                                                 \
    try_each(choice, offsetof(struct linear_settings, member), values,                   \
             sizeof(values) / sizeof *(values))

static void choose(struct choice *choice)
{
    static const double lambdas[] = {0.5, 1, 2, 4, 8, 16, 32}, finer[] = {0.7, 1.4};
    static const double evens[] = {0.25, 0.5, 0.75, 1};
    static const double drops[] = {0.1, 0.2, 0.35, 0.5, 0.7};
    struct linear_settings settings;
    double around[2];

    TRY_EACH(choice, lambda, lambdas);
    TRY_EACH(choice, evenness, evens);
    if (choice->best.kind == LINEAR_EASE)
        TRY_EACH(choice, drop_out, drops);
    settings = choice->best;
    settings.input = INPUT_VALUES;
    try(choice, &settings);
    for (int i = 0; i < 2; i++)
        around[i] = choice->best.lambda * finer[i];
    TRY_EACH(choice, lambda, around);
}

static int more_first(const void *a, const void *b)
{
    const size_t *x = a, *y = b;

    return x[0] != y[0] ? (x[0] < y[0] ? 1 : -1) : x[1] < y[1] ? -1 : 1;
}

/* The most popular items alone, as a matrix of as many columns. */
static void take_popular(const struct matrix *all, uint32_t items, struct matrix *out)
{
    size_t(*popular)[2] = room_for(all->columns, sizeof *popular), count = 0;
    uint32_t *number = room_for(all->columns, sizeof *number);
    struct triple *triples = matrix_triples(all);

    for (uint32_t c = 0; c < all->columns; c++)
        popular[c][1] = c;
    for (size_t k = 0; k < matrix_count(all); k++)
        popular[all->column[k]][0]++;
    qsort(popular, all->columns, sizeof *popular, more_first);
    for (uint32_t i = 0; i < items; i++)
        number[popular[i][1]] = i + 1;
    for (size_t k = 0; k < matrix_count(all); k++)
        if (number[triples[k].column] != 0) {
            triples[count] = triples[k];
            triples[count++].column = number[triples[k].column] - 1;
        }
    matrix_make(out, triples, count, all->rows, items);
    free(popular);
    free(number);
    free(triples);
}

void linear_choose(struct linear_settings *settings, const struct matrix *positives,
                   uint32_t items_most, uint64_t seed)
{
    bool many = positives->columns > ITEMS_TRIED;
    struct matrix popular = {0};
    struct choice choice = {.worth = -1};

    choice.best = (struct linear_settings){
        .kind = positives->columns <= items_most ? LINEAR_EASE : LINEAR_LIKENESS,
        .lambda = 4};
    if (many)
        take_popular(positives, ITEMS_TRIED, &popular);
    for (int s = 0; s < SPLITS; s++)
        positives_split(many ? &popular : positives, 5, seed + (uint64_t)s + 1,
                        &choice.have[s], &choice.aside[s]);
    choose(&choice);
    *settings = choice.best;
    for (int s = 0; s < SPLITS; s++) {
        matrix_free(&choice.have[s]);
        matrix_free(&choice.aside[s]);
    }
    matrix_free(&popular);
}
