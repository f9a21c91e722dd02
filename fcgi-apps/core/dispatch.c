/* dispatch.c - one thread's way from a FastCGI request to its answer. */
#include "dispatch.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "auth.h"
#include "clock.h"
#include "config.h"
#include "db.h"
#include "health.h"
#include "internal_call.h"
#include "log.h"
#include "metrics.h"
#include "problem.h"
#include "reply.h"
#include "service.h"
#include "service_token.h"
#include "trace.h"
#include "transaction.h"

#include "banned.h"

#define SLOW_SECONDS 0.25
#define CONTENT_MOST (2 * 1024 * 1024) /* the gateway takes no more */

bool dispatch_init(struct dispatch *dispatch, const struct service *service,
                   const struct config *config, struct auth_keys *keys,
                   struct seal_keys *seals)
{
    dispatch->service = service;
    dispatch->config = config;
    dispatch->arena = arena_new();
    dispatch->auth = auth_new(keys);
    dispatch->seals = seals;
    dispatch->db = db_new(config, service->statements, service->statement_count);
    dispatch->services = service_tokens_new(config);
    if (dispatch->services != NULL)
        dispatch->internal = internal_caller_new(config, dispatch->services);
    return dispatch->arena != NULL && dispatch->auth != NULL && dispatch->db != NULL &&
           dispatch->internal != NULL;
}

void dispatch_free(struct dispatch *dispatch)
{
    internal_caller_free(&dispatch->internal);
    service_tokens_free(&dispatch->services);
    db_free(&dispatch->db);
    auth_free(&dispatch->auth);
    arena_free(&dispatch->arena);
}

/* Reads the body to its end: what is left in the stream would be taken for the next
   request. Only what a route may want is kept; content_length tells the true size. */
static void read_content(struct request *rq, FCGX_Stream *in)
{
    const char *announced = request_param(rq, "CONTENT_LENGTH");
    size_t length = announced == NULL ? 0 : strtoul(announced, NULL, 10), kept = 0;
    char *content =
        length > 0 && length <= CONTENT_MOST ? arena_alloc(rq->arena, length + 1) : NULL;
    char rest[4096];
    int n;

    while (content != NULL && kept < length &&
           (n = FCGX_GetStr(content + kept, (int)(length - kept), in)) > 0)
        kept += (size_t)n;
    while ((n = FCGX_GetStr(rest, sizeof rest, in)) > 0)
        if (content == NULL)
            kept += (size_t)n;
    rq->content = content;
    rq->content_length = kept;
}

/* How long the request has waited for this thread, in seconds. */
static double waited(const struct request *rq)
{
    const char *sent = request_param(rq, "REQUEST_MSEC");

    return sent == NULL ? 0 : clock_wall() - strtod(sent, NULL);
}

/* An answer must be there pool.answer_ms after the request came to the gateway, or sooner
 * if whoever asks has less time. */
static void set_deadline(struct request *rq)
{
    const char *left = request_param(rq, "HTTP_X_DEADLINE_MS");
    long milliseconds = config_number(rq->config, "pool.answer_ms");

    if (left != NULL && strtol(left, NULL, 10) > 0 &&
        strtol(left, NULL, 10) < milliseconds)
        milliseconds = strtol(left, NULL, 10);
    rq->deadline = clock_monotonic() - waited(rq) + (double)milliseconds / 1e3;
    internal_caller_until(rq->internal, rq->deadline);
}

/* Whether the request has waited so long that its client has better things to do than to
 * get an answer. */
static bool is_late(const struct request *rq)
{
    return waited(rq) * 1e3 > (double)config_number(rq->config, "pool.queue_ms") ||
           clock_monotonic() > rq->deadline;
}

static bool enter(struct request *rq, bool shed)
{
    const struct service *service = rq->service;

    set_deadline(rq);
    if (strncmp(rq->path, "/api/", 5) != 0)
        return route_enter(rq, health_routes, health_route_count);
    if (shed || is_late(rq)) {
        metrics_count(METRIC_SHED);
        fail(rq, P_UNAVAILABLE, "Too many requests are waiting. Try again in a moment.");
        return false;
    }
    return route_enter(rq, service->routes, service->route_count);
}

static void handle(struct request *rq, bool shed)
{
    if (rq->path == NULL || rq->method_name == NULL)
        fail(rq, P_BAD_REQUEST, "The gateway sent no path or no method.");
    else if (!enter(rq, shed))
        return;
    else if (rq->method == GET)
        rq->route->handler(rq);
    else
        transaction_run(rq);
}

/* HTTP lets the phrase be empty, but some clients show it. */
static const char *phrase(int status)
{
    static const struct {
        int status;
        const char *phrase;
    } phrases[] = {
        {200, "OK"                    },
        {201, "Created"               },
        {204, "No Content"            },
        {304, "Not Modified"          },
        {308, "Permanent Redirect"    },
        {400, "Bad Request"           },
        {401, "Unauthorized"          },
        {403, "Forbidden"             },
        {404, "Not Found"             },
        {405, "Method Not Allowed"    },
        {409, "Conflict"              },
        {412, "Precondition Failed"   },
        {413, "Content Too Large"     },
        {415, "Unsupported Media Type"},
        {422, "Unprocessable Content" },
        {429, "Too Many Requests"     },
        {503, "Service Unavailable"   },
    };

    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (phrases[i].status == status)
            return phrases[i].phrase;
    return "Internal Server Error";
}

static void put_header(FCGX_Stream *out, const char *text)
{
    FCGX_PutStr(text, (int)strlen(text), out);
}

static void send_reply(const struct request *rq, FCGX_Stream *out)
{
    const struct reply *reply = &rq->reply;
    char line[160];

    snprintf(line, sizeof line, "Status: %d %s\r\n", reply->status,
             phrase(reply->status));
    put_header(out, line);
    if (reply->type != NULL) {
        put_header(out, "Content-Type: ");
        put_header(out, reply->type);
        put_header(out, "\r\n");
    }
    if (reply->status != 204 && reply->status != 304) {
        snprintf(line, sizeof line, "Content-Length: %zu\r\n", reply->length);
        put_header(out, line);
    }
    if (reply->status == 200 && rq->method == GET && rq->route != NULL &&
        rq->route->cache_s > 0 && rq->caller.id == 0) {
        /* The gateway counts whole seconds: up to and with the one that is named. What it
           keeps for one second is good until this one ends, and never older than that. */
        snprintf(line, sizeof line, "X-Accel-Expires: @%lld\r\n",
                 (long long)time(NULL) + rq->route->cache_s - 1);
        put_header(out, line);
    } else if (request_param(rq, "HEALTH_NEXT") == NULL && !reply->lasting) {
        /* handed on, the answer's headers go along, and the last one says it again */
        put_header(out, "Cache-Control: no-store\r\n");
    }
    if (reply->lasting)
        put_header(out, "Cache-Control: public, max-age=31536000, immutable\r\n");
    if (reply->headers != NULL)
        put_header(out, reply->headers);
    put_header(out, "\r\n");
    if (!rq->head && reply->length > 0)
        FCGX_PutStr(reply->body, (int)reply->length, out);
}

/* A read that went well is in the gateway's log; what changes something, fails or is slow
 * is noted here as well. */
static bool is_ordinary(const struct request *rq, double seconds)
{
    return rq->reply.status < 500 && seconds < SLOW_SECONDS &&
           (rq->route == NULL || rq->method == GET);
}

static void note(const struct request *rq, double seconds)
{
    const struct log_access access = {
        .method = rq->method_name,
        .path = rq->path,
        .route = rq->route == NULL ? NULL : rq->route->path,
        .status = rq->reply.status,
        .seconds = seconds,
        .user_id = (long)rq->caller.id,
    };

    if (rq->route == NULL)
        metrics_count(METRIC_NO_ROUTE);
    else
        metrics_request(rq->route, rq->reply.status, seconds);
    log_access(is_ordinary(rq, seconds) ? LOG_DEBUG : LOG_INFO, &access);
}

bool dispatch_is_slow(const struct dispatch *dispatch, const FCGX_Request *fcgi)
{
    return route_is_slow(dispatch->service->routes, dispatch->service->route_count,
                         FCGX_GetParam("REQUEST_METHOD", fcgi->envp),
                         FCGX_GetParam("DOCUMENT_URI", fcgi->envp));
}

static bool is_inside(const struct request *rq)
{
    const char *server = request_param(rq, "SERVER_NAME");

    return server != NULL && strcmp(server, "inside") == 0;
}

void dispatch_serve(struct dispatch *dispatch, FCGX_Request *fcgi, bool shed)
{
    struct request rq = {
        .service = dispatch->service,
        .config = dispatch->config,
        .auth = dispatch->auth,
        .seals = dispatch->seals,
        .arena = dispatch->arena,
        .db = dispatch->db,
        .internal = dispatch->internal,
        .services = dispatch->services,
        .params = fcgi->envp,
    };
    struct trace trace;
    struct log_scope scope;
    double began = clock_monotonic();

    rq.method_name = request_param(&rq, "REQUEST_METHOD");
    rq.path = request_param(&rq, "DOCUMENT_URI");
    rq.query_text = request_param(&rq, "QUERY_STRING");
    rq.inside = is_inside(&rq);
    rq.request_id = request_param(&rq, "REQUEST_ID");
    trace_take(&trace, request_param(&rq, "HTTP_TRACEPARENT"));
    rq.trace_id = trace.id;
    scope = (struct log_scope){rq.request_id, rq.trace_id};
    log_enter(&scope);
    read_content(&rq, fcgi->in);
    handle(&rq, shed);
    reply_finish(&rq);
    send_reply(&rq, fcgi->out);
    note(&rq, clock_monotonic() - began);
    log_enter(NULL);
    arena_reset(dispatch->arena);
}
