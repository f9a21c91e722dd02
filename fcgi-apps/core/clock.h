/* clock.h - seconds. */
#ifndef VH_CLOCK_H
#define VH_CLOCK_H

#include <time.h>

/* Since some point in the past, never set back: for measuring. */
static inline double clock_monotonic(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Since 1970, as the gateway's $msec counts. */
static inline double clock_wall(void)
{
    struct timespec time;

    clock_gettime(CLOCK_REALTIME, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

#endif
