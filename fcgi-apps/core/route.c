/* route.c - from a path to a handler, through the gates. */
#include "route.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "arena.h"
#include "auth.h"
#include "problem.h"
#include "reply.h"
#include "service.h"
#include "service_token.h"

#include "banned.h"

#define BODY_MOST (64 * 1024)
#define ID_MOST UINT64_C(9007199254740991)

const char *const method_names[METHODS] = {"GET", "POST", "PUT", "DELETE"};
static const char *const who_names[] = {"anyone",    "user",  "editor",
                                        "moderator", "admin", "service"};

static bool take_id(const char *text, size_t length, uint64_t *out)
{
    if (length == 0 || length > 16 || text[0] == '0')
        return false;
    *out = 0;
    for (size_t i = 0; i < length; i++) {
        if (!isdigit((unsigned char)text[i]))
            return false;
        *out = *out * 10 + (uint64_t)(text[i] - '0');
    }
    return *out <= ID_MOST;
}

static bool is_parameter(const char *pattern, size_t length, const char *name)
{
    return length == strlen(name) && strncmp(pattern, name, length) == 0;
}

/* Compares segment by segment and takes out {id}, {version} and {name}. A trailing slash
 * is the same resource. */
static bool matches(struct request *rq, const char *pattern)
{
    const char *path = rq->path;

    rq->id = rq->version = 0;
    rq->name = NULL;
    while (*pattern == '/' && *path == '/') {
        size_t wanted = strcspn(++pattern, "/"), length = strcspn(++path, "/");

        if (is_parameter(pattern, wanted, "{id}")) {
            if (!take_id(path, length, &rq->id))
                return false;
        } else if (is_parameter(pattern, wanted, "{version}")) {
            if (!take_id(path, length, &rq->version))
                return false;
        } else if (is_parameter(pattern, wanted, "{name}")) {
            rq->name = arena_strndup(rq->arena, path, length);
            if (length == 0 || rq->name == NULL)
                return false;
        } else if (wanted != length || strncmp(pattern, path, length) != 0) {
            return false;
        }
        pattern += wanted;
        path += length;
    }
    return *pattern == '\0' && (*path == '\0' || strcmp(path, "/") == 0);
}

static bool same_path(const struct route *a, const struct route *b)
{
    return strcmp(a->path, b->path) == 0;
}

/* "GET, HEAD, PUT, OPTIONS" for the path of `first`. */
static const char *allowed(struct request *rq, const struct route *routes, size_t count,
                           const struct route *first)
{
    const char *list = "";

    for (size_t i = 0; i < count; i++)
        if (same_path(&routes[i], first))
            list = arena_printf(rq->arena, "%s%s%s, ", list == NULL ? "" : list,
                                method_names[routes[i].method],
                                routes[i].method == GET ? ", HEAD" : "");
    return arena_printf(rq->arena, "%sOPTIONS", list == NULL ? "" : list);
}

static bool is_method(const struct request *rq, const struct route *route)
{
    return strcmp(method_names[route->method], rq->head ? "GET" : rq->method_name) == 0;
}

/* The route, or NULL and the answer: 404, 405 with Allow, or what OPTIONS asks for. */
static const struct route *find(struct request *rq, const struct route *routes,
                                size_t count)
{
    const struct route *first = NULL;

    rq->head = strcmp(rq->method_name, "HEAD") == 0;
    for (size_t i = 0; i < count; i++) {
        if (first == NULL ? !matches(rq, routes[i].path) : !same_path(&routes[i], first))
            continue;
        if (is_method(rq, &routes[i]))
            return &routes[i];
        first = first == NULL ? &routes[i] : first;
    }
    if (first == NULL) {
        fail(rq, P_NOT_FOUND, "There is nothing at this address.");
        return NULL;
    }
    reply_header(rq, "Allow: %s\r\n", allowed(rq, routes, count, first));
    if (strcmp(rq->method_name, "OPTIONS") == 0)
        reply_empty(rq, 204);
    else
        fail(rq, P_METHOD_NOT_ALLOWED, "This address does not take %.16s.",
             rq->method_name);
    return NULL;
}

static bool may_call(const struct caller *caller, enum who who)
{
    switch (who) {
    case ANYONE:
        return true;
    case USER:
        return caller->id != 0;
    case EDITOR:
        return (caller->roles & (ROLE_EDITOR | ROLE_ADMIN)) != 0;
    case MODERATOR:
        return (caller->roles & (ROLE_MODERATOR | ROLE_ADMIN)) != 0;
    case ADMIN:
        return (caller->roles & ROLE_ADMIN) != 0;
    case SERVICE:
        return true; /* has shown its token */
    }
    return false;
}

/* Whether another service calls; for the API that is whoever comes by the listener
 * inside. False after answering: it should, and does not show it. */
static bool admit_service(struct request *rq)
{
    if (rq->route->who != SERVICE && !(rq->inside && strncmp(rq->path, "/api/", 5) == 0))
        return true;
    if (service_token_holds(rq->services, request_param(rq, "HTTP_X_SERVICE_TOKEN"),
                            rq->service->name, rq->arena))
        return true;
    fail(rq, P_UNAUTHORIZED, "A service shows its token as X-Service-Token.");
    return false;
}

/* Who calls. Where anyone may, a token that is no good is as none. */
static bool admit(struct request *rq)
{
    const char *why = auth_caller(rq->auth, request_param(rq, "HTTP_AUTHORIZATION"),
                                  rq->arena, &rq->caller);
    enum who who = rq->route->who;

    if (who != ANYONE && who != SERVICE && rq->caller.id == 0) {
        fail(rq, P_UNAUTHORIZED, "%s", why);
        return false;
    }
    if (!may_call(&rq->caller, who)) {
        fail(rq, P_FORBIDDEN, "This needs the role %s.", who_names[who]);
        return false;
    }
    return true;
}

static bool take_query(struct request *rq)
{
    struct query_fault fault;

    rq->query = arena_alloc(rq->arena, sizeof *rq->query);
    if (rq->query == NULL)
        return false;
    rq->query->caller_id = rq->caller.id;
    rq->query->path_id = rq->id;
    if (query_parse(rq->route->listing, rq->query_text, rq->arena, rq->query, &fault))
        return true;
    fail(rq, fault.cursor ? P_BAD_CURSOR : P_BAD_PARAMETER, "%.64s %s",
         fault.parameter == NULL ? "The query" : fault.parameter,
         fault.detail == NULL ? "is wrong" : fault.detail);
    return false;
}

/* Whether a Content-Type is one of the types in a list with spaces between. */
static bool is_media(const char *type, const char *list)
{
    size_t length = type == NULL ? 0 : strcspn(type, "; \t");

    for (; length > 0 && *list != '\0'; list += strspn(list, " ")) {
        size_t one = strcspn(list, " ");

        if (one == length && strncasecmp(type, list, one) == 0)
            return true;
        list += one;
    }
    return false;
}

/* The bytes may be wanted, and are of a type and size that are. False after answering. */
static bool admit_body(struct request *rq, const struct shape *shape)
{
    size_t most = shape->body_most == 0 ? BODY_MOST : shape->body_most;
    const char *media = shape->media == NULL ? "application/json" : shape->media;

    if (rq->content_length > most)
        fail(rq, P_TOO_LARGE, "The body may have %zu bytes at most.", most);
    else if (!is_media(request_param(rq, "CONTENT_TYPE"), media))
        fail(rq, P_UNSUPPORTED_MEDIA_TYPE, "Send the body as %s.", media);
    else
        return true;
    return false;
}

static bool take_body(struct request *rq)
{
    const struct shape *shape = rq->route->body;
    json_error_t error;
    json_t *json, *wrong;
    void *record;

    if (!admit_body(rq, shape))
        return false;
    if (shape->media != NULL)
        return true;
    json = json_loadb(rq->content == NULL ? "" : rq->content, rq->content_length,
                      JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
    if (json == NULL) {
        fail(rq, P_MALFORMED_JSON, "Line %d, column %d: %s", error.line, error.column,
             error.text);
        return false;
    }
    record = arena_alloc(rq->arena, shape->size);
    if (record == NULL)
        return false;
    if (!json_is_object(json)) {
        fail(rq, P_INVALID, "The body must be an object.");
        return false;
    }
    wrong = shape_from_json(shape, json, rq->arena, record);
    if (wrong != NULL) {
        fail_fields(rq, wrong);
        return false;
    }
    rq->body = record;
    return true;
}

bool route_enter(struct request *rq, const struct route *routes, size_t count)
{
    rq->route = find(rq, routes, count);
    if (rq->route == NULL)
        return false;
    rq->method = rq->route->method;
    return admit_service(rq) && admit(rq) && take_query(rq) &&
           (rq->route->body == NULL || take_body(rq));
}

/* Whether a path is one of a route's, whatever stands for its parameters. */
static bool is_like(const char *path, const char *pattern)
{
    for (; *pattern != '\0'; pattern++) {
        if (*pattern == '{') {
            path += strcspn(path, "/");
            pattern = strchr(pattern, '}');
        } else if (*path++ != *pattern) {
            return false;
        }
    }
    return *path == '\0' || strcmp(path, "/") == 0;
}

bool route_is_slow(const struct route *routes, size_t count, const char *method,
                   const char *path)
{
    for (size_t i = 0; method != NULL && path != NULL && i < count; i++) {
        if ((routes[i].traits & SLOW) != 0 && is_like(path, routes[i].path) &&
            strcmp(method_names[routes[i].method], method) == 0)
            return true;
    }
    return false;
}

void route_print(const struct route *routes, size_t count, FILE *out)
{
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s %s %s %u\n", method_names[routes[i].method], routes[i].path,
                who_names[routes[i].who], routes[i].cache_s);
}
