/* import_load.c - LOAD DATA from memory, steps, and transactions that are tried again. */
#include "import_load.h"

#include <errmsg.h>
#include <inttypes.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "base/sql.h"

#include "core/banned.h"

#define LOCK "vinylhound.import"
#define LOCK_WAIT_S                                                                      \
    "3" /* the server may take a moment to see that the last import has gone */
#define TRIES 5

/* LOAD DATA LOCAL asks these for the "file", whose name means nothing. */

static int start_sending(void **cookie, const char *name, void *user)
{
    struct loader *loader = user;

    (void)name;
    loader->sent = 0;
    loader->offered = loader->sending == NULL ? 0 : loader->sending->count;
    *cookie = loader;
    return loader->sending == NULL;
}

/* The next of a source's rows, once all before them have gone; NULL: they were the last.
 */
static void refill(struct loader *loader)
{
    const struct rows *next =
        loader->source == NULL ? NULL : loader->source->more(loader->source->context);

    loader->sending = next;
    loader->sent = 0;
    loader->offered += next == NULL ? 0 : next->count;
}

static int send_more(void *cookie, char *out, unsigned room)
{
    struct loader *loader = cookie;
    size_t left, length;

    if (loader->sending != NULL && loader->sent == loader->sending->text.length)
        refill(loader);
    if (loader->sending == NULL)
        return 0;
    left = loader->sending->text.length - loader->sent;
    length = left < room ? left : room;
    memcpy(out, loader->sending->text.data + loader->sent, length);
    loader->sent += length;
    return (int)length;
}

static void stop_sending(void *cookie)
{
    (void)cookie;
}

static int refuse_sending(void *cookie, char *message, unsigned room)
{
    (void)cookie;
    snprintf(message, room, "the server asked for a file that was not offered");
    return CR_UNKNOWN_ERROR;
}

bool loader_run(struct loader *loader, const char *doing, const char *sql)
{
    loader->doing = doing;
    return mysql_real_query(loader->mysql, sql, strlen(sql)) == 0;
}

bool loader_steps(struct loader *loader, const struct step *steps)
{
    for (; steps->sql != NULL; steps++) {
        if (!loader_run(loader, steps->doing, steps->sql))
            return false;
        loader->batch[steps->counted] += mysql_affected_rows(loader->mysql);
    }
    return true;
}

static bool make_staging(struct loader *loader)
{
    for (int i = 0; i < TABLES; i++) {
        if (staging_tables[i].more == NULL)
            continue;
        loader->sql.length = 0;
        staging_create(&staging_tables[i], &loader->sql);
        if (!sql_run(loader->mysql, "making a staging table", buffer_text(&loader->sql)))
            return false;
    }
    if (loader_steps(loader, make_tables))
        return true;
    complain_sql(loader->mysql, loader->doing);
    return false;
}

bool loader_open_beside(struct loader *loader, MYSQL *mysql)
{
    *loader = (struct loader){.mysql = mysql};
    mysql_set_local_infile_handler(mysql, start_sending, send_more, stop_sending,
                                   refuse_sending, loader);
    return sql_run(
               mysql, "settings",
               "SET SESSION innodb_lock_wait_timeout = 30, "
               "max_heap_table_size = 268435456, in_predicate_conversion_threshold = 0") &&
           make_staging(loader);
}

bool loader_open(struct loader *loader, MYSQL *mysql)
{
    long got = 0;

    *loader = (struct loader){.mysql = mysql};
    if (!sql_number(mysql, "the lock", "SELECT GET_LOCK('" LOCK "', " LOCK_WAIT_S ")",
                    &got))
        return false;
    if (got == 1)
        return loader_open_beside(loader, mysql);
    complain("another import is running; wait for it, or end it");
    return false;
}

void loader_close(struct loader *loader)
{
    if (loader->mysql != NULL)
        loader_run(loader, "the lock", "DO RELEASE_LOCK('" LOCK "')");
    buffer_free(&loader->sql);
}

/* The first warning of the last statement, in place of an error: LOAD DATA LOCAL goes on
 * after a bad field. */
static void complain_warning(struct loader *loader, const char *table)
{
    MYSQL_RES *rows = loader_run(loader, "warnings", "SHOW WARNINGS LIMIT 1")
                          ? mysql_store_result(loader->mysql)
                          : NULL;
    MYSQL_ROW row = rows == NULL ? NULL : mysql_fetch_row(rows);

    complain("loading %s: %s", table, row == NULL ? "a field did not fit" : row[2]);
    if (rows != NULL)
        mysql_free_result(rows);
}

int loader_load(struct loader *loader, const struct rows *rows)
{
    loader->sql.length = 0;
    staging_load(rows->staging, &loader->sql);
    loader->sending = rows;
    if (!loader_run(loader, rows->staging->name, buffer_text(&loader->sql)))
        return 0;
    if (mysql_warning_count(loader->mysql) == 0 &&
        mysql_affected_rows(loader->mysql) == loader->offered)
        return 1;
    complain_warning(loader, rows->staging->name);
    return -1;
}

int loader_load_table(struct loader *loader, enum table table, const struct rows *rows)
{
    if (rows->count == 0)
        return 1;
    loader->filled[table] = true;
    return loader_load(loader, rows);
}

bool loader_fill(struct loader *loader, const struct rows *rows)
{
    int loaded = loader_load(loader, rows);

    if (loaded == 0)
        complain_sql(loader->mysql, loader->doing);
    return loaded == 1;
}

bool loader_stream(struct loader *loader, const struct row_source *source)
{
    const struct rows *first = source->more(source->context);
    bool done;

    if (first == NULL)
        return true;
    loader->source = source;
    done = loader_fill(loader, first);
    loader->source = NULL;
    return done;
}

bool loader_clear(struct loader *loader)
{
    for (int i = 0; i < TABLES; i++) {
        char sql[64];

        snprintf(sql, sizeof sql, "TRUNCATE TABLE %s", staging_tables[i].name);
        if (loader->filled[i] && staging_tables[i].more != NULL &&
            !loader_run(loader, staging_tables[i].name, sql))
            return false;
        loader->filled[i] = false;
    }
    return true;
}

int loader_any_row(struct loader *loader, const char *doing, const char *query)
{
    MYSQL_RES *rows =
        loader_run(loader, doing, query) ? mysql_store_result(loader->mysql) : NULL;
    int any = rows == NULL ? -1 : mysql_num_rows(rows) > 0;

    if (rows != NULL)
        mysql_free_result(rows);
    return any;
}

/* A duplicate is one when somebody else has just added the same: the next try finds it.
 */
static bool is_passing(unsigned error)
{
    return error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT ||
           error == ER_CHECKREAD || error == ER_DUP_ENTRY;
}

/* What went wrong with a batch, and what that means. */
static void complain_batch(const struct loader *loader, const struct batch *batch,
                           unsigned error, const char *message)
{
    complain("batch %" PRIu64 " of %s (from %s %u to %u): %s: %s (error %u); %s",
             batch->number, kind_name(batch->kind), kind_record(batch->kind),
             batch->records[0].ref, batch->records[batch->count - 1].ref, loader->doing,
             message, error,
             error == ER_NO_SUCH_TABLE ? "run `vinylhound migrate` first"
                                       : "the batches before it are stored");
}

static void count_batch(struct loader *loader, enum kind kind)
{
    for (int i = 0; i < COUNTED; i++)
        loader->counted[kind][i] += loader->batch[i];
}

bool loader_try(struct loader *loader, const struct batch *batch,
                int (*store)(struct loader *loader, const struct batch *batch,
                             void *user),
                void *user)
{
    const char *doing = "";
    unsigned error = 0;
    char message[512] = "";

    for (int tried = 0; tried < TRIES && (tried == 0 || is_passing(error)); tried++) {
        int stored;

        memset(loader->batch, 0, sizeof loader->batch);
        stored = store(loader, batch, user);
        if (stored > 0)
            count_batch(loader, batch->kind);
        if (stored != 0)
            return stored > 0;
        doing = loader->doing;
        error = mysql_errno(loader->mysql);
        snprintf(message, sizeof message, "%s", mysql_error(loader->mysql));
        loader_run(loader, "going back", "ROLLBACK");
    }
    loader->doing = doing;
    complain_batch(loader, batch, error, message);
    return false;
}
