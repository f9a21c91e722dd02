/* keys_init.c - vinylhound keys init: the ES256 key that the user service signs tokens
 * with, and its public half. */

#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

#include "command.h"
#include "key_file.h"
#include "service_keys.h"
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
    const struct config *config;
    struct key_paths paths;
    bool if_missing = false;

    argp_parse(&argp, argc, argv, 0, NULL, &if_missing);
    config = tool_config(tool);
    if (config == NULL || !key_paths(config, &paths) ||
        service_keys_make(config_text(config, "internal.public_keys")) != DONE)
        return FAILED;
    return make_access_keys(paths.private, paths.public, if_missing);
}
