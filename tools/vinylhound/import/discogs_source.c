/* discogs_source.c - a dump's bytes, unpacked where it is gzipped. */

#include "discogs_source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "core/banned.h"

#define INPUT_ROOM (128u << 10)
#define PEEK_ROOM (64u << 10)

struct source {
    int fd;
    bool gzipped, ended; /* ended: read(2) has said so */
    bool between; /* the last member of the gzip file was whole, and no other has begun */
    const char *damage;
    uint64_t done, size;
    z_stream z; /* next_in and avail_in are used for plain files too */
    unsigned char input[INPUT_ROOM];
    char peeked[PEEK_ROOM];
    size_t peeked_length, peeked_at;
};

/* Reads more of the file, if none of it is waiting. False at its end, or if it cannot be
 * read. */
static bool fill(struct source *source)
{
    ssize_t got;

    if (source->z.avail_in > 0)
        return true;
    if (source->ended)
        return false;
    do
        got = read(source->fd, source->input, sizeof source->input);
    while (got < 0 && errno == EINTR);
    if (got <= 0) {
        source->ended = true;
        if (got < 0)
            source->damage = strerror(errno);
        return false;
    }
    source->done += (uint64_t)got;
    source->z.next_in = source->input;
    source->z.avail_in = (uInt)got;
    return true;
}

struct source *source_open(const char *path)
{
    struct source *source = calloc(1, sizeof *source);
    struct stat about;

    if (source == NULL)
        return NULL;
    source->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (source->fd < 0 || fstat(source->fd, &about) != 0) {
        source_close(&source);
        return NULL;
    }
    if (S_ISDIR(about.st_mode)) {
        source_close(&source);
        errno = EISDIR;
        return NULL;
    }
    source->size = S_ISREG(about.st_mode) ? (uint64_t)about.st_size : 0;
    fill(source);
    source->gzipped =
        source->z.avail_in >= 2 && source->input[0] == 0x1f && source->input[1] == 0x8b;
    if (source->gzipped && inflateInit2(&source->z, 15 + 16) != Z_OK) {
        source->gzipped = false;
        source_close(&source);
        errno = ENOMEM;
    }
    return source;
}

void source_close(struct source **source)
{
    int saved = errno;

    if (*source == NULL)
        return;
    if ((*source)->gzipped)
        inflateEnd(&(*source)->z);
    if ((*source)->fd >= 0)
        close((*source)->fd);
    free(*source);
    *source = NULL;
    errno = saved;
}

static size_t take_plain(struct source *source, char *out, size_t room)
{
    size_t length;

    if (!fill(source))
        return 0;
    length = source->z.avail_in < room ? source->z.avail_in : room;
    memcpy(out, source->z.next_in, length);
    source->z.next_in += length;
    source->z.avail_in -= (uInt)length;
    return length;
}

/* A member of the gzip file has ended: another may follow, or zeros that some writers
 * fill up with. */
static void end_member(struct source *source)
{
    while (fill(source) && *source->z.next_in == 0) {
        source->z.next_in++;
        source->z.avail_in--;
    }
    source->between = true;
    if (!fill(source))
        return;
    if (*source->z.next_in == 0x1f)
        source->between = inflateReset(&source->z) != Z_OK;
    else
        source->damage = "other bytes follow the end of the gzip stream";
}

static size_t take_gzipped(struct source *source, char *out, size_t room)
{
    source->z.next_out = (unsigned char *)out;
    source->z.avail_out = (uInt)room;
    while (source->z.avail_out == room && source->damage == NULL) {
        int status;

        if (!fill(source)) {
            if (!source->between && source->damage == NULL)
                source->damage = "the gzip stream ends early: the file is not whole";
            break;
        }
        if (source->between)
            break;
        status = inflate(&source->z, Z_NO_FLUSH);
        if (status == Z_STREAM_END)
            end_member(source);
        else if (status != Z_OK && status != Z_BUF_ERROR)
            source->damage = "the gzip stream is damaged";
    }
    return room - source->z.avail_out;
}

static size_t take(struct source *source, char *out, size_t room)
{
    return source->gzipped ? take_gzipped(source, out, room)
                           : take_plain(source, out, room);
}

size_t source_peek(struct source *source, char *out, size_t room)
{
    size_t length;

    while (source->peeked_length < sizeof source->peeked &&
           source->peeked_length < room) {
        length = take(source, source->peeked + source->peeked_length,
                      sizeof source->peeked - source->peeked_length);
        if (length == 0)
            break;
        source->peeked_length += length;
    }
    length = source->peeked_length < room ? source->peeked_length : room;
    memcpy(out, source->peeked, length);
    return length;
}

ssize_t source_read(struct source *source, char *out, size_t room, const char **reason)
{
    size_t length = source->peeked_length - source->peeked_at;

    if (length > 0) {
        length = length < room ? length : room;
        memcpy(out, source->peeked + source->peeked_at, length);
        source->peeked_at += length;
        return (ssize_t)length;
    }
    length = take(source, out, room);
    if (length > 0 || source->damage == NULL)
        return (ssize_t)length;
    *reason = source->damage;
    return -1;
}

uint64_t source_done(const struct source *source)
{
    return source->done - source->z.avail_in;
}

uint64_t source_size(const struct source *source)
{
    return source->size;
}
