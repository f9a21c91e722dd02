/* dispatch.h - one thread's way from a FastCGI request to its answer: gates, handler,
 * transaction, log, count. */
#ifndef VH_DISPATCH_H
#define VH_DISPATCH_H

#include <fcgiapp.h>
#include <stdbool.h>

struct arena;
struct auth;
struct auth_keys;
struct config;
struct db;
struct internal_caller;
struct seal_keys;
struct service;
struct service_tokens;

struct dispatch {
    const struct service *service;
    const struct config *config;
    struct arena *arena;
    struct auth *auth;
    struct seal_keys *seals;
    struct db *db;
    struct service_tokens *services;
    struct internal_caller *internal;
};

/* False if memory is out; dispatch_free is right after either. */
bool dispatch_init(struct dispatch *dispatch, const struct service *service,
                   const struct config *config, struct auth_keys *keys,
                   struct seal_keys *seals);
void dispatch_free(struct dispatch *dispatch);

/* Whether the request that libfcgi has accepted belongs into the slow lane. */
bool dispatch_is_slow(const struct dispatch *dispatch, const FCGX_Request *fcgi);

/* Reads the request that libfcgi has accepted, to its end, and writes the answer: 503 if
 * it is to be `shed`. */
void dispatch_serve(struct dispatch *dispatch, FCGX_Request *fcgi, bool shed);

#endif
