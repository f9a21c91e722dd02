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
    uint64_t position; /* 1, 2, 3 ... in the order of commit, without a gap */
    const char *type;  /* "rating.set" */
    int64_t version;
    uint64_t subject, actor;
    const char *trace, *payload, *created_at;
};

struct event_id {
    uint64_t id;
};

/* How far a source's events have been applied. */
struct event_cursor {
    uint64_t position;
    bool leads; /* this connection is the one that reads them */
};

extern const struct shape event_shape, event_id_shape, event_cursor_shape;

/* Writes an event in the transaction that is open, as its last statement but COMMIT.
   `payload` holds ids and numbers, never what a person wrote; taken over. 0 or DB_FAILED.
 */
int event_publish(struct request *rq, const char *type, uint64_t subject,
                  json_t *payload);

/* The same from a consumer, because of another service's event. 0 or DB_FAILED. */
int event_follow(struct db *db, const struct event *cause, const char *type,
                 uint64_t subject, json_t *payload);

/* GET /events?after=: the events after a position, oldest first, at most 500.

   Ids are given out at insert but show at commit, in another order, and some never. So
   what has been committed since is given a position first, by one reader at a time:
   positions have no gap, and none shows before a lower one. A transaction that is still
   open, or was rolled back, holds nobody up. An event that was caused by another has a
   higher position: it was inserted after that one was committed. */
int event_feed(struct request *rq);
extern const struct listing event_feed_query;

#endif
