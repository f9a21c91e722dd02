/* breaker.c - does not ask who does not answer. */
#include "breaker.h"

#include "banned.h"

static uint64_t after(double now, double seconds)
{
    return (uint64_t)((now + seconds) * 1e6);
}

bool breaker_admits(struct breaker *breaker, double now)
{
    uint64_t try_at = atomic_load(&breaker->try_at);

    if (atomic_load(&breaker->state) == BREAKER_CLOSED)
        return true;
    /* of all who come now, one moves the time on and is the probe */
    if (after(now, 0) >= try_at &&
        atomic_compare_exchange_strong(&breaker->try_at, &try_at,
                                       after(now, BREAKER_SECONDS))) {
        atomic_store(&breaker->state, BREAKER_HALF_OPEN);
        return true;
    }
    atomic_fetch_add(&breaker->refused, 1);
    return false;
}

void breaker_note(struct breaker *breaker, bool good, double now)
{
    if (good) {
        atomic_store(&breaker->failures, 0);
        atomic_store(&breaker->state, BREAKER_CLOSED);
        return;
    }
    if (atomic_fetch_add(&breaker->failures, 1) + 1 < BREAKER_FAILURES &&
        atomic_load(&breaker->state) == BREAKER_CLOSED)
        return;
    atomic_store(&breaker->try_at, after(now, BREAKER_SECONDS));
    if (atomic_exchange(&breaker->state, BREAKER_OPEN) == BREAKER_CLOSED)
        atomic_fetch_add(&breaker->opened, 1);
}
