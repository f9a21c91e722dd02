/* consumer.h - the threads that keep a service's projections of the others' events, one
 * for each source. */
#ifndef VH_CONSUMER_H
#define VH_CONSUMER_H

struct config;
struct consumers;
struct service;

/* Each pulls the outbox of its source over the internal listener and applies each event
   once: the cursor's row is locked, the events after it are applied, and it is moved, in
   one transaction. Of a pool's processes, whichever locks the row first goes ahead. NULL
   if memory is out. */
struct consumers *consumers_start(const struct service *service,
                                  const struct config *config);
void consumers_stop(struct consumers **consumers);

#endif
