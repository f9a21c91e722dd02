/* metrics.h - what a pool counts, shown as Prometheus text.
 *
 * The processes of a pool share one listening socket, so a scrape reaches any of them:
 * they count together, in memory mapped from the file pool.metrics. Counters outlive a
 * restart, as counters should. */
#ifndef VH_METRICS_H
#define VH_METRICS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct route;

enum metric {
    METRIC_CONNECTIONS, /* accepted from the gateway */
    METRIC_SHED,        /* answered 503 for having waited too long */
    METRIC_NO_ROUTE,    /* answered before a route was found */
    METRIC_DB_CONNECTS,
    METRIC_DB_LOST,
    METRIC_DB_BUSY,
    METRIC_DB_ERRORS,
    METRIC_EVENTS_APPLIED,
    METRICS
};

/* Once, before threads. `path` NULL: this process counts alone. False after writing to
   `error` why the file does not serve. */
bool metrics_open(const char *service, const struct route *routes, size_t count,
                  const char *path, char *error, size_t size);

/* Safe from any thread; nothing before metrics_open. */
void metrics_count(enum metric metric);
void metrics_request(const struct route *route, int status, double seconds);

/* The text, in the arena; NULL if memory is out. */
char *metrics_text(struct arena *arena);

#endif
