/* walk.h - a random walk: people who change things by the API, and somebody who kills
 * what serves them. */
#ifndef VH_TEST_WALK_H
#define VH_TEST_WALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "harness/stack.h"
#include "harness/suite.h"

#define WALKERS 8
#define PEOPLE 64 /* of one walker */
#define ALBUMS 120

/* What was acknowledged: the rating or review of an album, 0 if there is none. */
struct said {
    int64_t id;
    int value;
};

struct one {
    char name[33];
    int64_t id;
    char token[2048];
    bool private;
    int lines; /* the number that the only line of their content holds; 0: none */
    struct said ratings[ALBUMS], reviews[ALBUMS];
};

struct walker {
    unsigned number;
    uint64_t random;
    unsigned keys; /* Idempotency-Keys used */
    struct one *people[PEOPLE];
    size_t count;
};

struct walk {
    size_t writes, kills;    /* wanted */
    _Atomic size_t done;     /* writes acknowledged */
    _Atomic size_t repeated; /* requests made again */
    _Atomic size_t unheard;  /* what was to be removed and was so already */
    _Atomic bool stop;
    struct walker walkers[WALKERS];
    int64_t albums[ALBUMS];
    char wrong[512]; /* the first thing that was; "" */
};
extern struct walk walk;

/* From 0 to `sides` - 1. */
unsigned walk_chance(uint64_t *state, unsigned sides);

/* Notes what is wrong, from any thread; only the first is kept. */
void walk_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A thread: moves until the walk is to stop. `walker` is its struct. */
void *walker_go(void *walker);

/* Kills something and sees to it that it comes back: of six kinds in turn, so that six
 * kills meet all of them. What it was. */
const char *kill_something(size_t nth, uint64_t *random);

extern const struct suite aftermath_suite;

#endif
