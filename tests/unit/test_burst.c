/* test_burst.c - campaigns are found and release days are not, in a seeded simulation. */
#include <math.h>
#include <stdlib.h>

#include "harness/expect.h"
#include "rating/burst.h"
#include "rating/score.h"
#include "units.h"

#include "core/banned.h"

#define ROUNDS 200

/* A site where one rating in ten is by a new account, three in ten are high, one is low.
 */
static const struct burst_site site = {0.1, 0.3, 0.1};
static const struct score_parameters usual = {3.5, 4, 1};

static double drawn(void)
{
    return (double)random() / ((double)RAND_MAX + 1);
}

static int between(int least, int most)
{
    return least + (int)(drawn() * (most - least + 1));
}

static int64_t clip(double half_stars)
{
    return half_stars < 1 ? 1 : half_stars > 10 ? 10 : (int64_t)half_stars;
}

/* Half-stars of people who think of an album what `mean` says, give or take. */
static int64_t opinion(double mean)
{
    double noise = drawn() + drawn() + drawn() + drawn() - 2; /* deviation 0.58 */

    return clip(floor(mean + noise * 3.5 + 0.5));
}

static void count(struct burst_counts *counts, int64_t half_stars, bool young,
                  bool recent)
{
    counts->all += recent;
    counts->young += recent && young;
    counts->high += recent && young && half_stars >= 9;
    counts->low += recent && young && half_stars <= 3;
    if (recent && young)
        return;
    counts->others++;
    counts->others_high += half_stars >= 9;
    counts->others_low += half_stars <= 3;
}

/* The day a record comes out: many who have been here for years and many who came for it,
   from a tenth to half of them, and who like it better by up to half a star. */
static enum burst release_day(void)
{
    struct burst_counts counts = {0};
    double mean = 4 + drawn() * 5, newcomers = 0.1 + drawn() * 0.4;
    double keen = drawn();

    for (int i = between(60, 600); i > 0; i--) {
        bool young = drawn() < newcomers;

        count(&counts, opinion(mean + (young ? keen : 0)), young, true);
    }
    return burst_in(&counts, &site);
}

static void release_days(void)
{
    int flagged = 0;

    srandom(17);
    for (int i = 0; i < ROUNDS; i++)
        flagged += release_day() != BURST_NONE;
    printf("burst: %d of %d release days held\n", flagged, ROUNDS);
    EXPECT(flagged < 5, "%d of %d release days are taken for campaigns", flagged, ROUNDS);
}

struct attack {
    struct score_sums sums;
    struct burst_counts counts;
    int64_t held, let_in;
};

static void rate(struct attack *attack, int64_t half_stars, int64_t weight)
{
    attack->sums.weight += weight;
    attack->sums.weighted += weight * half_stars;
    attack->sums.weighted_squares += weight * half_stars * half_stars;
}

/* Two hundred accounts against an album with some ratings, others' among theirs. Each is
   looked at as it comes, as burst_watch.c does: from the moment the burst is found, those
   before it and all after it are held. How far the score is from what it was. */
static double attacked(struct attack *attack, bool up, bool *found)
{
    double mean = 4 + drawn() * 4, before;
    enum burst wanted = up ? BURST_HIGH : BURST_LOW;
    struct score_sums honest;

    *attack = (struct attack){0};
    for (int i = between(0, 60); i > 0; i--) {
        int64_t stars = opinion(mean);

        count(&attack->counts, stars, false, false);
        rate(attack, stars, between(1, 20));
    }
    honest = attack->sums;
    *found = false;
    for (int i = 0; i < 200; i++) {
        int64_t stars = up ? between(9, 10) : between(1, 2);

        count(&attack->counts, stars, true, true);
        if (!*found && burst_in(&attack->counts, &site) == wanted) {
            *found = true;
            attack->sums = honest; /* those that were let in are held too */
        }
        if (!*found)
            rate(attack, stars, 1);
        attack->let_in += !*found;
    }
    before = score_of(&honest, &usual).weighted;
    return fabs(score_of(&attack->sums, &usual).weighted - before);
}

static void attacks(void)
{
    int missed = 0;
    double most = 0;
    int64_t latest = 0;

    srandom(23);
    for (int i = 0; i < ROUNDS; i++) {
        struct attack attack;
        bool found;
        double moved = attacked(&attack, i % 2 == 0, &found);

        missed += !found;
        most = fmax(most, moved);
        latest = attack.let_in > latest ? attack.let_in : latest;
    }
    printf(
        "burst: %d of %d attacks missed, score moved by %.4f at most, found after %d\n",
        missed, ROUNDS, most, (int)latest);
    EXPECT_INT(missed, 0);
    EXPECT(most < 0.05, "a score was moved by %.3f", most);
}

static void tails(void)
{
    EXPECT_NEAR(binomial_tail(0, 10, 0.3), 1, 0);
    EXPECT_NEAR(binomial_tail(10, 10, 0.5), 1 / 1024.0, 1e-12);
    EXPECT_NEAR(binomial_tail(9, 10, 0.5), 11 / 1024.0, 1e-12);
    EXPECT_NEAR(binomial_tail(1, 3, 0.25), 1 - 0.421875, 1e-12);
    EXPECT(binomial_tail(900, 1000, 0.5) < 1e-100, "it is not that likely");
}

static void few(void)
{
    struct burst_counts counts = {0};

    for (int i = 1; i <= 40; i++) {
        count(&counts, 10, true, true);
        EXPECT((burst_in(&counts, &site) == BURST_HIGH) == (i >= BURST_LEAST),
               "%d new accounts", i);
    }
}

/* On a site of new accounts only, being new says little. */
static void young_site(void)
{
    const struct burst_site young = {0.99, 0.3, 0.1};
    struct burst_counts counts = {0};

    for (int i = 1; i <= 100; i++)
        count(&counts, 10, true, true);
    EXPECT(burst_in(&counts, &young) == BURST_NONE, "a hundred are too few to tell");
    for (int i = 1; i <= 100; i++)
        count(&counts, 10, true, true);
    EXPECT(burst_in(&counts, &young) == BURST_HIGH, "two hundred are not");
}

static const struct test tests[] = {
    {"bursts: the tail of a binomial distribution",                           tails       },
    {"bursts: of 200 release days fewer than 5 are held",                     release_days},
    {"bursts: 200 attacks by 200 accounts are found, no score moves by 0.05", attacks     },
    {"bursts: twenty new accounts of one mind are one, fewer are not",        few         },
    {"bursts: where every account is new it takes more of them",              young_site  },
};
const struct suite burst_suite = SUITE("bursts", tests);
