/* service_keys.c - the keys that services sign their calls to each other with. */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "key_file.h"
#include "service_keys.h"
#include "core/peers.h"

#include "core/banned.h"

#define PATH_ROOM 4096

/* One service's key, and its public half into `set`. */
static bool make_one(const char *folder, const char *service, json_t *set)
{
    char path[PATH_ROOM], prefix[32];
    json_t *key, *public;
    bool done;

    snprintf(prefix, sizeof prefix, "%s-", service);
    if (snprintf(path, sizeof path, "%s/service-%s.jwk", folder, service) >=
        (int)sizeof path)
        return false;
    /* one left alone by a run that was cut off has a public half nobody knows */
    unlink(path);
    key = key_make(prefix);
    public = json_copy(key);
    done = key != NULL && public != NULL && key_save(path, key, 0600) &&
           json_object_del(public, "d") == 0 &&
           json_array_append(json_object_get(set, "keys"), public) == 0;
    json_decref(key);
    json_decref(public);
    return done;
}

int service_keys_make(const char *public_path)
{
    char folder[PATH_ROOM];
    json_t *set;
    bool done = true;

    if (public_path == NULL || access(public_path, F_OK) == 0)
        return DONE;
    if (snprintf(folder, sizeof folder, "%s", public_path) >= (int)sizeof folder ||
        strrchr(folder, '/') == NULL) {
        complain("internal.public_keys: name a file with its folder");
        return FAILED;
    }
    *strrchr(folder, '/') = '\0';
    set = json_pack("{s:[]}", "keys");
    for (size_t i = 0; done && i < PEERS; i++)
        done = make_one(folder, peer_names[i], set);
    done = done && key_save(public_path, set, 0644);
    if (done)
        printf("keys: made %s/service-{user,catalog,rating}.jwk and %s\n", folder,
               public_path);
    json_decref(set);
    return done ? DONE : FAILED;
}
