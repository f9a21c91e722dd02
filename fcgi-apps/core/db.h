/* db.h - one thread's connection to its service's database: statements prepared when it
 * connects, arguments and rows by description, and what to do when the server went away.
 *
 * A lost connection is thrown away and made anew, its statements prepared again. A read
 * outside a transaction is then tried once more; inside one, everything fails until
 * db_rollback, and whoever began the transaction decides (transaction.h). Failures are
 * logged here, once. */
#ifndef VH_DB_H
#define VH_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shape.h"

struct arena;
struct config;
struct db;

/* A row of a service's table of statements. Each column of its result must be named as a
 * field of `row`. */
struct statement {
    const char *sql;
    const struct shape *row; /* NULL: no result */
};

/* Statements of core's own (core_statements.c) are numbered from here. */
#define CORE_STATEMENT 1000

enum { DB_FAILED = -1, DB_DUPLICATE = -2 };

enum db_trouble {
    DB_FINE,
    DB_LOST,   /* the connection; what was not committed is undone */
    DB_UNSURE, /* the connection, while COMMIT was under way: done or not */
    DB_BUSY,   /* deadlock or lock wait: the same transaction may succeed if run again */
    DB_BROKEN, /* anything else: a fault of ours */
};

struct db_arg {
    enum {
        ARG_KIND_NULL,
        ARG_KIND_UINT,
        ARG_KIND_INT,
        ARG_KIND_REAL,
        ARG_KIND_TEXT,
        ARG_KIND_BYTES
    } kind;
    union {
        uint64_t uint;
        int64_t integer;
        double real;
        struct {
            const void *at;
            size_t length;
        } bytes;
    };
};

struct db_args {
    const struct db_arg *items;
    size_t count;
};

struct db_arg db_arg_text(const char *text); /* NULL for NULL */
struct db_arg db_arg_bytes(const void *at, size_t length);
#define A_NULL ((struct db_arg){.kind = ARG_KIND_NULL})
#define A_UINT(v) ((struct db_arg){.kind = ARG_KIND_UINT, .uint = (v)})
#define A_INT(v) ((struct db_arg){.kind = ARG_KIND_INT, .integer = (v)})
#define A_REAL(v) ((struct db_arg){.kind = ARG_KIND_REAL, .real = (v)})
#define A_TEXT(v) db_arg_text(v)
#define A_BYTES(at, length) db_arg_bytes(at, length)

/* The arguments of one execution: ARGS(A_UINT(id), A_TEXT(name)). */
#define ARGS(...)                                                                        \
    ((struct db_args){(const struct db_arg[]){__VA_ARGS__},                              \
                      sizeof((const struct db_arg[]){__VA_ARGS__}) /                     \
                          sizeof(struct db_arg)})
#define NO_ARGS ((struct db_args){NULL, 0})

/* Does not connect yet. `config` and `table` must outlive it. NULL if memory is out. */
struct db *db_new(const struct config *config, const struct statement *table,
                  size_t count);
void db_free(struct db **db);

/* Connects and prepares if that is not done. DB_FINE, DB_LOST if the server cannot be
   reached, DB_BROKEN if a statement does not fit the schema. */
enum db_trouble db_ready(struct db *db);

/* Runs a statement that changes rows. Returns how many were changed (by MySQL's count: 1
   inserted or changed, 2 replaced, 0 as before), DB_DUPLICATE if a unique key is taken
   (not logged), DB_FAILED. */
int64_t db_run(struct db *db, int statement, struct db_args args);

/* The AUTO_INCREMENT id of the last db_run. */
uint64_t db_last_id(const struct db *db);

/* The first row of a statement: 1 and *record filled (texts in the arena), 0 if there is
   none (*record untouched), DB_FAILED. */
int db_find(struct db *db, struct arena *arena, int statement, struct db_args args,
            void *record);

/* All rows. 0 or DB_FAILED. */
int db_list(struct db *db, struct arena *arena, int statement, struct db_args args,
            struct rows *rows);

/* The same for a statement put together from constant pieces (listing.h); prepared at its
   first use on this connection and kept, the least used making room. */
int db_list_composed(struct db *db, struct arena *arena, const char *sql,
                     const struct shape *row, struct db_args args, struct rows *rows);

/* A transaction. Each returns 0 or DB_FAILED; db_rollback always leaves the connection
 * fit for the next one. */
int db_begin(struct db *db);
int db_commit(struct db *db);
void db_rollback(struct db *db);

/* Runs SQL put together from constants, which has no result. How many rows it changed, or
 * DB_FAILED. */
int64_t db_say(struct db *db, const char *sql);

/* Of the last failure since db_begin, or since the last call outside a transaction. */
enum db_trouble db_trouble(const struct db *db);

/* Prepares a statement put together elsewhere, to see whether it is understood. 0 or
 * DB_FAILED. */
int db_check(struct db *db, const char *sql, const struct shape *row);

#endif
