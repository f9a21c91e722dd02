/* metrics_peer.c - what a pool counts of each of the other services. */
#include "metrics_peer.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "metrics_internal.h"

#include "banned.h"

/* Upper bounds in seconds; the last bucket is +Inf. */
static const double bounds[LAG_BUCKETS - 1] = {0.01, 0.025, 0.05, 0.1, 0.25, 0.5,
                                               0.75, 1,     2.5,  10,  60};

struct peer_figures *metrics_peer(const char *name)
{
    static struct peer_figures alone[PEERS];
    struct peer_figures *all = metrics_peers();

    for (size_t i = 0; i < PEERS; i++)
        if (strcmp(peer_names[i], name) == 0)
            return all == NULL ? &alone[i] : &all[i];
    return NULL;
}

static void count(_Atomic uint64_t *counter, uint64_t by)
{
    atomic_fetch_add_explicit(counter, by, memory_order_relaxed);
}

void metrics_event_applied(const char *source, double seconds)
{
    struct peer_figures *peer = metrics_peer(source);
    size_t bucket = 0;

    if (peer == NULL)
        return;
    while (bucket < LAG_BUCKETS - 1 && seconds > bounds[bucket])
        bucket++;
    count(&peer->lag_buckets[bucket], 1);
    count(&peer->lag_microseconds, seconds > 0 ? (uint64_t)(seconds * 1e6) : 0);
}

void metrics_event_lag(const char *source, double seconds)
{
    struct peer_figures *peer = metrics_peer(source);

    if (peer == NULL)
        return;
    atomic_store(&peer->behind_microseconds, seconds > 0 ? (uint64_t)(seconds * 1e6) : 0);
    atomic_store(&peer->pulled_at, (uint64_t)time(NULL));
}

static void put_head(struct text *text, const char *name, const char *type,
                     const char *help)
{
    metrics_put(text, "# HELP vinylhound_%s %s\n# TYPE vinylhound_%s %s\n", name, help,
                name, type);
}

static void put_lag(struct text *text, const char *service, size_t i)
{
    const struct peer_figures *peer = &metrics_peers()[i];
    uint64_t sum = 0;

    for (size_t b = 0; b < LAG_BUCKETS; b++) {
        char bound[16] = "+Inf";

        if (b < LAG_BUCKETS - 1)
            snprintf(bound, sizeof bound, "%g", bounds[b]);
        sum += peer->lag_buckets[b];
        metrics_put(text,
                    "vinylhound_event_lag_seconds_bucket{service=\"%s\",source=\"%s\","
                    "le=\"%s\"} %" PRIu64 "\n",
                    service, peer_names[i], bound, sum);
    }
    metrics_put(text,
                "vinylhound_event_lag_seconds_sum{service=\"%s\",source=\"%s\"} %.6f\n"
                "vinylhound_event_lag_seconds_count{service=\"%s\",source=\"%s\"} "
                "%" PRIu64 "\n",
                service, peer_names[i], (double)peer->lag_microseconds / 1e6, service,
                peer_names[i], sum);
}

/* A line for each peer that `shown` is not 0 of. */
static void put_each(struct text *text, const char *service, const char *name,
                     const char *label, double (*value)(const struct peer_figures *),
                     bool (*shown)(const struct peer_figures *))
{
    const struct peer_figures *peers = metrics_peers();

    for (size_t i = 0; i < PEERS; i++)
        if (shown(&peers[i]))
            metrics_put(text, "vinylhound_%s{service=\"%s\",%s=\"%s\"} %.15g\n", name,
                        service, label, peer_names[i], value(&peers[i]));
}

static bool is_read(const struct peer_figures *peer)
{
    return peer->pulled_at > 0;
}

static bool always(const struct peer_figures *peer)
{
    (void)peer;
    return true;
}

static double behind(const struct peer_figures *peer)
{
    return (double)peer->behind_microseconds / 1e6;
}

static double pulled(const struct peer_figures *peer)
{
    return (double)peer->pulled_at;
}

static double state(const struct peer_figures *peer)
{
    return peer->breaker.state;
}

static double opened(const struct peer_figures *peer)
{
    return (double)peer->breaker.opened;
}

static double refused(const struct peer_figures *peer)
{
    return (double)peer->breaker.refused;
}

static double retried(const struct peer_figures *peer)
{
    return (double)peer->breaker.retried;
}

static const struct {
    const char *name, *type, *label, *help;
    double (*value)(const struct peer_figures *);
    bool (*shown)(const struct peer_figures *);
} series[] = {
    {"events_behind_seconds",           "gauge",   "source",
     "Age of the oldest event seen and not applied; 0: none.",          behind,  is_read},
    {"events_pulled_timestamp_seconds", "gauge",   "source",
     "When a source's events were last asked for with success.",        pulled,  is_read},
    {"breaker_state",                   "gauge",   "target",
     "Calls to a service: 0 are made, 1 one is tried, 2 are not made.", state,   always },
    {"breaker_opened_total",            "counter", "target",
     "Times that calls to a service stopped being made.",               opened,  always },
    {"breaker_refused_total",           "counter", "target",
     "Calls to a service that were not made.",                          refused, always },
    {"internal_retries_total",          "counter", "target",
     "Calls to a service that were made a second time.",                retried, always },
};

void metrics_put_peers(struct text *text, const char *service)
{
    const struct peer_figures *peers = metrics_peers();

    put_head(text, "event_lag_seconds", "histogram",
             "Time from an event's publication to its application here.");
    for (size_t i = 0; i < PEERS; i++)
        if (is_read(&peers[i]))
            put_lag(text, service, i);
    for (size_t i = 0; i < sizeof series / sizeof *series; i++) {
        put_head(text, series[i].name, series[i].type, series[i].help);
        put_each(text, service, series[i].name, series[i].label, series[i].value,
                 series[i].shown);
    }
}
