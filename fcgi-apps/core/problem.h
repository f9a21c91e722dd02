/* problem.h - what can go wrong with a request, and the one way to say it (RFC 9457). */
#ifndef VH_PROBLEM_H
#define VH_PROBLEM_H

#include <jansson.h>

struct request;

enum problem {
    P_BAD_REQUEST,
    P_MALFORMED_JSON,
    P_BAD_PARAMETER,
    P_BAD_CURSOR,
    P_UNAUTHORIZED,
    P_FORBIDDEN,
    P_NOT_FOUND,
    P_METHOD_NOT_ALLOWED,
    P_CONFLICT,
    P_STALE,
    P_TOO_LARGE,
    P_UNSUPPORTED_MEDIA_TYPE,
    P_INVALID,
    P_TOO_MANY, /* with a Retry-After of its own */
    P_INTERNAL,
    P_UNAVAILABLE,
    P_DATABASE, /* unavailable where trying again may help, internal where it will not;
                   db_trouble decides */
};

/* Answers with the problem; the text after it is its `detail`, for people: what was wrong
   and what to do. Returns 0, as handlers do. */
int fail(struct request *rq, enum problem problem, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* P_INVALID with its list of {"field", "code", "detail"}. */
int fail_fields(struct request *rq, json_t *errors);
int fail_field(struct request *rq, const char *field, const char *code,
               const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
