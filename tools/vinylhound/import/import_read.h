/* import_read.h - one dump from its file to the queue. */
#ifndef VH_IMPORT_READ_H
#define VH_IMPORT_READ_H

#include <stdbool.h>

#include "import_batch.h"
#include "import_resume.h"

struct queue;
struct report;
struct source;

struct dump {
    const char *path;
    struct source *source;
    enum kind kind;
    char digest[DIGEST_SIZE];
    uint64_t done; /* records at its beginning that an earlier import has stored: they are
                      passed over */
};

/* Opens a dump and tells its kind by its first element: <artists>, <labels>, <masters>,
   <releases>, or a single record. False after a complaint. The source is the caller's to
   close in any case. */
bool dump_open(struct dump *dump, const char *path);

/* What has been read of a kind, all files together. */
struct read_totals {
    struct reading_counts counts;
    uint64_t files;
    double seconds;
    uint64_t cuts[TABLES][COLUMNS_MOST]; /* texts that were longer than their column */
};

/* Reads the dump to its end, hands batches to the queue, reports what cannot be taken.
   False if it must stop: memory is out or storing has failed, and that has been said. A
   damaged file is reported, and is no reason to stop. */
bool dump_read(struct dump *dump, struct queue *queue, struct report *report,
               struct read_totals *totals);

/* The kind whose dump begins so; KINDS if it is none, and then `name` is the first
 * element, "" if there is none. */
enum kind dump_kind(const char *bytes, size_t length, char *name, size_t size);

#endif
