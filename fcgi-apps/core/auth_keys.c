/* auth_keys.c - the keys that tokens are signed and verified with. */
#include "auth_keys.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "arena.h"
#include "config.h"
#include "log.h"

#include "banned.h"

#define KEYS_MOST 16
#define FILE_MOST (64 * 1024)
#define SIGNS_ON                                                                         \
    5 /* seconds that a retired key may go on signing, until all have noticed */

/* A file, as it was when it was read. */
struct version {
    ino_t inode;
    struct timespec changed;
};

struct public_key {
    cjose_jwk_t *key;
    time_t until; /* 0: for good */
};

struct auth_keys {
    const struct config *config;
    const char *public_setting, *private_setting;
    pthread_mutex_t lock; /* of what follows */
    cjose_jwk_t *private_key;
    struct public_key public_keys[KEYS_MOST];
    size_t count;
    struct version public_version, private_version;
    time_t looked_at;
};

/* The file's text, the caller's to free, and which version of it that is. A `secret` one
 * must be its owner's alone. */
static char *read_file(const char *path, bool secret, struct version *version,
                       char *error, size_t size)
{
    FILE *file = fopen(path, "re");
    struct stat seen;
    char *text;

    if (file == NULL || fstat(fileno(file), &seen) != 0) {
        snprintf(error, size, "%s: %s", path, strerror(errno));
        if (file != NULL)
            fclose(file);
        return NULL;
    }
    *version = (struct version){seen.st_ino, seen.st_mtim};
    text = calloc(1, FILE_MOST + 1);
    if (secret && (seen.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        snprintf(error, size, "%s: others than its owner may use it; chmod 600", path);
        free(text);
        text = NULL;
    } else if (text == NULL || fread(text, 1, FILE_MOST, file) == 0) {
        snprintf(error, size, "%s: is empty", path);
        free(text);
        text = NULL;
    }
    fclose(file);
    return text;
}

static bool is_p256(const cjose_jwk_t *key)
{
    return cjose_jwk_get_kty(key, NULL) == CJOSE_JWK_KTY_EC &&
           cjose_jwk_EC_get_curve(key, NULL) == CJOSE_JWK_EC_P_256 &&
           cjose_jwk_get_kid(key, NULL) != NULL;
}

static void release_public(struct auth_keys *keys)
{
    for (size_t i = 0; i < keys->count; i++)
        cjose_jwk_release(keys->public_keys[i].key);
    keys->count = 0;
}

/* Puts the keys of a set in place of those there are; a set with a bad key changes
 * nothing. */
static bool take_set(struct auth_keys *keys, const char *path, const char *text,
                     char *error, size_t size)
{
    json_t *set = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    const json_t *list = json_object_get(set, "keys");
    struct public_key found[KEYS_MOST];
    size_t count = 0;

    for (size_t i = 0; i < json_array_size(list) && count < KEYS_MOST; i++) {
        json_t *jwk = json_array_get(list, i);
        time_t retired = json_integer_value(json_object_get(jwk, "retired_at"));
        cjose_jwk_t *key = cjose_jwk_import_json((cjose_header_t *)jwk, NULL);

        if (key != NULL && is_p256(key))
            found[count++] = (struct public_key){
                key, retired == 0 ? 0 : retired + SIGNS_ON + TOKEN_SECONDS};
        else if (key != NULL)
            cjose_jwk_release(key);
    }
    if (count == 0)
        snprintf(error, size,
                 "%s: holds no EC P-256 key with a kid; `vinylhound keys init` makes one",
                 path);
    json_decref(set);
    if (count == 0)
        return false;
    release_public(keys);
    memcpy(keys->public_keys, found, count * sizeof *found);
    keys->count = count;
    return true;
}

static bool read_public(struct auth_keys *keys, char *error, size_t size)
{
    const char *path = config_text(keys->config, keys->public_setting);
    struct arena *before;
    char *text;
    bool done;

    if (path == NULL) {
        snprintf(error, size, "%s: name the JWK set to verify tokens with",
                 keys->public_setting);
        return false;
    }
    before = arena_lend(NULL); /* keys outlive the request that made us look for them */
    text = read_file(path, false, &keys->public_version, error, size);
    done = text != NULL && take_set(keys, path, text, error, size);
    free(text);
    arena_lend(before);
    return done;
}

static cjose_jwk_t *import_private(const char *text)
{
    struct arena *before = arena_lend(NULL);
    cjose_jwk_t *key = cjose_jwk_import(text, strlen(text), NULL);

    if (key != NULL && !is_p256(key)) {
        cjose_jwk_release(key);
        key = NULL;
    }
    arena_lend(before);
    return key;
}

static bool read_private(struct auth_keys *keys, char *error, size_t size)
{
    const char *path = config_text(keys->config, keys->private_setting);
    cjose_jwk_t *key;
    char *text;

    if (path == NULL)
        return true;
    text = read_file(path, true, &keys->private_version, error, size);
    if (text == NULL)
        return false;
    key = import_private(text);
    explicit_bzero(text, strlen(text));
    free(text);
    if (key == NULL) {
        snprintf(error, size,
                 "%s: is no EC P-256 JWK with a kid; `vinylhound keys init` makes one",
                 path);
        return false;
    }
    if (keys->private_key != NULL)
        cjose_jwk_release(keys->private_key);
    keys->private_key = key;
    return true;
}

struct auth_keys *auth_keys_open_as(const struct config *config,
                                    const char *public_setting,
                                    const char *private_setting, char *error, size_t size)
{
    struct auth_keys *keys = calloc(1, sizeof *keys);

    if (keys == NULL) {
        snprintf(error, size, "out of memory");
        return NULL;
    }
    keys->config = config;
    keys->public_setting = public_setting;
    keys->private_setting = private_setting;
    pthread_mutex_init(&keys->lock, NULL);
    if (!read_public(keys, error, size) || !read_private(keys, error, size))
        auth_keys_free(&keys);
    return keys;
}

struct auth_keys *auth_keys_open(const struct config *config, char *error, size_t size)
{
    return auth_keys_open_as(config, "auth.public_keys", "auth.private_key", error, size);
}

void auth_keys_free(struct auth_keys **keys)
{
    if (*keys == NULL)
        return;
    release_public(*keys);
    if ((*keys)->private_key != NULL)
        cjose_jwk_release((*keys)->private_key);
    pthread_mutex_destroy(&(*keys)->lock);
    free(*keys);
    *keys = NULL;
}

/* Whether there is another file than that version of it, and one at all. */
static bool is_replaced(const char *path, const struct version *version)
{
    struct stat seen;

    return path != NULL && stat(path, &seen) == 0 &&
           (seen.st_ino != version->inode ||
            seen.st_mtim.tv_sec != version->changed.tv_sec ||
            seen.st_mtim.tv_nsec != version->changed.tv_nsec);
}

/* Reads again what has been replaced; looks once a second at most. What is wrong with a
 * new file is logged, and the keys there were go on. */
static void keep_up(struct auth_keys *keys)
{
    char error[512];

    if (keys->looked_at == time(NULL))
        return;
    keys->looked_at = time(NULL);
    if (is_replaced(config_text(keys->config, keys->public_setting),
                    &keys->public_version) &&
        !read_public(keys, error, sizeof error))
        log_line(LOG_ERROR, "public-keys", "%s", error);
    if (is_replaced(config_text(keys->config, keys->private_setting),
                    &keys->private_version) &&
        !read_private(keys, error, sizeof error))
        log_line(LOG_ERROR, "private-key", "%s", error);
}

static bool is_good(const struct public_key *one)
{
    return one->until == 0 || one->until >= time(NULL);
}

static cjose_jwk_t *find(const struct auth_keys *keys, const char *kid)
{
    for (size_t i = 0; i < keys->count; i++)
        if (strcmp(cjose_jwk_get_kid(keys->public_keys[i].key, NULL), kid) == 0)
            return is_good(&keys->public_keys[i])
                       ? cjose_jwk_retain(keys->public_keys[i].key, NULL)
                       : NULL;
    return NULL;
}

cjose_jwk_t *auth_keys_find(struct auth_keys *keys, const char *kid)
{
    cjose_jwk_t *key;

    pthread_mutex_lock(&keys->lock);
    keep_up(keys);
    key = find(keys, kid);
    pthread_mutex_unlock(&keys->lock);
    return key;
}

cjose_jwk_t *auth_keys_private(struct auth_keys *keys)
{
    cjose_jwk_t *key;

    pthread_mutex_lock(&keys->lock);
    keep_up(keys);
    key = keys->private_key == NULL ? NULL : cjose_jwk_retain(keys->private_key, NULL);
    pthread_mutex_unlock(&keys->lock);
    return key;
}

void auth_keys_release(struct auth_keys *keys, cjose_jwk_t *key)
{
    if (key == NULL)
        return;
    pthread_mutex_lock(&keys->lock);
    cjose_jwk_release(key);
    pthread_mutex_unlock(&keys->lock);
}

const char *auth_keys_issuer(const struct auth_keys *keys)
{
    return config_text(keys->config, "auth.issuer");
}

const char *auth_keys_audience(const struct auth_keys *keys)
{
    return config_text(keys->config, "auth.audience");
}

/* The key as published; new reference. */
static json_t *publish(const cjose_jwk_t *key)
{
    struct arena *before = arena_lend(NULL);
    char *text = cjose_jwk_to_json(key, false, NULL);
    json_t *json;

    arena_lend(before);
    json = text == NULL ? NULL : json_loads(text, 0, NULL);
    free(text);
    json_object_set_new(json, "alg", json_string("ES256"));
    json_object_set_new(json, "use", json_string("sig"));
    return json;
}

json_t *auth_keys_set(struct auth_keys *keys)
{
    json_t *list = json_array();

    pthread_mutex_lock(&keys->lock);
    keep_up(keys);
    for (size_t i = 0; i < keys->count; i++)
        if (is_good(&keys->public_keys[i]))
            json_array_append_new(list, publish(keys->public_keys[i].key));
    pthread_mutex_unlock(&keys->lock);
    return json_pack("{s:o}", "keys", list);
}
