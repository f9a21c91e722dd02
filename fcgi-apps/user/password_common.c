/* password_common.c - the passwords that are tried first by whoever guesses. */
#include "user/password_common.h"

#include <openssl/sha.h>
#include <stdlib.h>
#include <string.h>

#include "core/codec.h"

#include "core/banned.h"

#define ENTRY 5
#define LONGEST 128 /* bytes; what is longer is not common */

static const char table[] =
#include "user/common_passwords.inc"
    ;

static int compare(const void *key, const void *entry)
{
    return memcmp(key, entry, ENTRY);
}

bool password_is_common(const char *password)
{
    unsigned char hash[SHA256_DIGEST_LENGTH];
    char lower[LONGEST], key[BASE64URL_SIZE(SHA256_DIGEST_LENGTH)];
    size_t length = strlen(password);

    if (length > LONGEST)
        return false;
    for (size_t i = 0; i < length; i++)
        lower[i] = password[i] >= 'A' && password[i] <= 'Z' ? (char)(password[i] + 32)
                                                            : password[i];
    SHA256((const unsigned char *)lower, length, hash);
    base64url_encode(hash, sizeof hash, key);
    return bsearch(key, table, (sizeof table - 1) / ENTRY, ENTRY, compare) != NULL;
}
