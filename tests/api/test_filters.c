/* test_filters.c - every filter of every list, held against the whole list. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

/* Whether a list is what remains of the whole one where `keeps` says so, in its order. */
static void expect_kept(const char *plural, const char *query,
                        bool (*keeps)(const json_t *item))
{
    json_t *met = walk(plural, query, 0), *wanted = json_array();
    const json_t *item;
    size_t i;

    json_array_foreach((json_t *)(uintptr_t)whole(plural), i, item)
    {
        if (keeps(item))
            json_array_append(wanted, (json_t *)(uintptr_t)item);
    }
    EXPECT(json_array_size(wanted) > 0, "%s?%s: the catalogue has nothing to find",
           plural, query);
    EXPECT(json_array_size(wanted) < json_array_size(whole(plural)),
           "%s?%s: there is nothing to leave out", plural, query);
    EXPECT(same_list(met, wanted), "%s?%s: %zu found, %zu wanted", plural, query,
           json_array_size(met), json_array_size(wanted));
    json_decref(met);
    json_decref(wanted);
}

static const char *text_of(const json_t *item, const char *name)
{
    const char *text = json_string_value(json_object_get(item, name));

    return text == NULL ? "" : text;
}

static int64_t int_of(const json_t *item, const char *name)
{
    return json_integer_value(json_object_get(item, name));
}

/* What the predicates below go by. */
static int64_t wanted_id;
static const json_t *wanted_ids;

static bool has_id(int64_t id)
{
    for (size_t i = 0; i < json_array_size(wanted_ids); i++)
        if (json_integer_value(json_array_get(wanted_ids, i)) == id)
            return true;
    return false;
}

static bool by_artist_id(const json_t *album)
{
    const json_t *artists = json_object_get(album, "artists");

    for (size_t i = 0; i < json_array_size(artists); i++)
        if (int_of(json_array_get(artists, i), "id") == wanted_id)
            return true;
    return false;
}
static bool of_genre(const json_t *album)
{
    return list_has(json_object_get(album, "genres"), "Electronic");
}
static bool of_style(const json_t *album)
{
    return list_has(json_object_get(album, "styles"), "Pop Rock");
}
static bool of_1971(const json_t *album)
{
    return int_of(album, "release_year") == 1971;
}
static bool from_1980(const json_t *album)
{
    return int_of(album, "release_year") >= 1980;
}
static bool to_1969(const json_t *album)
{
    int64_t year = int_of(album, "release_year");

    return year > 0 && year <= 1969;
}
static bool of_the_eighties(const json_t *album)
{
    return from_1980(album) && int_of(album, "release_year") <= 1989;
}
static bool electronic_eighties(const json_t *album)
{
    return of_genre(album) && of_the_eighties(album);
}
static bool pop_rock_until_1969(const json_t *album)
{
    return of_style(album) && to_1969(album);
}
static bool among_ids(const json_t *item)
{
    return has_id(int_of(item, "id"));
}
static int64_t wanted_year;
static bool by_artist_from_year(const json_t *album)
{
    return by_artist_id(album) && int_of(album, "release_year") >= wanted_year;
}

/* An artist with albums of several years; wanted_year is one that leaves some out. */
static int64_t some_artist(void)
{
    const json_t *list = whole("albums");

    for (size_t i = 0; i < json_array_size(list); i++) {
        size_t all = 0, later = 0;

        wanted_id = int_of(json_array_get(list, i), "artist_id");
        wanted_year = int_of(json_array_get(list, i), "release_year");
        for (size_t k = 0; wanted_id != 0 && k < json_array_size(list); k++) {
            all += by_artist_id(json_array_get(list, k));
            later += by_artist_from_year(json_array_get(list, k));
        }
        if (later > 0 && later < all)
            return wanted_id;
    }
    REQUIRE(false, "no artist has albums of two years");
    return 0;
}

static void albums_by_themselves(void)
{
    wanted_id = some_artist();
    expect_kept("albums", text("artist_id=%" PRId64, wanted_id), by_artist_id);
    expect_kept("albums", "genre=Electronic", of_genre);
    expect_kept("albums", "style=Pop%20Rock", of_style);
    expect_kept("albums", "year=1971", of_1971);
    expect_kept("albums", "year_from=1980", from_1980);
    expect_kept("albums", "year_to=1969", to_1969);
}

static void albums_by_two(void)
{
    wanted_id = some_artist();
    expect_kept("albums",
                text("artist_id=%" PRId64 "&year_from=%" PRId64, wanted_id, wanted_year),
                by_artist_from_year);
    expect_kept("albums", "year_from=1980&year_to=1989", of_the_eighties);
    expect_kept("albums", "genre=Electronic&year_from=1980&year_to=1989",
                electronic_eighties);
    expect_kept("albums", "style=Pop+Rock&year_to=1969", pop_rock_until_1969);
}

static void albums_by_name(void)
{
    const char *name;

    wanted_id = some_artist();
    name = text_at(get(text("/api/v1/artists/%" PRId64, wanted_id)), "/name");
    REQUIRE(name != NULL, "artist %" PRId64 " has no name", wanted_id);
    expect_kept("albums", text("artist=%s", escaped(name)), by_artist_id);
    EXPECT_JSON(get("/api/v1/albums?artist=Nobody%20At%20All"), "/albums", "[]");
    EXPECT_JSON(get("/api/v1/albums?genre=No%20Such%20Genre"), "/albums", "[]");
}

/* Albums that have a pressing which meets the same condition. */
static void by_pressings(const char *query)
{
    json_t *releases = walk("releases", query, 100), *ids = json_array();
    const json_t *release;
    size_t i;

    json_array_foreach(releases, i, release)
    {
        json_array_append(ids, json_object_get(release, "album_id"));
    }
    wanted_ids = ids;
    expect_kept("albums", query, among_ids);
    wanted_ids = NULL;
    json_decref(ids);
    json_decref(releases);
}

static void albums_by_pressings(void)
{
    int64_t label = int_at(get("/api/v1/labels?limit=1"), "/labels/0/id");

    by_pressings(text("label_id=%" PRId64, label));
    by_pressings("format=CD");
    by_pressings("country=US");
    by_pressings("country=US&format=Vinyl");
}

static void albums_by_ids(void)
{
    int64_t one = album(3), two = album(50), three = album(7);
    struct answer *page =
        get(text("/api/v1/albums?ids=%" PRId64 ",%" PRId64 ",%" PRId64 ",%" PRId64, one,
                 two, three, one));
    char *hundred = text("ids=%" PRId64, album(0));
    json_t *met;

    EXPECT_INT((int64_t)json_array_size(json_at(page->json, "/albums")), 3);
    for (size_t i = 1; i < 100; i++)
        hundred = text("%s,%" PRId64, hundred, album(i));
    met = walk("albums", hundred, 0);
    EXPECT_INT((int64_t)json_array_size(met), 100);
    json_decref(met);
    EXPECT_PROBLEM(get(text("/api/v1/albums?%s,%d", hundred, 1)), 400, "bad-parameter");
    EXPECT_JSON(get("/api/v1/albums?ids=9007199254740991,9007199254740990"), "/albums",
                "[]");
}

static bool song_by_artist(const json_t *song)
{
    return int_of(song, "artist_id") == wanted_id;
}
static bool of_album(const json_t *item)
{
    return int_of(item, "album_id") == wanted_id;
}
static bool british(const json_t *release)
{
    return strcmp(text_of(release, "country"), "UK") == 0;
}
static bool pressed_1973(const json_t *release)
{
    return strncmp(text_of(release, "released"), "1973", 4) == 0;
}
static bool british_1973(const json_t *release)
{
    return british(release) && pressed_1973(release);
}
static bool is_genre_of_artist(const json_t *artist)
{
    return list_has(json_object_get(artist, "genres"), "Jazz");
}

static void other_lists(void)
{
    wanted_id = some_artist();
    expect_kept("songs", text("artist_id=%" PRId64, wanted_id), song_by_artist);
    wanted_id = album(5);
    expect_kept("songs", text("album_id=%" PRId64, wanted_id), of_album);
    expect_kept("releases", text("album_id=%" PRId64, wanted_id), of_album);
    expect_kept("releases", "country=UK", british);
    expect_kept("releases", "year=1973", pressed_1973);
    expect_kept("releases", "year=1973&country=UK", british_1973);
    expect_kept("artists", "genre=Jazz", is_genre_of_artist);
}

/* Each pressing is found by its catalogue number and barcode, as printed or scanned. */
static void marks(void)
{
    const json_t *releases = whole("releases");
    size_t with_barcode = 0;

    for (size_t i = 0; i < json_array_size(releases); i += 5) {
        const json_t *release = json_array_get(releases, i);
        const char *catno = text_of(release, "catno");
        const char *barcode = text_of(release, "barcode");

        wanted_id = int_of(release, "id");
        if (*catno != '\0')
            EXPECT(json_array_size(json_at(
                       get(text("/api/v1/releases?limit=100&catno=%s", escaped(catno)))
                           ->json,
                       "/releases")) > 0,
                   "catno %s is not found", catno);
        if (*barcode == '\0')
            continue;
        with_barcode++;
        EXPECT_INT(
            int_at(get(text("/api/v1/releases?barcode=%s", barcode)), "/releases/0/id"),
            wanted_id);
        EXPECT_INT(int_at(get(text("/api/v1/releases?barcode=%.1s+%.4s-%s", barcode,
                                   barcode + 1, barcode + 5)),
                          "/releases/0/id"),
                   wanted_id);
    }
    EXPECT(with_barcode > 0, "no pressing has a barcode");
}

static void bad_values(void)
{
    static const char *const bad[] = {
        "albums?year=999",        "albums?year=x",       "albums?year=1971.0",
        "albums?year_from=0",     "albums?artist_id=0",  "albums?artist_id=x",
        "albums?label_id=-1",     "albums?min_rating=0", "albums?min_rating=5.5",
        "albums?min_rating=x",    "albums?ids=",         "albums?ids=1,,2",
        "albums?ids=1,x",         "albums?genre=",       "albums?genre=%ff",
        "albums?genre=a&genre=b", "songs?album_id=0",    "songs?artist_id=1e3",
        "releases?year=19710",    "releases?barcode=",   "albums?colour=red",
        "artists?year=1971",      "labels?q=x",          "genres?name=x",
        "albums?Genre=Rock",      "albums?genre[]=Rock", "songs?genre=Rock"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_PROBLEM(get(text("/api/v1/%s", bad[i])), 400, "bad-parameter");
}

static const struct test tests[] = {
    {"GET /albums: artist_id, genre, style, year, year_from, year_to leave what they say",
     albums_by_themselves                                                                                     },
    {"GET /albums: two conditions hold together",                                          albums_by_two      },
    {"GET /albums: artist is a name",                                                      albums_by_name     },
    {"GET /albums: label_id, format, country go by the pressings",                         albums_by_pressings},
    {"GET /albums: ids= gives those there are, each once, up to 100",                      albums_by_ids      },
    {"GET /songs, /releases, /artists: their filters leave what they say",                 other_lists        },
    {"GET /releases: catno, and barcode as printed or scanned",                            marks              },
    {"lists: a value out of bounds, an unknown parameter or one given twice is 400",
     bad_values                                                                                               },
};
const struct suite filters_suite = SUITE("filters", tests);
