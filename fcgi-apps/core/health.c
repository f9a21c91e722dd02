/* health.c - what a pool says of itself. */
#include "health.h"

#include <string.h>

#include "core_statements.h"
#include "db.h"
#include "event.h"
#include "metrics.h"
#include "personal.h"
#include "problem.h"
#include "reply.h"
#include "service.h"
#include "transaction.h"

#include "banned.h"

/* Alive. Asked by the gateway for all pools together, it hands on to the next by
 * X-Accel-Redirect. */
static int healthz(struct request *rq)
{
    const char *next = request_param(rq, "HEALTH_NEXT");

    if (next != NULL)
        reply_header(rq, "X-Accel-Redirect: %s\r\n", next);
    return reply_json(rq, 200, json_pack("{s:s}", "status", "ok"));
}

/* Fit to serve: the database answers, and has the schema that this program was built for.
 */
static int readyz(struct request *rq)
{
    struct schema_version found = {0};

    if (db_find(rq->db, rq->arena, SCHEMA_VERSION, NO_ARGS, &found) != 1)
        return fail(rq, P_DATABASE, "readyz");
    if (found.version < rq->service->schema_version)
        return fail(
            rq, P_UNAVAILABLE,
            "The schema is at %d, this program needs %d: run `vinylhound migrate`.",
            (int)found.version, rq->service->schema_version);
    return reply_json(
        rq, 200,
        json_pack("{s:s, s:I}", "status", "ready", "schema", (json_int_t)found.version));
}

static int metrics_route(struct request *rq)
{
    char *text = metrics_text(rq->arena);

    if (text == NULL)
        return fail(rq, P_UNAVAILABLE, "The server is out of memory.");
    return reply_bytes(rq, 200, "text/plain; version=0.0.4; charset=utf-8", text,
                       strlen(text));
}

const struct route health_routes[] = {
    {GET, "/healthz",  ANYONE,  NULL, NULL,              0, healthz,       NOTHING},
    {GET, "/readyz",   ANYONE,  NULL, NULL,              0, readyz,        NOTHING},
    {GET, "/metrics",  ANYONE,  NULL, NULL,              0, metrics_route, NOTHING},
    {GET, "/personal", SERVICE, NULL, &personal_query,   0, personal_feed, NOTHING},
    {GET, "/events",   SERVICE, NULL, &event_feed_query, 0, event_feed,    NOTHING},
};
const size_t health_route_count = sizeof health_routes / sizeof *health_routes;
