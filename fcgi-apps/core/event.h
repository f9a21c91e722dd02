/* event.h - what a service tells the others: an outbox row in the transaction that makes
 * the change, read in order by whoever keeps a projection of it. */
#ifndef VH_EVENT_H
#define VH_EVENT_H

#include <jansson.h>

#include "shape.h"

struct db;
struct request;

struct event {
    uint64_t id;
    const char *type; /* "rating.set" */
    int64_t version;
    uint64_t subject, actor;
    const char *trace, *payload, *created_at;
    bool settled; /* so old that no transaction begun before it can still be open */
};

struct event_cursor {
    uint64_t event_id;
};

extern const struct shape event_shape, event_cursor_shape;

/* Writes an event in the transaction that is open, as its last statement but COMMIT, so
   that ids are given out shortly before they show. `payload` holds ids and numbers, never
   what a person wrote; taken over. 0 or DB_FAILED. */
int event_publish(struct request *rq, const char *type, uint64_t subject,
                  json_t *payload);

/* GET /internal/events?after=: the events after a position, oldest first, at most 500.
   Ids are given out at insert but show at commit, so the list ends before a gap until the
   event behind it has settled: nothing is passed over. */
int event_feed(struct request *rq);
extern const struct listing event_feed_query;

#endif
