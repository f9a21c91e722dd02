/* generate_random.h - random numbers that are the same on every machine: each thing made
 * has a stream of its own, begun from the seed, what kind of thing it is and its number,
 * so that any of them can be made without the others. */
#ifndef VH_GENERATE_RANDOM_H
#define VH_GENERATE_RANDOM_H

#include <stdint.h>

/* Kinds of streams. A new one goes to the end: what is made from the others stays as it
 * is. */
enum stream {
    STREAM_ARTIST,
    STREAM_ALBUM,
    STREAM_PRESSING,
    STREAM_LABEL,
    STREAM_SPLIT,
    STREAM_TASTE,
    STREAM_RATER
};

struct random {
    uint64_t state;
};

struct random random_start(uint64_t seed, enum stream stream, uint64_t number);

uint64_t random_next(struct random *random);                  /* 64 bits */
uint32_t random_below(struct random *random, uint32_t limit); /* 0 … limit - 1 */
double random_unit(struct random *random);                    /* 0 ≤ u < 1 */
double random_normal(struct random *random); /* mean 0, deviation 1 (Box-Muller) */

/* 1, 2, 3 … `most` with probabilities in the ratio k^-exponent (the zeta distribution,
   cut off). The method of rejection of L. Devroye, Non-Uniform Random Variate Generation
   (1986), p. 551. */
uint32_t random_zeta(struct random *random, double exponent, uint32_t most);

/* 0 … limit - 1 with probabilities about as 1 / (rank + 1): words in a language. */
uint32_t random_rank(struct random *random, uint32_t limit);

/* An index of `weights`, in their ratio. */
unsigned random_weighted(struct random *random, const unsigned *weights, unsigned count);

/* The numbers 0 to count - 1 in an order of chance; the caller's to free. */
uint32_t *random_order(struct random *random, uint32_t count);

#endif
