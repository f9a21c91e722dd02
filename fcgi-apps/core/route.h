/* route.h - one table per service says what it serves; its gates decide, once, what no
 * handler checks again. */
#ifndef VH_ROUTE_H
#define VH_ROUTE_H

#include <stdio.h>

#include "request.h"
#include "shape.h"

enum who {
    ANYONE,
    USER,
    EDITOR,
    MODERATOR,
    ADMIN,
    SERVICE, /* another of the services, by its token */
};

/* A set of what else there is to know of a route. */
enum traits {
    NOTHING = 0,
    CREATES = 1, /* a POST that creates: it honours an Idempotency-Key */
    SLOW = 2,    /* keeps a core busy for long: it goes by the slow lane (lane.h) */
};

struct route {
    enum method method;
    const char *path; /* {id}, {version}: a positive integer; {name}: text */
    enum who who;
    const struct shape *body;      /* NULL: no body is read */
    const struct listing *listing; /* the parameters it takes; NULL: none */
    unsigned cache_s;              /* how long the gateway may keep a 200 */
    int (*handler)(struct request *rq);
    enum traits traits;
};

/* Finds the route of rq->path and rq->method_name and passes the gates in the order 404,
   405, 401, 403, 400 (query), 413, 415, 400 (JSON), 422. True: rq is ready for its
   handler. False: the answer is there. */
bool route_enter(struct request *rq, const struct route *routes, size_t count);

/* Whether a request of this method and path is for a SLOW route; NULLs are none. */
bool route_is_slow(const struct route *routes, size_t count, const char *method,
                   const char *path);

/* One line a route: method, path, who, cache seconds. */
void route_print(const struct route *routes, size_t count, FILE *out);

extern const char *const method_names[METHODS];

#endif
