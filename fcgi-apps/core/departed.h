/* departed.h - who has deleted their account: their access tokens are good for some
 * minutes yet, and must not write anything more. */
#ifndef VH_DEPARTED_H
#define VH_DEPARTED_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

struct arena;
struct db;
struct event;
struct request;

/* Notes that a user is gone, for longer than any access token lives, and forgets the
 * answers kept for their Idempotency-Keys. 0 or DB_FAILED. */
int departed_add(struct db *db, uint64_t user_id);

/* The same of user.deleted: a row of each service's table of consumers. */
int departed_apply(struct db *db, struct arena *arena, const struct event *event,
                   const json_t *payload);

/* Whether the caller may write. False after answering: 401, or 503 if the database
 * failed. */
bool departed_not(struct request *rq);

#endif
