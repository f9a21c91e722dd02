/* migration_files.c - finds the numbered SQL files of a service and their checksums. */

#include "migration_files.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/codec.h"

#include "core/banned.h"

static bool is_word(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!islower((unsigned char)text[i]) && !isdigit((unsigned char)text[i]) &&
            text[i] != '_')
            return false;
    return length > 0 && length < MIGRATION_NAME;
}

bool migration_name_parse(const char *file, unsigned *version, char name[MIGRATION_NAME],
                          bool *up)
{
    const char *dot = strchr(file, '.');
    unsigned number = 0;

    if (dot == NULL || dot - file < 6 || file[4] != '_' ||
        !is_word(file + 5, (size_t)(dot - file) - 5))
        return false;
    for (int i = 0; i < 4; i++) {
        if (!isdigit((unsigned char)file[i]))
            return false;
        number = number * 10 + (unsigned)(file[i] - '0');
    }
    if (strcmp(dot, ".up.sql") != 0 && strcmp(dot, ".down.sql") != 0)
        return false;
    *version = number;
    *up = dot[1] == 'u';
    snprintf(name, MIGRATION_NAME, "%.*s", (int)(dot - file) - 5, file + 5);
    return number > 0;
}

char *file_text(const char *path, size_t *length)
{
    FILE *file = fopen(path, "re");
    char *text = NULL;
    size_t room = 0;
    ssize_t got;

    if (file == NULL)
        return NULL;
    errno = 0;
    got = getdelim(&text, &room, '\0', file);
    if (got < 0 && errno == 0 && text != NULL) { /* an empty file */
        text[0] = '\0';
        got = 0;
    }
    fclose(file);
    if (got < 0) {
        free(text);
        return NULL;
    }
    *length = (size_t)got;
    return text;
}

static bool checksum(const char *path, char out[CHECKSUM_SIZE])
{
    unsigned char digest[32];
    size_t length;
    char *text = file_text(path, &length);
    bool done =
        text != NULL && EVP_Digest(text, length, digest, NULL, EVP_sha256(), NULL) == 1;

    free(text);
    if (done)
        hex_encode(digest, sizeof digest, out);
    return done;
}

/* The entry for `version`, a new one at need; NULL if memory is out. */
static struct migration *entry(struct migrations *all, unsigned version)
{
    struct migration *grown;

    for (size_t i = 0; i < all->count; i++)
        if (all->list[i].version == version)
            return &all->list[i];
    grown = realloc(all->list, (all->count + 1) * sizeof *grown);
    if (grown == NULL)
        return NULL;
    all->list = grown;
    grown += all->count++;
    memset(grown, 0, sizeof *grown);
    grown->version = version;
    return grown;
}

static bool add(struct migrations *all, const char *folder, const char *file, char *error,
                size_t size)
{
    struct migration *migration;
    char name[MIGRATION_NAME];
    unsigned version;
    bool up;
    char **path;

    if (!migration_name_parse(file, &version, name, &up)) {
        snprintf(error, size,
                 "%s/%s: a migration is called NNNN_what.up.sql or NNNN_what.down.sql",
                 folder, file);
        return false;
    }
    migration = entry(all, version);
    path = migration == NULL ? NULL : up ? &migration->up : &migration->down;
    if (path != NULL && (*path != NULL || (migration->name[0] != '\0' &&
                                           strcmp(migration->name, name) != 0))) {
        snprintf(error, size, "%s/%s: there is another migration %04u (%s)", folder, file,
                 version, migration->name);
        return false;
    }
    if (path == NULL || asprintf(path, "%s/%s", folder, file) < 0) {
        snprintf(error, size, "out of memory");
        return false;
    }
    memcpy(migration->name, name, sizeof name);
    if (!up || checksum(*path, migration->checksum))
        return true;
    snprintf(error, size, "%s: %s", *path, strerror(errno));
    return false;
}

static int by_version(const void *a, const void *b)
{
    unsigned x = ((const struct migration *)a)->version,
             y = ((const struct migration *)b)->version;

    return (x > y) - (x < y);
}

static bool complete(const struct migrations *all, const char *folder, char *error,
                     size_t size)
{
    if (all->count == 0)
        snprintf(error, size, "%s: holds no migrations", folder);
    for (size_t i = 0; i < all->count; i++) {
        if (all->list[i].up == NULL) {
            snprintf(error, size, "%s: has no up file beside it", all->list[i].down);
            return false;
        }
    }
    return all->count > 0;
}

static int is_candidate(const struct dirent *file)
{
    return file->d_name[0] != '.' && strncmp(file->d_name, "README", 6) != 0;
}

bool migrations_read(const char *folder, struct migrations *out, char *error, size_t size)
{
    struct dirent **files = NULL;
    int count = scandir(folder, &files, is_candidate, alphasort);
    bool fine = true;

    *out = (struct migrations){0};
    if (count < 0) {
        snprintf(error, size, "%s: %s; is paths.sql right?", folder, strerror(errno));
        return false;
    }
    for (int i = 0; i < count; i++) {
        fine = fine && add(out, folder, files[i]->d_name, error, size);
        free(files[i]);
    }
    free(files);
    if (out->count > 0)
        qsort(out->list, out->count, sizeof *out->list, by_version);
    return fine && complete(out, folder, error, size);
}

void migrations_free(struct migrations *migrations)
{
    for (size_t i = 0; i < migrations->count; i++) {
        free(migrations->list[i].up);
        free(migrations->list[i].down);
    }
    free(migrations->list);
    *migrations = (struct migrations){0};
}
