/* import_load.c - batches into the database: LOAD DATA from memory into staging tables,
 * then the steps. */
#include "import_load.h"

#include <errmsg.h>
#include <inttypes.h>
#include <mysqld_error.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "import_report.h"
#include "import_resume.h"
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

static bool run(MYSQL *mysql, const char *sql)
{
    return mysql_real_query(mysql, sql, strlen(sql)) == 0;
}

static bool run_steps(struct loader *loader, const struct step *steps, const char **doing)
{
    for (; steps->sql != NULL; steps++) {
        *doing = steps->doing;
        if (!run(loader->mysql, steps->sql))
            return false;
        loader->batch[steps->counted] += mysql_affected_rows(loader->mysql);
    }
    return true;
}

static bool make_staging(struct loader *loader)
{
    for (int i = 0; i < TABLES; i++) {
        loader->sql.length = 0;
        staging_create(&staging_tables[i], &loader->sql);
        if (!sql_run(loader->mysql, "making a staging table", buffer_text(&loader->sql)))
            return false;
    }
    return true;
}

bool loader_open(struct loader *loader, MYSQL *mysql)
{
    const char *doing = "";
    long got = 0;

    *loader = (struct loader){.mysql = mysql};
    if (!sql_number(mysql, "the lock", "SELECT GET_LOCK('" LOCK "', " LOCK_WAIT_S ")",
                    &got))
        return false;
    if (got != 1) {
        complain("another import is running; wait for it, or end it");
        return false;
    }
    if (!sql_run(mysql, "settings", "SET SESSION innodb_lock_wait_timeout = 30"))
        return false;
    mysql_set_local_infile_handler(mysql, start_sending, send_more, stop_sending,
                                   refuse_sending, loader);
    if (!make_staging(loader))
        return false;
    if (run_steps(loader, make_tables, &doing))
        return true;
    complain_sql(mysql, doing);
    return false;
}

void loader_close(struct loader *loader)
{
    if (loader->mysql != NULL)
        run(loader->mysql, "DO RELEASE_LOCK('" LOCK "')");
    buffer_free(&loader->sql);
}

/* The first warning of the last statement, in place of an error: LOAD DATA LOCAL goes on
 * after a bad field. */
static void complain_warning(MYSQL *mysql, const char *table)
{
    MYSQL_RES *rows =
        run(mysql, "SHOW WARNINGS LIMIT 1") ? mysql_store_result(mysql) : NULL;
    MYSQL_ROW row = rows == NULL ? NULL : mysql_fetch_row(rows);

    complain("loading %s: %s", table, row == NULL ? "a field did not fit" : row[2]);
    if (rows != NULL)
        mysql_free_result(rows);
}

/* 1 done, 0 the server failed, -1 a field did not fit (and that has been said). */
static int load_table(struct loader *loader, const struct rows *rows, const char **doing)
{
    *doing = rows->staging->name;
    loader->sql.length = 0;
    staging_load(rows->staging, &loader->sql);
    loader->sending = rows;
    if (!run(loader->mysql, buffer_text(&loader->sql)))
        return 0;
    if (mysql_warning_count(loader->mysql) == 0 &&
        mysql_affected_rows(loader->mysql) == loader->offered)
        return 1;
    complain_warning(loader->mysql, rows->staging->name);
    return -1;
}

bool loader_fill(struct loader *loader, const struct rows *rows)
{
    const char *doing = "";
    int loaded = load_table(loader, rows, &doing);

    if (loaded == 0)
        complain_sql(loader->mysql, doing);
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

static bool clear_staging(struct loader *loader, const char **doing)
{
    for (int i = 0; i < TABLES; i++) {
        char sql[64];

        *doing = staging_tables[i].name;
        snprintf(sql, sizeof sql, "TRUNCATE TABLE %s", staging_tables[i].name);
        if (loader->filled[i] && !run(loader->mysql, sql))
            return false;
        loader->filled[i] = false;
    }
    return run_steps(loader, clear_tables, doing);
}

static int load_tables(struct loader *loader, const struct batch *batch,
                       const char **doing)
{
    if (!clear_staging(loader, doing))
        return 0;
    if (batch->kind == RELEASES)
        loader->filled[T_ALBUMS] = true; /* by a step */
    for (int i = 0; i < TABLES; i++) {
        int loaded = 1;

        if (batch->rows[i].count > 0) {
            loader->filled[i] = true;
            loaded = load_table(loader, &batch->rows[i], doing);
        }
        if (loaded != 1)
            return loaded;
    }
    return 1;
}

/* Does the query answer with a row? -1 if the server fails. */
static int any_row(struct loader *loader, const char *query)
{
    MYSQL_RES *rows =
        run(loader->mysql, query) ? mysql_store_result(loader->mysql) : NULL;
    int any = rows == NULL ? -1 : mysql_num_rows(rows) > 0;

    if (rows != NULL)
        mysql_free_result(rows);
    return any;
}

#define EDITED_ALBUMS "SELECT album_id, edited FROM import_albums WHERE edited <> ''"
#define EDITED_ARTISTS                                                                   \
    "SELECT a.id, s.edited FROM import_artists s JOIN artists a "                        \
    "ON a.discogs_id = s.ref WHERE s.edited <> ''"

/* Names what keeps what editors have set. */
static bool note_kept(struct loader *loader, const char *noun, const char *query)
{
    MYSQL_RES *rows =
        run(loader->mysql, query) ? mysql_store_result(loader->mysql) : NULL;
    MYSQL_ROW row;

    while (rows != NULL && (row = mysql_fetch_row(rows)) != NULL) {
        loader->batch[KEPT_EDITS]++;
        if (loader->report != NULL)
            report_kept(loader->report, noun, row[0], row[1]);
    }
    if (rows != NULL)
        mysql_free_result(rows);
    return rows != NULL;
}

#define ANY_LEFT(table) "SELECT 1 FROM " table " LIMIT 1"
#define ANY_MOVED "SELECT 1 FROM import_releases WHERE old_album_id <> album_id LIMIT 1"

static bool store_release_batch(struct loader *loader, const char **doing)
{
    int moved;

    if (!run_steps(loader, store_names, doing) ||
        !run_steps(loader, store_releases, doing))
        return false;
    moved = any_row(loader, ANY_MOVED);
    if (moved < 0 || (moved > 0 && !run_steps(loader, move_releases, doing)))
        return false;
    return run_steps(loader, choose_sources, doing) &&
           run_steps(loader, store_details, doing) &&
           note_kept(loader, "album", EDITED_ALBUMS) &&
           run_steps(loader, touch_releases, doing) &&
           run_steps(loader, store_songs, doing);
}

static bool store_master_batch(struct loader *loader, const char **doing)
{
    return run_steps(loader, store_names, doing) &&
           run_steps(loader, store_masters, doing) &&
           run_steps(loader, store_details, doing) &&
           note_kept(loader, "album", EDITED_ALBUMS) &&
           run_steps(loader, touch_masters, doing) &&
           run_steps(loader, store_songs, doing);
}

static bool note_position(struct loader *loader, const struct batch *batch,
                          const char **doing)
{
    char sql[RESUME_SQL];

    *doing = "noting how far it is";
    if (*batch->digest == '\0')
        return true;
    resume_statement(batch->digest, batch->position, sql);
    return run(loader->mysql, sql);
}

/* The transaction, from START to COMMIT. */
static bool run_transaction(struct loader *loader, const struct batch *batch,
                            const char **doing)
{
    enum kind kind = batch->kind;
    static const struct {
        const struct step *find;
        const char *left;
    } finders[KINDS] = {
        [ARTISTS] = {find_artists,  ANY_LEFT("import_artists") },
        [LABELS] = {find_labels,   ANY_LEFT("import_labels")  },
        [MASTERS] = {find_masters,  ANY_LEFT("import_albums")  },
        [RELEASES] = {find_releases, ANY_LEFT("import_releases")},
    };
    bool done = true;
    int left;

    *doing = "beginning";
    if (!run(loader->mysql, "START TRANSACTION") ||
        !run_steps(loader, finders[kind].find, doing))
        return false;
    left = any_row(loader, finders[kind].left);
    if (left > 0 && kind == RELEASES)
        done = store_release_batch(loader, doing);
    else if (left > 0 && kind == MASTERS)
        done = store_master_batch(loader, doing);
    else if (left > 0)
        done = run_steps(loader, kind == ARTISTS ? store_artists : store_labels, doing) &&
               (kind != ARTISTS || note_kept(loader, "artist", EDITED_ARTISTS));
    if (left < 0 || !done)
        return false;
    if (!note_position(loader, batch, doing))
        return false;
    *doing = "committing";
    return run(loader->mysql, "COMMIT");
}

static bool is_passing(unsigned error)
{
    return error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT ||
           error == ER_CHECKREAD;
}

/* What went wrong with a batch, and what that means. */
static void complain_batch(const struct loader *loader, const struct batch *batch,
                           const char *doing, unsigned error, const char *message)
{
    complain("batch %" PRIu64 " of %s (from %s %u to %u): %s: %s (error %u); %s",
             loader->batches[batch->kind] + 1, kind_name(batch->kind),
             kind_record(batch->kind), batch->first_id, batch->last_id, doing, message,
             error,
             error == ER_NO_SUCH_TABLE ? "run `vinylhound migrate` first"
                                       : "the batches before it are stored");
}

bool loader_store(struct loader *loader, const struct batch *batch)
{
    const char *doing = "";
    unsigned error = 0;
    char message[512] = "";

    for (int tried = 0; tried < TRIES; tried++) {
        int loaded;

        memset(loader->batch, 0, sizeof loader->batch);
        loaded = load_tables(loader, batch, &doing);
        if (loaded > 0 && run_transaction(loader, batch, &doing)) {
            for (int i = 0; i < COUNTED; i++)
                loader->counted[batch->kind][i] += loader->batch[i];
            loader->batches[batch->kind]++;
            return true;
        }
        if (loaded < 0)
            return false;
        error = mysql_errno(loader->mysql);
        snprintf(message, sizeof message, "%s", mysql_error(loader->mysql));
        run(loader->mysql, "ROLLBACK");
        if (!is_passing(error))
            break;
    }
    complain_batch(loader, batch, doing, error, message);
    return false;
}
