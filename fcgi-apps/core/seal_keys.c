/* seal_keys.c - the file of the keys that texts are sealed with, read anew when it has
 * changed. */
#include "seal_keys.h"

#include <errno.h>
#include <jansson.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "arena.h"
#include "codec.h"
#include "config.h"
#include "log.h"

#include "banned.h"

#define KEYS_MOST 16
#define PATH_MOST 1024

struct seal_keys {
    char path[PATH_MOST];
    pthread_mutex_t lock; /* of what follows */
    struct seal_key list[KEYS_MOST];
    size_t count;
    struct stat seen;
};

static bool find_path(const struct config *config, char *out, size_t size)
{
    const char *path = config_text(config, "data.keys");
    const char *folder = getenv("CREDENTIALS_DIRECTORY");

    if (path == NULL && (folder == NULL || folder[0] == '\0'))
        return false;
    return path != NULL ? snprintf(out, size, "%s", path) < (int)size
                        : snprintf(out, size, "%s/data.jwks", folder) < (int)size;
}

const char *seal_keys_path(const struct config *config, struct arena *arena)
{
    char path[PATH_MOST];

    return find_path(config, path, sizeof path) ? arena_strdup(arena, path) : NULL;
}

static bool take_key(const json_t *jwk, struct seal_key *out)
{
    const char *kty = json_string_value(json_object_get(jwk, "kty"));
    const char *kid = json_string_value(json_object_get(jwk, "kid"));
    const char *k = json_string_value(json_object_get(jwk, "k"));

    if (kty == NULL || strcmp(kty, "oct") != 0 || kid == NULL || k == NULL ||
        kid[0] == '\0' || strchr(kid, '.') != NULL ||
        snprintf(out->kid, sizeof out->kid, "%s", kid) >= (int)sizeof out->kid)
        return false;
    return base64url_decode(k, strlen(k), out->bytes, sizeof out->bytes) ==
           SEAL_KEY_BYTES;
}

/* Puts the set's keys in place of those there are; a set with a bad key changes nothing.
 */
static bool take_set(struct seal_keys *keys, const json_t *set)
{
    const json_t *list = json_object_get(set, "keys");
    size_t count = json_array_size(list);
    struct seal_key found[KEYS_MOST];
    bool good = count > 0 && count <= KEYS_MOST;

    for (size_t i = 0; good && i < count; i++)
        good = take_key(json_array_get(list, i), &found[i]);
    if (good) {
        memcpy(keys->list, found, count * sizeof *found);
        keys->count = count;
    }
    explicit_bzero(found, sizeof found);
    return good;
}

/* Takes the keys of the file, of which `keys->seen` tells who may read it. */
static bool take_file(struct seal_keys *keys, FILE *file, char *error, size_t size)
{
    json_t *set;
    bool good;

    if ((keys->seen.st_mode & S_IRWXO) != 0) {
        snprintf(error, size, "%s: everybody may read or change it: chmod o= it",
                 keys->path);
        return false;
    }
    set = json_loadf(file, JSON_REJECT_DUPLICATES, NULL);
    good = take_set(keys, set);
    json_decref(set);
    if (!good)
        snprintf(error, size,
                 "%s: is no JWK set of 1 to %d `oct` keys of 32 bytes, each with a "
                 "kid of up to 16 characters",
                 keys->path, KEYS_MOST);
    return good;
}

/* Reads the file as it stands now. */
static bool read_file(struct seal_keys *keys, char *error, size_t size)
{
    FILE *file = fopen(keys->path, "re");
    bool good = false;

    if (file == NULL || fstat(fileno(file), &keys->seen) != 0)
        snprintf(error, size, "%s: %s; `vinylhound keys data init` makes it", keys->path,
                 strerror(errno));
    else
        good = take_file(keys, file, error, size);
    if (file != NULL)
        fclose(file);
    return good;
}

struct seal_keys *seal_keys_open(const struct config *config, char *error, size_t size)
{
    struct seal_keys *keys = calloc(1, sizeof *keys);

    if (keys == NULL) {
        snprintf(error, size, "out of memory");
        return NULL;
    }
    pthread_mutex_init(&keys->lock, NULL);
    if (!find_path(config, keys->path, sizeof keys->path))
        snprintf(
            error, size,
            "data.keys: name the file of the keys that addresses are encrypted with; "
            "`vinylhound keys data init` makes it");
    else if (read_file(keys, error, size))
        return keys;
    seal_keys_free(&keys);
    return NULL;
}

void seal_keys_free(struct seal_keys **keys)
{
    if (*keys == NULL)
        return;
    pthread_mutex_destroy(&(*keys)->lock);
    explicit_bzero(*keys, sizeof **keys);
    free(*keys);
    *keys = NULL;
}

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_ino == b->st_ino && a->st_size == b->st_size &&
           a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
           a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* With the lock held. A file that is no good any more leaves the keys as they are. */
static void refresh(struct seal_keys *keys)
{
    struct stat now;
    struct arena *before;
    char error[PATH_MOST + 256];

    if (stat(keys->path, &now) != 0 || is_same(&now, &keys->seen))
        return;
    before = arena_lend(NULL); /* what Jansson reads is freed here, not with a request */
    if (!read_file(keys, error, sizeof error))
        log_line(LOG_ERROR, "data-keys", "%s", error);
    arena_lend(before);
}

void seal_keys_first(struct seal_keys *keys, struct seal_key *out)
{
    pthread_mutex_lock(&keys->lock);
    refresh(keys);
    *out = keys->list[0];
    pthread_mutex_unlock(&keys->lock);
}

bool seal_keys_find(struct seal_keys *keys, const char *kid, size_t length,
                    struct seal_key *out)
{
    bool found = false;

    pthread_mutex_lock(&keys->lock);
    refresh(keys);
    for (size_t i = 0; !found && i < keys->count; i++) {
        found = strlen(keys->list[i].kid) == length &&
                strncmp(keys->list[i].kid, kid, length) == 0;
        if (found)
            *out = keys->list[i];
    }
    pthread_mutex_unlock(&keys->lock);
    return found;
}
