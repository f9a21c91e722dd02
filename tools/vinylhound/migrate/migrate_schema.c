/* migrate_schema.c - brings one service's database up or down, and remembers how far it
 * is. */

#include "migrate.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "command.h"
#include "base/sql.h"

#include "core/banned.h"

#define COLLATION "utf8mb4_uca1400_ai_ci"
#define CHARACTERS "CHARACTER SET utf8mb4 COLLATE " COLLATION
#define CREATE_TABLE                                                                     \
    "CREATE TABLE IF NOT EXISTS schema_migrations ("                                     \
    "version INT UNSIGNED NOT NULL, name VARCHAR(96) NOT NULL, "                         \
    "checksum CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SHA-256 " \
    "of the up file', "                                                                  \
    "applied_at DATETIME(3) NOT NULL DEFAULT UTC_TIMESTAMP(3), PRIMARY KEY (version)) "  \
    "ENGINE = InnoDB"
#define SELECT_APPLIED                                                                   \
    "SELECT version, name, checksum, applied_at FROM schema_migrations ORDER BY version"

/* A database that somebody else made may have another collation, which tables would take
   over. */
static bool settle_collation(const struct schema *schema)
{
    char query[256];
    long other = 0;

    snprintf(query, sizeof query,
             "SELECT COUNT(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '%s' "
             "AND DEFAULT_COLLATION_NAME <> '" COLLATION "'",
             schema->database);
    if (!sql_number(schema->mysql, schema->service, query, &other))
        return false;
    return other == 0 || sql_runf(schema->mysql, schema->service,
                                  "ALTER DATABASE `%s` " CHARACTERS, schema->database);
}

static bool create_missing(const struct schema *schema)
{
    return sql_runf(schema->mysql, schema->service,
                    "CREATE DATABASE IF NOT EXISTS `%s` " CHARACTERS, schema->database) &&
           settle_collation(schema) &&
           sql_runf(schema->mysql, schema->service, "USE `%s`", schema->database) &&
           sql_run(schema->mysql, schema->service, CREATE_TABLE);
}

/* Is there a table schema_migrations to read? Leaves the database in use if so. */
static bool is_there(const struct schema *schema)
{
    char query[256];
    long tables = 0;

    snprintf(query, sizeof query,
             "SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = '%s' "
             "AND TABLE_NAME = 'schema_migrations'",
             schema->database);
    return sql_number(schema->mysql, schema->service, query, &tables) && tables > 0 &&
           sql_runf(schema->mysql, schema->service, "USE `%s`", schema->database);
}

static bool read_applied(struct schema *schema)
{
    MYSQL_RES *rows = sql_query(schema->mysql, schema->service, SELECT_APPLIED);
    MYSQL_ROW row;

    if (rows == NULL)
        return false;
    free(schema->applied);
    schema->applied_count = 0;
    schema->applied = calloc(mysql_num_rows(rows) + 1, sizeof *schema->applied);
    while (schema->applied != NULL && (row = mysql_fetch_row(rows)) != NULL) {
        struct applied *applied = &schema->applied[schema->applied_count++];

        applied->version = (unsigned)strtoul(row[0], NULL, 10);
        snprintf(applied->name, sizeof applied->name, "%s", row[1]);
        snprintf(applied->checksum, sizeof applied->checksum, "%s", row[2]);
        snprintf(applied->at, sizeof applied->at, "%s", row[3]);
    }
    mysql_free_result(rows);
    return schema->applied != NULL;
}

bool schema_open(struct schema *schema, MYSQL *mysql, const char *folder, bool create)
{
    char path[4096], error[512];

    schema->mysql = mysql;
    snprintf(path, sizeof path, "%s/%s", folder, schema->service);
    if (!migrations_read(path, &schema->files, error, sizeof error)) {
        complain("%s", error);
        return false;
    }
    if (create)
        return create_missing(schema) && read_applied(schema);
    return !is_there(schema) || read_applied(schema);
}

void schema_close(struct schema *schema)
{
    migrations_free(&schema->files);
    free(schema->applied);
    schema->applied = NULL;
    schema->applied_count = 0;
}

const struct applied *schema_applied(const struct schema *schema, unsigned version)
{
    for (size_t i = 0; i < schema->applied_count; i++)
        if (schema->applied[i].version == version)
            return &schema->applied[i];
    return NULL;
}

const struct migration *schema_file(const struct schema *schema, unsigned version)
{
    for (size_t i = 0; i < schema->files.count; i++)
        if (schema->files.list[i].version == version)
            return &schema->files.list[i];
    return NULL;
}

bool schema_check(const struct schema *schema)
{
    for (size_t i = 0; i < schema->applied_count; i++) {
        const struct applied *applied = &schema->applied[i];
        const struct migration *file = schema_file(schema, applied->version);

        if (file == NULL) {
            complain("%s: migration %04u_%s is applied in %s, but its file is not there; "
                     "is this an older version?",
                     schema->service, applied->version, applied->name, schema->database);
            return false;
        }
        if (strcmp(file->checksum, applied->checksum) != 0) {
            complain("%s: changed since it was applied on %s; put it back as it was and "
                     "write a new migration",
                     file->up, applied->at);
            return false;
        }
    }
    return true;
}

/* Sends all statements of a file and takes each one's answer. Returns 0, or the number of
 * the one that failed. */
static unsigned run_statements(MYSQL *mysql, const char *text, size_t length)
{
    unsigned number = 1;
    int more;

    if (mysql_real_query(mysql, text, length) != 0)
        return number;
    for (;;) {
        MYSQL_RES *rows = mysql_store_result(mysql);

        if (rows != NULL)
            mysql_free_result(rows);
        number++;
        more = mysql_next_result(mysql);
        if (more != 0)
            return more > 0 ? number : 0;
    }
}

static bool run_file(const struct schema *schema, const char *path)
{
    size_t length;
    char *text = file_text(path, &length);
    unsigned failed;

    if (text == NULL) {
        complain("%s: %s", path, strerror(errno));
        return false;
    }
    failed = run_statements(schema->mysql, text, length);
    free(text);
    if (failed != 0)
        complain(
            "%s: statement %u: %s (error %u)%s", path, failed, mysql_error(schema->mysql),
            mysql_errno(schema->mysql),
            failed > 1
                ? "; the statements before it are in force and must be undone by hand"
                : "");
    return failed == 0;
}

static long milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool step(struct schema *schema, const struct migration *file, bool up)
{
    long began = milliseconds();

    if (!run_file(schema, up ? file->up : file->down))
        return false;
    if (up ? !sql_runf(schema->mysql, schema->service,
                       "INSERT INTO schema_migrations (version, name, checksum) VALUES "
                       "(%u, '%s', '%s')",
                       file->version, file->name, file->checksum)
           : !sql_runf(schema->mysql, schema->service,
                       "DELETE FROM schema_migrations WHERE version = %u", file->version))
        return false;
    printf("%s: %s %04u_%s (%ld ms)\n", schema->service, up ? "applied" : "took back",
           file->version, file->name, milliseconds() - began);
    fflush(stdout);
    return true;
}

bool schema_up(struct schema *schema, unsigned to, unsigned *done)
{
    for (size_t i = 0; i < schema->files.count; i++) {
        const struct migration *file = &schema->files.list[i];

        if (file->version > to || schema_applied(schema, file->version) != NULL)
            continue;
        if (!step(schema, file, true))
            return false;
        ++*done;
    }
    return true;
}

bool schema_down(struct schema *schema, unsigned to, unsigned *done)
{
    for (size_t i = schema->applied_count; i-- > 0 && schema->applied[i].version > to;) {
        const struct migration *file = schema_file(schema, schema->applied[i].version);

        if (file == NULL || file->down == NULL) {
            complain("%s: there is no down file for migration %04u_%s", schema->service,
                     schema->applied[i].version, schema->applied[i].name);
            return false;
        }
        if (!step(schema, file, false))
            return false;
        ++*done;
    }
    return true;
}
