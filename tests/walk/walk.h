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
#define PEOPLE 64  /* of one walker */
#define ALBUMS 120 /* that stay as they are */
#define EDITED 400 /* that come, change, are merged and go */
#define FATES 4000 /* ratings and copies of those, of one walker */

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
    struct said ratings[ALBUMS], reviews[ALBUMS], copies[ALBUMS];
};

/* Somebody's rating (half-stars) or copy (0) of one of the albums that come and go. */
struct fate {
    int64_t user_id;
    size_t edited;
    int half_stars;
};

struct walker {
    unsigned number;
    uint64_t random;
    unsigned keys; /* Idempotency-Keys used */
    struct one *people[PEOPLE];
    size_t count;
    struct fate fates[FATES]; /* in the order in which they were acknowledged */
    size_t fated;
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

/* Albums of the walk's own, made by the one editor. */
struct edited {
    _Atomic int64_t id; /* 0: not made yet */
    _Atomic bool gone;
};
extern struct edited walk_edited[EDITED];

/* From 0 to `sides` - 1. */
unsigned walk_chance(uint64_t *state, unsigned sides);

/* Notes what is wrong, from any thread; only the first is kept. */
void walk_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A thread: moves until the walk is to stop. `walker` is its struct. */
void *walker_go(void *walker);

/* What walkers and editors share: a change that may be asked for again as it is, whether
   it was made; the first answer to a POST that says something; a POST that creates, the
   id, 0 if it was not made. */
bool walk_change(struct one *who, const char *method, const char *path, const char *body,
                 long wanted);
struct answer *walk_post(struct walker *walker, struct one *who, const char *path,
                         const char *body);
int64_t walk_create(struct walker *walker, struct one *who, const char *path,
                    const char *body);

/* Makes somebody the editor; a move of theirs; somebody's rating or copy of an album of
   theirs, whose fate is remembered. */
void editor_appoint(struct one *who);
void editor_moves(struct walker *walker, struct one *who);
void editor_is_rated(struct walker *walker, struct one *who);
void editor_is_collected(struct walker *walker, struct one *who);

/* A test: of all ratings and copies of albums that came and went, where they are. */
void fates_are_right(void);

/* Kills something and sees to it that it comes back: of six kinds in turn, so that six
 * kills meet all of them. What it was. */
const char *kill_something(size_t nth, uint64_t *random);

extern const struct suite aftermath_suite;

#endif
