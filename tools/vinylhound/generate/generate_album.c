/* generate_album.c - one made-up album: its row and songs. */
#include "generate_album.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "core/arena.h"
#include "generate_words.h"

#include "core/banned.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define UNKNOWN_PERCENT 3
#define SPREAD 1.0 /* of the logarithm of an album's pressings */

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
        album_press(catalog, &album, i);
    put_album(catalog, &album, main_id);
}
