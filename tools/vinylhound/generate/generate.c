/* generate.c - vinylhound generate: a made-up catalogue of any size, to try the site
 * with. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "core/config.h"
#include "generate_catalog.h"
#include "import/import_ahead.h"
#include "import/import_load.h"
#include "import/import_progress.h"
#include "search/search_build.h"
#include "base/sql.h"

#include "core/banned.h"

#define BATCH_BYTES (16u << 20)
#define LABELS_AT_ONCE 20000
#define ALBUMS_MOST 100000000
#define PRESSINGS 4.6

enum { KEY_PRESSINGS = 256 };

/* clang-format off */
static const struct argp_option options[] = {
    {"albums",    'a',           "N",    0, "How many albums; 10000 without", 0},
    {"seed",      's',           "S",    0, "The same seed, the same catalogue; 1 without", 0},
    {"pressings", KEY_PRESSINGS, "MEAN", 0, "Pressings of an album in the mean, from 1 to 20; 4.6 without", 0},
    {0},
};
/* clang-format on */

static uint64_t read_number(struct argp_state *state, const char *text, uint64_t most)
{
    char *end;
    uint64_t number;

    errno = 0;
    number = strtoull(text, &end, 10);
    if (*end != '\0' || end == text || *text == '-' || errno != 0 || number > most)
        argp_error(state, "`%s` is no number from 0 to %" PRIu64, text, most);
    return number;
}

static double read_mean(struct argp_state *state, const char *text)
{
    char *end;
    double mean = strtod(text, &end);

    if (*end != '\0' || end == text || !(mean >= 1 && mean <= 20))
        argp_error(state, "`%s` is no number from 1 to 20", text);
    return mean;
}

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct catalog *catalog = state->input;

    if (key == 'a')
        catalog->albums = read_number(state, argument, ALBUMS_MOST);
    else if (key == 's')
        catalog->seed = read_number(state, argument, UINT64_MAX);
    else if (key == KEY_PRESSINGS)
        catalog->pressings = read_mean(state, argument);
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: takes options alone", argument);
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

/* The ids of a dictionary's words, which are added where they lack. */
static bool find_words(MYSQL *mysql, const char *table, const char *const *words,
                       unsigned count, uint16_t *ids)
{
    for (unsigned i = 0; i < count; i++) {
        char quoted[160], query[256];
        long id;

        mysql_real_escape_string(mysql, quoted, words[i], strlen(words[i]));
        if (!sql_runf(mysql, table, "INSERT IGNORE INTO %s (name) VALUES ('%s')", table,
                      quoted))
            return false;
        snprintf(query, sizeof query, "SELECT id FROM %s WHERE name = '%s'", table,
                 quoted);
        if (!sql_number(mysql, table, query, &id))
            return false;
        ids[i] = (uint16_t)id;
    }
    return true;
}

static bool find_last(MYSQL *mysql, const char *table, uint64_t *last)
{
    char query[128];
    long id;

    snprintf(query, sizeof query, "SELECT MAX(id) FROM %s", table);
    if (!sql_number(mysql, table, query, &id))
        return false;
    *last = (uint64_t)id;
    return true;
}

static bool find_places(MYSQL *mysql, struct catalog *catalog)
{
    return find_last(mysql, "artists", &catalog->artist_id) &&
           find_last(mysql, "albums", &catalog->album_id) &&
           find_last(mysql, "songs", &catalog->song_id) &&
           find_last(mysql, "releases", &catalog->release_id) &&
           find_last(mysql, "labels", &catalog->label_base) &&
           find_words(mysql, "genres", made_genres, MADE_GENRES, catalog->genre_ids) &&
           find_words(mysql, "styles", made_styles, MADE_STYLES, catalog->style_ids);
}

/* All rows there are, in one transaction. */
static bool store(struct loader *loader, struct catalog *catalog)
{
    bool fine = !catalog_failed(catalog);

    if (!fine)
        complain("out of memory");
    fine = fine && sql_run(loader->mysql, "beginning", "START TRANSACTION");
    for (int i = 0; i < MADE_TABLES && fine; i++) {
        if (catalog->rows[i].count > 0)
            fine = loader_fill(loader, &catalog->rows[i]);
        rows_clear(&catalog->rows[i]);
    }
    return fine && sql_run(loader->mysql, "committing", "COMMIT");
}

static size_t waiting_bytes(const struct catalog *catalog)
{
    size_t bytes = 0;

    for (int i = 0; i < MADE_TABLES; i++)
        bytes += catalog->rows[i].text.length;
    return bytes;
}

static bool make_albums(struct loader *loader, struct catalog *catalog)
{
    struct progress progress;
    bool fine = true;

    progress_start(&progress, stderr, "albums", catalog->albums);
    while (fine && catalog->made < catalog->albums) {
        catalog_artist(catalog);
        if (waiting_bytes(catalog) >= BATCH_BYTES)
            fine = store(loader, catalog);
        progress_tick(&progress, catalog->made, catalog->made);
    }
    for (uint32_t i = 0; fine && i < catalog->labels; i += LABELS_AT_ONCE) {
        catalog_labels(catalog, i, LABELS_AT_ONCE);
        fine = store(loader, catalog);
    }
    progress_end(&progress);
    return fine;
}

static bool count_genres(MYSQL *mysql, const struct catalog *catalog)
{
    for (unsigned i = 0; i < MADE_GENRES; i++)
        if (!sql_runf(mysql, "counting genres",
                      "UPDATE genres SET album_count = album_count + %" PRIu64
                      " WHERE id = %u",
                      catalog->genre_albums[i], (unsigned)catalog->genre_ids[i]))
            return false;
    return true;
}

static bool generate(struct tool *tool, struct catalog *catalog)
{
    const struct config *config = tool_config(tool);
    struct loader loader = {0};
    MYSQL *mysql =
        config == NULL
            ? NULL
            : tool_connect(tool, config_text(config, "catalog.name"), CLIENT_LOCAL_FILES);
    bool fine;

    if (mysql == NULL)
        return false;
    /* all keys are new: they need not be looked for first */
    fine = loader_open(&loader, mysql) && ahead_clear(mysql) &&
           sql_run(mysql, "settings",
                   "SET SESSION unique_checks = 0, foreign_key_checks = 0") &&
           find_places(mysql, catalog) && make_albums(&loader, catalog) &&
           count_genres(mysql, catalog);
    loader_close(&loader);
    mysql_close(mysql);
    return fine;
}

int generate_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        options,
        take,
        NULL,
        "Add a made-up catalogue, to try the site with: artists, albums, pressings, "
        "tracks, labels, "
        "as unevenly spread as real ones.",
        NULL,
        NULL,
        NULL};
    struct catalog catalog = {.albums = 10000, .seed = 1, .pressings = PRESSINGS};
    bool fine;

    argp_parse(&argp, argc, argv, 0, NULL, &catalog);
    fine = catalog_init(&catalog);
    if (!fine)
        complain("out of memory");
    fine = fine && generate(tool, &catalog) && search_build(tool);
    if (fine)
        printf("%" PRIu64 " albums, %" PRIu64 " pressings, %" PRIu64 " songs, %" PRIu64
               " tracks, %" PRIu64 " artists, %" PRIu32 " labels\n",
               catalog.made, catalog.releases, catalog.songs, catalog.tracks,
               catalog.artists, catalog.labels);
    catalog_free(&catalog);
    return fine ? DONE : FAILED;
}
