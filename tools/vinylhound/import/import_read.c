/* import_read.c - one dump from its file to the queue: unpacked, cut into records,
 * parsed, turned into rows. */
#include "import_read.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "core/arena.h"
#include "discogs_node.h"
#include "discogs_record.h"
#include "discogs_source.h"
#include "discogs_split.h"
#include "base/id_set.h"
#include "import_progress.h"
#include "import_queue.h"
#include "import_report.h"

#include "core/banned.h"

#define CHUNK (128u << 10)

struct reader {
    struct dump *dump;
    struct queue *queue;
    struct report *report;
    struct read_totals *totals;
    struct progress progress;
    struct node_parser *parser;
    struct arena *arena;
    struct id_set seen; /* ids of this file */
    uint64_t records;   /* of this file, good or bad */
    uint64_t batches;   /* sent */
    bool failed;
};

/* The first element's name, behind byte order mark, declaration, comments. */
static void first_element(const char *bytes, size_t length, char *name, size_t size)
{
    const char *end = bytes + length, *at = bytes;

    name[0] = '\0';
    while ((at = memchr(at, '<', (size_t)(end - at))) != NULL && ++at < end) {
        const char *skip = *at == '?'   ? "?>"
                           : *at == '!' ? (at + 2 < end && at[1] == '-' ? "-->" : ">")
                                        : NULL;

        if (skip == NULL) {
            size_t n = 0;

            while (at + n < end &&
                   (isalnum((unsigned char)at[n]) || strchr("_-.:", at[n]) != NULL) &&
                   at[n] != '\0')
                n++;
            snprintf(name, size, "%.*s", (int)n, at);
            return;
        }
        at = memmem(at, (size_t)(end - at), skip, strlen(skip));
        if (at == NULL)
            return;
    }
}

enum kind dump_kind(const char *bytes, size_t length, char *name, size_t size)
{
    first_element(bytes, length, name, size);
    for (int kind = 0; kind < KINDS; kind++)
        if (strcmp(name, kind_name((enum kind)kind)) == 0 ||
            strcmp(name, kind_record((enum kind)kind)) == 0)
            return (enum kind)kind;
    return KINDS;
}

bool dump_open(struct dump *dump, const char *path)
{
    char head[4096], name[32];
    size_t length;

    dump->path = path;
    dump->source = source_open(path);
    if (dump->source == NULL) {
        complain("%s: %s", path, strerror(errno));
        return false;
    }
    length = source_peek(dump->source, head, sizeof head);
    dump->kind = dump_kind(head, length, name, sizeof name);
    resume_digest(source_size(dump->source), head, length, dump->digest);
    if (dump->kind == KINDS && length == 0)
        complain("%s: is empty, or damaged from its beginning", path);
    else if (dump->kind == KINDS)
        complain("%s: is no Discogs dump: it begins with %s%s%s, not with <artists>, "
                 "<labels>, <masters> or <releases>",
                 path, name[0] == '\0' ? "no element" : "<", name,
                 name[0] == '\0' ? "" : ">");
    return dump->kind != KINDS;
}

static void show_progress(void *user)
{
    struct reader *reader = user;

    progress_tick(&reader->progress, source_done(reader->dump->source), reader->records);
}

static void send_batch(struct reader *reader)
{
    struct batch *batch = queue_batch(reader->queue);
    struct reading_counts *all = &reader->totals->counts;

    if (batch_failed(batch)) {
        complain("out of memory");
        reader->failed = true;
        return;
    }
    all->records += batch->read.records;
    all->tracks += batch->read.tracks;
    all->sub_tracks += batch->read.sub_tracks;
    all->songs += batch->read.songs;
    all->durations += batch->read.durations;
    all->dates += batch->read.dates;
    for (int i = 0; i < TABLES; i++) {
        for (int j = 0; j < COLUMNS_MOST; j++)
            reader->totals->cuts[i][j] += batch->rows[i].cuts[j];
        memset(batch->rows[i].cuts, 0, sizeof batch->rows[i].cuts);
    }
    batch->digest = reader->dump->digest;
    batch->number = ++reader->batches;
    batch->position = reader->records;
    if (batch->count > 0 && !queue_send(reader->queue, show_progress, reader))
        reader->failed = true;
    if (!reader->failed)
        batch_start(queue_batch(reader->queue), reader->dump->kind);
}

static void refuse(struct reader *reader, enum trouble trouble, const char *bytes,
                   size_t length, const char *reason)
{
    report_record(reader->report, reader->dump->path, reader->dump->kind, trouble, bytes,
                  length, reason);
}

/* Puts the record into the batch, unless another one with its id has been there. */
static void put_record(struct reader *reader, const struct node *record,
                       const char *bytes, size_t length)
{
    struct batch *batch = queue_batch(reader->queue);
    const char *reason = NULL;
    uint32_t id = record_read(batch, reader->arena, record, &reason);
    int new = id == 0 ? 0 : id_set_add(&reader->seen, id);

    if (id == 0) {
        refuse(reader, NOT_USABLE, bytes, length, reason);
    } else if (arena_failed(reader->arena)) { /* texts may be missing that were there */
        batch_take_back(batch);
        refuse(reader, NOT_USABLE, bytes, length, "it needs more than 64 MB");
    } else if (new == 0) {
        batch_take_back(batch);
        refuse(reader, TWICE, bytes, length,
               "its id has been in this file already; the first one counts");
    } else if (new < 0) {
        complain("out of memory");
        reader->failed = true;
    } else if (batch_is_full(batch)) {
        send_batch(reader);
    }
}

/* Whether the record has been stored by an earlier import; its id is kept, so that
   another one of the same id is known. */
static bool pass_over(struct reader *reader, const char *bytes, size_t length)
{
    uint32_t id;

    if (reader->records > reader->dump->done)
        return false;
    id = report_find_id(bytes, length);
    if (id != 0 && id_set_add(&reader->seen, id) < 0) {
        complain("out of memory");
        reader->failed = true;
    }
    return true;
}

static void take_record(void *user, const char *bytes, size_t length)
{
    struct reader *reader = user;
    const struct node *record;
    char error[256];

    reader->records++;
    if (reader->failed || pass_over(reader, bytes, length))
        return;
    arena_reset(reader->arena);
    record =
        node_parse(reader->parser, reader->arena, bytes, length, error, sizeof error);
    if (record == NULL)
        refuse(reader, NOT_XML, bytes, length, error);
    else
        put_record(reader, record, bytes, length);
}

static void take_broken(void *user, const char *bytes, size_t length, const char *reason)
{
    struct reader *reader = user;

    reader->records++;
    if (reader->records > reader->dump->done)
        refuse(reader, NOT_WHOLE, bytes, length, reason);
}

static void read_all(struct reader *reader, struct splitter *splitter)
{
    char chunk[CHUNK];
    const char *reason = NULL;
    ssize_t got;

    while (!reader->failed &&
           (got = source_read(reader->dump->source, chunk, sizeof chunk, &reason)) > 0) {
        if (!splitter_feed(splitter, chunk, (size_t)got)) {
            complain("out of memory");
            reader->failed = true;
        }
        show_progress(reader);
    }
    if (reader->failed)
        return;
    if (reason != NULL)
        report_file(reader->report, reader->dump->path, reason);
    splitter_finish(splitter);
    if (!reader->failed)
        send_batch(reader);
    if (!reader->failed && !queue_wait(reader->queue, show_progress, reader))
        reader->failed = true;
}

bool dump_read(struct dump *dump, struct queue *queue, struct report *report,
               struct read_totals *totals)
{
    struct reader reader = {
        .dump = dump, .queue = queue, .report = report, .totals = totals};
    struct splitter splitter;

    splitter_init(&splitter, kind_record(dump->kind));
    splitter.record = take_record;
    splitter.broken = take_broken;
    splitter.user = &reader;
    reader.parser = node_parser_new();
    reader.arena = arena_new();
    progress_start(&reader.progress, stderr, kind_name(dump->kind),
                   source_size(dump->source));
    batch_start(queue_batch(queue), dump->kind);
    if (reader.parser != NULL && reader.arena != NULL)
        read_all(&reader, &splitter);
    else
        reader.failed = true;
    totals->files++;
    totals->seconds += progress_end(&reader.progress);
    splitter_free(&splitter);
    node_parser_free(&reader.parser);
    arena_free(&reader.arena);
    id_set_free(&reader.seen);
    return !reader.failed;
}
