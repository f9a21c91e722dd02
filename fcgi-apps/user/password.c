/* password.c - passwords: Argon2id. */
#include "user/password.h"

#include <errno.h>
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
    errno = 0;
    if (crypto_pwhash_str_verify(hash == NULL ? decoy : hash, password,
                                 strlen(password)) == 0 &&
        hash != NULL)
        return PASSWORD_GOOD;
    return errno == ENOMEM ? PASSWORD_NO_MEMORY : PASSWORD_WRONG;
}

bool password_is_old(const char *hash)
{
    return crypto_pwhash_str_needs_rehash(hash, PASSES, MEMORY) != 0;
}
