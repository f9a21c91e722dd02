/* keys_data.c - vinylhound keys data: the keys that personal data is encrypted with at
 * rest. */

#include <jansson.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "key_file.h"
#include "seal_emails.h"
#include "base/sql.h"
#include "core/arena.h"
#include "core/codec.h"
#include "core/config.h"
#include "core/seal.h"

#include "core/banned.h"

#define KID_BYTES 4
#define KEPT 2 /* the one that seals, and the one a pool may just have sealed with */

enum action { NONE, INIT, ADD, RESEAL, ROTATE };

struct wish {
    enum action action;
    bool if_missing;
};

/* clang-format off */
static const struct argp_option options[] = {
    {"if-missing", 'm', NULL, 0, "init: if there are keys already, leave them and succeed", 0},
    {0},
};
/* clang-format on */

static error_t take(int key, char *argument, struct argp_state *state)
{
    static const char *const words[] = {"", "init", "add", "reseal", "rotate"};
    struct wish *wish = state->input;

    if (key == 'm')
        wish->if_missing = true;
    else if (key == ARGP_KEY_ARG && state->arg_num == 0) {
        for (size_t i = INIT; i <= ROTATE; i++)
            if (strcmp(words[i], argument) == 0)
                wish->action = (enum action)i;
        if (wish->action == NONE)
            argp_error(state, "`%s` is none of init, add, reseal, rotate", argument);
    } else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: one action at a time", argument);
    else if (key == ARGP_KEY_END && wish->action == NONE)
        argp_error(state, "init, add, reseal or rotate?");
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

/* A new key as a JWK; NULL after a complaint. */
static json_t *make_key(void)
{
    unsigned char bytes[KID_BYTES + SEAL_KEY_BYTES];
    char kid[2 * KID_BYTES + 1], k[BASE64URL_SIZE(SEAL_KEY_BYTES)];
    json_t *key = NULL;

    if (RAND_priv_bytes(bytes, sizeof bytes) == 1) {
        hex_encode(bytes, KID_BYTES, kid);
        base64url_encode(bytes + KID_BYTES, SEAL_KEY_BYTES, k);
        key = json_pack("{s:s, s:s, s:s, s:s, s:s}", "kty", "oct", "kid", kid, "alg",
                        "A256GCM", "use", "enc", "k", k);
    }
    explicit_bzero(bytes, sizeof bytes);
    explicit_bzero(k, sizeof k);
    if (key == NULL)
        complain("no key could be made: there is no randomness, or no memory");
    return key;
}

static bool init(const char *path, bool if_missing)
{
    json_t *set;
    bool done;

    if (access(path, F_OK) == 0) {
        (if_missing ? (void)printf("keys: %s is there already\n", path)
                    : complain("%s is there already and is left as it is", path));
        return if_missing;
    }
    set = json_pack("{s:[o]}", "keys", make_key());
    done = set != NULL && key_save(path, set, 0600);
    json_decref(set);
    if (done)
        printf("keys: made %s; without it no address can be read: keep a copy\n", path);
    return done;
}

/* A new key before the others. */
static bool add(const char *path)
{
    json_error_t error;
    json_t *set = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    json_t *key = set == NULL ? NULL : make_key();
    bool done = key != NULL &&
                json_array_insert_new(json_object_get(set, "keys"), 0, key) == 0 &&
                key_save_over(path, set);

    if (set == NULL)
        complain("%s: %s", path, error.text);
    if (done)
        printf("keys: %s seals from now on\n",
               json_string_value(json_object_get(key, "kid")));
    json_decref(set);
    return done;
}

/* Takes away the old keys that nothing is sealed under. */
static bool prune(const char *path, MYSQL *users)
{
    json_error_t error;
    json_t *set = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    json_t *list = json_object_get(set, "keys");
    bool done = set != NULL, pruned = false;

    for (size_t i = json_array_size(list); done && i-- > KEPT;) {
        const char *kid =
            json_string_value(json_object_get(json_array_get(list, i), "kid"));
        long under = emails_under(users, kid == NULL ? "" : kid);

        done = under >= 0;
        if (under == 0)
            pruned |= json_array_remove(list, i) == 0;
    }
    if (set == NULL)
        complain("%s: %s", path, error.text);
    done = done && (!pruned || key_save_over(path, set));
    json_decref(set);
    return done;
}

static bool reseal(struct tool *tool, const char *path, MYSQL *users)
{
    struct seal_keys *keys = emails_keys(tool);
    bool done = keys != NULL && emails_seal(users, keys) && prune(path, users);

    seal_keys_free(&keys);
    return done;
}

/* One at a time: two that add a key to the same file would lose one. */
static bool lock(MYSQL *users)
{
    long got = 0;

    if (!sql_number(users, "the lock", "SELECT GET_LOCK('vinylhound.data-keys', 10)",
                    &got))
        return false;
    if (got != 1)
        complain("another `vinylhound keys data` is at work");
    return got == 1;
}

static bool change(struct tool *tool, const char *path, enum action action)
{
    MYSQL *users = emails_connect(tool);
    bool done = users != NULL && lock(users) && (action == RESEAL || add(path)) &&
                (action == ADD || reseal(tool, path, users));

    if (users != NULL)
        mysql_close(users);
    return done;
}

int keys_data_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        options,
        take,
        "init|add|reseal|rotate",
        "The keys that addresses are encrypted with in the database: a JWK set at "
        "data.keys, readable by its owner alone.\v"
        "`init` makes the first. `add` puts a new one before the others, which seals from "
        "then on, while all of them open. `reseal` encrypts anew what is under an older one "
        "and takes away keys that nothing needs. `rotate` is both. A pool that reads the "
        "file itself follows at once; one that is given it as a systemd credential must be "
        "restarted between `add` and `reseal`.",
        NULL,
        NULL,
        NULL};
    const struct config *config;
    struct wish wish = {NONE, false};
    struct arena *arena;
    const char *path;
    bool done = false;

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    config = tool_config(tool);
    arena = config == NULL ? NULL : arena_new();
    path = arena == NULL ? NULL : seal_keys_path(config, arena);
    if (arena != NULL && path == NULL)
        complain("data.keys must be set to the file of the keys");
    else if (path != NULL)
        done = wish.action == INIT ? init(path, wish.if_missing)
                                   : change(tool, path, wish.action);
    arena_free(&arena);
    return done ? DONE : FAILED;
}
