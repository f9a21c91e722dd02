/* generate_random.c - random numbers that are the same on every machine: splitmix64, with
 * streams. */
#include "generate_random.h"

#include <math.h>

#include "base/room.h"

#include "core/banned.h"

#define GOLDEN 0x9e3779b97f4a7c15u
#define TURN 6.283185307179586

static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

struct random random_start(uint64_t seed, enum stream stream, uint64_t number)
{
    return (struct random){
        mix(mix(mix(seed + GOLDEN) + (stream + 1) * GOLDEN) + (number + 1) * GOLDEN)};
}

uint64_t random_next(struct random *random)
{
    random->state += GOLDEN;
    return mix(random->state);
}

uint32_t random_below(struct random *random, uint32_t limit)
{
    return (uint32_t)(((random_next(random) >> 32) * limit) >> 32);
}

double random_unit(struct random *random)
{
    return (double)(random_next(random) >> 11) * 0x1p-53;
}

double random_normal(struct random *random)
{
    double radius = sqrt(-2 * log(1 - random_unit(random)));

    return radius * cos(TURN * random_unit(random));
}

uint32_t random_zeta(struct random *random, double exponent, uint32_t most)
{
    double b = pow(2, exponent - 1);

    for (;;) {
        double u = 1 - random_unit(random), v = random_unit(random);
        double x = floor(pow(u, -1 / (exponent - 1)));
        double t = pow(1 + 1 / x, exponent - 1);

        if (x <= most && v * x * (t - 1) / (b - 1) <= t / b)
            return (uint32_t)x;
    }
}

uint32_t random_rank(struct random *random, uint32_t limit)
{
    uint32_t rank = (uint32_t)(exp(random_unit(random) * log((double)limit + 1)) - 1);

    return rank < limit ? rank : limit - 1;
}

unsigned random_weighted(struct random *random, const unsigned *weights, unsigned count)
{
    unsigned sum = 0, at;

    for (unsigned i = 0; i < count; i++)
        sum += weights[i];
    at = random_below(random, sum);
    for (unsigned i = 0; i < count; i++) {
        if (at < weights[i])
            return i;
        at -= weights[i];
    }
    return count - 1;
}

uint32_t *random_order(struct random *random, uint32_t count)
{
    uint32_t *order = room_for(count, sizeof *order);

    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = random_below(random, i + 1);

        order[i] = order[at];
        order[at] = i;
    }
    return order;
}
