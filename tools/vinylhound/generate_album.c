/* generate_album.c - one made-up album: its row, pressings, tracks and songs. */
#include "generate_album.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/arena.h"
#include "generate_words.h"

#include "core/banned.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define LAST_YEAR 2026
#define UNKNOWN_PERCENT 3
#define TRACKS_MOST 267
#define PRESSINGS_MOST 500
#define SPREAD 1.0 /* of the logarithm of an album's pressings */

struct track {
    char position[8];
    const char *title;
    unsigned duration, disc, number; /* duration 0: not known */
};

struct album {
    uint64_t id, number;
    struct maker *maker;
    const char *title, *genres, *styles;
    char created[24];
    int year;
    unsigned tracks, pressings;
    bool vinyl;
    struct track track[TRACKS_MOST];
};

int album_year(struct random *random)
{
    static const struct {
        int from, length;
        unsigned weight;
    } decades[] = {
        {1920, 30, 12 },
        {1950, 10, 33 },
        {1960, 10, 76 },
        {1970, 10, 125},
        {1980, 10, 152},
        {1990, 10, 190},
        {2000, 10, 187},
        {2010, 10, 150},
        {2020, 6,  45 },
    };
    unsigned sum = 0, at, i = 0;

    for (size_t k = 0; k < COUNT(decades); k++)
        sum += decades[k].weight;
    for (at = random_below(random, sum); at >= decades[i].weight; i++)
        at -= decades[i].weight;
    return decades[i].from + (int)random_below(random, (uint32_t)decades[i].length);
}

/* Singles, albums, double albums and boxes: 9.2 in the mean, 267 at most. */
static unsigned track_count(struct random *random)
{
    static const unsigned kinds[] = {400, 555, 42, 3};

    switch (random_weighted(random, kinds, COUNT(kinds))) {
    case 0:
        return 2 + random_below(random, 4);
    case 1:
        return 8 + random_below(random, 7);
    case 2:
        return 20 + random_below(random, 21);
    default:
        return 60 + random_below(random, TRACKS_MOST - 60 + 1);
    }
}

/* Logarithms are spread normally; the rounding up adds half of one. */
static unsigned pressing_count(struct random *random, double mean)
{
    double middle = log(mean - 0.5) - SPREAD * SPREAD / 2;
    double count = ceil(exp(middle + SPREAD * random_normal(random)));

    if (mean <= 1)
        return 1;
    return count < 1 ? 1 : count > PRESSINGS_MOST ? PRESSINGS_MOST : (unsigned)count;
}

/* Sides of up to six tracks, or discs of up to twenty. */
static void place(struct album *album, unsigned i)
{
    struct track *track = &album->track[i];
    unsigned disc = album->vinyl ? i / 12 : i / 20, discs;
    unsigned side = i / 6;

    discs = (album->tracks - 1) / (album->vinyl ? 12 : 20) + 1;
    track->disc = disc + 1;
    track->number = i - disc * (album->vinyl ? 12 : 20) + 1;
    if (album->vinyl && side < 26)
        snprintf(track->position, sizeof track->position, "%c%u", 'A' + (char)side,
                 i % 6 + 1);
    else if (discs > 1)
        snprintf(track->position, sizeof track->position, "%u-%u", track->disc % 1000,
                 track->number % 1000);
    else
        snprintf(track->position, sizeof track->position, "%u", track->number % 1000);
}

static void make_tracks(struct catalog *catalog, struct album *album,
                        struct random *random)
{
    for (unsigned i = 0; i < album->tracks; i++) {
        album->track[i].title = catalog_words(catalog, random, words_song);
        album->track[i].duration =
            random_below(random, 2) == 0 ? 90 + random_below(random, 330) : 0;
        place(album, i);
    }
}

static void put_songs(struct catalog *catalog, const struct album *album)
{
    struct rows *rows = &catalog->rows[M_SONGS];

    for (unsigned i = 0; i < album->tracks; i++) {
        const struct track *track = &album->track[i];

        rows_number(rows, ++catalog->song_id);
        rows_number(rows, album->id);
        rows_number(rows, track->disc);
        rows_number(rows, track->number);
        rows_text(rows, track->position);
        rows_text(rows, track->title);
        rows_id(rows, (uint32_t)album->maker->artist_id);
        rows_id(rows, track->duration);
        rows_end(rows);
    }
    catalog->songs += album->tracks;
}

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

static void make_pressing(struct catalog *catalog, const struct album *album,
                          unsigned number)
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

static void put_index(struct rows *rows, uint64_t album_id, uint64_t id)
{
    rows_number(rows, album_id);
    rows_number(rows, id);
    rows_end(rows);
}

/* The artist's main genre, and in one of four cases another; one or two styles of the
   first. */
static void put_genres(struct catalog *catalog, struct album *album,
                       struct random *random)
{
    unsigned genre = album->maker->genre, other = random_below(random, MADE_GENRES);
    unsigned style = random_below(random, STYLES_EACH);
    bool mixed = random_below(random, 4) == 0 && other != genre;
    bool two = random_below(random, 2) == 0;

    album->genres = arena_printf(catalog->arena, "%s%s%s", made_genres[genre],
                                 mixed ? "\n" : "", mixed ? made_genres[other] : "");
    album->styles = arena_printf(
        catalog->arena, "%s%s%s", made_styles[genre * STYLES_EACH + style],
        two ? "\n" : "",
        two ? made_styles[genre * STYLES_EACH + (style + 1) % STYLES_EACH] : "");
    put_index(&catalog->rows[M_ALBUM_GENRES], album->id, catalog->genre_ids[genre]);
    if (mixed)
        put_index(&catalog->rows[M_ALBUM_GENRES], album->id, catalog->genre_ids[other]);
    catalog->genre_albums[genre]++;
    catalog->genre_albums[other] += mixed;
    album->maker->genres_made |= 1u << genre | (mixed ? 1u << other : 0u);
    for (unsigned i = 0; i <= (unsigned)two; i++)
        put_index(&catalog->rows[M_ALBUM_STYLES], album->id,
                  catalog->style_ids[genre * STYLES_EACH + (style + i) % STYLES_EACH]);
}

static void put_credit(struct catalog *catalog, const struct album *album)
{
    struct rows *rows = &catalog->rows[M_ALBUM_ARTISTS];

    rows_number(rows, album->id);
    rows_number(rows, 1);
    rows_id(rows, (uint32_t)album->maker->artist_id);
    rows_text(rows, album->maker->name);
    rows_text(rows, "");
    rows_end(rows);
}

static void put_album(struct catalog *catalog, const struct album *album,
                      uint64_t main_id)
{
    struct rows *rows = &catalog->rows[M_ALBUMS];
    char credits[600];

    snprintf(credits, sizeof credits, "%" PRIu64 "\t%s\t", album->maker->artist_id,
             album->maker->name);
    rows_number(rows, album->id);
    rows_text(rows, album->title);
    rows_text(rows, album->maker->name);
    rows_text(rows, credits);
    rows_id(rows, (uint32_t)album->maker->artist_id);
    rows_number(rows, (uint64_t)album->year);
    rows_text(rows, album->genres);
    rows_text(rows, album->styles);
    rows_number(rows, main_id);
    rows_number(rows, album->tracks);
    rows_number(rows, album->pressings);
    rows_text(rows, album->created);
    rows_text(rows, album->created);
    rows_end(rows);
}

/* The artist's first year or some years later. */
static int later_year(const struct maker *maker, struct random *random)
{
    int year = maker->first_year + (int)random_below(random, 15);

    if (random_below(random, 100) < UNKNOWN_PERCENT)
        return 0;
    return year > LAST_YEAR ? LAST_YEAR : year;
}

/* A second apart, from the beginning of 2024: so that they can be told apart by it. */
static void created_at(uint64_t number, char out[24])
{
    unsigned days = (unsigned)(number / 86400), s = (unsigned)(number % 86400);

    snprintf(out, 24, "2024-%02u-%02u %02u:%02u:%02u", days / 28 % 12 + 1, days % 28 + 1,
             s / 3600, s / 60 % 60, s % 60);
}

void album_make(struct catalog *catalog, struct maker *maker)
{
    struct random random = random_start(catalog->seed, STREAM_ALBUM, catalog->made);
    struct album album = {
        .id = ++catalog->album_id, .number = catalog->made++, .maker = maker};
    uint64_t main_id = catalog->release_id + 1;

    album.title = catalog_words(catalog, &random, words_title);
    created_at(album.number, album.created);
    album.year = later_year(maker, &random);
    album.vinyl = album.year != 0 && (album.year < 1988 || random_below(&random, 2) == 0);
    album.tracks = track_count(&random);
    album.pressings = pressing_count(&random, catalog->pressings);
    put_genres(catalog, &album, &random);
    make_tracks(catalog, &album, &random);
    put_songs(catalog, &album);
    put_credit(catalog, &album);
    for (unsigned i = 0; i < album.pressings; i++)
        make_pressing(catalog, &album, i);
    put_album(catalog, &album, main_id);
}
