/* keys_rotate.c - vinylhound keys rotate: another key to sign access tokens with. */

#include <jansson.h>
#include <stdio.h>
#include <time.h>

#include "command.h"
#include "key_file.h"
#include "core/auth.h"
#include "core/config.h"

#include "core/banned.h"

#define MOST 15 /* old keys in the set; a pool reads one more */

/* clang-format off */
static const struct argp_option options[] = {
    {"at-once", 'o', NULL, 0, "The old key is not to be trusted: its tokens are refused from now on", 0},
    {0},
};
/* clang-format on */

static error_t take(int key, char *argument, struct argp_state *state)
{
    bool *at_once = state->input;

    if (key == 'o')
        *at_once = true;
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: keys rotate takes no argument", argument);
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

/* The keys of the set that may still verify something: those that retired longer ago than
 * a token lives are left out. */
static json_t *read_set(const char *path)
{
    json_error_t error;
    json_t *set = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    const json_t *list = json_object_get(set, "keys");
    json_t *kept = json_array();

    if (!json_is_array(list)) {
        complain("%s:%d: %s", path, error.line,
                 set == NULL ? error.text : "is no set of keys");
        json_decref(set);
        json_decref(kept);
        return NULL;
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *key = json_array_get(list, i);
        json_int_t retired = json_integer_value(json_object_get(key, "retired_at"));

        if (retired == 0 || retired + 2 * TOKEN_SECONDS > time(NULL))
            json_array_append(kept, key);
    }
    json_decref(set);
    return kept;
}

static json_t *public_half(json_t *key)
{
    json_t *half = json_copy(key);

    json_object_del(half, "d");
    return half;
}

/* Writes the set of `old` keys and the new one. */
static bool save_set(const char *path, json_t *old, json_t *key)
{
    json_t *list = json_copy(old), *set;
    bool done;

    json_array_append_new(list, public_half(key));
    set = json_pack("{s:o}", "keys", list);
    done = set != NULL && key_save_over(path, set);
    json_decref(set);
    return done;
}

/* Marks the keys that signed until now, or takes them out. */
static void retire(json_t *old, bool at_once)
{
    if (at_once)
        json_array_clear(old);
    for (size_t i = 0; i < json_array_size(old); i++) {
        json_t *key = json_array_get(old, i);

        if (json_object_get(key, "retired_at") == NULL)
            json_object_set_new(key, "retired_at", json_integer(time(NULL)));
    }
}

/* In this order, so that at no moment, and after a crash at any, is there a token that
 * the set does not verify: the new key becomes known, then it signs, then the old one
 * retires. */
static int rotate(const char *private_path, const char *public_path, bool at_once)
{
    json_t *old = read_set(public_path), *key = old == NULL ? NULL : key_make("");
    bool done = false;

    if (key != NULL && json_array_size(old) > MOST)
        complain("%s: %zu keys of late; wait until the first ones have expired, within "
                 "20 minutes",
                 public_path, json_array_size(old));
    else if (key != NULL)
        done = save_set(public_path, old, key) && key_save_over(private_path, key);
    if (done) {
        retire(old, at_once);
        done = save_set(public_path, old, key);
    }
    if (done)
        printf("keys: tokens are signed with %s from now on%s\n",
               json_string_value(json_object_get(key, "kid")),
               at_once ? "; all others are refused" : "");
    json_decref(old);
    json_decref(key);
    return done ? DONE : FAILED;
}

int keys_rotate_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        options,
        take,
        NULL,
        "Make a new key to sign access tokens with, in place of the one at "
        "auth.private_key. The old one's public half stays at auth.public_keys until the "
        "last of its tokens is gone, ten minutes from now. Pools that run take it up "
        "within a second.",
        NULL,
        NULL,
        NULL};
    const struct config *config;
    struct key_paths paths;
    bool at_once = false;

    argp_parse(&argp, argc, argv, 0, NULL, &at_once);
    config = tool_config(tool);
    if (config == NULL || !key_paths(config, &paths))
        return FAILED;
    return rotate(paths.private, paths.public, at_once);
}
