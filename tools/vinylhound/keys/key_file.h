/* key_file.h - keys and the files they are kept in: what the commands `keys …` share. */
#ifndef VH_KEY_FILE_H
#define VH_KEY_FILE_H

#include <jansson.h>
#include <stdbool.h>
#include <sys/types.h>

struct config;

/* A new P-256 key as a JWK with its private member, its id `prefix` and its thumbprint;
 * NULL after a complaint. */
json_t *key_make(const char *prefix);

/* Writes a new file with this mode; or one in place of that which is there, with its
 * mode. False after a complaint; there is the old file or the new one, never half. */
bool key_save(const char *path, const json_t *json, mode_t mode);
bool key_save_over(const char *path, const json_t *json);

/* Where the key that access tokens are signed with is, and the set of those that they are
 * verified with. False after a complaint. */
struct key_paths {
    const char *private, *public;
};
bool key_paths(const struct config *config, struct key_paths *out);

#endif
