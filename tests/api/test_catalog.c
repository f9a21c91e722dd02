/* test_catalog.c - albums, artists, songs, pressings, labels, genres: each by itself, and
 * in agreement with the others. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

/* The members of a resource in their order; no more and no fewer. */
static void expect_members(const struct answer *answer, const char *const *names)
{
    size_t n = 0;

    EXPECT_STATUS(answer, 200);
    for (; names[n] != NULL; n++)
        EXPECT(json_object_get(answer->json, names[n]) != NULL, "%s has no %s",
               answer->path, names[n]);
    EXPECT(json_object_size(answer->json) == n, "%s has %zu members, not %zu: %.200s",
           answer->path, json_object_size(answer->json), n, answer->body);
}

static int64_t first_id(const char *plural)
{
    return int_at(get(text("/api/v1/%s?limit=1", plural)), text("/%s/0/id", plural));
}

static void shapes(void)
{
    static const struct {
        const char *plural, *names[24];
    } all[] = {
        {"albums",
         {"id", "title", "artist", "artist_id", "artists", "release_year", "genre",
          "genres", "styles", "description", "cover_url", "track_count", "release_count",
          "average_rating", "weighted_rating", "rating_count", "version", "created_at",
          "updated_at"}                                                        },
        {"artists",
         {"id", "name", "sort_name", "real_name", "biography", "genres", "image_url",
          "album_count", "version", "created_at", "updated_at"}                },
        {"songs",
         {"id", "title", "album_id", "album", "artist", "artist_id", "track_num",
          "disc_num", "position", "duration", "genre"}                         },
        {"releases",
         {"id", "album_id", "title", "label", "catno", "country", "released", "format",
          "formats", "barcode", "notes"}                                       },
        {"labels",   {"id", "name", "profile", "parent_label", "release_count"}},
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        expect_members(
            get(text("/api/v1/%s/%" PRId64, all[i].plural, first_id(all[i].plural))),
            all[i].names);
}

/* An element of a list is the resource itself. */
static void single_and_listed(void)
{
    static const char *const plurals[] = {"albums", "artists", "songs", "releases",
                                          "labels"};

    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++) {
        const json_t *list = whole(plurals[i]);

        for (size_t n = 0; n < json_array_size(list);
             n += 1 + json_array_size(list) / 20) {
            const json_t *item = json_array_get(list, n);
            struct answer *single =
                get(text("/api/v1/%s/%lld", plurals[i],
                         json_integer_value(json_object_get(item, "id"))));

            EXPECT_STATUS(single, 200);
            EXPECT(json_equal(single->json, item) == 1, "%s differs in the list: %.300s",
                   single->path, single->body);
        }
    }
}

static void abbey_road(void)
{
    struct answer *found = get("/api/v1/albums?q=abbey+road&artist=The%20Beatles");
    int64_t id = int_at(found, "/albums/0/id");
    struct answer *road = get(text("/api/v1/albums/%" PRId64, id));
    struct answer *songs = get(text("/api/v1/songs?album_id=%" PRId64, id));

    EXPECT_JSON(road, "/title", "\"Abbey Road\"");
    EXPECT_JSON(road, "/artist", "\"The Beatles\"");
    EXPECT_JSON(road, "/artists/0/name", "\"The Beatles\"");
    EXPECT_INT(int_at(road, "/artists/0/id"), int_at(road, "/artist_id"));
    EXPECT_JSON(road, "/release_year", "1969");
    EXPECT_JSON(road, "/genre", "\"Rock\"");
    EXPECT_JSON(road, "/track_count", "17");
    EXPECT_TEXT(text_at(road, "/cover_url"),
                text("/api/v1/albums/%" PRId64 "/cover", id));
    EXPECT_JSON(songs, "/songs/0/title", "\"Come Together\"");
    EXPECT_JSON(songs, "/songs/0/position", "\"A1\"");
    EXPECT_JSON(songs, "/songs/0/duration", "260");
    EXPECT_JSON(songs, "/songs/0/album", "\"Abbey Road\"");
    EXPECT_JSON(songs, "/songs/0/track_num", "1");
    EXPECT_JSON(songs, "/songs/0/disc_num", "1");
    EXPECT_JSON(songs, "/songs/16/title", "\"Her Majesty\"");
    EXPECT_JSON(songs, "/next_cursor", "null");
}

static size_t length(const char *plural, const char *query)
{
    json_t *list = walk(plural, query, 100);
    size_t n = json_array_size(list);

    json_decref(list);
    return n;
}

static void counts_of_albums(void)
{
    const json_t *albums = whole("albums");

    for (size_t i = 0; i < json_array_size(albums); i += 4) {
        const json_t *one = json_array_get(albums, i);
        long long id = json_integer_value(json_object_get(one, "id"));

        EXPECT_INT(json_integer_value(json_object_get(one, "track_count")),
                   (int64_t)length("songs", text("album_id=%lld", id)));
        EXPECT_INT(json_integer_value(json_object_get(one, "release_count")),
                   (int64_t)length("releases", text("album_id=%lld", id)));
    }
}

static void counts_of_others(void)
{
    const json_t *genres = whole("genres"), *artists = whole("artists"),
                 *labels = whole("labels");

    for (size_t i = 0; i < json_array_size(genres); i++) {
        const json_t *one = json_array_get(genres, i);
        const char *name = json_string_value(json_object_get(one, "name"));

        EXPECT_INT(json_integer_value(json_object_get(one, "album_count")),
                   (int64_t)length("albums", text("genre=%s", escaped(name))));
    }
    for (size_t i = 0; i < json_array_size(artists); i += 9)
        EXPECT_INT(
            json_integer_value(json_at(json_array_get(artists, i), "/album_count")),
            (int64_t)length("albums", text("artist_id=%lld",
                                           json_integer_value(json_at(
                                               json_array_get(artists, i), "/id")))));
    for (size_t i = 0; i < json_array_size(labels); i += 3)
        EXPECT_INT(
            json_integer_value(json_at(json_array_get(labels, i), "/release_count")),
            (int64_t)length("releases", text("label_id=%lld",
                                             json_integer_value(json_at(
                                                 json_array_get(labels, i), "/id")))));
}

/* Every song is of an album there is, by an artist there is. */
static void references(void)
{
    const json_t *songs = whole("songs");

    for (size_t i = 0; i < json_array_size(songs); i += 40) {
        const json_t *song = json_array_get(songs, i);
        struct answer *of = get(
            text("/api/v1/albums/%lld", json_integer_value(json_at(song, "/album_id"))));

        EXPECT_STATUS(of, 200);
        EXPECT_TEXT(json_string_value(json_at(song, "/album")), text_at(of, "/title"));
        EXPECT_STATUS(get(text("/api/v1/artists/%lld",
                               json_integer_value(json_at(song, "/artist_id")))),
                      200);
    }
}

static void absent(void)
{
    static const char *const plurals[] = {"albums", "artists", "songs", "releases",
                                          "labels"};
    static const char *const ids[] = {"9007199254740991",
                                      "0",
                                      "01",
                                      "-1",
                                      "1.0",
                                      "x",
                                      "9007199254740992",
                                      "1e3",
                                      "18446744073709551617",
                                      "%201",
                                      "1%20",
                                      "1;2",
                                      "99999999999999999999999999"};

    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++)
        for (size_t n = 0; n < sizeof ids / sizeof *ids; n++)
            EXPECT_PROBLEM(get(text("/api/v1/%s/%s", plurals[i], ids[n])), 404,
                           "not-found");
    EXPECT_PROBLEM(get("/api/v1/albums/9007199254740991/cover"), 404, "not-found");
    EXPECT_PROBLEM(get("/api/v1/genres/1"), 404, "not-found");
    EXPECT_PROBLEM(get("/api/v1/nothing"), 404, "not-found");
    EXPECT_PROBLEM(get(text("/api/v1/albums/%02000d1", 0)), 404, "not-found");
}

static void cover(void)
{
    struct answer *one = get(text("/api/v1/albums/%" PRId64 "/cover", album(1)));
    struct answer *two = get(text("/api/v1/albums/%" PRId64 "/cover", album(2)));

    EXPECT_STATUS(one, 200);
    EXPECT_HEADER_HOLDS(one, "Content-Type", "image/svg+xml");
    EXPECT(strstr(one->body, "<svg") != NULL && strstr(one->body, "</svg>") != NULL,
           "%.100s", one->body);
    EXPECT(strstr(one->body, "<script") == NULL, "a script");
    EXPECT_OTHER(one->body, two->body);
    EXPECT_OTHER(answer_header(one, "ETag"), answer_header(two, "ETag"));
    EXPECT_TEXT(get_as(alice()->token, one->path)->body, one->body);
}

static void slash(void)
{
    static const char *const paths[] = {"/api/v1/albums", "/api/v1/artists",
                                        "/api/v1/genres"};

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        EXPECT_TEXT(get(text("%s/", paths[i]))->body, get(paths[i])->body);
    EXPECT_TEXT(get(text("/api/v1/albums/%" PRId64 "/", album(0)))->body,
                get(text("/api/v1/albums/%" PRId64, album(0)))->body);
    EXPECT_TEXT(get("/api/v1//albums")->body, get("/api/v1/albums")->body);
    EXPECT_TEXT(get("/api/v1/x/../albums")->body, get("/api/v1/albums")->body);
}

static const struct test tests[] = {
    {"catalogue: each resource has the members of api.md and no other",          shapes           },
    {"catalogue: a resource is the same by itself and in its list",              single_and_listed},
    {"catalogue: Abbey Road, its songs in playing order",                        abbey_road       },
    {"catalogue: an album's counts are those of its songs and pressings",
     counts_of_albums                                                                             },
    {"catalogue: genres, artists and labels count what their filters find",
     counts_of_others                                                                             },
    {"catalogue: songs are of albums and by artists there are",                  references       },
    {"catalogue: an id that is none, or nobody's, is 404",                       absent           },
    {"GET /albums/{id}/cover: a drawing for each, the same each time",           cover            },
    {"paths: a slash at the end, double slashes and dots are the same resource", slash            },
};
const struct suite catalog_suite = SUITE("catalog", tests);
