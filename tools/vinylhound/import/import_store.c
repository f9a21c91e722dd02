/* import_store.c - batches into the catalogue, one transaction each. */
#include "import_store.h"

#include "import_report.h"
#include "import_resume.h"

#include "core/banned.h"

bool store_open(struct store *store, MYSQL *mysql)
{
    store->keys.staging = &import_keys;
    return loader_open(&store->loader, mysql);
}

void store_close(struct store *store)
{
    loader_close(&store->loader);
    buffer_free(&store->keys.text);
}

/* What editors have set, where it is kept. */
#define EDITED_ALBUMS "SELECT album_id, edited FROM import_albums WHERE edited <> ''"
#define EDITED_ARTISTS                                                                   \
    "SELECT a.id, s.edited FROM import_artists s JOIN artists a "                        \
    "ON a.discogs_id = s.ref WHERE s.edited <> ''"

/* Names what keeps what editors have set. */
static bool note_kept(struct store *store, const char *noun, const char *query)
{
    struct loader *loader = &store->loader;
    MYSQL_RES *rows = loader_run(loader, "finding what editors have set", query)
                          ? mysql_store_result(loader->mysql)
                          : NULL;
    MYSQL_ROW row;

    while (rows != NULL && (row = mysql_fetch_row(rows)) != NULL) {
        loader->batch[KEPT_EDITS]++;
        if (store->report != NULL)
            report_kept(store->report, noun, row[0], row[1]);
    }
    if (rows != NULL)
        mysql_free_result(rows);
    return rows != NULL;
}

static bool store_artist_batch(struct store *store)
{
    return loader_steps(&store->loader, store_artists) &&
           note_kept(store, "artist", EDITED_ARTISTS);
}

static bool store_albums(struct store *store, const struct step *touch)
{
    struct loader *loader = &store->loader;

    return loader_steps(loader, store_details) &&
           note_kept(store, "album", EDITED_ALBUMS) && loader_steps(loader, touch) &&
           loader_steps(loader, store_songs);
}

static bool store_master_batch(struct store *store)
{
    struct loader *loader = &store->loader;

    return loader_steps(loader, store_words) && loader_steps(loader, store_masters) &&
           store_albums(store, touch_masters);
}

/* Releases that were there: their rows, and those below them, are written anew. */
static int replace_releases(struct store *store, const struct batch *batch)
{
    static const enum table below[] = {T_TRACKS, T_FORMATS, T_IDENTIFIERS};
    struct loader *loader = &store->loader;
    int loaded = loader_steps(loader, update_releases) &&
                 loader_steps(loader, find_labels_named) &&
                 loader_steps(loader, add_release_labels);

    for (size_t i = 0; i < sizeof below / sizeof *below && loaded == 1; i++)
        loaded = loader_load_table(loader, below[i], &batch->rows[below[i]]);
    return loaded;
}

/* Some have another album than before: what has none left may go. */
static bool move_releases(struct loader *loader)
{
    int moved = loader_any_row(loader, "finding moved releases",
                               "SELECT 1 FROM import_keys WHERE old_album_id <> album_id "
                               "LIMIT 1");

    return moved == 0 || (moved > 0 && loader_steps(loader, drop_albums));
}

static int store_release_batch(struct store *store, const struct batch *batch)
{
    struct loader *loader = &store->loader;
    bool changed = batch_standing(batch, CHANGED) > 0;
    int replaced = 1;

    if ((changed && !loader_steps(loader, find_changed)) ||
        !loader_steps(loader, store_words) || !loader_steps(loader, store_releases))
        return 0;
    if (changed)
        replaced = replace_releases(store, batch);
    if (replaced != 1)
        return replaced;
    return loader_steps(loader, count_labels) && (!changed || move_releases(loader)) &&
           loader_steps(loader, choose_sources) && store_albums(store, touch_releases);
}

static void put_keys(struct store *store, const struct batch *batch)
{
    struct rows *rows = &store->keys;

    rows_clear(rows);
    for (size_t i = 0; i < batch->count; i++) {
        const struct batch_record *record = &batch->records[i];

        if (record->standing == UNCHANGED)
            continue;
        rows_number(rows, record->ref);
        rows_number(rows, record->id);
        rows_id(rows, record->master);
        rows_number(rows, record->songs);
        rows_number(rows, record->standing == CHANGED);
        rows_end(rows);
    }
}

/* What the transaction reads, into temporary tables: rows of the lasting ones wait. */
static int load_tables(struct store *store, const struct batch *batch)
{
    struct loader *loader = &store->loader;
    int loaded = loader_clear(loader) && loader_steps(loader, clear_tables);

    for (int i = 0; i < TABLES && loaded == 1; i++)
        if (staging_tables[i].more != NULL)
            loaded = loader_load_table(loader, (enum table)i, &batch->rows[i]);
    if (loaded != 1 || batch->kind != RELEASES)
        return loaded;
    loader->filled[T_ALBUMS] = true; /* by a step */
    put_keys(store, batch);
    return store->keys.count == 0 ? 1 : loader_load(loader, &store->keys);
}

static bool note_position(struct loader *loader, const struct batch *batch)
{
    char sql[RESUME_SQL];

    if (*batch->digest == '\0')
        return true;
    resume_statement(batch->digest, batch->position, sql);
    return loader_run(loader, "noting how far it is", sql);
}

/* Of artists, labels and masters, the ones that are the same leave their temporary table;
   of releases they have not come so far. 1 if others are left, 0 if not; -1. */
static int find_others(struct loader *loader, const struct batch *batch)
{
    static const struct {
        const struct step *find;
        const char *left;
    } finders[KINDS] = {
        [ARTISTS] = {find_artists, "SELECT 1 FROM import_artists LIMIT 1"},
        [LABELS] = {find_labels,  "SELECT 1 FROM import_labels LIMIT 1" },
        [MASTERS] = {find_masters, "SELECT 1 FROM import_albums LIMIT 1" },
    };

    if (batch->kind == RELEASES) {
        loader->batch[SAME] = batch_standing(batch, UNCHANGED);
        return loader->batch[SAME] < batch->count;
    }
    return loader_steps(loader, finders[batch->kind].find)
               ? loader_any_row(loader, "finding what has changed",
                                finders[batch->kind].left)
               : -1;
}

static int store_others(struct store *store, const struct batch *batch)
{
    switch (batch->kind) {
    case ARTISTS:
        return store_artist_batch(store);
    case LABELS:
        return loader_steps(&store->loader, store_labels);
    case MASTERS:
        return store_master_batch(store);
    default:
        return store_release_batch(store, batch);
    }
}

static int store_whole(struct loader *loader, const struct batch *batch, void *user)
{
    struct store *store = user;
    int others, done = load_tables(store, batch);

    if (done != 1)
        return done;
    if (!loader_run(loader, "beginning", "START TRANSACTION"))
        return 0;
    others = find_others(loader, batch);
    done = others > 0 ? store_others(store, batch) : others == 0;
    if (done != 1)
        return done;
    return note_position(loader, batch) && loader_run(loader, "committing", "COMMIT");
}

bool store_batch(struct store *store, const struct batch *batch)
{
    return loader_try(&store->loader, batch, store_whole, store);
}
