/* internal_call.h - asking another service, through the gateway's internal listener. */
#ifndef VH_INTERNAL_CALL_H
#define VH_INTERNAL_CALL_H

#include <jansson.h>

struct arena;
struct config;
struct internal_caller;

/* One thread's line to the gateway, kept open between calls. Connects at the first call;
 * NULL if memory is out. */
struct internal_caller *internal_caller_new(const struct config *config);
void internal_caller_free(struct internal_caller **caller);

/* GETs `path` within `milliseconds`. Returns the HTTP status, or -1 if there was no
   answer (logged). *out is the body's JSON, NULL if it is none; at most 4 MB are read.
   Carries the log scope's request and trace ids. */
int internal_get(struct internal_caller *caller, const char *path, long milliseconds,
                 json_t **out);

#endif
