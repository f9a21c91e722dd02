/* file_write.c - a small file written whole or not at all. */

#include "file_write.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/banned.h"

static bool write_all(int fd, const char *text, size_t length)
{
    while (length > 0) {
        ssize_t written = write(fd, text, length);

        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            text += written;
            length -= (size_t)written;
        }
    }
    return true;
}

/* So that the new name itself outlives a crash. */
static bool sync_folder(const char *path)
{
    char *copy = strdup(path);
    int fd = copy == NULL ? -1 : open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = fd >= 0 && fsync(fd) == 0;

    if (fd >= 0)
        close(fd);
    free(copy);
    return done;
}

/* Writes a temporary file beside `path`, whole and synced; its name in `temporary`. */
static bool write_beside(const char *path, const char *text, const struct stat *like,
                         char *temporary, size_t size)
{
    bool done;
    int fd, saved;

    if (snprintf(temporary, size, "%s.XXXXXX", path) >= (int)size) {
        errno = ENAMETOOLONG;
        return false;
    }
    fd = mkostemp(temporary, O_CLOEXEC);
    if (fd < 0)
        return false;
    /* the owner first: a change of owner takes mode bits away */
    done = fchown(fd, like->st_uid, like->st_gid) == 0 &&
           fchmod(fd, like->st_mode & 07777) == 0 && write_all(fd, text, strlen(text)) &&
           fsync(fd) == 0;
    saved = errno;
    close(fd);
    if (!done)
        unlink(temporary);
    errno = saved;
    return done;
}

bool file_write_new(const char *path, const char *text, mode_t mode)
{
    const struct stat like = {
        .st_uid = (uid_t)-1, .st_gid = (gid_t)-1, .st_mode = mode}; /* -1: ours */
    char temporary[4096];
    bool done;
    int saved;

    if (!write_beside(path, text, &like, temporary, sizeof temporary))
        return false;
    done = link(temporary, path) == 0; /* unlike rename(2), never over another file */
    saved = errno;
    unlink(temporary);
    errno = saved;
    return done && sync_folder(path);
}

bool file_write_over(const char *path, const char *text)
{
    char temporary[4096];
    struct stat like;
    int saved;

    if (stat(path, &like) != 0 ||
        !write_beside(path, text, &like, temporary, sizeof temporary))
        return false;
    if (rename(temporary, path) == 0)
        return sync_folder(path);
    saved = errno;
    unlink(temporary);
    errno = saved;
    return false;
}
