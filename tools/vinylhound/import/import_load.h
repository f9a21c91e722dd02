/* import_load.h - a connection that batches are loaded through: LOAD DATA from memory,
 * then steps, in transactions that may be tried again. */
#ifndef VH_IMPORT_LOAD_H
#define VH_IMPORT_LOAD_H

#include <mysql.h>
#include <stdbool.h>

#include "import_batch.h"
#include "import_steps.h"

/* Rows that are made as they are wanted: `more` gives the next ones, good until it is
   called again, and NULL behind the last. */
struct row_source {
    const struct rows *(*more)(void *context);
    void *context;
};

struct loader {
    MYSQL *mysql;
    const char *doing; /* for what is said if it fails */
    struct buffer sql; /* the statement being made */
    const struct rows *sending;
    const struct row_source *source;  /* of what follows it; NULL for nothing */
    size_t sent;                      /* bytes of it that have gone */
    size_t offered;                   /* rows of the present statement */
    bool filled[TABLES];              /* staging tables that must be cleared */
    uint64_t batch[COUNTED];          /* what the present transaction has changed */
    uint64_t counted[KINDS][COUNTED]; /* what the committed ones have */
};

/* Takes the lock that one import at a time holds, and makes the temporary tables, which
   go with the connection. False after a complaint. `mysql` stays the caller's, and must
   be allowed LOCAL INFILE. */
bool loader_open(struct loader *loader, MYSQL *mysql);
void loader_close(struct loader *loader); /* before the connection */

/* The same without the lock: a second connection of the one import. */
bool loader_open_beside(struct loader *loader, MYSQL *mysql);

/* Fills the table itself that the rows' description names, in the caller's transaction.
 * False after a complaint. */
bool loader_fill(struct loader *loader, const struct rows *rows);

/* The same with all rows of a source, in one statement: with `unique_checks` and
   `foreign_key_checks` off MariaDB then sorts the keys of a table that is empty, where
   row by row it would go to a page of each for every row. */
bool loader_stream(struct loader *loader, const struct row_source *source);

/* What a transaction is made of. Each sets `doing`; false, or 0, leaves the server's
   error to loader_try. */
bool loader_run(struct loader *loader, const char *doing, const char *sql);
bool loader_steps(struct loader *loader, const struct step *steps);
int loader_any_row(struct loader *loader, const char *doing,
                   const char *query); /* 1 or 0 rows and more; -1 */

/* 1 loaded, 0 the server failed, -1 a field did not fit (and that has been said). */
int loader_load(struct loader *loader, const struct rows *rows);

/* The same into one of the batch's tables, which loader_clear will empty; 1 if there are
 * no rows. */
int loader_load_table(struct loader *loader, enum table table, const struct rows *rows);

/* Empties the temporary ones of the batch's tables that have been filled. Ends a
 * transaction. */
bool loader_clear(struct loader *loader);

/* Has `store` take the batch to the database, in a transaction of its own or in none. A
   deadlock or lock wait is tried again from the beginning, a few times. It returns as
   loader_load does. False after a complaint that names the batch; nothing of the
   transaction is stored then. */
bool loader_try(struct loader *loader, const struct batch *batch,
                int (*store)(struct loader *loader, const struct batch *batch,
                             void *user),
                void *user);

#endif
