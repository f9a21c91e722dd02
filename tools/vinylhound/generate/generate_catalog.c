/* generate_catalog.c - a made-up catalogue, artist by artist. */
#include "generate_catalog.h"

#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "generate_album.h"
#include "generate_words.h"

#include "core/banned.h"

#define ALBUMS_EXPONENT 2.15 /* of albums per artist */
#define ALBUMS_MOST 2000
#define VARIOUS_PERCENT 6
#define ALBUMS_A_LABEL 7

bool catalog_init(struct catalog *catalog)
{
    catalog->labels = (uint32_t)(catalog->albums / ALBUMS_A_LABEL) + 1;
    catalog->label_releases = calloc(catalog->labels, sizeof *catalog->label_releases);
    catalog->arena = arena_new();
    for (int i = 0; i < MADE_TABLES; i++)
        catalog->rows[i].staging = &made_tables[i];
    return catalog->label_releases != NULL && catalog->arena != NULL;
}

void catalog_free(struct catalog *catalog)
{
    for (int i = 0; i < MADE_TABLES; i++)
        buffer_free(&catalog->rows[i].text);
    buffer_free(&catalog->text);
    arena_free(&catalog->arena);
    free(catalog->label_releases);
}

bool catalog_failed(const struct catalog *catalog)
{
    bool failed = catalog->text.failed || arena_failed(catalog->arena);

    for (int i = 0; i < MADE_TABLES; i++)
        failed = failed || catalog->rows[i].text.failed;
    return failed;
}

const char *catalog_words(struct catalog *catalog, struct random *random,
                          void (*write)(struct random *random, struct buffer *out))
{
    catalog->text.length = 0;
    write(random, &catalog->text);
    return arena_strndup(catalog->arena, buffer_text(&catalog->text),
                         catalog->text.length);
}

const char *catalog_label(struct catalog *catalog, uint32_t label)
{
    struct random random = random_start(catalog->seed, STREAM_LABEL, label);

    return catalog_words(catalog, &random, words_label);
}

static void put_artist(struct catalog *catalog, const struct maker *maker, uint32_t count)
{
    struct rows *rows = &catalog->rows[M_ARTISTS];
    const char *genres = "";

    for (unsigned i = 0; i < MADE_GENRES; i++) {
        if ((maker->genres_made >> i & 1u) == 0)
            continue;
        genres = arena_printf(catalog->arena, "%s%s%s", genres,
                              *genres == '\0' ? "" : "\n", made_genres[i]);
        rows_number(&catalog->rows[M_ARTIST_GENRES], maker->artist_id);
        rows_number(&catalog->rows[M_ARTIST_GENRES], catalog->genre_ids[i]);
        rows_end(&catalog->rows[M_ARTIST_GENRES]);
    }
    rows_number(rows, maker->artist_id);
    rows_text(rows, maker->name);
    rows_text(rows, maker->name);
    rows_text(rows, genres);
    rows_number(rows, count);
    rows_text(rows, "2024-01-01 00:00:00");
    rows_text(rows, "2024-01-01 00:00:00");
    rows_end(rows);
}

void catalog_artist(struct catalog *catalog)
{
    static const unsigned genres[MADE_GENRES] = {10, 5,  5,  40,  250, 80,  60, 45,
                                                 60, 25, 10, 140, 20,  260, 20};
    struct random random = random_start(catalog->seed, STREAM_ARTIST, catalog->artists++);
    bool various = random_below(&random, 100) < VARIOUS_PERCENT;
    struct maker maker = {.genre = random_weighted(&random, genres, MADE_GENRES),
                          .first_year = album_year(&random)};
    uint64_t left = catalog->albums - catalog->made;
    uint32_t count = random_zeta(&random, ALBUMS_EXPONENT, ALBUMS_MOST);

    arena_reset(catalog->arena);
    count = count > left ? (uint32_t)left : count;
    maker.name = various ? "Various" : catalog_words(catalog, &random, words_artist);
    maker.artist_id = various ? 0 : ++catalog->artist_id;
    for (uint32_t i = 0; i < count && !catalog_failed(catalog); i++)
        album_make(catalog, &maker);
    if (!various)
        put_artist(catalog, &maker, count);
}

void catalog_labels(struct catalog *catalog, uint32_t first, uint32_t count)
{
    struct rows *rows = &catalog->rows[M_LABELS];

    arena_reset(catalog->arena);
    for (uint32_t i = first; i < catalog->labels && i < first + count; i++) {
        rows_number(rows, catalog->label_base + i + 1);
        rows_text(rows, catalog_label(catalog, i));
        rows_number(rows, catalog->label_releases[i]);
        rows_end(rows);
    }
}
