/* consumer_apply.h - events that came somehow, applied in order and once each. */
#ifndef VH_CONSUMER_APPLY_H
#define VH_CONSUMER_APPLY_H

#include <jansson.h>

#include "event.h"

struct arena;
struct db;
struct service;

/* An event as it came. */
struct arrived {
    struct event event;
    const json_t *payload;
};

/* The events of `list` by position, in the arena; NULL if memory is out. What is no event
   stands first, with position 0. */
struct arrived *events_in_order(const json_t *list, struct arena *arena);

/* Gives, in one transaction, the events that follow the source's cursor without a gap to
   the service's consumers of that source, and moves the cursor, whose row is locked: what
   came before, or twice, is passed over, and what came too early is left for later, when
   it comes again. At most `most` at once. How many were applied; DB_FAILED if none was.
 */
int consumer_apply(const struct service *service, const char *source, struct db *db,
                   struct arena *arena, const json_t *list, int most);

#endif
