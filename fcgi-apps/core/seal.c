/* seal.c - texts encrypted at rest. The keys' file is seal_keys.c. */
#include "seal.h"

#include <inttypes.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "codec.h"
#include "log.h"
#include "seal_keys.h"

#include "banned.h"

#define NONCE 12
#define TAG 16
#define FORMAT "1."

/* A key taken out of the set, and what is authenticated beside the text. */
struct using
{
    struct seal_key key;
    char header[sizeof FORMAT + SEAL_KID_SIZE + 1]; /* "1.KID." */
    char about[160];                                /* header, column and id */
};

static void prepare(struct using *using, struct seal_place place)
{
    snprintf(using->header, sizeof using->header, FORMAT "%s.", using->key.kid);
    snprintf(using->about, sizeof using->about, "%s%s.%" PRIu64, using->header,
             place.column, place.id);
}

static bool authenticate(EVP_CIPHER_CTX *context, const struct using *using)
{
    int length;

    return EVP_CipherUpdate(context, NULL, &length, (const unsigned char *)using->about,
                            (int)strlen(using->about)) == 1;
}

/* `out` has room for nonce, text and tag. */
static bool encrypt(const struct using *using, const char *text, size_t length,
                    unsigned char *out)
{
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    int written;
    bool done = context != NULL && RAND_bytes(out, NONCE) == 1 &&
                EVP_EncryptInit_ex2(context, EVP_aes_256_gcm(), using->key.bytes, out,
                                    NULL) == 1 &&
                authenticate(context, using) &&
                EVP_EncryptUpdate(context, out + NONCE, &written,
                                  (const unsigned char *)text, (int)length) == 1 &&
                EVP_EncryptFinal_ex(context, out + NONCE + length, &written) == 1 &&
                EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, TAG,
                                    out + NONCE + length) == 1;

    EVP_CIPHER_CTX_free(context);
    return done;
}

static bool decrypt(const struct using *using, unsigned char *sealed, size_t length,
                    unsigned char *out)
{
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    int written;
    bool done = context != NULL &&
                EVP_DecryptInit_ex2(context, EVP_aes_256_gcm(), using->key.bytes, sealed,
                                    NULL) == 1 &&
                authenticate(context, using) &&
                EVP_DecryptUpdate(context, out, &written, sealed + NONCE,
                                  (int)(length - NONCE - TAG)) == 1 &&
                EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, TAG,
                                    sealed + length - TAG) == 1 &&
                EVP_DecryptFinal_ex(context, out, &written) == 1;

    EVP_CIPHER_CTX_free(context);
    return done;
}

static void note(struct seal_place place, const char *what)
{
    log_line(LOG_ERROR, "seal", "%s of %" PRIu64 ": %s", place.column, place.id, what);
}

char *seal(struct seal_keys *keys, struct seal_place place, const char *text,
           struct arena *arena)
{
    size_t length = strlen(text), size = NONCE + length + TAG;
    unsigned char *bytes = arena_alloc(arena, size);
    char *sealed = arena_alloc(arena, SEALED_SIZE(length));
    struct using using;
    bool done = false;

    if (bytes != NULL && sealed != NULL) {
        seal_keys_first(keys, &using.key);
        prepare(&using, place);
        done = encrypt(&using, text, length, bytes);
        explicit_bzero(&using.key, sizeof using.key);
    }
    if (!done) {
        note(place, "cannot be sealed");
        return NULL;
    }
    base64url_encode(bytes, size, stpcpy(sealed, using.header));
    return sealed;
}

/* Takes the key that `sealed` names; the text after it, NULL if there is none. */
static const char *take_key(struct seal_keys *keys, const char *sealed,
                            struct seal_key *key)
{
    const char *kid = sealed + strlen(FORMAT);
    size_t length;

    if (strncmp(sealed, FORMAT, strlen(FORMAT)) != 0)
        return NULL;
    length = strcspn(kid, ".");
    if (kid[length] != '.' || !seal_keys_find(keys, kid, length, key))
        return NULL;
    return kid + length + 1;
}

char *unseal(struct seal_keys *keys, struct seal_place place, const char *sealed,
             struct arena *arena)
{
    size_t room = strlen(sealed);
    unsigned char *bytes = arena_alloc(arena, room), *text = arena_alloc(arena, room);
    struct using using;
    const char *body = take_key(keys, sealed, &using.key);
    ssize_t length = -1;
    bool done = false;

    if (bytes != NULL && text != NULL && body != NULL)
        length = base64url_decode(body, strlen(body), bytes, room);
    if (length >= NONCE + TAG) {
        prepare(&using, place);
        done = decrypt(&using, bytes, (size_t)length, text);
    }
    explicit_bzero(&using.key, sizeof using.key);
    if (done)
        return (char *)text;
    note(place, body == NULL ? "is sealed under a key there is not"
                             : "does not open: it was changed, or belongs elsewhere");
    return NULL;
}

bool seal_is_current(struct seal_keys *keys, const char *sealed)
{
    struct seal_key first, named;
    bool current;

    seal_keys_first(keys, &first);
    current = take_key(keys, sealed, &named) != NULL && strcmp(first.kid, named.kid) == 0;
    explicit_bzero(&first, sizeof first);
    explicit_bzero(&named, sizeof named);
    return current;
}
