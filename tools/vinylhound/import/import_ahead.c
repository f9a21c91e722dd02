/* import_ahead.c - artists, labels and what hangs below new releases, ahead of the batch
 * that they are of. */
#include "import_ahead.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/sql.h"
#include "command.h"

#include "core/banned.h"

#define ARTISTS_MOST 1000000 /* known at a time: about 30 MB */

#define ASKED_FOR UINT64_MAX

/* Below a release. */
static const enum table below[] = {T_RELEASE_LABELS, T_TRACKS, T_FORMATS, T_IDENTIFIERS};
enum { BELOW = sizeof below / sizeof *below };

/* Of releases and masters, what their transaction takes. */
static const enum table beside[] = {T_ALBUMS, T_RELEASES, T_CREDITS, T_GENRES, T_STYLES};
enum { BESIDE = sizeof beside / sizeof *beside };

bool ahead_open(struct ahead *ahead, MYSQL *mysql)
{
    long last = 0;

    *ahead = (struct ahead){0};
    for (int i = 0; i < TABLES; i++)
        ahead->fresh[i].staging = &staging_tables[i];
    if (!loader_open_beside(&ahead->loader, mysql) || !ahead_clear(mysql) ||
        !sql_number(mysql, "finding the last release", "SELECT MAX(id) FROM releases",
                    &last))
        return false;
    ahead->last_release = (uint64_t)last;
    return true;
}

void ahead_close(struct ahead *ahead)
{
    loader_close(&ahead->loader);
    artist_ids_free(&ahead->artists);
    for (int i = 0; i < TABLES; i++)
        buffer_free(&ahead->fresh[i].text);
    buffer_free(&ahead->rest.text);
}

bool ahead_clear(MYSQL *mysql)
{
    static const char *const tables[] = {"release_tracks", "release_formats",
                                         "release_identifiers", "release_labels"};

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (!sql_runf(mysql, "clearing what an ended import has left",
                      "DELETE FROM %s WHERE release_id > "
                      "(SELECT IFNULL(MAX(id), 0) FROM releases)",
                      tables[i]))
            return false;
    return true;
}

/* What the catalogue has of the batch's releases. */
static MYSQL_RES *query_known(struct loader *loader, const struct batch *batch)
{
    struct buffer *sql = &loader->sql;

    sql->length = 0;
    buffer_add_text(sql, "SELECT r.discogs_id, r.id, HEX(r.import_hash), a.id IS NULL "
                         "FROM releases r LEFT JOIN albums a ON a.id = r.album_id "
                         "WHERE r.discogs_id IN (");
    for (size_t i = 0; i < batch->count; i++) {
        buffer_add_text(sql, i == 0 ? "" : ",");
        buffer_add_number(sql, batch->records[i].ref);
    }
    buffer_add_char(sql, ')');
    return loader_run(loader, "finding releases", buffer_text(sql))
               ? mysql_store_result(loader->mysql)
               : NULL;
}

/* One whose album has gone meanwhile is not the same. */
static void take_known(struct batch_record *record, MYSQL_ROW row)
{
    bool same = row[2] != NULL && strcasecmp(row[2], record->hash) == 0 && *row[3] == '0';

    record->id = strtoull(row[1], NULL, 10);
    record->standing = same ? UNCHANGED : CHANGED;
}

static bool find_known(struct loader *loader, struct batch *batch)
{
    MYSQL_RES *rows = query_known(loader, batch);
    struct id_map refs = {0};
    MYSQL_ROW row;

    if (rows == NULL)
        return false;
    for (size_t i = 0; i < batch->count; i++) {
        id_map_number(&refs, batch->records[i].ref);
        batch->records[i].standing = NEW;
    }
    while ((row = mysql_fetch_row(rows)) != NULL)
        take_known(
            &batch->records[id_map_number(&refs, (uint32_t)strtoul(row[0], NULL, 10))],
            row);
    mysql_free_result(rows);
    id_map_free(&refs);
    return true;
}

/* Of the people that the batch names, those whose ids are not known yet, each once. */
static void list_strangers(struct ahead *ahead, const struct rows *people,
                           struct rows *strangers)
{
    const char *at = people->text.data;

    rows_clear(strangers);
    for (size_t i = 0; i < people->count; i++) {
        const char *end = rawmemchr(at, '\n');
        uint64_t *id = artist_ids_place(&ahead->artists, (uint32_t)strtoul(at, NULL, 10));

        if (*id == 0) {
            *id = ASKED_FOR;
            buffer_add(&strangers->text, at, (size_t)(end - at) + 1);
            strangers->count++;
        }
        at = end + 1;
    }
}

static bool take_strangers(struct ahead *ahead)
{
    struct loader *loader = &ahead->loader;
    MYSQL_RES *rows = loader_run(loader, "finding artists",
                                 "SELECT p.ref, a.id FROM import_people p "
                                 "JOIN artists a ON a.discogs_id = p.ref")
                          ? mysql_store_result(loader->mysql)
                          : NULL;
    MYSQL_ROW row;

    while (rows != NULL && (row = mysql_fetch_row(rows)) != NULL)
        *artist_ids_place(&ahead->artists, (uint32_t)strtoul(row[0], NULL, 10)) =
            strtoull(row[1], NULL, 10);
    if (rows != NULL)
        mysql_free_result(rows);
    return rows != NULL;
}

/* Each statement is a transaction: an artist that is there already is found again. */
static int meet_people(struct ahead *ahead)
{
    struct loader *loader = &ahead->loader;
    struct rows *strangers = &ahead->fresh[T_PEOPLE];
    int loaded;

    if (ahead->artists.known > ARTISTS_MOST || ahead->asking)
        artist_ids_free(&ahead->artists);
    list_strangers(ahead, &ahead->batch->rows[T_PEOPLE], strangers);
    if (strangers->count == 0)
        return 1;
    ahead->asking = true;
    loaded = loader_clear(loader) ? loader_load_table(loader, T_PEOPLE, strangers) : 0;
    if (loaded != 1)
        return loaded;
    if (!loader_steps(loader, store_people) || !take_strangers(ahead))
        return 0;
    ahead->asking = false;
    return 1;
}

static bool all_unchanged(const struct batch *batch)
{
    return batch_standing(batch, UNCHANGED) == batch->count;
}

static int look_up(struct loader *loader, const struct batch *batch, void *user)
{
    struct ahead *ahead = user;

    if (batch->kind == RELEASES && !find_known(loader, ahead->batch))
        return 0;
    return all_unchanged(batch) ? 1 : meet_people(ahead);
}

static void number_releases(struct ahead *ahead)
{
    struct batch *batch = ahead->batch;

    for (size_t i = 0; i < batch->count; i++)
        if (batch->records[i].standing == NEW)
            batch->records[i].id = ++ahead->last_release;
}

/* Leaves with the batch those rows of a table whose records stand so. */
static void keep_rows(struct ahead *ahead, enum table table, unsigned standings)
{
    struct rows *rows = &ahead->batch->rows[table];
    struct buffer text = rows->text;

    refer_rows(ahead->batch, table, standings, &ahead->artists, &ahead->rest);
    rows->text = ahead->rest.text;
    rows->count = ahead->rest.count;
    ahead->rest.text = text;
}

static bool refer_batch(struct ahead *ahead)
{
    bool failed = ahead->rest.text.failed;

    for (int i = 0; i < BELOW; i++) {
        refer_rows(ahead->batch, below[i], 1 << NEW, &ahead->artists,
                   &ahead->fresh[below[i]]);
        keep_rows(ahead, below[i], 1 << CHANGED);
        failed = failed || ahead->fresh[below[i]].text.failed;
    }
    for (int i = 0; i < BESIDE; i++)
        keep_rows(ahead, beside[i], 1 << NEW | 1 << CHANGED);
    rows_clear(&ahead->batch->rows[T_PEOPLE]);
    if (failed || ahead->rest.text.failed || batch_failed(ahead->batch)) {
        complain("out of memory");
        return false;
    }
    return true;
}

/* The labels that changed releases name; what they say of them stays with the batch. */
static int meet_labels(struct loader *loader, const struct batch *batch)
{
    const struct rows *labels = &batch->rows[T_RELEASE_LABELS];
    int loaded = loader_clear(loader);

    if (loaded == 1 && labels->count > 0) {
        loaded = loader_load_table(loader, T_RELEASE_LABELS, labels);
        if (loaded == 1 &&
            (!loader_steps(loader, find_labels_named) ||
             !loader_steps(loader, store_labels_named) || !loader_clear(loader)))
            loaded = 0;
    }
    return loaded;
}

static int store_fresh(struct loader *loader, const struct batch *batch, void *user)
{
    struct ahead *ahead = user;
    int loaded = meet_labels(loader, batch);

    if (loaded == 1 && !loader_run(loader, "beginning", "START TRANSACTION"))
        return 0;
    for (int i = 0; i < BELOW && loaded == 1; i++)
        loaded = loader_load_table(loader, below[i], &ahead->fresh[below[i]]);
    if (loaded != 1)
        return loaded;
    return loader_steps(loader, find_labels_named) &&
           loader_steps(loader, store_labels_named) &&
           loader_steps(loader, add_release_labels) &&
           loader_run(loader, "committing", "COMMIT");
}

bool ahead_store(struct ahead *ahead, struct batch *batch)
{
    if (batch->kind != RELEASES && batch->kind != MASTERS)
        return true;
    ahead->batch = batch;
    if (!loader_try(&ahead->loader, batch, look_up, ahead))
        return false;
    if (batch->kind == RELEASES)
        number_releases(ahead);
    if (!refer_batch(ahead))
        return false;
    return batch_standing(batch, NEW) + batch_standing(batch, CHANGED) == 0 ||
           batch->kind == MASTERS ||
           loader_try(&ahead->loader, batch, store_fresh, ahead);
}
