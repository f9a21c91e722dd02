/* clock.h - seconds. */
#ifndef VH_CLOCK_H
#define VH_CLOCK_H

#include <stddef.h>
#include <stdio.h>
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

/* The same of a time as the API writes it, 2026-11-23T08:00:00.000Z; 0 if it is none. */
static inline double clock_parse(const char *text)
{
    struct tm tm = {0};
    int milliseconds;

    if (text == NULL ||
        sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d.%3dZ", &tm.tm_year, &tm.tm_mon, &tm.tm_mday,
               &tm.tm_hour, &tm.tm_min, &tm.tm_sec, &milliseconds) != 7)
        return 0;
    tm.tm_year -= 1900;
    tm.tm_mon -= 1;
    return (double)timegm(&tm) + milliseconds / 1e3;
}

#endif
