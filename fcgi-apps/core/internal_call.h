/* internal_call.h - asking another service, through the gateway's internal listener. */
#ifndef VH_INTERNAL_CALL_H
#define VH_INTERNAL_CALL_H

#include <jansson.h>

struct arena;
struct config;
struct internal_caller;
struct service_tokens;

/* One thread's line to the gateway, kept open between calls. Connects at the first call.
 * `tokens` must outlive it. NULL if memory is out. */
struct internal_caller *internal_caller_new(const struct config *config,
                                            struct service_tokens *tokens);
void internal_caller_free(struct internal_caller **caller);

/* When what the calls are made for must be done, by the monotonic clock; 0: never. Calls
   end by then, and tell the service they ask how long it has. */
void internal_caller_until(struct internal_caller *caller, double deadline);

/* GETs /pools/NAME/... from the service NAME within `milliseconds`, or until the deadline
   if that is sooner. Returns the HTTP status, or -1: no answer came (logged), none was
   asked for because the service's breaker is open (breaker.h), or half of the pool's
   threads wait for that service already and it failed last or has been silent for a
   tenth of a second. *out is the body's JSON, NULL if it is none; at
   most 4 MB are read. A call that failed is made once more, a moment later, while there
   is time. Carries a token of this service and the log scope's request and trace ids. */
int internal_get(struct internal_caller *caller, const char *path, long milliseconds,
                 json_t **out);

#endif
