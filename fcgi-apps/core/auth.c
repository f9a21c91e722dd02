/* auth.c - access tokens. */
#include "auth.h"

#include <inttypes.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <uthash.h>

#include "arena.h"
#include "auth_keys.h"
#include "codec.h"
#include "jws.h"
#include "log.h"

#include "banned.h"

#define REMEMBERED 1000
#define NAME_MOST 32

/* A token verified before. */
struct verified {
    char *token;
    char name[NAME_MOST + 1];
    struct caller caller;
    time_t expires;
    UT_hash_handle hh;
};

struct auth {
    struct auth_keys *keys;
    struct verified *verified;
};

static const struct {
    const char *name;
    unsigned role;
} roles[] = {
    {"editor",    ROLE_EDITOR   },
    {"moderator", ROLE_MODERATOR},
    {"admin",     ROLE_ADMIN    }
};

unsigned role_from_name(const char *name)
{
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(roles[i].name, name) == 0)
            return roles[i].role;
    return 0;
}

json_t *roles_to_json(unsigned set)
{
    json_t *list = json_array();

    json_array_append_new(list, json_string("user"));
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if ((set & roles[i].role) != 0)
            json_array_append_new(list, json_string(roles[i].name));
    return list;
}

struct auth *auth_new(struct auth_keys *keys)
{
    struct auth *auth = calloc(1, sizeof *auth);

    if (auth != NULL)
        auth->keys = keys;
    return auth;
}

static void forget(struct auth *auth, struct verified *one)
{
    HASH_DEL(auth->verified, one);
    free(one->token);
    free(one);
}

void auth_free(struct auth **auth)
{
    struct verified *one = NULL, *next = NULL;

    if (*auth == NULL)
        return;
    HASH_ITER(hh, (*auth)->verified, one, next)
    {
        forget(*auth, one);
    }
    free(*auth);
    *auth = NULL;
}

static bool names_audience(const json_t *claim, const char *audience)
{
    if (json_is_string(claim))
        return strcmp(json_string_value(claim), audience) == 0;
    for (size_t i = 0; i < json_array_size(claim); i++)
        if (json_is_string(json_array_get(claim, i)) &&
            strcmp(json_string_value(json_array_get(claim, i)), audience) == 0)
            return true;
    return false;
}

/* A user's id as `sub` has it: digits and nothing else; 0 if it is none. */
static uint64_t subject_id(const char *text)
{
    size_t length = strlen(text);

    return length <= 16 && strspn(text, "0123456789") == length ? strtoull(text, NULL, 10)
                                                                : 0;
}

/* Reads the claims. NULL and *out filled, or why not. */
static const char *take_claims(const struct auth *auth, const json_t *claims,
                               struct verified *out)
{
    const char *issuer = json_string_value(json_object_get(claims, "iss"));
    const char *subject = json_string_value(json_object_get(claims, "sub"));
    const char *name = json_string_value(json_object_get(claims, "name"));
    const json_t *expires = json_object_get(claims, "exp"),
                 *from = json_object_get(claims, "nbf");
    const json_t *list = json_object_get(claims, "roles");
    time_t now = time(NULL);

    if (issuer == NULL || strcmp(issuer, auth_keys_issuer(auth->keys)) != 0 ||
        !names_audience(json_object_get(claims, "aud"), auth_keys_audience(auth->keys)))
        return "The token is for another site.";
    if (!json_is_integer(expires) || json_integer_value(expires) <= now)
        return "The token has expired; refresh it or log in again.";
    if (from != NULL && (!json_is_integer(from) || json_integer_value(from) > now))
        return "The token is not valid yet.";
    if (subject == NULL || name == NULL || strlen(name) > NAME_MOST ||
        !json_is_array(list))
        return "The token is not one of this site's.";
    out->caller.id = subject_id(subject);
    out->caller.session = (uint64_t)json_integer_value(json_object_get(claims, "sid"));
    memcpy(out->name, name, strlen(name) + 1);
    for (size_t i = 0; i < json_array_size(list); i++)
        if (json_is_string(json_array_get(list, i)))
            out->caller.roles |=
                role_from_name(json_string_value(json_array_get(list, i)));
    out->expires = json_integer_value(expires);
    return out->caller.id == 0 ? "The token is not one of this site's." : NULL;
}

/* Verifies a token not met before. NULL and *out filled, or why not. */
static const char *verify(struct auth *auth, const char *token, struct arena *arena,
                          struct verified *out)
{
    const char *kid;
    const json_t *claims = jws_read(auth->keys, token, arena, &kid);

    return claims == NULL ? "The token is not one of this site's."
                          : take_claims(auth, claims, out);
}

static void remember(struct auth *auth, const char *token, const struct verified *found)
{
    struct verified *one = malloc(sizeof *one);

    if (one == NULL)
        return;
    if (HASH_COUNT(auth->verified) >= REMEMBERED)
        forget(auth, auth->verified); /* the one met first */
    *one = *found;
    one->token = strdup(token);
    if (one->token == NULL)
        free(one);
    else
        HASH_ADD_KEYPTR(hh, auth->verified, one->token, strlen(one->token), one);
}

const char *auth_caller(struct auth *auth, const char *header, struct arena *arena,
                        struct caller *out)
{
    static const char scheme[] = "Bearer ";
    struct verified *known, found = {0};
    const char *token, *why;

    *out = (struct caller){0};
    if (header == NULL || strncasecmp(header, scheme, sizeof scheme - 1) != 0)
        return "Send the access token as Authorization: Bearer; POST /api/v1/auth/login "
               "gives one.";
    token = header + sizeof scheme - 1;
    if (strlen(token) > TOKEN_MOST)
        return "The token is too long to be one of this site's.";
    HASH_FIND_STR(auth->verified, token, known);
    if (known != NULL && known->expires <= time(NULL)) {
        forget(auth, known);
        known = NULL;
    }
    if (known == NULL) {
        why = verify(auth, token, arena, &found);
        if (why != NULL)
            return why;
        remember(auth, token, &found);
        known = &found;
    }
    *out = known->caller;
    out->name = arena_strdup(arena, known->name);
    return "";
}

static json_t *claims_of(const struct auth *auth, const struct caller *caller,
                         struct arena *arena)
{
    unsigned char random[16];
    char id[BASE64URL_SIZE(sizeof random)];
    time_t now = time(NULL);

    if (RAND_bytes(random, sizeof random) != 1)
        return NULL;
    base64url_encode(random, sizeof random, id);
    return json_pack("{s:s, s:s, s:o, s:I, s:s, s:s, s:I, s:I, s:s}", "sub",
                     arena_printf(arena, "%" PRIu64, caller->id), "name", caller->name,
                     "roles", roles_to_json(caller->roles), "sid",
                     (json_int_t)caller->session, "iss", auth_keys_issuer(auth->keys),
                     "aud", auth_keys_audience(auth->keys), "iat", (json_int_t)now, "exp",
                     (json_int_t)(now + TOKEN_SECONDS), "jti", id);
}

const char *auth_issue(const struct auth *auth, const struct caller *caller,
                       struct arena *arena)
{
    json_t *claims = claims_of(auth, caller, arena);
    const char *token = claims == NULL ? NULL : jws_write(auth->keys, claims, arena);

    if (token == NULL)
        log_line(LOG_ERROR, "token", "a token could not be signed");
    return token;
}

json_t *auth_jwks(const struct auth *auth)
{
    return auth_keys_set(auth->keys);
}
