/* test_recommend.c - the models of recommendations on small examples, and held against
 * thirty planted tastes. */
#include <math.h>

#include "generate/generate_taste.h"
#include "recommend/model_ranking.h"
#include "recommend/positives.h"
#include "recommend/recommend_evaluate.h"
#include "base/room.h"

#include "tool_unit.h"

#include "core/banned.h"

#define NEAR(a, b, within) CU_ASSERT(fabs((double)(a) - (double)(b)) <= (within))

/* What 400 made-up people rate of 2,000 albums. */
static void planted(struct matrix *by_user, uint64_t seed)
{
    struct taste_world world = {
        .seed = seed, .ratings = 16000, .users = 400, .albums = 2000, .unrated = 0.51};
    struct triple *triples = room_for(400000, sizeof *triples);
    size_t count = 0;

    taste_world_make(&world);
    for (uint32_t u = 0; u < world.users; u++) {
        const struct opinion *opinions;
        size_t given = taste_world_ask(&world, u, &opinions);

        for (size_t i = 0; i < given; i++)
            triples[count++] =
                (struct triple){u, opinions[i].album, (float)opinions[i].half_stars / 2};
    }
    matrix_make(by_user, triples, count, world.users, world.albums);
    taste_world_free(&world);
    free(triples);
}

/* Margins are well under what seeds 1 to 5 gave. */
static void beats_popularity(void)
{
    const struct evaluation_wish wish = {
        .seed = 1, .megabytes = 2048, .folds = FOLDS, .kept = KEPT_TO_MEASURE};
    struct evaluation e;
    struct matrix by_user;

    planted(&by_user, 1);
    CU_ASSERT_FATAL(evaluate(&e, &by_user, &wish));
    matrix_free(&by_user);
    printf("\n    nDCG@10 %.3f, popularity %.3f; RMSE %.3f, biases %.3f ", e.model.ndcg,
           e.popularity.ndcg,
           sqrt(e.parts[PART_BLEND].squares / (double)e.parts[PART_BLEND].count),
           sqrt(e.parts[PART_BIAS].squares / (double)e.parts[PART_BIAS].count));
    CU_ASSERT(e.model.ndcg > 2 * e.popularity.ndcg);
    CU_ASSERT(e.model.recall > 1.5 * e.popularity.recall);
    CU_ASSERT(e.popularity.ndcg > 0.02);
    CU_ASSERT(e.parts[PART_BLEND].squares < 0.98 * e.parts[PART_BIAS].squares);
    CU_ASSERT(e.parts[PART_BIAS].squares < 0.9 * e.parts[PART_ITEM_MEAN].squares);
    CU_ASSERT_EQUAL(e.linear_settings.kind, LINEAR_EASE);
}

/* How well lists rank where EASE is allowed `items_most` items. */
static void rank(struct ranking *popularity, struct ranking *model,
                 struct linear_settings *settings, uint32_t items_most)
{
    struct matrix by_user, positives, have, aside;
    struct neighbours weights;

    planted(&by_user, 2);
    positives_take(&by_user, false, &positives, NULL);
    positives_split(&positives, 5, 7, &have, &aside);
    linear_choose(settings, &have, items_most, 7);
    CU_ASSERT_FATAL(linear_fit(&weights, &have, settings, 100));
    ranking_of_popularity(popularity, &have, &aside);
    ranking_of_weights(model, &weights, settings, &have, &aside, 1000);
    neighbours_free(&weights);
    matrix_free(&by_user);
    matrix_free(&positives);
    matrix_free(&have);
    matrix_free(&aside);
}

/* Where memory allows no matrix of pairs, likeness stands in; the same seed gives the
   same. */
static void without_ease(void)
{
    struct ranking popularity, first, second;
    struct linear_settings settings;

    rank(&popularity, &first, &settings, 0);
    CU_ASSERT_EQUAL(settings.kind, LINEAR_LIKENESS);
    rank(&popularity, &second, &settings, 0);
    printf("\n    nDCG@10 %.3f, popularity %.3f ", first.ndcg, popularity.ndcg);
    CU_ASSERT(first.ndcg > 1.5 * popularity.ndcg);
    CU_ASSERT_EQUAL(first.ndcg, second.ndcg);
    rank(&popularity, &second, &settings, 1000);
    CU_ASSERT_EQUAL(settings.kind, LINEAR_EASE);
}

static void same_seed(void)
{
    struct matrix first, second, other;

    planted(&first, 3);
    planted(&second, 3);
    planted(&other, 4);
    CU_ASSERT_EQUAL_FATAL(matrix_count(&first), matrix_count(&second));
    CU_ASSERT_EQUAL(
        memcmp(first.column, second.column, matrix_count(&first) * sizeof *first.column),
        0);
    CU_ASSERT_EQUAL(
        memcmp(first.value, second.value, matrix_count(&first) * sizeof *first.value), 0);
    CU_ASSERT(matrix_count(&first) != matrix_count(&other) ||
              memcmp(first.column, other.column,
                     matrix_count(&first) * sizeof *first.column) != 0);
    matrix_free(&first);
    matrix_free(&second);
    matrix_free(&other);
}

/* As EASE's paper has it, for two items: B(i,j) = -P(i,j) / P(j,j). Three users have both
   items, one the first alone: G = [4 3; 3 3]; lambda 0 but for a tenth of the mean. */
static void ease_by_hand(void)
{
    static const struct triple have[] = {
        {0, 0, 1},
        {0, 1, 1},
        {1, 0, 1},
        {1, 1, 1},
        {2, 0, 1},
        {2, 1, 1},
        {3, 0, 1}
    };
    struct linear_settings settings = {.lambda = 0.1};
    struct neighbours weights;
    struct matrix by_user;
    double a = 4.35, b = 3, c = 3.35; /* G + 0.35 I, whose inverse is [c -b; -b a]/d */

    matrix_make(&by_user, have, sizeof have / sizeof *have, 4, 2);
    CU_ASSERT_FATAL(linear_fit(&weights, &by_user, &settings, 2));
    CU_ASSERT_EQUAL(weights.count[0], 1);
    CU_ASSERT_EQUAL(neighbours_of(&weights, 0)->item, 1);
    NEAR(neighbours_of(&weights, 0)->weight, b / a, 1e-6);
    NEAR(neighbours_of(&weights, 1)->weight, b / c, 1e-6);
    neighbours_free(&weights);
    matrix_free(&by_user);
}

static void rows_of_matrix(void)
{
    static const struct triple given[] = {
        {1, 2, 1},
        {0, 1, 2},
        {1, 0, 3},
        {1, 2, 4},
        {0, 1, 5},
        {1, 2, 6}
    };
    struct matrix matrix, turned;

    matrix_make(&matrix, given, 6, 3, 3);
    CU_ASSERT_EQUAL(matrix_count(&matrix), 3);
    CU_ASSERT_EQUAL(matrix_row(&matrix, 1), 2);
    CU_ASSERT_EQUAL(matrix_row(&matrix, 2), 0);
    CU_ASSERT_EQUAL(matrix.value[0], 5);
    CU_ASSERT_EQUAL(matrix.column[1], 0);
    CU_ASSERT_EQUAL(matrix.value[2], 6);
    matrix_turn(&matrix, &turned);
    CU_ASSERT_EQUAL(matrix_row(&turned, 0), 1);
    CU_ASSERT_EQUAL(turned.column[2], 1);
    CU_ASSERT_EQUAL(turned.value[2], 6);
    matrix_free(&matrix);
    matrix_free(&turned);
}

/* All orders of few weights, with equal ones: the heaviest are kept, heaviest first. */
static void heaviest_kept(void)
{
    for (uint32_t seed = 0; seed < 3000; seed++) {
        struct neighbour found[7];
        struct neighbours of;
        float least = INFINITY;
        uint32_t digits = seed, count = 1 + seed % 7;

        for (uint32_t i = 0; i < count; i++, digits /= 5)
            found[i] = (struct neighbour){i, (float)(digits % 5) - 2};
        neighbours_make(&of, 1, 3);
        neighbours_keep(&of, 0, found, count);
        CU_ASSERT_EQUAL(of.count[0], count < 3 ? count : 3);
        for (uint32_t i = 0; i < of.count[0]; i++) {
            CU_ASSERT(fabsf(of.list[i].weight) <= least);
            least = fabsf(of.list[i].weight);
        }
        for (uint32_t i = of.count[0]; i < count; i++)
            CU_ASSERT(fabsf(found[i].weight) <= least);
        neighbours_free(&of);
    }
}

static void five_of_each(void)
{
    struct triple given[26];
    struct matrix by_user, positives;
    uint32_t *items;
    size_t count = 0;

    for (uint32_t u = 0; u < 5; u++)
        for (uint32_t i = 0; i < 5; i++)
            given[count++] = (struct triple){u + 1, i + (i > 2), i == 4 ? 5 : 4};
    given[count++] = (struct triple){0, 3, 5}; /* a user and an item with one each */
    matrix_make(&by_user, given, count, 6, 6);
    positives_take(&by_user, false, &positives, &items);
    CU_ASSERT_EQUAL(positives.rows, 5);
    CU_ASSERT_EQUAL(positives.columns, 5);
    CU_ASSERT_EQUAL(matrix_count(&positives), 25);
    CU_ASSERT_EQUAL(items[3], 4);
    NEAR(positives.value[0], 0.6, 1e-6);
    NEAR(positives.value[4], 1, 1e-6);
    free(items);
    matrix_free(&positives);
    by_user.value[matrix_row(&by_user, 0)] = 3; /* one of the 25 is liked no more */
    positives_take(&by_user, false, &positives, NULL);
    CU_ASSERT_EQUAL(matrix_count(&positives), 0);
    matrix_free(&positives);
    matrix_free(&by_user);
}

static void worked_prediction(void)
{
    struct predictor model = {
        .mean = 3,
        .user_damping = 1,
        .noise = 1,
        .near_most = 2,
        .near_damping = 0.5,
        .blend = {1, 0.5, 0, 0}
    };
    float factors[FACTOR_FLOATS] = {2}, other[FACTOR_FLOATS] = {1};
    struct rated rated = {4.5f, 0.5f, factors};
    struct near_sum sum = {0};
    struct taste taste;

    for (unsigned i = 0; i < FACTORS; i++)
        model.precision[i] = 1;
    taste_of(&model, &rated, 1, &taste);
    NEAR(taste.bias, 0.5, 1e-9);               /* (4.5 - 3 - 0.5) / (1 + 1) */
    NEAR(taste.factors[0], 2 * 0.5 / 5, 1e-9); /* residual 0.5; 2 e / (2*2 + 1) */
    near_sum_add(&sum, 0.5, 0.5);
    NEAR(near_sum_mean(&model, &sum), 0.25, 1e-9);
    NEAR(predict(&model, &taste, 0.1, other, &sum), 3 + 0.5 + 0.1 + 0.2 + 0.125, 1e-6);
    near_sum_add(&sum, 0.5, -9);
    CU_ASSERT(near_sum_full(&model, &sum));
    CU_ASSERT_EQUAL(predict(&model, &taste, -9, NULL, &sum), 0.5);
}

int main(void)
{
    static const struct unit units[] = {
        {"entries of one place: the last counts; rows and columns turn",                 rows_of_matrix   },
        {"the heaviest neighbours are kept, heaviest first",                             heaviest_kept    },
        {"positives: four stars, and five of each user and item",                        five_of_each     },
        {"EASE's weights are those worked out by hand",                                  ease_by_hand     },
        {"a prediction is the one worked out by hand",                                   worked_prediction},
        {"made-up people are the same for the same seed",                                same_seed        },
        {"thirty planted tastes are found: twice popularity's nDCG@10 and more",
         beats_popularity                                                                                 },
        {"too many items for EASE: likeness still beats popularity, the same each time",
         without_ease                                                                                     },
    };

    return run_units("recommend", units, sizeof units / sizeof *units);
}
