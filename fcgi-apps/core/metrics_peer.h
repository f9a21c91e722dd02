/* metrics_peer.h - what a pool counts of each of the other services, in the memory that
 * its processes share (metrics.h). */
#ifndef VH_METRICS_PEER_H
#define VH_METRICS_PEER_H

#include <stdatomic.h>
#include <stdint.h>

#include "breaker.h"
#include "peers.h"

#define LAG_BUCKETS 12

struct peer_figures {
    _Atomic uint64_t lag_buckets[LAG_BUCKETS], lag_microseconds; /* of events applied */
    _Atomic uint64_t behind_microseconds; /* the oldest event seen and not applied */
    _Atomic uint64_t pulled_at;           /* seconds since 1970 */
    struct breaker breaker;               /* of calls to it */
};

/* The figures kept of a service; NULL if there is no service of that name. Before
   metrics_open they are this process's own. */
struct peer_figures *metrics_peer(const char *name);

/* An event of `source` was applied so many seconds after it was published; and how old
   the oldest one is that was seen and is not applied yet (0: there is none). */
void metrics_event_applied(const char *source, double seconds);
void metrics_event_lag(const char *source, double seconds);

#endif
