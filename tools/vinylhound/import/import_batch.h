/* import_batch.h - records read, on their way to the database: the rows of one
 * transaction. */
#ifndef VH_IMPORT_BATCH_H
#define VH_IMPORT_BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rows.h"

enum kind { ARTISTS, LABELS, MASTERS, RELEASES, KINDS };

/* The staging tables. A kind fills some of them; see import_tables.c for their columns.
 */
enum table {
    T_ARTISTS,  /* artist records */
    T_LABELS,   /* label records */
    T_ALBUMS,   /* master records; of releases, those an album takes its data from */
    T_RELEASES, /* release records */
    T_PEOPLE,   /* artists named in credits, whom the database may not know yet */
    T_CREDITS,  /* who made an album */
    T_GENRES,
    T_STYLES,
    T_RELEASE_LABELS,
    T_FORMATS,
    T_TRACKS,
    T_IDENTIFIERS,
    TABLES
};

extern const struct staging staging_tables[TABLES];

enum { HASH_SIZE = 33 }; /* 16 bytes in hexadecimal */

/* What reading found, for the summary. */
struct reading_counts {
    uint64_t records, tracks, sub_tracks, songs, durations,
        dates; /* the last two: not understood */
};

struct batch {
    enum kind kind;
    struct rows rows[TABLES];
    size_t records;
    uint32_t first_id, last_id;           /* of its records, for messages */
    size_t marks[TABLES], counts[TABLES]; /* where the present record's rows begin */
    const char *digest;                   /* of the file; "": it cannot be told again */
    uint64_t position;                    /* records of the file, up to the batch's end */
    struct reading_counts read, before; /* of the batch; and before the present record */
};

void batch_init(struct batch *batch);
void batch_start(struct batch *batch, enum kind kind); /* empties it */
void batch_free(struct batch *batch);

/* A record's rows stand between begin and end. batch_hash is of all its rows so far: the
   record's own row, which carries the hash, comes last. batch_undo takes back what has
   been put since begin. */
void batch_begin(struct batch *batch);
void batch_hash(const struct batch *batch, char hash[HASH_SIZE]);
void batch_end(struct batch *batch, uint32_t id);
void batch_undo(struct batch *batch);

/* The same after batch_end. */
void batch_take_back(struct batch *batch);

bool batch_is_full(const struct batch *batch);
bool batch_failed(const struct batch *batch); /* memory was out */

/* The plural and singular words of a kind: "releases", "release". */
const char *kind_name(enum kind kind);
const char *kind_record(enum kind kind);

#endif
