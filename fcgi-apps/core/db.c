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

#define CONNECT_PAUSE 0.05 /* seconds between attempts of one thread */

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

void db_note(struct db *db, unsigned number, const char *what, const char *message)
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

/* Nothing to bind, no result. */
static int say(struct db *db, const char *sql)
{
    if (mysql_real_query(db->mysql, sql, strlen(sql)) == 0)
        return 0;
    db_note(db, mysql_errno(db->mysql), sql, mysql_error(db->mysql));
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

int64_t db_say(struct db *db, const char *sql)
{
    if (db->trouble != DB_FINE || db->mysql == NULL || say(db, sql) != 0)
        return DB_FAILED;
    return (int64_t)mysql_affected_rows(db->mysql);
}

enum db_trouble db_trouble(const struct db *db)
{
    return db->trouble;
}
