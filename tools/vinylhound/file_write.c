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

bool file_write_new(const char *path, const char *text, mode_t mode)
{
    char temporary[4096];
    bool done = false;
    int fd, saved;

    if (snprintf(temporary, sizeof temporary, "%s.XXXXXX", path) >=
        (int)sizeof temporary) {
        errno = ENAMETOOLONG;
        return false;
    }
    fd = mkostemp(temporary, O_CLOEXEC);
    if (fd < 0)
        return false;
    if (write_all(fd, text, strlen(text)) && fchmod(fd, mode) == 0 && fsync(fd) == 0)
        done = link(temporary, path) == 0; /* unlike rename(2), never over another file */
    saved = errno;
    close(fd);
    unlink(temporary);
    errno = saved;
    return done && sync_folder(path);
}
