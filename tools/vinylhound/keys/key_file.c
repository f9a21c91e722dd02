/* key_file.c - keys and the files they are kept in. */
#include "key_file.h"

#include <cjose/cjose.h>
#include <errno.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file_write.h"
#include "command.h"
#include "core/codec.h"
#include "core/config.h"

#include "core/banned.h"

/* RFC 7638: the hash of the required members alone, in the order of their names. False if
 * one is absent. */
static bool thumbprint(const json_t *jwk, char *out)
{
    const char *x = json_string_value(json_object_get(jwk, "x"));
    const char *y = json_string_value(json_object_get(jwk, "y"));
    unsigned char digest[32];
    char text[256];
    int length;

    if (x == NULL || y == NULL)
        return false;
    length =
        snprintf(text, sizeof text,
                 "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}", x, y);
    if (length >= (int)sizeof text ||
        EVP_Digest(text, (size_t)length, digest, NULL, EVP_sha256(), NULL) != 1)
        return false;
    base64url_encode(digest, sizeof digest, out);
    return true;
}

json_t *key_make(const char *prefix)
{
    char hash[BASE64URL_SIZE(32)], kid[sizeof hash + 32];
    cjose_err error = {0};
    cjose_jwk_t *key = cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error);
    char *text = key == NULL ? NULL : cjose_jwk_to_json(key, true, &error);
    json_t *jwk = text == NULL ? NULL : json_loads(text, 0, NULL);

    if (jwk != NULL && thumbprint(jwk, hash))
        snprintf(kid, sizeof kid, "%s%s", prefix, hash);
    else
        kid[0] = '\0';
    if (jwk == NULL || kid[0] == '\0' ||
        json_object_set_new(jwk, "kid", json_string(kid)) != 0 ||
        json_object_set_new(jwk, "alg", json_string("ES256")) != 0 ||
        json_object_set_new(jwk, "use", json_string("sig")) != 0) {
        complain("making a P-256 key: %s",
                 error.message == NULL ? "failed" : error.message);
        json_decref(jwk);
        jwk = NULL;
    }
    if (text != NULL)
        explicit_bzero(text, strlen(text));
    cjose_get_dealloc()(text);
    if (key != NULL)
        cjose_jwk_release(key);
    return jwk;
}

/* Writes the JSON: a new file, or in place of the one there is, where `mode` is 0. */
static bool save(const char *path, const json_t *json, mode_t mode)
{
    char *text = json_dumps(json, JSON_INDENT(2));
    bool done = text != NULL && (mode == 0 ? file_write_over(path, text)
                                           : file_write_new(path, text, mode));

    if (!done)
        complain("%s: %s", path, text == NULL ? "out of memory" : strerror(errno));
    if (text != NULL)
        explicit_bzero(text, strlen(text));
    free(text);
    return done;
}

bool key_save(const char *path, const json_t *json, mode_t mode)
{
    return save(path, json, mode);
}

bool key_save_over(const char *path, const json_t *json)
{
    return save(path, json, 0);
}

bool key_paths(const struct config *config, struct key_paths *out)
{
    *out = (struct key_paths){config_text(config, "auth.private_key"),
                              config_text(config, "auth.public_keys")};
    if (out->private != NULL && out->public != NULL)
        return true;
    complain("auth.private_key and auth.public_keys must be set to the keys' files");
    return false;
}
