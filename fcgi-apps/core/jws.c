/* jws.c - signed tokens. */
#include "jws.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "auth_keys.h"
#include "codec.h"

#include "banned.h"

#define ES256_BYTES 64 /* of a signature */

/* A part of the compact serialisation, decoded and parsed. */
static json_t *parse_part(const char *text, size_t length, struct arena *arena)
{
    char *bytes = arena_alloc(arena, length + 1);
    ssize_t n = bytes == NULL ? -1 : base64url_decode(text, length, bytes, length);

    return n < 0 ? NULL : json_loadb(bytes, (size_t)n, JSON_REJECT_DUPLICATES, NULL);
}

/* The key that the header names, if the header is one we would have written. */
static cjose_jwk_t *key_for(struct auth_keys *keys, const json_t *header)
{
    const char *algorithm = json_string_value(json_object_get(header, "alg"));
    const char *kid = json_string_value(json_object_get(header, "kid"));

    if (algorithm == NULL || strcmp(algorithm, "ES256") != 0 || kid == NULL ||
        json_object_get(header, "crit") != NULL)
        return NULL;
    return auth_keys_find(keys, kid);
}

/* Whether the signature over the token is the key's. libcjose reads base64 less strictly
 * than a token with one spelling needs. */
static bool is_signed(const char *token, const char *signature, const cjose_jwk_t *key)
{
    unsigned char bytes[ES256_BYTES];
    struct arena *before;
    cjose_jws_t *jws;
    bool good;

    if (base64url_decode(signature, strlen(signature), bytes, sizeof bytes) !=
        ES256_BYTES)
        return false;
    before = arena_lend(NULL);
    jws = cjose_jws_import(token, strlen(token), NULL);
    good = jws != NULL && cjose_jws_verify(jws, key, NULL);

    cjose_jws_release(jws);
    arena_lend(before);
    return good;
}

json_t *jws_read(struct auth_keys *keys, const char *token, struct arena *arena,
                 const char **kid)
{
    const char *dot = strchr(token, '.'),
               *second = dot == NULL ? NULL : strchr(dot + 1, '.');
    cjose_jwk_t *key;
    json_t *claims = NULL;

    if (second == NULL || strchr(second + 1, '.') != NULL)
        return NULL;
    key = key_for(keys, parse_part(token, (size_t)(dot - token), arena));
    if (key == NULL)
        return NULL;
    if (is_signed(token, second + 1, key))
        claims = parse_part(dot + 1, (size_t)(second - dot - 1), arena);
    *kid = arena_strdup(arena, cjose_jwk_get_kid(key, NULL));
    auth_keys_release(keys, key);
    return *kid == NULL ? NULL : claims;
}

/* `text` signed with `key`, in the arena; NULL if that failed. */
static const char *sign(const cjose_jwk_t *key, const char *text, struct arena *arena)
{
    struct arena *before = arena_lend(NULL);
    cjose_header_t *header = cjose_header_new(NULL);
    const char *kid = cjose_jwk_get_kid(key, NULL), *token = NULL;
    cjose_jws_t *jws = NULL;

    if (header != NULL &&
        cjose_header_set(header, CJOSE_HDR_ALG, CJOSE_HDR_ALG_ES256, NULL) &&
        cjose_header_set(header, CJOSE_HDR_KID, kid, NULL) &&
        cjose_header_set(header, "typ", "JWT", NULL))
        jws = cjose_jws_sign(key, header, (const uint8_t *)text, strlen(text), NULL);
    if (jws != NULL && cjose_jws_export(jws, &token, NULL))
        token = arena_strdup(arena, token);
    cjose_jws_release(jws);
    cjose_header_release(header);
    arena_lend(before);
    return token;
}

const char *jws_write(struct auth_keys *keys, const json_t *claims, struct arena *arena)
{
    cjose_jwk_t *key = auth_keys_private(keys);
    char *text = key == NULL ? NULL : json_dumps(claims, JSON_COMPACT);
    const char *token = text == NULL ? NULL : sign(key, text, arena);

    auth_keys_release(keys, key);
    return token;
}
