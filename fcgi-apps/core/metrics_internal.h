/* metrics_internal.h - what metrics.c and metrics_peer.c share; nobody else includes it.
 */
#ifndef VH_METRICS_INTERNAL_H
#define VH_METRICS_INTERNAL_H

#include <stddef.h>

#include "metrics_peer.h"

/* The text as it grows. */
struct text {
    char *at;
    size_t used, room;
};

void metrics_put(struct text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The PEERS figures in the shared memory; NULL before metrics_open. */
struct peer_figures *metrics_peers(void);

/* The lines of all peers; at most PEER_LINES. */
#define PEER_LINES (PEERS * (LAG_BUCKETS + 12) + 24)
void metrics_put_peers(struct text *text, const char *service);

#endif
