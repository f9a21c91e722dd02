/* import_batch.h - records read, on their way to the database: the rows of one
 * transaction. */
#ifndef VH_IMPORT_BATCH_H
#define VH_IMPORT_BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rows.h"

enum kind { ARTISTS, LABELS, MASTERS, RELEASES, KINDS };

/* What a record's rows go into. A kind fills some of them; see import_tables.c for their
   columns, and for which are tables of the catalogue's own. */
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

/* Beside them, of releases: Discogs' id, this database's, the master, how many songs, and
   whether it was there. */
extern const struct staging import_keys;

enum { HASH_SIZE = 33 }; /* 16 bytes in hexadecimal */

/* How a record stands to what the catalogue has. */
enum standing { NEW, CHANGED, UNCHANGED, STANDINGS };

struct batch_record {
    uint32_t ref;    /* its Discogs id */
    uint32_t master; /* of a release; 0: none */
    uint64_t id; /* a release's id in this database, once import_ahead.c has said so */
    enum standing standing; /* from there too; NEW until then */
    unsigned songs;         /* of a release */
    char hash[HASH_SIZE];
};

/* What reading found, for the summary. */
struct reading_counts {
    uint64_t records, tracks, sub_tracks, songs, durations,
        dates; /* the last two: not understood */
};

struct batch {
    enum kind kind;
    struct rows rows[TABLES];
    struct batch_record *records;
    size_t count, room;                   /* of its records */
    size_t marks[TABLES], counts[TABLES]; /* where the present record's rows begin */
    const char *digest;                   /* of the file; "": it cannot be told again */
    uint64_t number;                      /* batches of the file, up to this one */
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
void batch_end(struct batch *batch, const struct batch_record *record);
void batch_undo(struct batch *batch);

/* The same after batch_end. */
void batch_take_back(struct batch *batch);

bool batch_is_full(const struct batch *batch);
bool batch_failed(const struct batch *batch); /* memory was out */

/* How many of its records stand so. */
size_t batch_standing(const struct batch *batch, enum standing standing);

/* The plural and singular words of a kind: "releases", "release". */
const char *kind_name(enum kind kind);
const char *kind_record(enum kind kind);

#endif
