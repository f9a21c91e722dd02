/* auth.h - access tokens: JWS with ES256 and nothing else, made by the user pool, checked
 * by every pool on its own. */
#ifndef VH_AUTH_H
#define VH_AUTH_H

#include <stdbool.h>
#include <stddef.h>

#include "request.h"

struct auth_keys;

/* Seconds that an access token is good for. */
#define TOKEN_SECONDS 600

/* The keys of a process, read from [auth]. NULL after writing to `error` what is wrong
   with which file. Files replaced later are read again (auth_keys.h). */
struct auth_keys *auth_keys_open(const struct config *config, char *error, size_t size);
void auth_keys_free(struct auth_keys **keys);

/* One thread's: remembers the tokens it has verified until they expire (1,000 at most).
 * NULL if memory is out. */
struct auth *auth_new(struct auth_keys *keys);
void auth_free(struct auth **auth);

/* Who sends this Authorization header: fills *out (id 0 if nobody). Returns what to tell
   a caller who should have been somebody. */
const char *auth_caller(struct auth *auth, const char *header, struct arena *arena,
                        struct caller *out);

/* A token for `caller`, in the arena; NULL if there is no private key or memory is out
 * (logged). */
const char *auth_issue(const struct auth *auth, const struct caller *caller,
                       struct arena *arena);

/* The public keys as a JWK set; new reference. */
json_t *auth_jwks(const struct auth *auth);

/* Role names, and from them; 0 for an unknown one. */
json_t *roles_to_json(unsigned roles);
unsigned role_from_name(const char *name);

#endif
