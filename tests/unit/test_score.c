/* test_score.c - what ratings come to, against figures worked out by hand. */
#include <math.h>
#include <stdlib.h>

#include "harness/expect.h"
#include "rating/score.h"
#include "units.h"

#include "core/banned.h"

static const struct score_parameters young = {SCORE_MIDDLE, SCORE_M,
                                              SCORE_UNIFORM_SPREAD};

/* A rating in half-stars by someone whose weight is in twentieths. */
static void count(struct score_sums *sums, int64_t half_stars, int64_t weight)
{
    sums->weight += weight;
    sums->weighted += weight * half_stars;
    sums->weighted_squares += weight * half_stars * half_stars;
}

static void nobody_has_rated(void)
{
    const struct score_sums sums = {0};
    struct score score = score_of(&sums, &young);

    /* m*C/m, and the ten steps' own variance: 2.75 -/+ 1.28*sqrt(2.0625)/2 */
    EXPECT_NEAR(score.weighted, 2.75, 1e-12);
    EXPECT_NEAR(score.low, 2.75 - 1.28 * sqrt(2.0625) / 2, 1e-12);
    EXPECT_NEAR(score.high, 2.75 + 1.28 * sqrt(2.0625) / 2, 1e-12);
}

/* Album: 5 and 4 stars at weights 1 and 0.5; the site's C = 3.5, m = 4, S2 = 1.4125:
 * W = 1.5; sum wr = 7; score = (7 + 4*3.5)/5.5 = 21/5.5;
 * sum w(r-s)^2 = 25+8 - 2*s*7 + s*s*1.5 */
static void by_hand(void)
{
    const struct score_parameters site = {3.5, 4, 1.4125};
    struct score_sums sums = {0};
    double wanted = 21 / 5.5;
    double spread = (33 - 14 * wanted + 1.5 * wanted * wanted + 4 * 1.4125) / 5.5;
    struct score score;

    count(&sums, 10, 20);
    count(&sums, 8, 10);
    score = score_of(&sums, &site);
    EXPECT_NEAR(score.weighted, 3.8181818181818183, 1e-12);
    EXPECT_NEAR(score.low, wanted - 1.28 * sqrt(spread / 5.5), 1e-12);
    EXPECT_NEAR(score.high, fmin(5, wanted + 1.28 * sqrt(spread / 5.5)), 1e-12);
    EXPECT_NEAR(score.low, 3.1996689, 1e-6);
}

/* The more albums differ among themselves, the smaller m, and the less C counts. */
static void m_draws(void)
{
    const struct score_parameters loose = {3, 1, 1}, tight = {3, 9, 1};
    struct score_sums sums = {0};

    count(&sums, 10, 20);
    EXPECT_NEAR(score_of(&sums, &loose).weighted, 4, 1e-12);   /* (5 + 3)/2 */
    EXPECT_NEAR(score_of(&sums, &tight).weighted, 3.2, 1e-12); /* (5 + 27)/10 */
}

static void weight_draws(void)
{
    const struct score_parameters site = {3, 4, 1};
    struct score_sums light = {0}, heavy = {0};

    count(&light, 10, 1);
    count(&heavy, 10, 20);
    /* (0.05*5 + 4*3)/4.05 and (5 + 4*3)/5 */
    EXPECT_NEAR(score_of(&light, &site).weighted, 12.25 / 4.05, 1e-12);
    EXPECT_NEAR(score_of(&heavy, &site).weighted, 3.4, 1e-12);
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
            count(&sums, ratings[i][0], ratings[i][1]);
        score = score_of(&sums, &young);
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
        const struct score_parameters site = {1 + (double)(random() % 30) / 10,
                                              1 + (double)(random() % 90) / 10,
                                              0.5 + (double)(random() % 10) / 10};
        struct score_sums sums = {0};
        double w = 0, wr = 0, wanted;
        struct score met;

        for (int i = (int)(random() % 30); i >= 0; i--) {
            int64_t half = 1 + random() % 10, weight = 1 + random() % 20;

            count(&sums, half, weight);
            w += (double)weight / 20;
            wr += (double)weight / 20 * (double)half / 2;
        }
        wanted = (wr + site.m * site.prior) / (w + site.m);
        met = score_of(&sums, &site);
        EXPECT_NEAR(met.weighted, wanted, 1e-9);
        EXPECT(met.low >= 0.5 && met.high <= 5 && met.low <= wanted && wanted <= met.high,
               "%.4f is not within %.4f to %.4f", wanted, met.low, met.high);
    }
}

static void many_make_sure(void)
{
    const struct score_parameters site = {4.5, 4, 0.2};
    struct score_sums few = {0}, many = {0};

    for (int i = 0; i < 400; i++) {
        count(&many, 8 + i % 3, 20);
        if (i < 6)
            count(&few, 8 + i % 3, 20);
    }
    EXPECT(score_of(&many, &site).high - score_of(&many, &site).low <
               (score_of(&few, &site).high - score_of(&few, &site).low) / 5,
           "400 ratings are hardly surer than 6");
    EXPECT_NEAR(score_of(&many, &site).weighted, 4.5, 0.01);
}

/* A value drawn from -1 to 1, of variance 1/3. */
static double drawn(void)
{
    return (double)random() / (double)RAND_MAX * 2 - 1;
}

/* Albums whose true scores have variance a^2/3, ratings that are off by variance b^2/3:
 * m is b^2/a^2. */
static double estimated_m(double a, double b)
{
    struct site_sums sums = {0};

    for (int album = 0; album < 2000; album++) {
        double score = 6 + a * drawn(), sum = 0;
        int n = 1 + (int)(random() % 40);

        for (int i = 0; i < n; i++) {
            double rating = score + b * drawn();

            sum += rating;
            sums.squares += rating * rating;
        }
        sums.albums++;
        sums.count += n;
        sums.sum += sum;
        sums.count_squares += (double)n * n;
        sums.album_squares += sum * sum / n;
    }
    EXPECT_NEAR(score_estimate(&sums).prior, 3, 0.05);
    return score_estimate(&sums).m;
}

static void estimated(void)
{
    srandom(3);
    EXPECT_NEAR(estimated_m(1, 2), 4, 0.4);
    EXPECT_NEAR(estimated_m(1.5, 3), 4, 0.4);
    EXPECT_NEAR(estimated_m(1, 3), 9, 0.9);
    EXPECT_NEAR(estimated_m(2, 1), 1, 0);  /* a quarter, but never below 1 */
    EXPECT_NEAR(estimated_m(0, 1), 50, 0); /* albums do not differ */
}

static void too_few_to_tell(void)
{
    struct site_sums sums = {0};

    EXPECT_NEAR(score_estimate(&sums).prior, SCORE_MIDDLE, 0);
    EXPECT_NEAR(score_estimate(&sums).m, SCORE_M, 0);
    EXPECT_NEAR(score_estimate(&sums).spread, SCORE_UNIFORM_SPREAD, 0);
    sums = (struct site_sums){2, 2, 12, 80, 2, 80}; /* 4 and 8 half-stars */
    EXPECT_NEAR(score_estimate(&sums).prior, 3, 1e-12);
    EXPECT_NEAR(score_estimate(&sums).m, SCORE_M, 0);
    EXPECT_NEAR(score_estimate(&sums).spread, (2 + SCORE_UNIFORM_SPREAD) / 3, 1e-12);
}

static const struct test tests[] = {
    {"parameters: m is found again in ratings made with it",        estimated       },
    {"parameters: of too few ratings m is 4",                       too_few_to_tell },
    {"score: without any rating it is the middle, and wide",        nobody_has_rated},
    {"score: an album of two ratings, by hand",                     by_hand         },
    {"score: a rater of few artists moves it less",                 weight_draws    },
    {"score: the larger m, the more the site's mean counts",        m_draws         },
    {"score: the order of ratings changes no bit of it",            any_order       },
    {"score: as the formula in api.md has it, 200 times at random", by_definition   },
    {"score: many ratings narrow the interval",                     many_make_sure  },
};
const struct suite score_suite = SUITE("score", tests);
