/* seal_keys.h - the keys that texts are sealed with, for seal.c alone. */
#ifndef VH_SEAL_KEYS_H
#define VH_SEAL_KEYS_H

#include "seal.h"

#define SEAL_KID_SIZE 17 /* 1 to 16 characters and a NUL */

struct seal_key {
    char kid[SEAL_KID_SIZE];
    unsigned char bytes[SEAL_KEY_BYTES];
};

/* Copies the key that seals; the one of that name, false if there is none. The caller
 * wipes the copy. */
void seal_keys_first(struct seal_keys *keys, struct seal_key *out);
bool seal_keys_find(struct seal_keys *keys, const char *kid, size_t length,
                    struct seal_key *out);

#endif
