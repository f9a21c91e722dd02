/* db_internal.h - what db.c, db_call.c and db_rows.c share; nobody else includes it.
 */
#ifndef VH_DB_INTERNAL_H
#define VH_DB_INTERNAL_H

#include <mysql.h>

#include "db.h"

#define COLUMNS 40
#define CELL 256

/* A column's buffer for one row; a longer value is fetched again straight into the arena.
 */
struct cell {
    const struct field *field;
    int64_t integer;
    double real;
    char text[CELL];
    unsigned long length;
    my_bool null, cut;
};

struct prepared {
    MYSQL_STMT *handle;
    char *sql; /* of a composed statement; NULL in the table */
    const struct shape *row;
    struct cell *cells; /* one a column */
    unsigned columns;
    uint64_t used; /* when, by the connection's count of executions */
};

#define COMPOSED 64 /* composed statements kept prepared on a connection */

/* Seconds: a server that let us wait longer is not tried again. */
#define TRY_AGAIN_WITHIN 0.5

struct db {
    const struct config *config;
    const struct statement *table;
    size_t count;
    MYSQL *mysql; /* NULL: not connected */
    struct prepared *prepared, *core;
    struct prepared composed[COMPOSED];
    uint64_t executions, last_id;
    double tried_at; /* when connecting last failed, monotonic seconds */
    bool in_transaction;
    enum db_trouble trouble;
};

/* Sorts an error of the client library, notes it, and throws a lost connection away. */
void db_note(struct db *db, unsigned number, const char *what, const char *message);

/* Prepares `sql` and matches its columns with the fields of `row`. 0, or DB_FAILED with
   the reason logged and
   `*number` the client's error number (0: the columns do not match). */
int prepared_make(MYSQL *mysql, const char *sql, const struct shape *row,
                  struct prepared *out, unsigned *number);
void prepared_close(struct prepared *prepared);

/* Binds and executes. 0 or the client's error number. */
unsigned prepared_execute(struct prepared *prepared, struct db_args args);

/* Takes the rows of an execution, at most `most`. 0 or the client's error number; memory
   running out counts as CR_OUT_OF_MEMORY. */
unsigned prepared_fetch(struct prepared *prepared, struct arena *arena, size_t most,
                        struct rows *rows);

#endif
