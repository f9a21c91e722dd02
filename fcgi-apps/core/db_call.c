/* db_call.c - running statements on a thread's connection: prepared ones, composed ones,
 * and reads that are tried again. */
#include <mysqld_error.h>
#include <string.h>

#include "arena.h"
#include "clock.h"
#include "core_statements.h"
#include "db_internal.h"

#include "banned.h"

#define TRIES 3

struct db_arg db_arg_text(const char *text)
{
    if (text == NULL)
        return A_NULL;
    return (struct db_arg){
        .kind = ARG_KIND_TEXT, .bytes = {text, strlen(text)}
    };
}

struct db_arg db_arg_bytes(const void *at, size_t length)
{
    return (struct db_arg){
        .kind = ARG_KIND_BYTES, .bytes = {at, length}
    };
}

static struct prepared *in_table(struct db *db, int statement)
{
    return statement >= CORE_STATEMENT ? &db->core[statement - CORE_STATEMENT]
                                       : &db->prepared[statement];
}

/* The composed statement, prepared now if it is not yet; NULL after a failure. */
static struct prepared *in_composed(struct db *db, const char *sql,
                                    const struct shape *row)
{
    struct prepared *oldest = &db->composed[0];
    unsigned number;

    for (size_t i = 0; i < COMPOSED; i++) {
        struct prepared *at = &db->composed[i];

        if (at->sql != NULL && strcmp(at->sql, sql) == 0)
            return at;
        if (at->used < oldest->used)
            oldest = at;
    }
    prepared_close(oldest);
    if (prepared_make(db->mysql, sql, row, oldest, &number) != 0) {
        db_note(db, number, "prepare", "composed statement");
        return NULL;
    }
    oldest->sql = strdup(sql);
    return oldest;
}

struct call {
    int statement;
    const char *sql; /* of a composed statement, else NULL */
    const struct shape *row;
    struct db_args args;
};

/* One attempt: 0 and *out executed, or the error noted. */
static int execute(struct db *db, const struct call *call, struct prepared **out,
                   unsigned *number)
{
    struct prepared *prepared;

    *number = 0;
    if ((db->in_transaction && db->trouble != DB_FINE) || db_ready(db) != DB_FINE)
        return DB_FAILED;
    prepared = call->sql == NULL ? in_table(db, call->statement)
                                 : in_composed(db, call->sql, call->row);
    if (prepared == NULL)
        return DB_FAILED;
    prepared->used = ++db->executions;
    *number = prepared_execute(prepared, call->args);
    *out = prepared;
    return *number == 0 ? 0 : DB_FAILED;
}

/* A read; tried again where that cannot do harm. */
static int read_rows(struct db *db, struct arena *arena, const struct call *call,
                     size_t most, struct rows *rows)
{
    double began = clock_monotonic();

    if (!db->in_transaction)
        db->trouble = DB_FINE;
    for (int try = 0; try < TRIES; try++) {
        struct prepared *prepared = NULL;
        unsigned number;

        if (execute(db, call, &prepared, &number) == 0)
            number = prepared_fetch(prepared, arena, most, rows);
        if (number == 0 && prepared != NULL)
            return 0;
        if (number != 0)
            db_note(db, number, call->sql == NULL ? "read" : call->sql,
                    mysql_stmt_error(prepared->handle));
        if (db->in_transaction || db->trouble == DB_BROKEN || number == 0 ||
            clock_monotonic() - began > TRY_AGAIN_WITHIN)
            break;
    }
    return DB_FAILED;
}

int64_t db_run(struct db *db, int statement, struct db_args args)
{
    const struct call call = {.statement = statement, .args = args};
    struct prepared *prepared = NULL;
    unsigned number;

    if (!db->in_transaction)
        db->trouble = DB_FINE;
    if (execute(db, &call, &prepared, &number) == 0) {
        db->last_id = mysql_stmt_insert_id(prepared->handle);
        return (int64_t)mysql_stmt_affected_rows(prepared->handle);
    }
    if (number == ER_DUP_ENTRY)
        return DB_DUPLICATE;
    if (number != 0)
        db_note(db, number, "write", mysql_stmt_error(prepared->handle));
    return DB_FAILED;
}

uint64_t db_last_id(const struct db *db)
{
    return db->last_id;
}

int db_find(struct db *db, struct arena *arena, int statement, struct db_args args,
            void *record)
{
    const struct call call = {.statement = statement, .args = args};
    struct rows rows = {0};

    if (read_rows(db, arena, &call, 1, &rows) != 0)
        return DB_FAILED;
    if (rows.count == 0)
        return 0;
    memcpy(record, rows.items, in_table(db, statement)->row->size);
    return 1;
}

int db_list(struct db *db, struct arena *arena, int statement, struct db_args args,
            struct rows *rows)
{
    const struct call call = {.statement = statement, .args = args};

    return read_rows(db, arena, &call, SIZE_MAX, rows);
}

int db_list_composed(struct db *db, struct arena *arena, const char *sql,
                     const struct shape *row, struct db_args args, struct rows *rows)
{
    const struct call call = {.sql = sql, .row = row, .args = args};

    return read_rows(db, arena, &call, SIZE_MAX, rows);
}

int db_check(struct db *db, const char *sql, const struct shape *row)
{
    if (db_ready(db) != DB_FINE)
        return DB_FAILED;
    return in_composed(db, sql, row) == NULL ? DB_FAILED : 0;
}
