/* tokens.h - keys and tokens made by hand, right ones and others, for the tests of auth.
 */
#ifndef VH_TEST_TOKENS_H
#define VH_TEST_TOKENS_H

#include <openssl/evp.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/auth.h"

/* A pair on a curve ("P-256", "P-384") with a name. */
struct pair {
    EVP_PKEY *key;
    const char *kid, *curve;
};

/* What the tests share; made by tokens_begin, gone with tokens_end. */
struct tokens {
    struct arena *arena;
    struct pair ours, other; /* `other` is not in the set */
    struct config *config;
    struct auth_keys *keys;
    struct auth *auth;
    char public_path[64], private_path[64];
};

/* Writes the set of `ours` and opens it. Ends the test if that fails. */
struct tokens *tokens_begin(void);
void tokens_end(void);

/* A pair; freed by tokens_end. */
struct pair pair_make(const char *curve, const char *kid);

/* Its JWK as text, with or without the private part; in the arena. */
const char *pair_jwk(const struct pair *pair, bool private);

/* Its public JWK as a key that signs no more since then. */
const char *pair_retired(const struct pair *pair, long seconds_ago);

/* Puts a pair in place of the private key's file. */
void private_write(const struct pair *pair, unsigned mode);

/* Puts these JWKs (NULL at the end) in place of the public set's file. */
void set_write(const char *const *jwks);

/* The compact serialisation of a header and claims (any text), signed by ES256 with a
 * P-256 pair, by ES384 with a P-384 one. */
const char *token_of(const struct pair *pair, const char *header, const char *claims);

/* The same, signed by HMAC-SHA256 with these bytes. */
const char *token_hs256(const char *secret, const char *header, const char *claims);

/* The parts put together, signature as it stands. */
const char *token_parts(const char *header, const char *claims, const char *signature);

/* A good header for a pair, and good claims (sub 7, name nick) with `more` in front:
 * `"crit":..,`; exp and nbf by seconds from now. */
const char *header_for(const struct pair *pair);
const char *claims_until(long seconds);
const char *claims_with(const char *iss, const char *aud, const char *more, long seconds);

/* Whether the token is taken for user 7's. */
bool is_let_in(const char *token);

#endif
