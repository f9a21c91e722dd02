/* generate_spread.c - how unevenly made-up people's ratings fall on albums: by
 * expectation, over a grid of popularity in place of albums. */
#include "generate_spread.h"

#include <math.h>

#include "core/banned.h"

#define STEPS 14 /* of a bisection */
#define TRIES_STEPS 20
#define SETTLED 4    /* rounds */
#define GRID 200     /* albums' popularity */
#define ACTIVITIES 7 /* how active people are, from -2.5 to 2.5 deviations */
#define ACTIVE_MOST 2.5
#define DEVIATION_MOST 4.0

/* What is expected of the albums of one popularity. */
struct point {
    double albums; /* how many, in one cluster */
    double popularity;
    double raters; /* of each of them */
};

struct grid {
    const struct spread_world *world;
    struct point points[GRID];
    double albums, popularity; /* of a cluster, together */
};

static double density(double z)
{
    return exp(-z * z / 2);
}

/* How many deviations from the middle the outermost of so many albums is. */
static double outermost(double albums)
{
    double low = 0.5, high = 7;

    for (unsigned i = 0; i < TRIES_STEPS; i++) {
        double middle = (low + high) / 2;

        if (albums * erfc(middle / sqrt(2)) > 1)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void make(struct grid *grid, const struct spread_world *world,
                 const struct spread *spread)
{
    double sum = 0, most;

    *grid = (struct grid){.world = world,
                          .albums = world->albums * spread->drawn / world->clusters};
    most = outermost(grid->albums);
    for (unsigned g = 0; g < GRID; g++) {
        double z = most * (2 * (g + 0.5) / GRID - 1);

        grid->points[g] = (struct point){density(z), exp(spread->deviation * z), 0};
        sum += density(z);
    }
    for (unsigned g = 0; g < GRID; g++) {
        grid->points[g].albums *= grid->albums / sum;
        grid->popularity += grid->points[g].albums * grid->points[g].popularity;
    }
}

/* How many of a cluster's albums are met by so many tries. */
static double met(const struct grid *grid, double tries)
{
    double sum = 0;

    for (unsigned g = 0; g < GRID; g++)
        sum -= grid->points[g].albums *
               expm1(-tries * grid->points[g].popularity / grid->popularity);
    return sum;
}

/* Of a person's tries those in a cluster that they like, if they like so many; and in one
   that they do not. */
static double at_home(const struct spread_world *world, unsigned liked)
{
    return world->at_home / liked + (1 - world->at_home) / world->clusters;
}

static double away(const struct spread_world *world)
{
    return (1 - world->at_home) / world->clusters;
}

/* How often a person tries who rates so many albums, none of them twice. */
static double tries_for(const struct grid *grid, unsigned liked, double given)
{
    const struct spread_world *world = grid->world;
    double low = log(given), high = log(given * world->tries);

    for (unsigned i = 0; i < TRIES_STEPS; i++) {
        double middle = (low + high) / 2, tries = exp(middle);
        double all = liked * met(grid, tries * at_home(world, liked)) +
                     (world->clusters - liked) * met(grid, tries * away(world));

        if (all < given)
            low = middle;
        else
            high = middle;
    }
    return exp(low);
}

static void add_people(struct grid *grid, double people, double tries)
{
    for (unsigned g = 0; g < GRID; g++)
        grid->points[g].raters -=
            people * expm1(-tries * grid->points[g].popularity / grid->popularity);
}

/* One cluster's raters: those who like it and those who do not. */
static void ask_people(struct grid *grid)
{
    const struct spread_world *world = grid->world;
    double sum = 0, mean = world->ratings / world->users, spread = world->activity;

    for (unsigned a = 0; a < ACTIVITIES; a++)
        sum += density(ACTIVE_MOST * (2.0 * a / (ACTIVITIES - 1) - 1));
    for (unsigned a = 0; a < ACTIVITIES; a++) {
        double z = ACTIVE_MOST * (2.0 * a / (ACTIVITIES - 1) - 1);
        double people = world->users * density(z) / sum / world->liked_most;
        double given = fmax(1, mean * exp(spread * z - spread * spread / 2));

        for (unsigned liked = 1; liked <= world->liked_most; liked++) {
            double tries = tries_for(grid, liked, given);
            double fans = people * liked / world->clusters;

            add_people(grid, fans, tries * at_home(world, liked));
            add_people(grid, people - fans, tries * away(world));
        }
    }
}

/* The part of all albums that get a rating or more. */
static double rated(const struct grid *grid)
{
    double sum = 0;

    for (unsigned g = 0; g < GRID; g++)
        sum -= grid->points[g].albums * expm1(-grid->points[g].raters);
    return sum * grid->world->clusters / grid->world->albums;
}

/* The part of all ratings that the most rated albums get. */
static double head_share(const struct grid *grid)
{
    double room = SPREAD_HEAD * grid->world->albums / grid->world->clusters;
    double all = 0, head = 0;

    for (unsigned g = GRID; g-- > 0;) {
        const struct point *point = &grid->points[g];
        double in_head = fmin(room, point->albums);

        room -= in_head;
        head += in_head * point->raters;
        all += point->albums * point->raters;
    }
    return head / all;
}

/* The part of albums to draw from so that as many as wanted stay without a rating. */
static void settle_drawn(struct grid *grid, const struct spread_world *world,
                         struct spread *spread)
{
    spread->drawn = 1 - world->unrated;
    for (unsigned i = 0; i < SETTLED; i++) {
        make(grid, world, spread);
        ask_people(grid);
        spread->drawn = fmin(1, spread->drawn * (1 - world->unrated) / rated(grid));
    }
}

struct spread spread_for(const struct spread_world *world)
{
    double low = 0, high = DEVIATION_MOST;
    struct spread spread = {0};
    struct grid grid;

    for (unsigned i = 0; i < STEPS; i++) {
        spread.deviation = (low + high) / 2;
        settle_drawn(&grid, world, &spread);
        if (head_share(&grid) < SPREAD_HEAD_SHARE)
            low = spread.deviation;
        else
            high = spread.deviation;
    }
    return spread;
}
