/* generate_taste.c - made-up people with tastes, and what they rate. */
#include "generate_taste.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "generate_random.h"
#include "generate_spread.h"
#include "base/room.h"

#include "core/banned.h"

#define ACTIVITY_SPREAD 1.0
#define AT_HOME 0.75    /* of a person's ratings are from the clusters they like */
#define MOST_OF_ALL 0.4 /* of the rated albums one person rates, at most */
#define LIKED_MOST 3    /* clusters, of one person */
#define TRIES 20        /* for an album not chosen yet */

/* What ratings are made of, stars. */
#define MIDDLE 3.1
#define LENIENCY_SPREAD 0.4
#define QUALITY_SPREAD 0.35
#define LIKED 0.7
#define DISLIKED (-0.3)
#define MOOD_SPREAD 0.55

static void make_albums(struct taste_world *world, double *popularity)
{
    const struct spread_world people = {.users = world->users,
                                        .albums = world->albums,
                                        .ratings = (double)world->ratings,
                                        .unrated = world->unrated,
                                        .activity = ACTIVITY_SPREAD,
                                        .at_home = AT_HOME,
                                        .tries = TRIES,
                                        .clusters = TASTES,
                                        .liked_most = LIKED_MOST};
    struct spread spread = spread_for(&people);

    for (uint32_t a = 0; a < world->albums; a++) {
        struct random random = random_start(world->seed, STREAM_TASTE, a);
        double luck = random_unit(&random);

        world->cluster[a] = (unsigned char)random_below(&random, TASTES);
        world->quality[a] = (float)(QUALITY_SPREAD * random_normal(&random));
        popularity[a] =
            luck >= spread.drawn ? 0 : exp(spread.deviation * random_normal(&random));
        if (popularity[a] > 0)
            world->begin[world->cluster[a] + 1]++;
    }
}

/* Those that are rated, cluster by cluster, with running sums of their popularity. */
static void line_up(struct taste_world *world, const double *popularity)
{
    uint32_t next[TASTES], rated;

    for (unsigned c = 0; c < TASTES; c++) {
        world->begin[c + 1] += world->begin[c];
        next[c] = world->begin[c];
    }
    for (uint32_t a = 0; a < world->albums; a++)
        if (popularity[a] > 0)
            world->by_cluster[next[world->cluster[a]]++] = a;
    rated = world->begin[TASTES];
    for (uint32_t i = 0; i < rated; i++)
        world->weights[i] =
            popularity[world->by_cluster[i]] + (i == 0 ? 0 : world->weights[i - 1]);
}

void taste_world_make(struct taste_world *world)
{
    double *popularity = room_for(world->albums, sizeof *popularity);

    memset(world->begin, 0, sizeof world->begin);
    world->by_cluster = room_for(world->albums, sizeof *world->by_cluster);
    world->weights = room_for(world->albums, sizeof *world->weights);
    world->quality = room_for(world->albums, sizeof *world->quality);
    world->cluster = room_for(world->albums, sizeof *world->cluster);
    world->chosen = room_for(world->albums, sizeof *world->chosen);
    world->opinions = room_for(world->albums, sizeof *world->opinions);
    make_albums(world, popularity);
    line_up(world, popularity);
    free(popularity);
}

void taste_world_free(struct taste_world *world)
{
    free(world->by_cluster);
    free(world->weights);
    free(world->quality);
    free(world->cluster);
    free(world->chosen);
    free(world->opinions);
}

/* One of those from `from` to before `to`, by popularity. */
static uint32_t choose(const struct taste_world *world, uint32_t from, uint32_t to,
                       struct random *random)
{
    double before = from == 0 ? 0 : world->weights[from - 1];
    double at = before + random_unit(random) * (world->weights[to - 1] - before);

    while (to - from > 1) {
        uint32_t middle = from + (to - from) / 2;

        if (world->weights[middle - 1] > at)
            to = middle;
        else
            from = middle;
    }
    return world->by_cluster[from];
}

static bool likes(const unsigned *liked, unsigned count, unsigned cluster)
{
    for (unsigned i = 0; i < count; i++)
        if (liked[i] == cluster)
            return true;
    return false;
}

static unsigned judge(const struct taste_world *world, uint32_t album, bool liked,
                      double leniency, struct random *random)
{
    double stars = MIDDLE + leniency + (double)world->quality[album] +
                   (liked ? LIKED : DISLIKED) + MOOD_SPREAD * random_normal(random);

    return (unsigned)fmin(10, fmax(1, round(stars * 2)));
}

/* How many albums a person rates: log-normal, with the mean that gives `ratings` in all.
 */
static uint32_t how_many(const struct taste_world *world, struct random *random)
{
    double mean = (double)world->ratings / world->users;
    double many = mean * exp(ACTIVITY_SPREAD * random_normal(random) -
                             ACTIVITY_SPREAD * ACTIVITY_SPREAD / 2);

    return (uint32_t)fmin(fmax(1, round(many)), MOST_OF_ALL * world->begin[TASTES]);
}

size_t taste_world_ask(struct taste_world *world, uint32_t user,
                       const struct opinion **opinions)
{
    struct random random = random_start(world->seed, STREAM_RATER, user);
    unsigned liked[LIKED_MOST], count = 1 + random_below(&random, LIKED_MOST);
    double leniency = LENIENCY_SPREAD * random_normal(&random);
    uint32_t wanted = how_many(world, &random), given = 0;

    for (unsigned i = 0; i < count; i++)
        liked[i] = random_below(&random, TASTES);
    for (uint64_t tries = 0; given < wanted && tries < (uint64_t)wanted * TRIES;
         tries++) {
        unsigned home = liked[random_below(&random, count)];
        bool stay =
            random_unit(&random) < AT_HOME && world->begin[home] < world->begin[home + 1];
        uint32_t album =
            stay ? choose(world, world->begin[home], world->begin[home + 1], &random)
                 : choose(world, 0, world->begin[TASTES], &random);

        if (world->chosen[album] == user + 1)
            continue;
        world->chosen[album] = user + 1;
        world->opinions[given++] = (struct opinion){
            album, judge(world, album, likes(liked, count, world->cluster[album]),
                         leniency, &random)};
    }
    *opinions = world->opinions;
    return given;
}
