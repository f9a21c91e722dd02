/* request.c - reading what came with a request. */
#include "request.h"

#include <fcgiapp.h>
#include <string.h>

#include "arena.h"

#include "banned.h"

const char *request_param(const struct request *rq, const char *name)
{
    const char *value = FCGX_GetParam(name, rq->params);

    return value == NULL || *value == '\0' ? NULL : value;
}

const char *request_origin(const struct request *rq)
{
    const char *scheme = request_param(rq, "REQUEST_SCHEME"),
               *host = request_param(rq, "HTTP_HOST"), *origin;

    if (scheme == NULL || host == NULL ||
        host[strspn(host, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                          "0123456789.-:[]")] != '\0')
        return "";
    origin = arena_printf(rq->arena, "%s://%s", scheme, host);
    return origin == NULL ? "" : origin;
}

const char *request_cookie(const struct request *rq, const char *name)
{
    const char *at = request_param(rq, "HTTP_COOKIE");
    size_t length = strlen(name);

    while (at != NULL && *at != '\0') {
        at += strspn(at, "; ");
        if (strncmp(at, name, length) == 0 && at[length] == '=')
            return arena_strndup(rq->arena, at + length + 1,
                                 strcspn(at + length + 1, "; "));
        at += strcspn(at, ";");
    }
    return NULL;
}
