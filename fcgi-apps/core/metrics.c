/* metrics.c - counting in memory that a pool's processes share. */
#include "metrics.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "metrics_internal.h"
#include "route.h"

#include "banned.h"

#define MAGIC UINT64_C(0x76686d6574726963)
#define CLASSES 5 /* 1xx to 5xx */
#define LINE 256

/* Upper bounds in seconds; the last bucket is +Inf. */
static const double bounds[] = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                0.05,   0.1,   0.25,   1,     2.5};
#define BUCKETS (sizeof bounds / sizeof *bounds + 1)

struct route_counts {
    _Atomic uint64_t status[CLASSES], buckets[BUCKETS], microseconds;
};

struct shared {
    uint64_t magic, routes_hash;
    _Atomic uint64_t counters[METRICS];
    struct peer_figures peers[PEERS];
    struct route_counts routes[];
};

static const struct {
    const char *name, *help;
} descriptions[METRICS] = {
    [METRIC_CONNECTIONS] = {"connections_total",
                            "Connections accepted from the gateway."                  },
    [METRIC_SHED] = {"shed_total",
                            "Requests answered 503 because they had waited too long." },
    [METRIC_NO_ROUTE] = {"unrouted_total",          "Requests that named no route."},
    [METRIC_DB_CONNECTS] = {"database_connects_total",
                            "Connections made to the database."                       },
    [METRIC_DB_LOST] = {"database_lost_total",
                            "Connections to the database that were lost."             },
    [METRIC_DB_BUSY] = {"database_busy_total",     "Deadlocks and lock waits."    },
    [METRIC_DB_ERRORS] = {"database_errors_total",
                            "Statements that failed for any other reason."            },
    [METRIC_EVENTS_APPLIED] = {"events_applied_total",
                            "Events of other services applied to projections."        },
};

/* Set once by metrics_open. */
static struct {
    struct shared *shared;
    const char *service;
    const struct route *routes;
    size_t count;
} metrics;

static uint64_t hash_routes(const struct route *routes, size_t count)
{
    uint64_t hash = UINT64_C(14695981039346656037) ^ METRICS;

    for (size_t i = 0; i < count; i++) {
        for (const char *c = routes[i].path; *c != '\0'; c++)
            hash = (hash ^ (unsigned char)*c) * UINT64_C(1099511628211);
        hash = (hash ^ routes[i].method) * UINT64_C(1099511628211);
    }
    return hash;
}

/* A fresh file under the name: another process may still count in the one that had it. */
static int make_file(const char *path, size_t size, uint64_t hash)
{
    struct shared head = {.magic = MAGIC, .routes_hash = hash};
    char fresh[512];
    int fd;

    snprintf(fresh, sizeof fresh, "%s.%ld", path, (long)getpid());
    fd = open(fresh, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0660);
    if (fd >= 0 && (ftruncate(fd, (off_t)size) != 0 || pwrite(fd, &head, 16, 0) != 16 ||
                    rename(fresh, path) != 0)) {
        unlink(fresh);
        close(fd);
        fd = -1;
    }
    return fd;
}

static bool fits(int fd, size_t size, uint64_t hash)
{
    uint64_t head[2];
    struct stat status;

    return fstat(fd, &status) == 0 && status.st_size == (off_t)size &&
           pread(fd, head, sizeof head, 0) == sizeof head && head[0] == MAGIC &&
           head[1] == hash;
}

/* The file, made if it is not there or counts something else; a lock beside it lets one
 * process at a time look. */
static int open_file(const char *path, size_t size, uint64_t hash)
{
    char lock_path[512];
    int lock, fd;

    snprintf(lock_path, sizeof lock_path, "%s.lock", path);
    lock = open(lock_path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
    if (lock < 0 || flock(lock, LOCK_EX) != 0) {
        if (lock >= 0)
            close(lock);
        return -1;
    }
    fd = open(path, O_RDWR | O_CLOEXEC);
    if (fd >= 0 && !fits(fd, size, hash)) {
        close(fd);
        fd = -1;
    }
    if (fd < 0)
        fd = make_file(path, size, hash);
    close(lock);
    return fd;
}

bool metrics_open(const char *service, const struct route *routes, size_t count,
                  const char *path, char *error, size_t size)
{
    size_t bytes = sizeof(struct shared) + count * sizeof(struct route_counts);
    int fd = path == NULL ? -1 : open_file(path, bytes, hash_routes(routes, count));
    void *memory;

    if (path != NULL && fd < 0) {
        snprintf(error, size, "pool.metrics: %s: %s", path, strerror(errno));
        return false;
    }
    memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                  fd < 0 ? MAP_SHARED | MAP_ANONYMOUS : MAP_SHARED, fd, 0);
    if (fd >= 0)
        close(fd);
    if (memory == MAP_FAILED) {
        snprintf(error, size, "pool.metrics: %s", strerror(errno));
        return false;
    }
    metrics.shared = memory;
    metrics.service = service;
    metrics.routes = routes;
    metrics.count = count;
    return true;
}

static void count_one(_Atomic uint64_t *counter, uint64_t by)
{
    atomic_fetch_add_explicit(counter, by, memory_order_relaxed);
}

void metrics_count(enum metric metric)
{
    if (metrics.shared != NULL)
        count_one(&metrics.shared->counters[metric], 1);
}

void metrics_request(const struct route *route, int status, double seconds)
{
    struct route_counts *counts;
    size_t bucket = 0;

    if (route < metrics.routes || route >= metrics.routes + metrics.count)
        return;
    counts = &metrics.shared->routes[route - metrics.routes];
    while (bucket < BUCKETS - 1 && seconds > bounds[bucket])
        bucket++;
    count_one(&counts->buckets[bucket], 1);
    count_one(&counts->status[status >= 100 && status < 600 ? status / 100 - 1 : 4], 1);
    count_one(&counts->microseconds, (uint64_t)(seconds * 1e6));
}

struct peer_figures *metrics_peers(void)
{
    return metrics.shared == NULL ? NULL : metrics.shared->peers;
}

void metrics_put(struct text *text, const char *format, ...)
{
    va_list arguments;
    int n;

    va_start(arguments, format);
    n = vsnprintf(text->at + text->used, text->room - text->used, format, arguments);
    va_end(arguments);
    if (n > 0 && (size_t)n < text->room - text->used)
        text->used += (size_t)n;
}

static void put_route_counts(struct text *text, const char *labels,
                             const struct route_counts *counts)
{
    uint64_t sum = 0;

    for (size_t b = 0; b < BUCKETS; b++) {
        sum += counts->buckets[b];
        if (b < BUCKETS - 1)
            metrics_put(text,
                        "vinylhound_request_seconds_bucket{%s,le=\"%g\"} %" PRIu64 "\n",
                        labels, bounds[b], sum);
        else
            metrics_put(text,
                        "vinylhound_request_seconds_bucket{%s,le=\"+Inf\"} %" PRIu64 "\n",
                        labels, sum);
    }
    metrics_put(text, "vinylhound_request_seconds_sum{%s} %.6f\n", labels,
                (double)counts->microseconds / 1e6);
    metrics_put(text, "vinylhound_request_seconds_count{%s} %" PRIu64 "\n", labels, sum);
}

static void put_routes(struct text *text, bool histogram)
{
    char labels[LINE];

    for (size_t i = 0; i < metrics.count; i++) {
        const struct route_counts *counts = &metrics.shared->routes[i];

        snprintf(labels, sizeof labels, "service=\"%s\",method=\"%s\",route=\"%s\"",
                 metrics.service, method_names[metrics.routes[i].method],
                 metrics.routes[i].path);
        if (histogram)
            put_route_counts(text, labels, counts);
        for (int c = 0; !histogram && c < CLASSES; c++)
            if (counts->status[c] > 0)
                metrics_put(text,
                            "vinylhound_requests_total{%s,status=\"%dxx\"} %" PRIu64 "\n",
                            labels, c + 1, counts->status[c]);
    }
}

char *metrics_text(struct arena *arena)
{
    struct text text = {
        .room = (metrics.count * (CLASSES + BUCKETS + 2) + 4 * METRICS + PEER_LINES + 8) *
                LINE};

    text.at = arena_alloc(arena, text.room);
    if (text.at == NULL)
        return NULL;
    metrics_put(&text, "# HELP vinylhound_requests_total Requests answered.\n# TYPE "
                       "vinylhound_requests_total counter\n");
    put_routes(&text, false);
    metrics_put(&text,
                "# HELP vinylhound_request_seconds Time from the pool's taking a request "
                "to its answer.\n"
                "# TYPE vinylhound_request_seconds histogram\n");
    put_routes(&text, true);
    for (int i = 0; i < METRICS; i++)
        metrics_put(&text,
                    "# HELP vinylhound_%s %s\n# TYPE vinylhound_%s "
                    "counter\nvinylhound_%s{service=\"%s\"} %" PRIu64 "\n",
                    descriptions[i].name, descriptions[i].help, descriptions[i].name,
                    descriptions[i].name, metrics.service, metrics.shared->counters[i]);
    metrics_put_peers(&text, metrics.service);
    return text.at;
}
