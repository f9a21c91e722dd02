/* keys.h - making and saving keys. */
#ifndef VH_KEYS_H
#define VH_KEYS_H

#include <jansson.h>
#include <stdbool.h>
#include <sys/types.h>

/* A new P-256 key as a JWK with its private member, its id `prefix` and its thumbprint;
 * NULL after a complaint. */
json_t *key_make(const char *prefix);

/* Writes a new file; false after a complaint, also if there is one. */
bool key_save(const char *path, const json_t *json, mode_t mode);

/* The services' keys, unless `public_path` is there: service-NAME.jwk beside it, and in
   it the public halves. NULL: nothing is to be made. DONE or FAILED. */
int service_keys_make(const char *public_path);

#endif
