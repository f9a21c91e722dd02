/* keys.c - vinylhound keys init: the ES256 key that the user service signs tokens with,
 * and its public half. */

#include <cjose/cjose.h>
#include <errno.h>
#include <jansson.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "base/file_write.h"
#include "keys.h"
#include "core/codec.h"
#include "core/config.h"

#include "core/banned.h"

/* clang-format off */
static const struct argp_option options[] = {
    {"if-missing", 'm', NULL, 0, "If there are keys already, leave them and succeed", 0},
    {0},
};
/* clang-format on */

static error_t take(int key, char *argument, struct argp_state *state)
{
    bool *if_missing = state->input;

    if (key == 'm')
        *if_missing = true;
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: keys init takes no argument", argument);
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

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

bool key_save(const char *path, const json_t *json, mode_t mode)
{
    char *text = json_dumps(json, JSON_INDENT(2));
    bool done = text != NULL && file_write_new(path, text, mode);

    if (!done)
        complain("%s: %s", path, text == NULL ? "out of memory" : strerror(errno));
    if (text != NULL)
        explicit_bzero(text, strlen(text));
    free(text);
    return done;
}

/* Writes the set of public keys that holds the one in `jwk`. */
static bool save_public(const char *path, json_t *jwk)
{
    json_t *public = json_copy(jwk);
    json_t *set = json_pack("{s:[O]}", "keys", public);
    bool done = public != NULL && set != NULL && json_object_del(public, "d") == 0 &&
                key_save(path, set, 0644);

    json_decref(set);
    json_decref(public);
    return done;
}

/* Both files anew; or only the public one, where a crash left the private one alone. */
static int make_files(const char *private_path, const char *public_path)
{
    bool alone = access(private_path, F_OK) == 0;
    json_error_t error;
    json_t *jwk = alone ? json_load_file(private_path, JSON_REJECT_DUPLICATES, &error)
                        : key_make("");
    bool done = jwk != NULL && (alone || key_save(private_path, jwk, 0600)) &&
                save_public(public_path, jwk);

    if (jwk == NULL && alone)
        complain("%s:%d: %s", private_path, error.line, error.text);
    if (done)
        printf("keys: made %s%s%s (kid %s)\n", alone ? "" : private_path,
               alone ? "" : " and ", public_path,
               json_string_value(json_object_get(jwk, "kid")));
    json_decref(jwk);
    return done ? DONE : FAILED;
}

/* What `keys init` does for access tokens. */
static int make_access_keys(const char *private_path, const char *public_path,
                            bool if_missing)
{
    if (access(public_path, F_OK) != 0)
        return make_files(private_path, public_path);
    if (access(private_path, F_OK) != 0) {
        complain("%s is there but %s is not; move it away to make new keys", public_path,
                 private_path);
        return FAILED;
    }
    (if_missing ? (void)printf("keys: %s is there already\n", private_path)
                : complain("%s is there already and is left as it is", private_path));
    return if_missing ? DONE : FAILED;
}

int keys_init_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        options,
        take,
        NULL,
        "Make the ES256 key that access tokens are signed with: a JWK at "
        "auth.private_key, readable by its owner "
        "alone, and the set of public keys at auth.public_keys; and, where "
        "internal.public_keys is set, a key for each service's calls to the others: "
        "service-NAME.jwk beside that file, which holds their public halves. Keys that "
        "are there are never overwritten.",
        NULL,
        NULL,
        NULL};
    const char *private_path, *public_path;
    const struct config *config;
    bool if_missing = false;

    argp_parse(&argp, argc, argv, 0, NULL, &if_missing);
    config = tool_config(tool);
    if (config == NULL)
        return FAILED;
    private_path = config_text(config, "auth.private_key");
    public_path = config_text(config, "auth.public_keys");
    if (private_path == NULL || public_path == NULL) {
        complain(
            "auth.private_key and auth.public_keys must be set to the files to write");
        return FAILED;
    }
    if (service_keys_make(config_text(config, "internal.public_keys")) != DONE)
        return FAILED;
    return make_access_keys(private_path, public_path, if_missing);
}
