/* import_ahead.h - what a batch lets be stored ahead of its transaction, on a connection
 * of its own and while the batch before it is still being stored: artists and labels that
 * it is the first to name, and what hangs below its new releases. */
#ifndef VH_IMPORT_AHEAD_H
#define VH_IMPORT_AHEAD_H

#include "import_load.h"
#include "import_refer.h"

struct ahead {
    struct loader loader;
    struct batch *batch; /* the present one */
    struct artist_ids artists;
    bool asking;               /* for artists, and the answer is not there yet */
    uint64_t last_release;     /* the highest release's id that is given */
    struct rows fresh[TABLES]; /* what goes ahead, with this database's ids */
    struct rows rest;          /* what stays with the batch, while it is made */
};

/* `mysql` as for loader_open_beside. False after a complaint. */
bool ahead_open(struct ahead *ahead, MYSQL *mysql);
void ahead_close(struct ahead *ahead); /* before the connection */

/* Finds out how the batch's records stand, and leaves of its rows what their transaction
   stores: without unchanged releases, with this database's ids, and below the releases
   themselves only the changed ones'. What hangs below the new ones, whose ids are given
   here, is then in the database, where nothing leads to it yet. False after a complaint.
 */
bool ahead_store(struct ahead *ahead, struct batch *batch);

/* Removes what an import that was ended has left below releases that it did not come to
   store. False after a complaint. */
bool ahead_clear(MYSQL *mysql);

#endif
