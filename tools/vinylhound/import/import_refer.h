/* import_refer.h - rows as they were read name artists and releases by Discogs' ids; as
 * they are stored, by this database's. */
#ifndef VH_IMPORT_REFER_H
#define VH_IMPORT_REFER_H

#include "base/id_map.h"
#include "import_batch.h"

/* The types of columns that hold Discogs' ids as they are read, and this database's when
   they are stored: of the record that the row is of, and of an artist. */
extern const char refers_to_record[], refers_to_artist[];

/* What is known of the artists that credits name, of this batch and those before it. */
struct artist_ids {
    struct id_map refs; /* Discogs' ids */
    uint64_t *ids;      /* this database's, by their numbers; 0: not known yet */
    uint32_t known, room;
};

/* The id's place, 0 if the artist has not been met; the caller's to set before the next
 * call. */
uint64_t *artist_ids_place(struct artist_ids *artists, uint32_t ref);
void artist_ids_free(struct artist_ids *artists); /* forgets them all */

/* Puts into `out` the rows of one of the batch's tables whose records stand in one of
   `standings` (a bit for each: 1 << NEW), with this database's ids; an artist that is not
   known becomes none. The table's rows begin with their record's Discogs id. */
void refer_rows(const struct batch *batch, enum table table, unsigned standings,
                struct artist_ids *artists, struct rows *out);

#endif
