/* asking.c - a request as the gateway's parameters make one. */
#include "asking.h"

#include <stdio.h>
#include <string.h>

#include "core/arena.h"
#include "core/auth.h"
#include "harness/expect.h"

#include "core/banned.h"

#define PARAMS 16

static struct {
    struct arena *arena;
    struct auth *auth;
    struct request request;
    char *params[PARAMS + 1];
    size_t count;
} asking;

void ask_end(void)
{
    arena_lend(NULL);
    auth_free(&asking.auth);
    arena_free(&asking.arena);
}

struct request *ask(const char *method, const char *path, const char *query)
{
    ask_end();
    memset(&asking, 0, sizeof asking);
    asking.arena = arena_new();
    asking.auth = auth_new(NULL); /* no test here shows a token */
    REQUIRE(asking.arena != NULL && asking.auth != NULL, "no memory");
    asking.request = (struct request){
        .arena = asking.arena,
        .auth = asking.auth,
        .params = asking.params,
        .method_name = method,
        .path = path,
        .query_text = query,
        .request_id = "request-of-a-test",
    };
    arena_lend(asking.arena);
    return &asking.request;
}

void ask_param(const char *param)
{
    REQUIRE(asking.count < PARAMS, "too many parameters");
    asking.params[asking.count++] = arena_strdup(asking.arena, param);
}

void ask_body(const char *type, const char *body, size_t length)
{
    if (type != NULL)
        ask_param(arena_printf(asking.arena, "CONTENT_TYPE=%s", type));
    asking.request.content = body;
    asking.request.content_length = length;
}

bool ask_enter(const struct route *routes, size_t count)
{
    return route_enter(&asking.request, routes, count);
}

bool reply_says(const char *text)
{
    return asking.request.reply.headers != NULL &&
           strstr(asking.request.reply.headers, text) != NULL;
}

json_t *reply_body(void)
{
    return asking.request.reply.body == NULL
               ? NULL
               : json_loadb(asking.request.reply.body, asking.request.reply.length, 0,
                            NULL);
}

const char *reply_member(const char *pointer)
{
    return json_string_value(json_at(reply_body(), pointer));
}
