/* route.h - one table per service says what it serves; its gates decide, once, what no
 * handler checks again. */
#ifndef VH_ROUTE_H
#define VH_ROUTE_H

#include <stdio.h>

#include "request.h"
#include "shape.h"

enum who { ANYONE, USER, EDITOR, MODERATOR, ADMIN };

/* Whether a POST honours an Idempotency-Key: one that creates does. */
enum creates { NOTHING, CREATES };

struct route {
    enum method method;
    const char *path; /* {id}, {version}: a positive integer; {name}: text */
    enum who who;
    const struct shape *body;      /* NULL: no body is read */
    const struct listing *listing; /* the parameters it takes; NULL: none */
    unsigned cache_s;              /* how long the gateway may keep a 200 */
    int (*handler)(struct request *rq);
    enum creates creates;
};

/* Finds the route of rq->path and rq->method_name and passes the gates in the order 404,
   405, 401, 403, 400 (query), 413, 415, 400 (JSON), 422. True: rq is ready for its
   handler. False: the answer is there. */
bool route_enter(struct request *rq, const struct route *routes, size_t count);

/* One line a route: method, path, who, cache seconds. */
void route_print(const struct route *routes, size_t count, FILE *out);

extern const char *const method_names[METHODS];

#endif
