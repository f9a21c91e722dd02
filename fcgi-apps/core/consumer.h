/* consumer.h - the threads that keep a service's projections of the others' events, one
 * for each source. */
#ifndef VH_CONSUMER_H
#define VH_CONSUMER_H

#include "transport.h"

struct config;
struct consumers;
struct service;

/* Each pulls its source's events and applies each once (consumer_apply.h). Of a pool's
   processes one reads a source, whichever has taken the named lock; another takes over
   when its connection to the database has gone. That spares work: that an event counts
   once does not rest on it. NULL if memory is out. */
struct consumers *consumers_start(const struct service *service,
                                  const struct config *config, transport_open *open);
void consumers_stop(struct consumers **consumers);

#endif
