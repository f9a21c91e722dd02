/* test_score.c - what ratings come to, against figures worked out by hand. */
#include <math.h>
#include <stdlib.h>

#include "harness/expect.h"
#include "rating/score.h"
#include "units.h"

#include "core/banned.h"

/* A rating in half-stars by someone whose weight is in twentieths; not every one of the
 * site's is the album's. */
static void count(struct score_sums *sums, int64_t half_stars, int64_t weight, bool album)
{
    sums->site_count++;
    sums->site_sum += half_stars;
    sums->site_squares += half_stars * half_stars;
    if (!album)
        return;
    sums->weight += weight;
    sums->weighted += weight * half_stars;
    sums->weighted_squares += weight * half_stars * half_stars;
}

static void nobody_has_rated(void)
{
    const struct score_sums sums = {0};
    struct score score = score_of(&sums);

    /* m*C/m, and the ten steps' own variance: 2.75 -/+ 1.28*sqrt(2.0625)/2 */
    EXPECT_NEAR(score.prior, 2.75, 1e-12);
    EXPECT_NEAR(score.weighted, 2.75, 1e-12);
    EXPECT_NEAR(score.low, 2.75 - 1.28 * sqrt(2.0625) / 2, 1e-12);
    EXPECT_NEAR(score.high, 2.75 + 1.28 * sqrt(2.0625) / 2, 1e-12);
}

/* One rating of 5 stars at full weight, and nothing else on the site: C = 5, and of
 * spread only the one rating's worth that is always added: S2 = 2.0625/2, sigma2 =
 * 4*S2/5. */
static void one_rating(void)
{
    struct score_sums sums = {0};
    struct score score;

    count(&sums, 10, 20, true);
    score = score_of(&sums);
    EXPECT_NEAR(score.prior, 5, 1e-12);
    EXPECT_NEAR(score.weighted, 5, 1e-12);
    EXPECT_NEAR(score.low, 5 - 1.28 * sqrt(0.825 / 5), 1e-12);
    EXPECT_NEAR(score.high, 5, 1e-12);
}

/* Album: 5 and 4 stars at weights 1 and 0.5; the rest of the site: 2 and 3 stars.
 * C = (5+4+2+3)/4 = 3.5; S2 = (2.25+0.25+2.25+0.25 + 2.0625)/(4+1) = 1.4125;
 * W = 1.5; sum wr = 7; score = (7 + 4*3.5)/5.5 = 21/5.5;
 * sum w(r-s)^2 = 25+8 - 2*s*7 + s*s*1.5 */
static void by_hand(void)
{
    struct score_sums sums = {0};
    double wanted = 21 / 5.5;
    double spread = (33 - 14 * wanted + 1.5 * wanted * wanted + 4 * 1.4125) / 5.5;
    struct score score;

    count(&sums, 10, 20, true);
    count(&sums, 8, 10, true);
    count(&sums, 4, 20, false);
    count(&sums, 6, 20, false);
    score = score_of(&sums);
    EXPECT_NEAR(score.prior, 3.5, 1e-12);
    EXPECT_NEAR(score.weighted, 3.8181818181818183, 1e-12);
    EXPECT_NEAR(score.low, wanted - 1.28 * sqrt(spread / 5.5), 1e-12);
    EXPECT_NEAR(score.high, fmin(5, wanted + 1.28 * sqrt(spread / 5.5)), 1e-12);
    EXPECT_NEAR(score.low, 3.1996689, 1e-6);
}

static void weight_draws(void)
{
    struct score_sums light = {0}, heavy = {0};

    count(&light, 10, 1, true);
    count(&light, 2, 20, false);
    count(&heavy, 10, 20, true);
    count(&heavy, 2, 20, false);
    /* C = 3: (0.05*5 + 4*3)/4.05 and (5 + 4*3)/5 */
    EXPECT_NEAR(score_of(&light).weighted, 12.25 / 4.05, 1e-12);
    EXPECT_NEAR(score_of(&heavy).weighted, 3.4, 1e-12);
}

static void shuffle(int64_t (*ratings)[2], size_t n)
{
    for (size_t i = n - 1; i > 0; i--) {
        size_t j = (size_t)random() % (i + 1);
        int64_t half = ratings[i][0], weight = ratings[i][1];

        ratings[i][0] = ratings[j][0];
        ratings[i][1] = ratings[j][1];
        ratings[j][0] = half;
        ratings[j][1] = weight;
    }
}

static void any_order(void)
{
    int64_t ratings[500][2];
    struct score first = {0};

    srandom(7);
    for (size_t i = 0; i < 500; i++) {
        ratings[i][0] = 1 + random() % 10;
        ratings[i][1] = 1 + random() % 20;
    }
    for (int round = 0; round < 10; round++) {
        struct score_sums sums = {0};
        struct score score;

        shuffle(ratings, 500);
        for (size_t i = 0; i < 500; i++)
            count(&sums, ratings[i][0], ratings[i][1], true);
        score = score_of(&sums);
        if (round == 0)
            first = score;
        EXPECT(score.weighted == first.weighted && score.low == first.low &&
                   score.high == first.high,
               "round %d: %.17g is not %.17g", round, score.weighted, first.weighted);
    }
}

/* Against the definition, one rating after the other and in floating point. */
static void by_definition(void)
{
    srandom(11);
    for (int round = 0; round < 200; round++) {
        struct score_sums sums = {0};
        double w = 0, wr = 0, sum = 0, n = 0, score;
        int own = (int)(random() % 30), others = (int)(random() % 30) + 1;

        for (int i = 0; i < own + others; i++) {
            int64_t half = 1 + random() % 10, weight = 1 + random() % 20;

            count(&sums, half, weight, i < own);
            sum += (double)half / 2;
            n += 1;
            w += i < own ? (double)weight / 20 : 0;
            wr += i < own ? (double)weight / 20 * (double)half / 2 : 0;
        }
        score = (wr + 4 * sum / n) / (w + 4);
        EXPECT_NEAR(score_of(&sums).weighted, score, 1e-9);
        EXPECT(score_of(&sums).low >= 0.5 && score_of(&sums).high <= 5 &&
                   score_of(&sums).low <= score && score <= score_of(&sums).high,
               "%.4f is not within %.4f to %.4f", score, score_of(&sums).low,
               score_of(&sums).high);
    }
}

static void many_make_sure(void)
{
    struct score_sums few = {0}, many = {0};

    for (int i = 0; i < 400; i++) {
        count(&many, 8 + i % 3, 20, true);
        if (i < 6)
            count(&few, 8 + i % 3, 20, true);
    }
    EXPECT(score_of(&many).high - score_of(&many).low <
               (score_of(&few).high - score_of(&few).low) / 5,
           "400 ratings are hardly surer than 6");
    EXPECT_NEAR(score_of(&many).weighted, 4.5, 0.01);
}

static const struct test tests[] = {
    {"score: without any rating it is the middle, and wide",        nobody_has_rated},
    {"score: one rating alone is the site's mean too",              one_rating      },
    {"score: an album of two ratings on a site of four, by hand",   by_hand         },
    {"score: a rater of few artists moves it less",                 weight_draws    },
    {"score: the order of ratings changes no bit of it",            any_order       },
    {"score: as the formula in api.md has it, 200 times at random", by_definition   },
    {"score: many ratings narrow the interval",                     many_make_sure  },
};
const struct suite score_suite = SUITE("score", tests);
