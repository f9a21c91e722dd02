/* tokens.c - keys and tokens made by hand. */
#include "tokens.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/codec.h"
#include "core/config.h"
#include "harness/expect.h"

#include "core/banned.h"

#define MADE 16

static struct tokens tokens;
static EVP_PKEY *made[MADE];
static size_t count;

struct pair pair_make(const char *curve, const char *kid)
{
    struct pair pair = {EVP_EC_gen(curve), kid, curve};

    REQUIRE(pair.key != NULL && count < MADE, "no key on %s", curve);
    made[count++] = pair.key;
    return pair;
}

static int size_of(const struct pair *pair)
{
    return strcmp(pair->curve, "P-384") == 0 ? 48 : 32;
}

/* A number of the key (x, y or d) as base64url of its curve's size. */
static const char *number(const struct pair *pair, const char *name)
{
    unsigned char bytes[48];
    BIGNUM *value = NULL;
    char *text = arena_alloc(tokens.arena, BASE64URL_SIZE(48));

    REQUIRE(EVP_PKEY_get_bn_param(pair->key, name, &value) == 1 && text != NULL &&
                BN_bn2binpad(value, bytes, size_of(pair)) == size_of(pair),
            "no %s in the key", name);
    BN_free(value);
    base64url_encode(bytes, (size_t)size_of(pair), text);
    return text;
}

const char *pair_retired(const struct pair *pair, long seconds_ago)
{
    const char *jwk = pair_jwk(pair, false);

    return arena_printf(tokens.arena, "%.*s,\"retired_at\":%ld}", (int)strlen(jwk) - 1,
                        jwk, (long)time(NULL) - seconds_ago);
}

const char *pair_jwk(const struct pair *pair, bool private)
{
    return arena_printf(
        tokens.arena,
        "{\"kty\":\"EC\",\"crv\":\"%s\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"%s%s%s}",
        pair->curve, pair->kid, number(pair, OSSL_PKEY_PARAM_EC_PUB_X),
        number(pair, OSSL_PKEY_PARAM_EC_PUB_Y), private ? ",\"d\":\"" : "",
        private ? number(pair, OSSL_PKEY_PARAM_PRIV_KEY) : "", private ? "\"" : "");
}

/* In place of what there is, as a whole; for its owner alone. */
static void write_file(const char *path, const char *text)
{
    const char *fresh = arena_printf(tokens.arena, "%s.new", path);
    FILE *file = fopen(fresh, "we");

    REQUIRE(file != NULL && fchmod(fileno(file), 0600) == 0 && fputs(text, file) >= 0,
            "%s cannot be written", fresh);
    fclose(file);
    REQUIRE(rename(fresh, path) == 0, "%s cannot be replaced", path);
}

void private_write(const struct pair *pair, unsigned mode)
{
    write_file(tokens.private_path, pair_jwk(pair, true));
    REQUIRE(chmod(tokens.private_path, mode) == 0, "no mode %o", mode);
}

void set_write(const char *const *jwks)
{
    const char *text = "{\"keys\":[";

    for (size_t i = 0; jwks[i] != NULL; i++)
        text = arena_printf(tokens.arena, "%s%s%s", text, i == 0 ? "" : ",", jwks[i]);
    write_file(tokens.public_path, arena_printf(tokens.arena, "%s]}", text));
}

static void configure(void)
{
    char error[256], setting[128];

    tokens.config = config_new(core_settings, core_settings_count);
    REQUIRE(tokens.config != NULL, "no config");
    snprintf(setting, sizeof setting, "auth.public_keys=%s", tokens.public_path);
    REQUIRE(config_assign(tokens.config, setting, error, sizeof error), "%s", error);
    snprintf(setting, sizeof setting, "auth.private_key=%s", tokens.private_path);
    REQUIRE(config_assign(tokens.config, setting, error, sizeof error), "%s", error);
}

struct tokens *tokens_begin(void)
{
    char error[256];

    tokens_end();
    tokens.arena = arena_new();
    REQUIRE(tokens.arena != NULL, "no arena");
    arena_lend(tokens.arena); /* as a thread of a pool has it */
    snprintf(tokens.public_path, sizeof tokens.public_path, "/tmp/vh-keys-%ld.jwks",
             (long)getpid());
    snprintf(tokens.private_path, sizeof tokens.private_path, "/tmp/vh-key-%ld.jwk",
             (long)getpid());
    tokens.ours = pair_make("P-256", "ours");
    tokens.other = pair_make("P-256", "other");
    set_write((const char *[]){pair_jwk(&tokens.ours, false), NULL});
    private_write(&tokens.ours, 0600);
    configure();
    tokens.keys = auth_keys_open(tokens.config, error, sizeof error);
    REQUIRE(tokens.keys != NULL, "%s", error);
    tokens.auth = auth_new(tokens.keys);
    REQUIRE(tokens.auth != NULL, "no memory");
    return &tokens;
}

void tokens_end(void)
{
    arena_lend(NULL);
    auth_free(&tokens.auth);
    auth_keys_free(&tokens.keys);
    config_free(&tokens.config);
    arena_free(&tokens.arena);
    while (count > 0)
        EVP_PKEY_free(made[--count]);
    if (tokens.public_path[0] != '\0') {
        unlink(tokens.public_path);
        unlink(tokens.private_path);
    }
}

static const char *encoded(const void *bytes, size_t length)
{
    char *text = arena_alloc(tokens.arena, BASE64URL_SIZE(length));

    REQUIRE(text != NULL, "no memory");
    base64url_encode(bytes, length, text);
    return text;
}

const char *token_parts(const char *header, const char *claims, const char *signature)
{
    return arena_printf(tokens.arena, "%s.%s.%s", encoded(header, strlen(header)),
                        encoded(claims, strlen(claims)), signature);
}

/* r and s of fixed size, as JWS has them, of a DER signature. */
static const char *raw_signature(const struct pair *pair, const unsigned char *der,
                                 size_t length)
{
    ECDSA_SIG *signature = d2i_ECDSA_SIG(NULL, &der, (long)length);
    unsigned char bytes[96];
    int size = size_of(pair);

    REQUIRE(signature != NULL, "no signature");
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), bytes, size);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), bytes + size, size);
    ECDSA_SIG_free(signature);
    return encoded(bytes, 2 * (size_t)size);
}

const char *token_of(const struct pair *pair, const char *header, const char *claims)
{
    const char *input =
        arena_printf(tokens.arena, "%s.%s", encoded(header, strlen(header)),
                     encoded(claims, strlen(claims)));
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    unsigned char der[256];
    size_t length = sizeof der;

    REQUIRE(context != NULL &&
                EVP_DigestSignInit(context, NULL,
                                   size_of(pair) == 48 ? EVP_sha384() : EVP_sha256(),
                                   NULL, pair->key) == 1 &&
                EVP_DigestSign(context, der, &length, (const unsigned char *)input,
                               strlen(input)) == 1,
            "not signed");
    EVP_MD_CTX_free(context);
    return token_parts(header, claims, raw_signature(pair, der, length));
}

const char *token_hs256(const char *secret, const char *header, const char *claims)
{
    const char *input =
        arena_printf(tokens.arena, "%s.%s", encoded(header, strlen(header)),
                     encoded(claims, strlen(claims)));
    unsigned char mac[32];

    REQUIRE(HMAC(EVP_sha256(), secret, (int)strlen(secret), (const unsigned char *)input,
                 strlen(input), mac, NULL) != NULL,
            "not signed");
    return token_parts(header, claims, encoded(mac, sizeof mac));
}

const char *header_for(const struct pair *pair)
{
    return arena_printf(tokens.arena, "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"JWT\"}",
                        size_of(pair) == 48 ? "ES384" : "ES256", pair->kid);
}

const char *claims_with(const char *iss, const char *aud, const char *more, long seconds)
{
    return arena_printf(tokens.arena,
                        "{%s\"sub\":\"7\",\"name\":\"nick\",\"roles\":[\"user\","
                        "\"editor\"],\"sid\":3,\"iss\":\"%s\",\"aud\":%s,\"exp\":%ld}",
                        more, iss, aud, (long)time(NULL) + seconds);
}

const char *claims_until(long seconds)
{
    return claims_with("vinylhound", "\"vinylhound\"", "", seconds);
}

bool is_let_in(const char *token)
{
    struct caller caller = {99, "before", 7, 99};
    const char *why =
        auth_caller(tokens.auth, arena_printf(tokens.arena, "Bearer %s", token),
                    tokens.arena, &caller);

    EXPECT(caller.id == 7 || caller.id == 0, "the caller is %ld", (long)caller.id);
    EXPECT((caller.id == 7) == (*why == '\0'), "id %ld and \"%s\"", (long)caller.id, why);
    EXPECT(caller.id == 7 || caller.roles == 0, "nobody has the roles %u", caller.roles);
    return caller.id == 7;
}
