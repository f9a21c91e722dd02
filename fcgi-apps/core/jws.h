/* jws.h - signed tokens: JWS in its compact form with ES256 and nothing else. */
#ifndef VH_JWS_H
#define VH_JWS_H

#include <cjose/cjose.h>
#include <jansson.h>

struct arena;
struct auth_keys;

/* Longer ones are not looked at. */
#define TOKEN_MOST 8192

/* The claims of a token that one of the public keys has signed, in the arena, and the id
   of that key; NULL if the token is anything else. What the claims say is the caller's to
   check. */
json_t *jws_read(struct auth_keys *keys, const char *token, struct arena *arena,
                 const char **kid);

/* The claims signed with the private key, in the arena; NULL if that failed. */
const char *jws_write(struct auth_keys *keys, const json_t *claims, struct arena *arena);

#endif
