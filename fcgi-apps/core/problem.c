/* problem.c - what can go wrong with a request, and the one way to say it. */
#include "problem.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "arena.h"
#include "db.h"
#include "reply.h"
#include "request.h"

#include "banned.h"

static const struct {
    int status;
    const char *name, *title, *headers;
} problems[] = {
    [P_BAD_REQUEST] = {400, "bad-request",            "The request is malformed",           NULL},
    [P_MALFORMED_JSON] = {400, "malformed-json",         "The body is not JSON",               NULL},
    [P_BAD_PARAMETER] = {400, "bad-parameter",          "A query parameter is wrong",         NULL},
    [P_BAD_CURSOR] = {400, "bad-cursor",             "The cursor is not one of this list", NULL},
    [P_UNAUTHORIZED] = {401, "unauthorized",           "Log in first",
                       "WWW-Authenticate: Bearer\r\n"                                           },
    [P_FORBIDDEN] = {403, "forbidden",              "Not allowed",                        NULL},
    [P_NOT_FOUND] = {404, "not-found",              "Not found",                          NULL},
    [P_METHOD_NOT_ALLOWED] = {405, "method-not-allowed",     "Method not allowed",                 NULL},
    [P_CONFLICT] = {409, "conflict",               "Conflict with what is there",        NULL},
    [P_STALE] = {412, "stale",                  "Changed in the meantime",            NULL},
    [P_TOO_LARGE] = {413, "too-large",              "The body is too large",              NULL},
    [P_UNSUPPORTED_MEDIA_TYPE] = {415, "unsupported-media-type", "Send application/json",
                       NULL                                                                     },
    [P_INVALID] = {422, "invalid",                "The values are not valid",           NULL},
    [P_TOO_MANY] = {429, "too-many-requests",      "Too many tries",                     NULL},
    [P_INTERNAL] = {500, "internal",               "Our fault",                          NULL},
    [P_UNAVAILABLE] = {503, "unavailable",            "Unavailable for the moment",
                       "Retry-After: 1\r\n"                                                     },
};

static enum problem of_database(const struct request *rq)
{
    return rq->db != NULL && db_trouble(rq->db) == DB_BROKEN ? P_INTERNAL : P_UNAVAILABLE;
}

/* What is told back may come from outside or be cut within a character: makes it UTF-8.
 */
static char *repair(char *text)
{
    for (char *at = text; *at != '\0';) {
        utf8proc_int32_t character;
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)at, -1, &character);

        if (n <= 0)
            *at = '?';
        at += n <= 0 ? 1 : n;
    }
    return text;
}

static int answer(struct request *rq, enum problem problem, const char *detail,
                  json_t *errors)
{
    char *path = arena_strdup(rq->arena, rq->path);
    json_t *body = json_pack(
        "{s:o, s:s, s:i, s:s?, s:s, s:s?}", "type",
        json_sprintf("/problems/%s", problems[problem].name), "title",
        problems[problem].title, "status", problems[problem].status, "detail", detail,
        "instance", path == NULL ? "" : repair(path), "request_id", rq->request_id);

    if (errors != NULL)
        json_object_set_new(body, "errors", errors);
    rq->reply = (struct reply){.headers = rq->reply.headers};
    if (problems[problem].headers != NULL)
        reply_header(rq, "%s", problems[problem].headers);
    reply_json(rq, problems[problem].status, body);
    rq->reply.type = "application/problem+json";
    return 0;
}

int fail(struct request *rq, enum problem problem, const char *format, ...)
{
    va_list arguments;
    char detail[512];

    va_start(arguments, format);
    vsnprintf(detail, sizeof detail, format, arguments);
    va_end(arguments);
    if (problem == P_DATABASE) {
        problem = of_database(rq);
        snprintf(detail, sizeof detail, "%s",
                 problem == P_INTERNAL
                     ? "Something is wrong on our side; it has been noted. The request "
                       "id helps to find it."
                     : "The database does not answer just now. Try again in a moment.");
    }
    return answer(rq, problem, repair(detail), NULL);
}

int fail_fields(struct request *rq, json_t *errors)
{
    const char *field =
        json_string_value(json_object_get(json_array_get(errors, 0), "field"));
    const char *detail =
        json_string_value(json_object_get(json_array_get(errors, 0), "detail"));

    return answer(rq, P_INVALID,
                  field == NULL || detail == NULL
                      ? NULL
                      : arena_printf(rq->arena, "%s %s", field, detail),
                  errors);
}

int fail_field(struct request *rq, const char *field, const char *code,
               const char *format, ...)
{
    va_list arguments;
    char detail[256];

    va_start(arguments, format);
    vsnprintf(detail, sizeof detail, format, arguments);
    va_end(arguments);
    return fail_fields(rq, json_pack("[{s:s, s:s, s:s}]", "field", field, "code", code,
                                     "detail", repair(detail)));
}
