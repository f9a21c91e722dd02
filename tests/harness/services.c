/* services.c - calls as one service makes them to another, with the stack's keys. */
#include <pthread.h>
#include <stdio.h>

#include "core/arena.h"
#include "core/config.h"
#include "core/service_token.h"
#include "expect.h"
#include "stack.h"

#include "core/banned.h"

const char *service_token(const char *from, const char *to)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct config *config = config_new(core_settings, core_settings_count);
    struct arena *arena = arena_new(), *before;
    struct service_tokens *tokens;
    const char *token;
    char error[512] = "";

    pthread_once(&once, arena_serve_jansson);
    before = arena_lend(arena);
    REQUIRE(config != NULL && arena != NULL &&
                config_read_file(config, run_path(text("etc/%s.conf", from)), error,
                                 sizeof error),
            "%s", error);
    tokens = service_tokens_new(config);
    token = tokens == NULL ? NULL : service_token_for(tokens, to, arena);
    REQUIRE(token != NULL, "no token for %s", from);
    token = text("%s", token);
    service_tokens_free(&tokens);
    arena_lend(before);
    arena_free(&arena);
    config_free(&config);
    return token;
}

struct answer *ask_as(const char *from, const char *to, const char *below)
{
    return CALL(.path = text("/pools/%s%s", to, below), .inside = true,
                .headers = {text("X-Service-Token: %s", service_token(from, to))});
}
