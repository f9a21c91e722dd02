/* generate_pressing.c - the pressings of a made-up album, each with its label, tracks and
 * marks. */
#include <stdio.h>

#include "generate_album.h"

#include "core/banned.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void put_tracks(struct catalog *catalog, const struct album *album)
{
    struct rows *rows = &catalog->rows[M_RELEASE_TRACKS];

    for (unsigned i = 0; i < album->tracks; i++) {
        const struct track *track = &album->track[i];

        rows_number(rows, catalog->release_id);
        rows_number(rows, i + 1);
        rows_text(rows, track->position);
        rows_text(rows, track->title);
        rows_id(rows, track->duration);
        rows_number(rows, track->disc);
        rows_number(rows, track->number);
        rows_end(rows);
    }
    catalog->tracks += album->tracks;
}

static void put_identifiers(struct catalog *catalog, struct random *random,
                            const char *barcode)
{
    struct rows *rows = &catalog->rows[M_RELEASE_IDENTIFIERS];
    unsigned place = 0, matrices = random_below(random, 3);

    if (barcode != NULL) {
        rows_number(rows, catalog->release_id);
        rows_number(rows, ++place);
        rows_text(rows, "Barcode");
        rows_text(rows, barcode);
        rows_text(rows, barcode);
        rows_end(rows);
    }
    for (; matrices > 0; matrices--) {
        char value[32];

        snprintf(value, sizeof value, "VH-%06u-%c", random_below(random, 1000000),
                 'A' + (char)place);
        rows_number(rows, catalog->release_id);
        rows_number(rows, ++place);
        rows_text(rows, "Matrix / Runout");
        rows_text(rows, value);
        rows_none(rows);
        rows_end(rows);
    }
}

struct pressing {
    const char *format, *descriptions, *country, *label;
    char catno[24], released[12], barcode[16];
    int year;
};

static void put_pressing(struct catalog *catalog, const struct album *album,
                         const struct pressing *pressing)
{
    struct rows *rows = &catalog->rows[M_RELEASES];
    char formats[64];

    snprintf(formats, sizeof formats, "%s, %s", pressing->format, pressing->descriptions);
    rows_number(rows, catalog->release_id);
    rows_number(rows, album->id);
    rows_text(rows, album->title);
    rows_text(rows, album->maker->name);
    rows_text(rows, pressing->label);
    rows_text(rows, pressing->catno);
    rows_text(rows, pressing->country);
    rows_text(rows, pressing->year == 0 ? NULL : pressing->released);
    rows_number(rows, (uint64_t)pressing->year);
    rows_text(rows, pressing->format);
    rows_text(rows, formats);
    rows_text(rows, pressing->barcode[0] == '\0' ? NULL : pressing->barcode);
    rows_end(rows);

    rows = &catalog->rows[M_RELEASE_FORMATS];
    rows_number(rows, catalog->release_id);
    rows_number(rows, 1);
    rows_text(rows, pressing->format);
    rows_text(rows, pressing->descriptions);
    rows_end(rows);
}

static void put_label(struct catalog *catalog, uint32_t label,
                      const struct pressing *pressing)
{
    struct rows *rows = &catalog->rows[M_RELEASE_LABELS];

    rows_number(rows, catalog->release_id);
    rows_number(rows, 1);
    rows_number(rows, catalog->label_base + label + 1);
    rows_text(rows, pressing->label);
    rows_text(rows, pressing->catno);
    rows_end(rows);
    catalog->label_releases[label]++;
}

/* The first pressing is of the album's year, the others of that or a later one. */
static void choose_dates(struct pressing *pressing, const struct album *album,
                         struct random *random, unsigned number)
{
    int later = number == 0 ? 0 : (int)random_zeta(random, 1.6, 60) - 1;

    pressing->year = album->year == 0                   ? 0
                     : album->year + later <= LAST_YEAR ? album->year + later
                                                        : LAST_YEAR;
    snprintf(pressing->released, sizeof pressing->released, "%d", pressing->year);
    if (random_below(random, 100) < 45)
        snprintf(pressing->released, sizeof pressing->released, "%d-%02u-%02u",
                 pressing->year % 10000, 1 + random_below(random, 12),
                 1 + random_below(random, 28));
    if (pressing->year >= 1980 && random_below(random, 100) < 55)
        snprintf(pressing->barcode, sizeof pressing->barcode, "%07u%06u",
                 1000000 + random_below(random, 9000000), random_below(random, 1000000));
}

void album_press(struct catalog *catalog, const struct album *album, unsigned number)
{
    static const char *const countries[] = {"US",     "UK",    "Germany",   "France",
                                            "Japan",  "Italy", "Europe",    "Canada",
                                            "Brazil", "Spain", "Australia", "Sweden"};
    static const unsigned shares[] = {28, 15, 12, 7, 7, 5, 8, 4, 3, 4, 3, 4};
    struct random random = random_start(catalog->seed, STREAM_PRESSING,
                                        album->number * (PRESSINGS_MOST + 1) + number);
    uint32_t label = random_rank(&random, catalog->labels);
    struct pressing pressing = {.label = catalog_label(catalog, label)};

    catalog->release_id++;
    catalog->releases++;
    pressing.format = album->vinyl ? "Vinyl" : "CD";
    pressing.descriptions = album->tracks < 8 ? "Single" : album->vinyl ? "LP" : "Album";
    pressing.country =
        countries[random_weighted(&random, shares, (unsigned)COUNT(shares))];
    snprintf(pressing.catno, sizeof pressing.catno, "VH %u-%u", label % 10000,
             random_below(&random, 100000));
    choose_dates(&pressing, album, &random, number);
    put_pressing(catalog, album, &pressing);
    put_label(catalog, label, &pressing);
    put_tracks(catalog, album);
    put_identifiers(catalog, &random,
                    pressing.barcode[0] == '\0' ? NULL : pressing.barcode);
}
