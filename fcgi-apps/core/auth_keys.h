/* auth_keys.h - the keys behind auth.h: read from files, read again when a token names a
 * key not met before. */
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

/* The public key of this id, retained: the caller's to cjose_jwk_release. NULL if there
 * is none. */
cjose_jwk_t *auth_keys_find(struct auth_keys *keys, const char *kid);

/* The key to sign with, or NULL; lives as long as `keys`. */
const cjose_jwk_t *auth_keys_private(const struct auth_keys *keys);

const char *auth_keys_issuer(const struct auth_keys *keys);
const char *auth_keys_audience(const struct auth_keys *keys);

/* The set's text, parsed; new reference. */
json_t *auth_keys_set(struct auth_keys *keys);

#endif
