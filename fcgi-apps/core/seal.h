/* seal.h - texts encrypted at rest: AES-256-GCM with a random nonce, under a key that the
 * database never sees.
 *
 * A sealed text is `1.KID.BODY`: the format's number, the name of its key, and nonce (12
 * bytes), ciphertext and tag (16) together in base64url. What precedes BODY, and the
 * place the text belongs to (a column and a row's id), are authenticated with it: a
 * sealed text moved to another row does not open.
 *
 * The keys are a JWK set (RFC 7517) of `oct` keys in a file that only its owner and group
 * may read: `data.keys`, or `data.jwks` in $CREDENTIALS_DIRECTORY, where systemd puts a
 * credential. The first key seals, all of them open. */
#ifndef VH_SEAL_H
#define VH_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct config;
struct seal_keys;

#define SEAL_KEY_BYTES 32

/* Characters that `n` bytes of text become at most, NUL included. */
#define SEALED_SIZE(n) (2 + 17 + ((n) + 28) * 4 / 3 + 3)

/* The keys of a process. NULL after writing what is wrong with which file to `error`. A
   file that has changed is read anew at the next use. */
struct seal_keys *seal_keys_open(const struct config *config, char *error, size_t size);
void seal_keys_free(struct seal_keys **keys);

/* The file they are read from; NULL if none is set. In the arena. */
const char *seal_keys_path(const struct config *config, struct arena *arena);

struct seal_place {
    const char *column; /* "users.email" */
    uint64_t id;
};

/* `text` sealed for its place, in the arena. NULL if memory or randomness is out
 * (logged). */
char *seal(struct seal_keys *keys, struct seal_place place, const char *text,
           struct arena *arena);

/* The text again, in the arena. NULL if it was not sealed for this place under a key
   there is, or has been changed (logged, without the text). */
char *unseal(struct seal_keys *keys, struct seal_place place, const char *sealed,
             struct arena *arena);

/* Whether it is sealed under the key that seals now. */
bool seal_is_current(struct seal_keys *keys, const char *sealed);

#endif
