/* test_editing.c - albums, artists and songs made, changed and deleted by an editor, and
 * all that follows from it. */
#include <inttypes.h>
#include <string.h>

#include "api.h"
#include "editing.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

static void create(void)
{
    int64_t one = make_artist("One"), two = make_artist("Two");
    const char *title = text("Made %s", fresh_name());
    struct answer *made = edit(
        "POST", "/api/v1/albums",
        text("{\"title\": \"%s\", \"artists\": [{\"id\": %" PRId64 ", \"join\": \"&\"}, "
             "{\"id\": %" PRId64 "}, {\"name\": \"Guests\"}], \"release_year\": 1971, "
             "\"genres\": [\"jazz\", \"Rock\", \"Jazz\"], \"styles\": [\"Fusion\"], "
             "\"description\": \"Two\\nlines.\", \"tracks\": [{\"position\": \"A1\", "
             "\"title\": \"First\", \"duration\": 61}, {\"position\": \"2-1\", "
             "\"title\": \"Second\"}]}",
             title, one, two));
    int64_t id = int_at(made, "/id");

    REQUIRE_STATUS(made, 201);
    EXPECT_HEADER(made, "Location", text("/api/v1/albums/%" PRId64, id));
    EXPECT_TEXT(text_at(made, "/title"), title);
    EXPECT_TEXT(text_at(made, "/artist"),
                text("%s & %s, Guests", name_of(one), name_of(two)));
    EXPECT_INT(int_at(made, "/artist_id"), one);
    EXPECT_INT(int_at(made, "/artists/1/id"), two);
    EXPECT_JSON(made, "/artists/2/id", "null");
    EXPECT_JSON(made, "/genres", "[\"Jazz\",\"Rock\"]");
    EXPECT_JSON(made, "/genre", "\"Jazz\"");
    EXPECT_JSON(made, "/styles", "[\"Fusion\"]");
    EXPECT_JSON(made, "/release_year", "1971");
    EXPECT_JSON(made, "/track_count", "2");
    EXPECT_JSON(made, "/version", "1");
    EXPECT_TEXT(seen(text("/api/v1/albums/%" PRId64, id))->body, made->body);
    EXPECT_JSON(seen(text("/api/v1/songs?album_id=%" PRId64, id)), "/songs/1/disc_num",
                "2");
    EXPECT_JSON(seen(text("/api/v1/artists/%" PRId64, two)), "/album_count", "1");
    EXPECT_JSON(seen(text("/api/v1/artists/%" PRId64, two)), "/genres",
                "[\"Jazz\",\"Rock\"]");
    EXPECT_INT(
        int_at(seen(text("/api/v1/albums?artist_id=%" PRId64, two)), "/albums/0/id"), id);
}

static void by_name(void)
{
    const char *name = text("The Found %s", fresh_name());
    struct answer *first = make_album(name, ""), *second;

    REQUIRE_STATUS(first, 201);
    second = make_album(text("the FOUND%s", strstr(name, " Found") + 6), "");
    EXPECT_INT(int_at(second, "/artist_id"), int_at(first, "/artist_id"));
    EXPECT_TEXT(text_at(second, "/artist"), name);
    EXPECT_TEXT(
        text_at(seen(text("/api/v1/artists/%" PRId64, int_at(first, "/artist_id"))),
                "/sort_name"),
        text("%s, The", name + 4));
}

static void wrong(void)
{
    static const struct {
        const char *body, *field, *code;
    } cases[] = {
        {"{\"artist\": \"A\"}",                                               "title",           "required"  },
        {"{\"title\": \"T\"}",                                                "artists",         "required"  },
        {"{\"title\": \" \", \"artist\": \"A\"}",                             "title",           "length"    },
        {"{\"title\": \"a\\nb\", \"artist\": \"A\"}",                         "title",           "characters"},
        {"{\"title\": \"T\", \"artists\": []}",                               "artists",         "length"    },
        {"{\"title\": \"T\", \"artists\": [{\"id\": 1}, {}]}",                "artists[1].id",
         "required"                                                                                          },
        {"{\"title\": \"T\", \"artists\": [{\"id\": 99999999}]}",             "artists[0].id",
         "unknown"                                                                                           },
        {"{\"title\": \"T\", \"artist\": \"A\", \"artists\": [{\"id\": 1}]}", "artist",
         "conflict"                                                                                          },
        {"{\"title\": \"T\", \"artist\": \"A\", \"genres\": [\"Nothing\"]}",  "genres",
         "unknown"                                                                                           },
        {"{\"title\": \"T\", \"artist\": \"A\", \"styles\": [\"Nothing\"]}",  "styles",
         "unknown"                                                                                           },
        {"{\"title\": \"T\", \"artist\": \"A\", \"tracks\": [{}]}",           "tracks[0].title",
         "required"                                                                                          },
        {"{\"title\": \"T\", \"artist\": \"A\", \"version\": 1}",             "version",         "unknown"   },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        EXPECT_WRONG(edit("POST", "/api/v1/albums", cases[i].body), cases[i].field,
                     cases[i].code);
    EXPECT_INT(
        sql_number("vinylhound_catalog", "SELECT COUNT(*) FROM albums WHERE title = 'T'"),
        0);
}

static void idempotent(void)
{
    const char *key = text("Idempotency-Key: album-%s", fresh_name());
    const struct call call = {
        .path = "/api/v1/albums",
        .token = editor()->token,
        .body = text("{\"title\": \"Once\", \"artist\": \"%s\"}", fresh_name()),
        .headers = {key}};
    struct answer *first = http(&call), *again = http(&call);

    EXPECT_STATUS(first, 201);
    EXPECT_STATUS(again, 201);
    EXPECT_TEXT(again->body, first->body);
    EXPECT_HEADER(again, "Location", answer_header(first, "Location"));
}

static void replace(void)
{
    struct answer *made =
        make_album(fresh_name(), ", \"genres\": [\"Rock\"], \"tracks\": "
                                 "[{\"title\": \"a\"}, {\"title\": \"b\"}]");
    const char *path = answer_header(made, "Location");
    int64_t other = make_artist("Other"), id = int_at(made, "/id"),
            before = int_at(made, "/artist_id");
    int64_t rock = genre_count("Rock"), jazz = genre_count("Jazz");
    int64_t song =
        int_at(seen(text("/api/v1/songs?album_id=%" PRId64, id)), "/songs/1/id");
    struct answer *set = edit(
        "PUT", path,
        text("{\"title\": \"New\", \"artists\": [{\"id\": %" PRId64 "}], \"genres\": "
             "[\"Jazz\"], \"tracks\": [{\"title\": \"b\"}, {\"title\": \"c\"}, "
             "{\"title\": \"d\"}]}",
             other));

    EXPECT_STATUS(set, 200);
    EXPECT_JSON(set, "/version", "2");
    EXPECT_JSON(set, "/title", "\"New\"");
    EXPECT_JSON(set, "/track_count", "3");
    EXPECT_INT(int_at(set, "/artist_id"), other);
    EXPECT_JSON(seen(text("/api/v1/artists/%" PRId64, before)), "/album_count", "0");
    EXPECT_JSON(seen(text("/api/v1/artists/%" PRId64, before)), "/genres", "[]");
    EXPECT_JSON(seen(text("/api/v1/artists/%" PRId64, other)), "/album_count", "1");
    EXPECT_INT(genre_count("Rock"), rock - 1);
    EXPECT_INT(genre_count("Jazz"), jazz + 1);
    set = seen(text("/api/v1/songs?album_id=%" PRId64 "&limit=9", id));
    EXPECT_INT((int64_t)json_array_size(json_at(set->json, "/songs")), 3);
    EXPECT_INT(int_at(set, "/songs/0/id"), song); /* b, moved */
    EXPECT_INT(int_at(set, "/songs/0/artist_id"), other);
    /* without tracks the songs stay; without a change there is no version */
    EXPECT_JSON(
        edit("PUT", path,
             text("{\"title\": \"Newer\", \"artists\": [{\"id\": %" PRId64 "}]}", other)),
        "/track_count", "3");
    EXPECT_JSON(
        edit("PUT", path,
             text("{\"title\": \"Newer\", \"artists\": [{\"id\": %" PRId64 "}]}", other)),
        "/version", "3");
}

static void stale(void)
{
    struct answer *made = make_album(fresh_name(), "");
    const char *path = answer_header(made, "Location"),
               *tag = answer_header(made, "ETag");
    const char *body = "{\"title\": \"Second\", \"artist\": \"Somebody\"}";

    EXPECT_STATUS(edit_if(tag, "PUT", path, body), 200);
    EXPECT_PROBLEM(edit_if(tag, "PUT", path, body), 412, "stale");
    EXPECT_PROBLEM(edit_if(tag, "DELETE", path, NULL), 412, "stale");
    EXPECT_PROBLEM(edit_if("W/\"2-x\"", "PUT", path, body), 412, "stale");
    EXPECT_STATUS(edit_if("\"x\", \"2-y\"", "PUT", path, body), 200);
    EXPECT_STATUS(edit_if("*", "DELETE", path, NULL), 204);
    EXPECT_PROBLEM(edit_if("*", "DELETE", path, NULL), 404, "not-found");
    EXPECT_PROBLEM(edit("PUT", path, body), 404, "not-found");
    EXPECT_PROBLEM(edit("PUT", "/api/v1/albums/9007199254740991", body), 404,
                   "not-found");
}

static void delete (void)
{
    struct answer *made = make_album(
        fresh_name(), ", \"genres\": [\"Rock\"], \"tracks\": [{\"title\": \"a\"}]");
    int64_t id = int_at(made, "/id"), rock = genre_count("Rock"),
            song =
                int_at(seen(text("/api/v1/songs?album_id=%" PRId64, id)), "/songs/0/id");
    const char *const gone[] = {text("/api/v1/albums/%" PRId64, id),
                                text("/api/v1/albums/%" PRId64 "/cover", id),
                                text("/api/v1/songs/%" PRId64, song)};

    EXPECT_STATUS(edit("DELETE", answer_header(made, "Location"), NULL), 204);
    for (size_t i = 0; i < sizeof gone / sizeof *gone; i++)
        EXPECT_PROBLEM(seen(gone[i]), 404, "not-found");
    EXPECT_JSON(seen(text("/api/v1/albums?ids=%" PRId64, id)), "/albums", "[]");
    EXPECT_JSON(seen(text("/api/v1/songs?album_id=%" PRId64 "&limit=3", id)), "/songs",
                "[]");
    EXPECT_INT(genre_count("Rock"), rock - 1);
    EXPECT_JSON(seen(text("/api/v1/artists/%" PRId64, int_at(made, "/artist_id"))),
                "/album_count", "0");
}

static void artists(void)
{
    const char *name = text("The Band %s", fresh_name());
    struct answer *made = edit("POST", "/api/v1/artists",
                               text("{\"name\": \"%s\", \"real_name\": \"R\"}", name));
    const char *path = answer_header(made, "Location");
    struct answer *album;

    REQUIRE_STATUS(made, 201);
    EXPECT_TEXT(text_at(made, "/sort_name"), text("%s, The", name + 4));
    album = edit("POST", "/api/v1/artists", text("{\"name\": \"%s\"}", name));
    EXPECT_PROBLEM(album, 409, "conflict");
    EXPECT_HEADER(album, "Location", path);
    EXPECT_STATUS(edit("POST", "/api/v1/artists", text("{\"name\": \"%s (2)\"}", name)),
                  201);
    album = edit("POST", "/api/v1/albums",
                 text("{\"title\": \"T %s\", \"artists\": [{\"id\": %" PRId64
                      ", \"join\": \"with\"}, {\"id\": %" PRId64
                      ", \"name\": \"As Printed\"}]}",
                      name, int_at(made, "/id"), make_artist("Friend")));
    EXPECT_PROBLEM(edit("DELETE", path, NULL), 409, "conflict");
    /* a new name is printed where the old one was */
    made = edit("PUT", path, text("{\"name\": \"%s Renamed (3)\"}", name));
    EXPECT_STATUS(made, 200);
    EXPECT_JSON(made, "/real_name", "null");
    EXPECT_JSON(made, "/version", "2");
    album = seen(text("%s", answer_header(album, "Location")));
    EXPECT_TEXT(text_at(album, "/artist"), text("%s Renamed with As Printed", name));
    EXPECT_TEXT(text_at(album, "/artists/0/name"), text("%s Renamed", name));
    EXPECT_STATUS(
        edit("DELETE", text("/api/v1/albums/%" PRId64, int_at(album, "/id")), NULL), 204);
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    EXPECT_PROBLEM(seen(text("%s", path)), 404, "not-found");
}

static void artists_genres(void)
{
    struct answer *album = make_album(fresh_name(), ", \"genres\": [\"Rock\"]");
    const char *path = text("/api/v1/artists/%" PRId64, int_at(album, "/artist_id"));
    const char *name = text_at(album, "/artist");

    EXPECT_JSON(edit("PUT", path,
                     text("{\"name\": \"%s\", \"genres\": [\"Jazz\", \"Blues\"]}", name)),
                "/genres", "[\"Jazz\",\"Blues\"]");
    /* what somebody has set is no longer the albums' */
    EXPECT_STATUS(edit("PUT", answer_header(album, "Location"),
                       text("{\"title\": \"T\", \"artist\": \"%s\"}", name)),
                  200);
    EXPECT_JSON(seen(text("%s", path)), "/genres", "[\"Jazz\",\"Blues\"]");
    EXPECT_WRONG(edit("PUT", path, "{\"name\": \"N\", \"genres\": [\"Nothing\"]}"),
                 "genres", "unknown");
}

static void songs(void)
{
    struct answer *album = make_album(fresh_name(), ""), *made, *set;
    int64_t id = int_at(album, "/id");
    const char *path;

    made = edit("POST", "/api/v1/songs",
                text("{\"album_id\": %" PRId64 ", \"title\": \"S\", \"track_num\": 1, "
                     "\"duration\": 9}",
                     id));
    REQUIRE_STATUS(made, 201);
    path = answer_header(made, "Location");
    EXPECT_INT(int_at(made, "/artist_id"), int_at(album, "/artist_id"));
    EXPECT_JSON(made, "/disc_num", "1");
    EXPECT_PROBLEM(
        edit("POST", "/api/v1/songs",
             text("{\"album_id\": %" PRId64 ", \"title\": \"S\", \"track_num\": 1}", id)),
        409, "conflict");
    EXPECT_WRONG(edit("POST", "/api/v1/songs",
                      "{\"album_id\": 99999999, \"title\": \"S\", \"track_num\": 1}"),
                 "album_id", "unknown");
    set = edit_if(answer_header(made, "ETag"), "PUT", path,
                  text("{\"album_id\": %" PRId64 ", \"title\": \"S2\", \"track_num\": 3, "
                       "\"artist\": \"Guest\"}",
                       id));
    EXPECT_STATUS(set, 200);
    EXPECT_JSON(set, "/artist", "\"Guest\"");
    EXPECT_JSON(set, "/duration", "null");
    EXPECT_PROBLEM(edit_if(answer_header(made, "ETag"), "DELETE", path, NULL), 412,
                   "stale");
    album = seen(text("/api/v1/albums/%" PRId64, id));
    EXPECT_JSON(album, "/track_count", "1");
    EXPECT_JSON(album, "/version", "3"); /* made, a song, the song changed */
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    EXPECT_PROBLEM(seen(text("%s", path)), 404, "not-found");
    EXPECT_INT(sql_number("vinylhound_catalog",
                          text("SELECT track_count FROM albums WHERE id = %" PRId64, id)),
               0);
}

static void told(void)
{
    struct answer *made = make_album(fresh_name(), "");
    int64_t id = int_at(made, "/id");
    const char *path = answer_header(made, "Location");
    static const char *const types[] = {"created", "updated", "deleted"};

    EXPECT_STATUS(edit("PUT", path, "{\"title\": \"T\", \"artist\": \"A\"}"), 200);
    EXPECT_STATUS(edit("PUT", path, "{\"title\": \"T\", \"artist\": \"A\"}"), 200);
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    for (size_t i = 0; i < 3; i++)
        EXPECT_INT(sql_number("vinylhound_catalog",
                              text("SELECT COUNT(*) FROM outbox WHERE subject = %" PRId64
                                   " AND type = 'album.%s' AND actor = %" PRId64,
                                   id, types[i], editor()->id)),
                   1);
}

/* Whether a list finds the thing by these words. */
static bool found(const char *plural, const char *words, int64_t id)
{
    const struct answer *list = seen(text("/api/v1/%s?q=%s", plural, escaped(words)));

    EXPECT_STATUS(list, 200);
    return int_at(list, text("/%s/0/id", plural)) == id;
}

static void searched(void)
{
    const char *word = text("q%s", fresh_name() + 1), *other = text("z%s", word);
    struct answer *made = make_album("Searched", text(", \"tracks\": [{\"title\": \"song "
                                                      "%s\"}]",
                                                      word));
    const char *path = answer_header(made, "Location");
    int64_t id = int_at(made, "/id"),
            song =
                int_at(seen(text("/api/v1/songs?album_id=%" PRId64, id)), "/songs/0/id");

    EXPECT_STATUS(
        edit("PUT", path, text("{\"title\": \"%s\", \"artist\": \"Searched\"}", other)),
        200);
    EXPECT(found("albums", other, id), "a new title is not found");
    EXPECT(found("songs", word, song), "a song is not found");
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    EXPECT(!found("albums", other, id), "a deleted album is found");
    EXPECT(!found("songs", word, song), "a deleted album's song is found");
    EXPECT_STATUS(edit("POST", text("%s/history/3/undo", path), NULL), 200);
    EXPECT(found("albums", other, id), "an album that is back is not found");
}

static void edited_fields(void)
{
    struct answer *made = make_album(fresh_name(), "");

    EXPECT_STATUS(edit("PUT", answer_header(made, "Location"),
                       text("{\"title\": \"Another\", \"release_year\": 1999, "
                            "\"artist\": \"%s\", \"tracks\": [{\"title\": \"x\"}]}",
                            text_at(made, "/artist"))),
                  200);
    EXPECT_INT(sql_number("vinylhound_catalog",
                          text("SELECT edited = 'title,release_year,tracks' FROM albums "
                               "WHERE id = %" PRId64,
                               int_at(made, "/id"))),
               1);
}

static const struct test tests[] = {
    {"POST /albums: all that was sent is shown, counted and found",                   create        },
    {"POST /albums: an artist by name is found, whatever its case, or made",          by_name       },
    {"POST /albums: what is wrong is told, and nothing is made",                      wrong         },
    {"POST /albums: an Idempotency-Key makes one album of two requests",              idempotent    },
    {"PUT /albums/{id}: credit, genres and songs follow; songs keep their ids",       replace       },
    {"If-Match: 412 for a version that is gone, and a gone album is 404",             stale         },
    {"DELETE /albums/{id}: nothing of it is shown or counted any more",               delete        },
    {"artists: made once, renamed in every credit, deleted when no album names them",
     artists                                                                                        },
    {"artists: genres are the albums' until somebody sets them",                      artists_genres},
    {"songs: made, moved and deleted; the album counts them",                         songs         },
    {"events: an edit is told once, and one that changes nothing not at all",         told          },
    {"q: what was made, renamed, deleted and restored is found as it is now",         searched      },
    {"albums.edited: the fields that people set are known to an import",              edited_fields },
};
const struct suite editing_suite = SUITE("editing", tests);
