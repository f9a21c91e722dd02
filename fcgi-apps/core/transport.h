/* transport.h - how events come from the service that published them to those that keep
 * projections of them. */
#ifndef VH_TRANSPORT_H
#define VH_TRANSPORT_H

#include <jansson.h>
#include <stdint.h>

struct config;

/* One thread's. What a transport promises is little: of a source's events after a
   position it gives some, in any order and any of them more than once; and what it left
   out comes if it is asked again. Order, completeness and taking effect once are made by
   whoever applies them (consumer_apply.h). */
struct transport {
    /* 0 and *events an array of events as GET /events has them, perhaps empty; -1 if the
       source cannot be reached (logged). */
    int (*pull)(struct transport *transport, const char *source, uint64_t after,
                json_t **events);
    void (*close)(struct transport *transport);
};

/* NULL if memory is out. */
typedef struct transport *transport_open(const struct config *config);

/* The one there is unless another is named: the source's outbox, asked for over the
 * internal listener. */
struct transport *transport_open_outbox(const struct config *config);

#endif
