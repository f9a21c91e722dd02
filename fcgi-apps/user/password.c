/* password.c - passwords: Argon2id. */
#include "user/password.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "core/banned.h"

#define PASSES 2
#define MEMORY (19U * 1024 * 1024)

/* What the password of nobody is compared with. */
static char decoy[crypto_pwhash_STRBYTES];

_Static_assert(PASSWORD_HASH_SIZE >= crypto_pwhash_STRBYTES, "a hash must fit");

bool password_init(void)
{
    char random[32];

    if (sodium_init() < 0) {
        fputs("libsodium does not start\n", stderr);
        return false;
    }
    randombytes_buf(random, sizeof random);
    if (crypto_pwhash_str(decoy, random, sizeof random, PASSES, MEMORY) != 0) {
        fputs("there is no memory to hash a password with\n", stderr);
        return false;
    }
    return true;
}

enum password_result password_hash(const char *password, char out[PASSWORD_HASH_SIZE])
{
    return crypto_pwhash_str(out, password, strlen(password), PASSES, MEMORY) == 0
               ? PASSWORD_GOOD
               : PASSWORD_NO_MEMORY;
}

enum password_result password_check(const char *hash, const char *password)
{
    int wrong =
        crypto_pwhash_str_verify(hash == NULL ? decoy : hash, password, strlen(password));

    return wrong || hash == NULL ? PASSWORD_WRONG : PASSWORD_GOOD;
}
