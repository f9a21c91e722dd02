/* breaker.h - does not ask who does not answer: a circuit breaker for each service
 * called, shared by the processes of a pool (it lies in the memory they count in).
 *
 * Closed: calls are made. After BREAKER_FAILURES failures in a row it opens: calls fail
 * at once. After BREAKER_SECONDS one call is let through (half-open): if it goes well the
 * breaker closes, else it stays open as long again. A probe that never returns is
 * followed by another after the same time. */
#ifndef VH_BREAKER_H
#define VH_BREAKER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#define BREAKER_FAILURES 5
#define BREAKER_SECONDS 1.0

enum breaker_state { BREAKER_CLOSED, BREAKER_HALF_OPEN, BREAKER_OPEN };

/* All zero: closed. */
struct breaker {
    _Atomic uint32_t state, failures;
    _Atomic uint64_t try_at; /* microseconds of the monotonic clock, while not closed */
    _Atomic uint64_t opened, refused, retried; /* counts */
};

/* Whether a call may be made at `now`, by the monotonic clock in seconds. */
bool breaker_admits(struct breaker *breaker, double now);

/* How it went. */
void breaker_note(struct breaker *breaker, bool good, double now);

#endif
