/* test_discogs_source.c - plain, gzipped, truncated and damaged files. */
#include "import/discogs_source.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>

#include "tool_unit.h"

#include "core/banned.h"

#define SIZE 400000

static char path[] = "/tmp/vinylhound-source-XXXXXX";
static unsigned char text[SIZE], packed[2 * SIZE];

/* One gzip member behind `at` in `packed`; returns where it ends. */
static size_t pack(size_t at, const unsigned char *bytes, size_t length)
{
    z_stream z = {0};

    deflateInit2(&z, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    z.next_in = (unsigned char *)(uintptr_t)bytes;
    z.avail_in = (uInt)length;
    z.next_out = packed + at;
    z.avail_out = (uInt)(sizeof packed - at);
    deflate(&z, Z_FINISH);
    at += z.total_out;
    deflateEnd(&z);
    return at;
}

static void write_file(const void *bytes, size_t length)
{
    int fd = open(path, O_WRONLY | O_TRUNC);

    CU_ASSERT_EQUAL(write(fd, bytes, length), (ssize_t)length);
    close(fd);
}

/* Reads the file to its end; how many bytes were as in `text`, or -1 if one was not. */
static long read_file(const char **reason)
{
    struct source *source = source_open(path);
    char head[10], chunk[7777];
    size_t at = 0;
    bool same = true;
    ssize_t got;

    *reason = NULL;
    CU_ASSERT_PTR_NOT_NULL_FATAL(source);
    source_peek(source, head, sizeof head);
    while ((got = source_read(source, chunk, sizeof chunk, reason)) > 0) {
        same = same && at + (size_t)got <= sizeof text &&
               memcmp(text + at, chunk, (size_t)got) == 0;
        at += (size_t)got;
    }
    CU_ASSERT_EQUAL(got == -1, *reason != NULL);
    source_close(&source);
    CU_ASSERT_PTR_NULL(source);
    return same ? (long)at : -1;
}

static void plain(void)
{
    const char *reason;

    write_file(text, sizeof text);
    CU_ASSERT_EQUAL(read_file(&reason), SIZE);
    CU_ASSERT_PTR_NULL(reason);
    write_file("", 0);
    CU_ASSERT_EQUAL(read_file(&reason), 0);
    CU_ASSERT_PTR_NULL(reason);
}

static void gzipped(void)
{
    const char *reason;
    size_t half = pack(0, text, SIZE / 2), all;

    write_file(packed, half);
    CU_ASSERT_EQUAL(read_file(&reason), SIZE / 2);
    CU_ASSERT_PTR_NULL(reason);
    all = pack(half, text + SIZE / 2, SIZE / 2);
    write_file(packed, all);
    CU_ASSERT_EQUAL(read_file(&reason), SIZE);
    CU_ASSERT_PTR_NULL(reason);
    memset(packed + all, 0, 512);
    write_file(packed, all + 512);
    CU_ASSERT_EQUAL(read_file(&reason), SIZE);
    CU_ASSERT_PTR_NULL(reason);
}

static void truncated(void)
{
    const char *reason;
    size_t all = pack(0, text, SIZE);
    long got;

    for (size_t cut = 20; cut < all; cut += all / 9) {
        write_file(packed, cut);
        got = read_file(&reason);
        CU_ASSERT_TRUE(got >= 0 && got < SIZE);
        CU_ASSERT_TRUE(
            same_text(reason, "the gzip stream ends early: the file is not whole"));
    }
    write_file(packed, all - 4); /* all of the data, but not of its checksum */
    CU_ASSERT_EQUAL(read_file(&reason), SIZE);
    CU_ASSERT_PTR_NOT_NULL(reason);
}

static void damaged(void)
{
    const char *reason;
    size_t all = pack(0, text, SIZE);

    packed[all / 2] ^= 0xff;
    packed[all / 2 + 1] ^= 0xff;
    write_file(packed, all);
    read_file(&reason);
    CU_ASSERT_PTR_NOT_NULL(reason);
    all = pack(0, text, SIZE);
    memset(packed + all, 'x', 3);
    write_file(packed, all + 3);
    CU_ASSERT_EQUAL(read_file(&reason), SIZE);
    CU_ASSERT_TRUE(same_text(reason, "other bytes follow the end of the gzip stream"));
}

static void missing(void)
{
    CU_ASSERT_PTR_NULL(source_open("/nowhere/at/all"));
    CU_ASSERT_EQUAL(errno, ENOENT);
    CU_ASSERT_PTR_NULL(source_open("/"));
    CU_ASSERT_EQUAL(errno, EISDIR);
}

static void counted(void)
{
    struct source *source;
    const char *reason = NULL;
    char chunk[1000];

    write_file(text, sizeof text);
    source = source_open(path);
    CU_ASSERT_PTR_NOT_NULL_FATAL(source);
    CU_ASSERT_EQUAL(source_size(source), SIZE);
    source_read(source, chunk, sizeof chunk, &reason);
    CU_ASSERT_EQUAL(source_done(source), 1000);
    source_close(&source);
}

int main(void)
{
    static const struct unit units[] = {
        {"a plain file is read as it is",                                                plain  },
        {"a gzip file is unpacked, with all its members and without padding",            gzipped},
        {"of a truncated gzip file all that is there comes out, and the damage is told",
         truncated                                                                              },
        {"a damaged gzip file is told, and so are bytes behind its end",                 damaged},
        {"a missing file and a folder are errors",                                       missing},
        {"progress is counted in bytes of the file",                                     counted},
    };
    unsigned state = 1;
    int fd = mkstemp(path), status;

    close(fd);
    for (size_t i = 0; i < sizeof text; i++) {
        state = state * 1103515245 + 12345;
        text[i] = (unsigned char)('a' + (state >> 16) % 16);
    }
    status = run_units("discogs_source", units, sizeof units / sizeof *units);
    unlink(path);
    return status;
}
