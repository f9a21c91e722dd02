/* request.h - one request from its arrival to its answer. All it points to lives in its
 * arena or outlives it. */
#ifndef VH_REQUEST_H
#define VH_REQUEST_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "query.h"

struct arena;
struct auth;
struct config;
struct db;
struct internal_caller;
struct route;
struct seal_keys;
struct service;
struct service_tokens;

enum method { GET, POST, PUT, DELETE, METHODS };

/* Roles are a set: what `user grant` gives beyond being a user. */
enum role { ROLE_EDITOR = 1, ROLE_MODERATOR = 2, ROLE_ADMIN = 4 };

/* Who calls, from the access token. */
struct caller {
    uint64_t id; /* 0: nobody */
    const char *name;
    unsigned roles;
    uint64_t session;
};

struct reply {
    int status; /* 0: none yet */
    const char *type, *body;
    size_t length;
    const char *headers; /* "Name: value\r\n" ... */
    const char *location;
    uint64_t version; /* of a resource; goes into its ETag */
    bool resource;    /* carries an ETag */
    bool lasting;     /* its address changes when it does: whoever has it may keep it */
    bool secret;      /* holds credentials: never stored for an Idempotency-Key */
};

struct request {
    const struct service *service;
    const struct config *config;
    struct auth *auth;
    struct seal_keys *seals; /* of a service that seals */
    struct arena *arena;
    struct db *db;
    struct internal_caller *internal; /* the line to the other services */
    struct service_tokens *services;  /* by which they are known */
    char **params; /* the FastCGI parameters, as FCGX_GetParam takes them */

    bool inside;     /* came by the listener of the services among themselves */
    double deadline; /* by the monotonic clock: when an answer comes too late */
    enum method method;
    bool head;               /* HEAD: GET without the body */
    const char *method_name; /* as it came */
    const char *path, *query_text, *request_id, *trace_id;
    const struct route *route;
    uint64_t id;      /* {id} of the path */
    uint64_t version; /* {version} of the path */
    const char *name; /* {name} of the path */
    struct caller caller;
    struct query *query;
    const char *content; /* the body as it came */
    size_t content_length;
    const void *body; /* of the route's body shape */
    bool replayed;    /* this POST was done before, under the same Idempotency-Key: only
                         answer again */
    bool keep;        /* what the handler did stands, although its answer is an error */
    struct reply reply;
};

/* A FastCGI parameter, or NULL if it is not there or empty. */
const char *request_param(const struct request *rq, const char *name);

/* "https://host", the site's address as the caller wrote it, or "" if that is no host's
   name: then links begin with their path. What holds it is cached for that host alone
   (conf/gateway/cache.conf). */
const char *request_origin(const struct request *rq);

/* The value of a cookie, or NULL. */
const char *request_cookie(const struct request *rq, const char *name);

#endif
