/* service_token.c - tokens of services. */
#include "service_token.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"
#include "auth_keys.h"
#include "jws.h"
#include "log.h"
#include "peers.h"

#include "banned.h"

#define SKEW_SECONDS 2 /* by which two clocks of one site may differ */

/* A token remembered: one that we made, or one that was shown to us and found good. */
struct remembered {
    char *text;
    time_t until;
};

struct service_tokens {
    struct auth_keys *keys; /* NULL: there are none */
    struct remembered made[PEERS], shown[PEERS];
};

struct service_tokens *service_tokens_new(const struct config *config)
{
    struct service_tokens *tokens = calloc(1, sizeof *tokens);
    char error[512];

    if (tokens == NULL)
        return NULL;
    tokens->keys = auth_keys_open_as(config, "internal.public_keys",
                                     "internal.private_key", error, sizeof error);
    if (tokens->keys == NULL)
        log_line(LOG_ERROR, "service-keys", "no call inside is made or answered: %s",
                 error);
    return tokens;
}

void service_tokens_free(struct service_tokens **tokens)
{
    if (*tokens == NULL)
        return;
    for (size_t i = 0; i < PEERS; i++) {
        free((*tokens)->made[i].text);
        free((*tokens)->shown[i].text);
    }
    auth_keys_free(&(*tokens)->keys);
    free(*tokens);
    *tokens = NULL;
}

static int peer_of(const char *name, size_t length)
{
    for (int i = 0; i < PEERS; i++)
        if (strlen(peer_names[i]) == length && strncmp(peer_names[i], name, length) == 0)
            return i;
    return -1;
}

static void remember(struct remembered *one, const char *text, time_t until)
{
    free(one->text);
    one->text = text == NULL ? NULL : strdup(text);
    one->until = until;
}

/* The service that a key speaks for: what stands before the first dash of its id. */
static const char *owner_of(const char *kid, struct arena *arena)
{
    return kid == NULL ? NULL : arena_strndup(arena, kid, strcspn(kid, "-"));
}

static const char *make(struct service_tokens *tokens, const char *target,
                        struct arena *arena)
{
    cjose_jwk_t *key = tokens->keys == NULL ? NULL : auth_keys_private(tokens->keys);
    const char *self = key == NULL ? NULL : owner_of(cjose_jwk_get_kid(key, NULL), arena);
    json_int_t now = time(NULL);

    if (key != NULL)
        auth_keys_release(tokens->keys, key);
    if (self == NULL)
        return NULL;
    return jws_write(tokens->keys,
                     json_pack("{s:s, s:s, s:I, s:I}", "iss", self, "aud", target, "iat",
                               now, "exp", now + SERVICE_TOKEN_SECONDS),
                     arena);
}

const char *service_token_for(struct service_tokens *tokens, const char *target,
                              struct arena *arena)
{
    int peer = peer_of(target, strlen(target));
    struct remembered *one = peer < 0 ? NULL : &tokens->made[peer];

    if (one == NULL)
        return NULL;
    if (one->text == NULL || one->until <= time(NULL))
        remember(one, make(tokens, target, arena),
                 time(NULL) + SERVICE_TOKEN_SECONDS / 2);
    if (one->text == NULL)
        log_line(LOG_WARNING, "service-token", "no token could be made for %s", target);
    return one->text;
}

static bool is_text(const json_t *claims, const char *name, const char *wanted)
{
    const char *text = json_string_value(json_object_get(claims, name));

    return text != NULL && strcmp(text, wanted) == 0;
}

/* The peer whose token it is, and until when; -1 if it is nobody's. */
static int verify(struct service_tokens *tokens, const char *token, const char *self,
                  struct arena *arena, time_t *until)
{
    const char *kid = NULL;
    const json_t *claims = jws_read(tokens->keys, token, arena, &kid);
    const char *owner = claims == NULL ? NULL : owner_of(kid, arena);
    json_int_t from = json_integer_value(json_object_get(claims, "iat")),
               to = json_integer_value(json_object_get(claims, "exp")), now = time(NULL);

    if (owner == NULL || !is_text(claims, "iss", owner) || !is_text(claims, "aud", self))
        return -1;
    if (from > now + SKEW_SECONDS || to <= now || to - from > SERVICE_TOKEN_SECONDS)
        return -1;
    *until = to;
    return peer_of(owner, strlen(owner));
}

bool service_token_holds(struct service_tokens *tokens, const char *token,
                         const char *self, struct arena *arena)
{
    time_t until;
    int peer;

    if (token == NULL || tokens == NULL || tokens->keys == NULL ||
        strlen(token) > TOKEN_MOST)
        return false;
    for (size_t i = 0; i < PEERS; i++)
        if (tokens->shown[i].text != NULL && tokens->shown[i].until > time(NULL) &&
            strcmp(tokens->shown[i].text, token) == 0)
            return true;
    peer = verify(tokens, token, self, arena, &until);
    if (peer >= 0)
        remember(&tokens->shown[peer], token, until);
    return peer >= 0;
}
