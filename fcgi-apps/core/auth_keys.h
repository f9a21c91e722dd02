/* auth_keys.h - the keys behind auth.h: read from files, and again within a second of a
 * file's being replaced.
 *
 * A key of the public set that has `retired_at` (seconds since 1970; `vinylhound keys
 * rotate` writes it) signs no more, and its tokens are good for TOKEN_SECONDS after
 * that. */
#ifndef VH_AUTH_KEYS_H
#define VH_AUTH_KEYS_H

#include <cjose/cjose.h>
#include <jansson.h>

#include "auth.h"

/* As auth_keys_open, from the files that other settings name. */
struct auth_keys *auth_keys_open_as(const struct config *config,
                                    const char *public_setting,
                                    const char *private_setting, char *error,
                                    size_t size);

/* The public key of this id, the caller's to auth_keys_release. NULL if there is none. */
cjose_jwk_t *auth_keys_find(struct auth_keys *keys, const char *kid);

/* The key to sign with, to be released as well, or NULL. */
cjose_jwk_t *auth_keys_private(struct auth_keys *keys);

/* NULL is none. libcjose counts who holds a key, but not safely among threads. */
void auth_keys_release(struct auth_keys *keys, cjose_jwk_t *key);

const char *auth_keys_issuer(const struct auth_keys *keys);
const char *auth_keys_audience(const struct auth_keys *keys);

/* The public keys that are good now, as a JWK set; new reference. */
json_t *auth_keys_set(struct auth_keys *keys);

#endif
