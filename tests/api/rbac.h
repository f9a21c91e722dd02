/* rbac.h - who may call what: one row for every route of every service, held to the real
 * ones by test_rbac.c. A new route needs a row in rbac.c: tests/contract misses it. */
#ifndef VH_TEST_RBAC_H
#define VH_TEST_RBAC_H

#include <stddef.h>

#include "harness/stack.h"

/* In the order of the characters of struct right's `may`. */
enum rbac_caller {
    NO_TOKEN,
    OWNER,
    OTHER,
    THE_EDITOR,
    THE_MODERATOR,
    THE_ADMIN,
    CALLERS
};

struct right {
    const char *method, *path; /* as --routes prints them */
    /* For each caller: + let in, 1 unauthorised (401), 3 forbidden (403), 4 not told that
       it is there (404). */
    const char *may;
    /* What the path names, made anew for each caller as OWNER's: what stands in the place
     * of {...}. The call is then made in earnest, and + is an answer below 400. NULL:
     * only the route's own gate is tried, by a call with a wrong parameter, which has no
     * effect: + is the 400 that comes after the gate. */
    const char *(*thing)(const struct person *owner);
    const char *body; /* of a call in earnest */
};

/* A thing whose OWNER is another person than that of the rest, one whose profile is
 * private. */
const char *a_private_user(const struct person *owner);

extern const struct right rights[];
extern const size_t right_count;

#endif
