/* facets_build.c - the indexes that lists are narrowed by, made anew. */
#include "facets_build.h"

#include <inttypes.h>
#include <mysqld_error.h>
#include <stdint.h>
#include <stdio.h>

#include "base/sql.h"
#include "catalog/facet_rows.h"
#include "command.h"
#include "import/import_progress.h"

#include "core/banned.h"

#define DOING "making the lists' index"
#define AT_ONCE 5000 /* ids */
#define TRIES 5
#define MANY "1000" /* albums of a value whose number is kept */

/* Formats and countries that are new get the next numbers. */
#define NUMBER_NAMES(kind, names)                                                        \
    "INSERT INTO facets (kind, value, name) SELECT " kind ", "                           \
    "m.last + ROW_NUMBER() OVER (ORDER BY d.name), d.name FROM (" names ") d "           \
    "JOIN (SELECT COALESCE(MAX(value), 0) AS last FROM facets WHERE kind = " kind ") m " \
    "LEFT JOIN facets f ON f.kind = " kind " AND f.name = d.name WHERE f.kind IS NULL"

static const char *const before[] = {
    "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED",
    "SET SESSION sort_buffer_size = 16777216",
    NUMBER_NAMES("5", "SELECT DISTINCT k.name FROM release_formats k"),
    NUMBER_NAMES("6", "SELECT DISTINCT r.country AS name FROM releases r "
                      "WHERE r.country IS NOT NULL"),
    "DROP TABLE IF EXISTS album_facets_new, album_facets_old, artist_facets_new, "
    "artist_facets_old, release_facets_new, release_facets_old",
    NULL,
};

/* A table, how it is emptied of keys, filled, and given them when it is full. */
static const struct {
    const char *of, *last, *make, *bare, *fill, *keys;
} tables[] = {
    {"albums",   "SELECT MAX(id) FROM albums",
     "CREATE TABLE album_facets_new LIKE album_facets",     "ALTER TABLE album_facets_new DROP KEY title, DROP KEY release_year, "
     "DROP KEY created_at, DROP KEY weighted_rating, DROP KEY rating_count", "INSERT IGNORE INTO album_facets_new " FACET_ROWS(
         "a.id BETWEEN @first AND @last") " ORDER BY id, kind, value",
     "ALTER TABLE album_facets_new ADD KEY title (kind, value, title, id), "
     "ADD KEY release_year (kind, value, release_year, id), "
     "ADD KEY created_at (kind, value, created_at, id), "
     "ADD KEY weighted_rating (kind, value, weighted_rating, id), "
     "ADD KEY rating_count (kind, value, rating_count, id)"               },
    {"artists",  "SELECT MAX(id) FROM artists",
     "CREATE TABLE artist_facets_new LIKE artist_facets",   "ALTER TABLE artist_facets_new DROP KEY name, DROP KEY created_at",
     "INSERT IGNORE INTO artist_facets_new " ARTIST_FACET_ROWS(
         "n.id BETWEEN @first AND @last") " ORDER BY id, value",
     "ALTER TABLE artist_facets_new ADD KEY name (value, name, id), "
     "ADD KEY created_at (value, created_at, id)"                         },
    {"releases", "SELECT MAX(id) FROM releases",
     "CREATE TABLE release_facets_new LIKE release_facets", "ALTER TABLE release_facets_new DROP KEY year",
     "INSERT IGNORE INTO release_facets_new " RELEASE_FACET_ROWS(
         "r.id BETWEEN @first AND @last") " ORDER BY id, kind, value",
     "ALTER TABLE release_facets_new ADD KEY year (kind, value, year, id)"},
};

static const char *const after[] = {
    "UPDATE facets SET albums = 0 WHERE albums > 0",
    "INSERT INTO facets (kind, value, albums) SELECT kind, value, COUNT(*) AS n "
    "FROM album_facets_new GROUP BY kind, value HAVING n >= " MANY
    " ON DUPLICATE KEY UPDATE albums = VALUES(albums)",
    "RENAME TABLE album_facets TO album_facets_old, album_facets_new TO album_facets, "
    "artist_facets TO artist_facets_old, artist_facets_new TO artist_facets, "
    "release_facets TO release_facets_old, release_facets_new TO release_facets",
    "DROP TABLE album_facets_old, artist_facets_old, release_facets_old",
    NULL,
};

/* What changed while the index was being made: albums that were edited or have another
   score, artists that were edited or made such an album. */
static const char *const changed[] = {
    "CREATE OR REPLACE TEMPORARY TABLE facets_changed (id INT UNSIGNED NOT NULL, "
    "PRIMARY KEY (id)) AS SELECT id FROM search_changed WHERE kind = 1 UNION "
    "SELECT a.id FROM albums a STRAIGHT_JOIN album_facets f ON f.id = a.id AND "
    "f.kind = 7 WHERE a.rating_count > 0 AND (f.rating_count <> a.rating_count OR "
    "f.weighted_rating <> a.weighted_rating) UNION "
    "SELECT f.id FROM album_facets f STRAIGHT_JOIN albums a ON a.id = f.id "
    "WHERE f.kind = 8 AND f.value = 1 AND a.rating_count = 0",
    "START TRANSACTION",
    "DELETE f FROM facets_changed c STRAIGHT_JOIN album_facets f ON f.id = c.id",
    "INSERT IGNORE INTO album_facets " FACET_ROWS(
        "a.id IN (SELECT c.id FROM facets_changed c)"),
    "COMMIT",
    "CREATE OR REPLACE TEMPORARY TABLE facets_changed (id INT UNSIGNED NOT NULL, "
    "PRIMARY KEY (id)) AS SELECT id FROM search_changed WHERE kind = 2 UNION "
    "SELECT k.artist_id FROM search_changed c JOIN album_artists k ON k.album_id = c.id "
    "WHERE c.kind = 1 AND k.artist_id IS NOT NULL",
    "START TRANSACTION",
    "DELETE f FROM facets_changed c STRAIGHT_JOIN artist_facets f ON f.id = c.id",
    "INSERT IGNORE INTO artist_facets " ARTIST_FACET_ROWS(
        "n.id IN (SELECT c.id FROM facets_changed c)"),
    "COMMIT",
    NULL,
};

static bool run_all(MYSQL *mysql, const char *const *statements)
{
    for (size_t i = 0; statements[i] != NULL; i++)
        if (!sql_run(mysql, DOING, statements[i]))
            return false;
    return true;
}

static bool fill(MYSQL *mysql, const char *statement, uint64_t last, const char *what)
{
    struct progress progress;
    bool fine = true;

    progress_start(&progress, stderr, what, last == 0 ? 1 : last);
    for (uint64_t from = 0; fine && from < last; from += AT_ONCE) {
        fine = sql_runf(mysql, DOING, "SET @first = %" PRIu64 ", @last = %" PRIu64,
                        from + 1, from + AT_ONCE) &&
               sql_run(mysql, DOING, statement);
        progress_tick(&progress, from + AT_ONCE, from + AT_ONCE);
    }
    progress_end(&progress);
    return fine;
}

static bool make_table(MYSQL *mysql, size_t i)
{
    char what[32];
    long last;

    if (!sql_number(mysql, DOING, tables[i].last, &last))
        return false;
    if (last > UINT32_MAX) {
        complain("lists take ids of %s up to %u; %ld is beyond", tables[i].of, UINT32_MAX,
                 last);
        return false;
    }
    snprintf(what, sizeof what, "lists: %s", tables[i].of);
    return sql_run(mysql, DOING, tables[i].make) &&
           sql_run(mysql, DOING, tables[i].bare) &&
           fill(mysql, tables[i].fill, (uint64_t)last, what) &&
           sql_run(mysql, DOING, tables[i].keys);
}

static bool is_passing(MYSQL *mysql)
{
    unsigned error = mysql_errno(mysql);

    return error == ER_LOCK_DEADLOCK || error == ER_LOCK_WAIT_TIMEOUT ||
           error == ER_CHECKREAD;
}

/* Whoever changes an album at that moment is waited for, or waits. */
static bool follow_changes(MYSQL *mysql)
{
    for (int tried = 1;; tried++) {
        size_t i = 0;

        while (changed[i] != NULL && mysql_query(mysql, changed[i]) == 0)
            i++;
        if (changed[i] == NULL)
            return true;
        if (tried == TRIES || !is_passing(mysql)) {
            complain_sql(mysql, DOING);
            return false;
        }
        mysql_query(mysql, "ROLLBACK");
    }
}

bool facets_build(MYSQL *mysql)
{
    bool fine = run_all(mysql, before);

    for (size_t i = 0; fine && i < sizeof tables / sizeof *tables; i++)
        fine = make_table(mysql, i);
    return fine && run_all(mysql, after) && follow_changes(mysql);
}
