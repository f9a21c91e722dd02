/* import_load.h - batches into the database, one transaction each. */
#ifndef VH_IMPORT_LOAD_H
#define VH_IMPORT_LOAD_H

#include <mysql.h>
#include <stdbool.h>

#include "import_batch.h"
#include "import_steps.h"

struct report;

/* Rows that are made as they are wanted: `more` gives the next ones, good until it is
   called again, and NULL behind the last. */
struct row_source {
    const struct rows *(*more)(void *context);
    void *context;
};

struct loader {
    MYSQL *mysql;
    struct report *report; /* what editors' fields kept; NULL for none */
    struct buffer sql;     /* the statement being made */
    const struct rows *sending;
    const struct row_source *source;  /* of what follows it; NULL for nothing */
    size_t sent;                      /* bytes of it that have gone */
    size_t offered;                   /* rows of the present statement */
    bool filled[TABLES];              /* staging tables that must be cleared */
    uint64_t batch[COUNTED];          /* what the present transaction has changed */
    uint64_t counted[KINDS][COUNTED]; /* what the committed ones have */
    uint64_t batches[KINDS];
};

/* Takes the lock that one import at a time holds, and makes the temporary tables, which
   go with the connection. False after a complaint. `mysql` stays the caller's, and must
   be allowed LOCAL INFILE. */
bool loader_open(struct loader *loader, MYSQL *mysql);
void loader_close(struct loader *loader); /* before the connection */

/* Stores a batch. A deadlock or lock wait is tried again from the beginning, a few times.
   False after a complaint that names the batch; nothing of it is stored then. */
bool loader_store(struct loader *loader, const struct batch *batch);

/* Fills the table itself that the rows' description names, in the caller's transaction.
 * False after a complaint. */
bool loader_fill(struct loader *loader, const struct rows *rows);

/* The same with all rows of a source, in one statement: with `unique_checks` and
   `foreign_key_checks` off MariaDB then sorts the keys of a table that is empty, where
   row by row it would go to a page of each for every row. */
bool loader_stream(struct loader *loader, const struct row_source *source);

#endif
