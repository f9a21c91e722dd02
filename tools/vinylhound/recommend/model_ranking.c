/* model_ranking.c - chooses the settings of the model that ranks. */
#include "model_ranking.h"

#include <math.h>
#include <stdlib.h>

#include "positives.h"
#include "ranking.h"
#include "base/room.h"

#include "core/banned.h"

enum {
    SPLITS = 4,         /* over which a setting's worth is averaged */
    SPLITS_OF_MANY = 2, /* of more items than */
    ITEMS_MANY = 2000,
    ITEMS_TRIED = 3000,  /* the most popular, if there are more */
    USERS_JUDGED = 4000, /* if there are more */
    KEPT_LEAST = 100,
    KEPT_TOGETHER = 4000000,
};

/* A part to fit by, what was set aside, and G as it was last gathered. */
struct trial {
    struct matrix have, aside;
    struct gram gram;
    struct linear_settings gathered;
};

struct choice {
    struct trial trials[SPLITS];
    int splits;
    double *inverse;
    struct linear_settings best;
    double worth;
};

unsigned linear_kept(uint32_t items, unsigned most)
{
    uint32_t kept = items == 0 ? 0 : KEPT_TOGETHER / items;

    kept = kept < KEPT_LEAST ? KEPT_LEAST : kept > most ? most : kept;
    return items < kept ? items : kept;
}

/* Ranks by EASE. Nothing is kept of it but G, which is the same for any lambda and
   drop-out. */
static void rank_ease(struct choice *choice, struct trial *trial,
                      const struct linear_settings *settings, struct ranking *out)
{
    size_t n = trial->have.columns;

    if (trial->gram.pairs == NULL || trial->gathered.evenness != settings->evenness ||
        trial->gathered.input != settings->input) {
        gram_free(&trial->gram);
        gram_make(&trial->gram, &trial->have, settings);
        trial->gathered = *settings;
    }
    if (choice->inverse == NULL)
        choice->inverse = room_for(n * n, sizeof *choice->inverse);
    if (gram_invert(&trial->gram, settings, choice->inverse))
        ranking_of_inverse(out, choice->inverse, settings, &trial->have, &trial->aside,
                           USERS_JUDGED);
}

static void rank_likeness(const struct trial *trial,
                          const struct linear_settings *settings, struct ranking *out)
{
    struct neighbours weights;

    if (linear_fit(&weights, &trial->have, settings,
                   linear_kept(trial->have.columns, KEPT_TO_SERVE)))
        ranking_of_weights(out, &weights, settings, &trial->have, &trial->aside,
                           USERS_JUDGED);
    neighbours_free(&weights);
}

/* Whether the settings are better than the best so far, which they then are. */
static bool try(struct choice *choice, const struct linear_settings *settings)
{
    double worth = 0;

    for (int s = 0; s < choice->splits; s++) {
        struct ranking ranking = {0};

        if (settings->kind == LINEAR_EASE)
            rank_ease(choice, &choice->trials[s], settings, &ranking);
        else
            rank_likeness(&choice->trials[s], settings, &ranking);
        worth += ranking.ndcg / choice->splits;
    }
    if (worth <= choice->worth)
        return false;
    choice->worth = worth;
    choice->best = *settings;
    return true;
}

/* Goes along the values of one setting, which ascend, from where it is for as long as it
   gets better; the other settings are as they are best so far. */
static void climb(struct choice *choice, size_t offset, const double *values,
                  size_t count)
{
    struct linear_settings settings = choice->best;
    double *setting = (double *)(void *)((char *)&settings + offset);
    size_t from = 0;

    while (from + 1 < count && values[from] < *setting)
        from++;
    for (int step = 1; step >= -1; step -= 2) {
        size_t at = from + (size_t)step;
        bool better = false;

        for (; at < count; at += (size_t)step) { /* before the first: beyond the last */
            *setting = values[at];
            if (!try(choice, &settings))
                break;
            better = true;
        }
        if (better)
            return;
    }
}
#define CLIMB(choice, member, values)                                                    \
    climb(choice, offsetof(struct linear_settings, member), values,                      \
          sizeof(values) / sizeof *(values))

/* From coarse to fine. */
static void choose(struct choice *choice)
{
    static const double lambdas[] = {0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 128};
    static const double evens[] = {0, 0.25, 0.5, 0.75, 1};
    static const double drops[] = {0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85};
    struct linear_settings settings = choice->best;
    double finer[3];

    try(choice, &settings);
    CLIMB(choice, lambda, lambdas);
    CLIMB(choice, evenness, evens);
    if (choice->best.kind == LINEAR_EASE)
        CLIMB(choice, drop_out, drops);
    settings = choice->best;
    settings.input = INPUT_VALUES;
    try(choice, &settings);
    for (int i = 0; i < 3; i++)
        finer[i] = choice->best.lambda * pow(2, (i - 1) / 2.0);
    CLIMB(choice, lambda, finer);
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
    struct choice choice = {
        .worth = -1, .splits = positives->columns > ITEMS_MANY ? SPLITS_OF_MANY : SPLITS};

    choice.best = (struct linear_settings){
        .kind = positives->columns <= items_most ? LINEAR_EASE : LINEAR_LIKENESS,
        .lambda = 8,
        .evenness = 0.5};
    if (choice.best.kind == LINEAR_EASE)
        choice.best.drop_out = 0.35;
    if (many)
        take_popular(positives, ITEMS_TRIED, &popular);
    for (int s = 0; s < choice.splits; s++)
        positives_split(many ? &popular : positives, 5, seed + (uint64_t)s + 1,
                        &choice.trials[s].have, &choice.trials[s].aside);
    choose(&choice);
    *settings = choice.best;
    for (int s = 0; s < choice.splits; s++) {
        matrix_free(&choice.trials[s].have);
        matrix_free(&choice.trials[s].aside);
        gram_free(&choice.trials[s].gram);
    }
    free(choice.inverse);
    matrix_free(&popular);
}
