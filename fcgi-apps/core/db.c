/* db.c - one thread's connection to its service's database. */
#include "db.h"

#include <errmsg.h>
#include <mysqld_error.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "clock.h"
#include "config.h"
#include "core_statements.h"
#include "db_connect.h"
#include "db_internal.h"
#include "log.h"
#include "metrics.h"

#include "banned.h"

#define COMPOSED 64        /* composed statements kept prepared on a connection */
#define CONNECT_PAUSE 0.05 /* seconds between attempts of one thread */
#define TRIES 3
#define TRY_AGAIN_WITHIN                                                                 \
    0.5 /* seconds: a server that let us wait longer is not tried again */

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

struct db *db_new(const struct config *config, const struct statement *table,
                  size_t count)
{
    struct db *db = calloc(1, sizeof *db);

    if (db == NULL)
        return NULL;
    db->config = config;
    db->table = table;
    db->count = count;
    db->tried_at = -1;
    db->prepared = calloc(count, sizeof *db->prepared);
    db->core = calloc(CORE_STATEMENTS, sizeof *db->core);
    if (db->prepared == NULL || db->core == NULL)
        db_free(&db);
    return db;
}

static void disconnect(struct db *db)
{
    for (size_t i = 0; i < db->count; i++)
        prepared_close(&db->prepared[i]);
    for (size_t i = 0; i < CORE_STATEMENTS; i++)
        prepared_close(&db->core[i]);
    for (size_t i = 0; i < COMPOSED; i++)
        prepared_close(&db->composed[i]);
    if (db->mysql != NULL)
        mysql_close(db->mysql);
    db->mysql = NULL;
}

void db_free(struct db **db)
{
    if (*db == NULL)
        return;
    if ((*db)->prepared != NULL && (*db)->core != NULL)
        disconnect(*db);
    free((*db)->prepared);
    free((*db)->core);
    free(*db);
    *db = NULL;
}

static bool is_lost(unsigned number)
{
    return number == CR_SERVER_GONE_ERROR || number == CR_SERVER_LOST ||
           number == CR_CONN_HOST_ERROR || number == CR_CONNECTION_ERROR ||
           number == ER_SERVER_SHUTDOWN || number == ER_CONNECTION_KILLED ||
           number == ER_NEW_ABORTING_CONNECTION || number == ER_ABORTING_CONNECTION ||
           number == CR_SERVER_HANDSHAKE_ERR || number == CR_SERVER_LOST_EXTENDED ||
           number == ER_CON_COUNT_ERROR || number == ER_NORMAL_SHUTDOWN;
}

/* Sorts an error of the client library, notes it, and throws a lost connection away. */
static void note(struct db *db, unsigned number, const char *what, const char *message)
{
    if (is_lost(number)) {
        db->trouble = DB_LOST;
        metrics_count(METRIC_DB_LOST);
        log_line(LOG_WARNING, "database-lost", "%s: %s", what, message);
        disconnect(db);
    } else if (number == ER_LOCK_DEADLOCK || number == ER_LOCK_WAIT_TIMEOUT ||
               number == ER_CHECKREAD) {
        db->trouble = DB_BUSY;
        metrics_count(METRIC_DB_BUSY);
    } else {
        db->trouble = DB_BROKEN;
        metrics_count(METRIC_DB_ERRORS);
        log_line(LOG_ERROR, "database-error", "%u: %s: %s", number, message, what);
    }
}

static int prepare_table(struct db *db, const struct statement *table, size_t count,
                         struct prepared *out)
{
    unsigned number;

    for (size_t i = 0; i < count; i++) {
        if (prepared_make(db->mysql, table[i].sql, table[i].row, &out[i], &number) != 0) {
            db->trouble = is_lost(number) ? DB_LOST : DB_BROKEN;
            disconnect(db);
            return DB_FAILED;
        }
    }
    return 0;
}

enum db_trouble db_ready(struct db *db)
{
    char error[512];
    unsigned number;

    if (db->mysql != NULL)
        return DB_FINE;
    db->trouble = DB_LOST;
    if (db->tried_at >= 0 && clock_monotonic() - db->tried_at < CONNECT_PAUSE)
        return DB_LOST;
    db->mysql = db_connect(db->config, NULL, 0, &number, error, sizeof error);
    if (db->mysql == NULL) {
        db->tried_at = clock_monotonic();
        log_line(LOG_WARNING, "database-connect", "%s", error);
        return DB_LOST;
    }
    metrics_count(METRIC_DB_CONNECTS);
    if (prepare_table(db, db->table, db->count, db->prepared) != 0 ||
        prepare_table(db, core_statements, CORE_STATEMENTS, db->core) != 0)
        return db->trouble;
    db->trouble = DB_FINE;
    return DB_FINE;
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
        note(db, number, "prepare", "composed statement");
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
            note(db, number, call->sql == NULL ? "read" : call->sql,
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
        note(db, number, "write", mysql_stmt_error(prepared->handle));
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

/* BEGIN, COMMIT and ROLLBACK: no result, nothing to bind. */
static int say(struct db *db, const char *sql)
{
    if (mysql_real_query(db->mysql, sql, strlen(sql)) == 0)
        return 0;
    note(db, mysql_errno(db->mysql), sql, mysql_error(db->mysql));
    return DB_FAILED;
}

int db_begin(struct db *db)
{
    double began = clock_monotonic();

    for (int try = 0; try < 2 && clock_monotonic() - began < TRY_AGAIN_WITHIN; try++) {
        db->trouble = DB_FINE;
        if (db_ready(db) != DB_FINE)
            return DB_FAILED;
        if (say(db, "START TRANSACTION") == 0) {
            db->in_transaction = true;
            return 0;
        }
    }
    return DB_FAILED;
}

int db_commit(struct db *db)
{
    if (db->trouble != DB_FINE || db->mysql == NULL) {
        db_rollback(db);
        return DB_FAILED;
    }
    db->in_transaction = false;
    if (say(db, "COMMIT") == 0)
        return 0;
    if (db->trouble == DB_LOST)
        db->trouble = DB_UNSURE;
    else if (db->mysql != NULL)
        mysql_rollback(db->mysql);
    return DB_FAILED;
}

void db_rollback(struct db *db)
{
    enum db_trouble why = db->trouble;

    db->in_transaction = false;
    if (db->mysql != NULL && mysql_rollback(db->mysql) != 0)
        disconnect(db);
    db->trouble = why;
}

enum db_trouble db_trouble(const struct db *db)
{
    return db->trouble;
}
