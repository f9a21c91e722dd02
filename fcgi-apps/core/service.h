/* service.h - what makes a pool: a service's tables. Everything else is core's. */
#ifndef VH_SERVICE_H
#define VH_SERVICE_H

#include <stddef.h>

#include "db.h"
#include "route.h"

struct event;

/* What a service keeps of another's events: a projection, applied in the transaction that
 * moves the cursor. */
struct consumer {
    const char *source; /* the service whose events are read: "rating" */
    /* Applies one event; 0 or DB_FAILED. Types it does not know it leaves alone. */
    int (*apply)(struct db *db, struct arena *arena, const struct event *event,
                 const json_t *payload);
};

struct service {
    const char *name;  /* "rating" */
    const char *about; /* a line for --help */
    const struct route *routes;
    size_t route_count;
    const struct statement *statements;
    size_t statement_count;
    int schema_version; /* the last migration this program knows */
    const struct consumer *consumers;
    size_t consumer_count;
};

/* Parses the command line and serves on descriptor 0 until SIGTERM. The exit status: 0, 1
   if it could not start (said on standard error), 2 for a wrong command line. */
int pool_main(const struct service *service, int argc, char **argv);

#endif
