/* password.h - passwords: Argon2id by libsodium (19 MiB, 2 passes), as PHC strings. */
#ifndef VH_USER_PASSWORD_H
#define VH_USER_PASSWORD_H

#include <stdbool.h>

/* Long enough for any PHC string of libsodium's. */
#define PASSWORD_HASH_SIZE 128

enum password_result {
    PASSWORD_GOOD,
    PASSWORD_WRONG,
    PASSWORD_NO_MEMORY,
    PASSWORD_REFUSED
};

/* Once, before threads; false (said on standard error) if libsodium does not start. */
bool password_init(void);

/* Hashing takes some 20 ms of a core and 19 MiB: only handlers of routes marked SLOW may
 * do it, so that a flood of logins leaves threads and cores for everything else. */
enum password_result password_hash(const char *password, char out[PASSWORD_HASH_SIZE]);

/* Whether a hash was made with less than password_hash takes today. */
bool password_is_old(const char *hash);

/* `hash` NULL (there is no such user) takes the same time and is PASSWORD_WRONG. */
enum password_result password_check(const char *hash, const char *password);

#endif
