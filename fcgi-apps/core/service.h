/* service.h - what makes a pool: a service's tables. Everything else is core's. */
#ifndef VH_SERVICE_H
#define VH_SERVICE_H

#include <stddef.h>

#include "db.h"
#include "route.h"

struct event;
struct personal;
struct task;

/* What a service keeps of another's events, or does because of them. Those of one source
 * are called for each event in the order of the service's table, in the transaction that
 * moves the cursor. */
struct consumer {
    const char *source; /* the service whose events are read: "rating" */
    /* Applies one event; 0 or DB_FAILED. Types it does not know it leaves alone. Called
       again for an event whose transaction failed, never for one that was applied. */
    int (*apply)(struct db *db, struct arena *arena, const struct event *event,
                 const json_t *payload);
    /* What `apply` keeps, and all it writes; NULL if what it does cannot be made anew
       from the log (ratings that move to another album). */
    const struct projection *projection;
};

/* Columns that follow events and nothing else, so that applying the log from its start to
 * empty ones gives the same (`vinylhound projections rebuild`). A projection of two
 * sources stands in two rows of the table of consumers, and what it keeps must not depend
 * on which of them is faster. */
struct projection {
    const char *name;   /* "album-scores" */
    const char *table;  /* "albums" */
    const char *key;    /* of a row: "id", or "user_id, album_id" */
    const char *values; /* the columns that follow the events, commas between; "" for none
                           but the key */
    bool whole;         /* the rows come and go by the events too; else only values do */
    /* Another table that `apply` writes beside it, and the statements that make it follow
       what differs, NULL behind the last: in them `vinylhound_rebuilt` r has the new
       values and the projection's table still the old ones. NULL: there is none. */
    const char *beside;
    const char *const *follow;
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
    const struct personal *personal; /* what is held on somebody */
    size_t personal_count;
    const struct task *task; /* NULL: none (task.h) */
    bool seals; /* keeps texts encrypted at rest, and wants the keys for it */
};

/* Parses the command line and serves on descriptor 0 until SIGTERM. The exit status: 0, 1
   if it could not start (said on standard error), 2 for a wrong command line. */
int pool_main(const struct service *service, int argc, char **argv);

#endif
