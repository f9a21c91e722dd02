/* test_collection_albums.c - the albums in people's collections follow the catalogue: by
 * its events, and by one call for however many. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "copies.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define WITHIN 15 /* seconds in which a projection follows */
#define ALBUMS 25

/* The first of the albums that the present test has made. */
static int64_t first = 910000000;

static void run_sql(const char *database, const char *statement)
{
    struct st_mysql *connection = sql_open(database);

    EXPECT(sql_run(connection, statement), "%s", statement);
    sql_close(&connection);
}

/* Albums of this suite's own, so that nobody else's change. */
static void make_albums(void)
{
    first += 100;
    run_sql("vinylhound_catalog",
            text("INSERT IGNORE INTO albums (id, title, artist, release_year, genres) "
                 "SELECT %" PRId64
                 " + seq, CONCAT('Made Up ', seq), 'Nobody', 1970 + seq, "
                 "'Polka' FROM seq_0_to_%d",
                 first, ALBUMS - 1));
}

static void drop_albums(void)
{
    run_sql("vinylhound_catalog", text("DELETE FROM albums WHERE id >= %" PRId64, first));
}

/* What the catalogue does and tells when an album is edited. */
static void retitle(int64_t album_id, const char *title)
{
    run_sql("vinylhound_catalog",
            text("UPDATE albums SET title = '%s', release_year = 2001, genres = "
                 "'Waltz\\nPolka' WHERE id = %" PRId64,
                 title, album_id));
    run_sql("vinylhound_catalog",
            text("INSERT INTO outbox (type, subject, payload) VALUES ('album.updated', "
                 "%" PRId64 ", '{\"artist_id\": null, \"release_year\": 2001, "
                 "\"genres\": [\"Waltz\", \"Polka\"]}')",
                 album_id));
}

static void publish(const char *type, int64_t album_id, const char *payload)
{
    run_sql("vinylhound_catalog",
            text("INSERT INTO outbox (type, subject, payload) VALUES ('%s', %" PRId64
                 ", '%s')",
                 type, album_id, payload));
}

/* The user service has applied all that the catalogue has told. */
static void caught_up(void)
{
    bool all = UNTIL(WITHIN,
                     sql_number("vinylhound_user",
                                "SELECT position FROM event_cursors WHERE source = "
                                "'catalog'") >=
                         sql_number("vinylhound_catalog", "SELECT COUNT(*) FROM outbox"));

    EXPECT(all, "the catalogue's events are not applied after %d s", WITHIN);
}

static double album_calls(void)
{
    return metric("catalog", "vinylhound_request_seconds_count",
                  "route=\"/api/v1/albums\"");
}

static void updated(void)
{
    const struct person *who = sign_up();
    struct answer *made, *shown;

    make_albums();
    made = add_copy(who, first, "\"status\": \"owned\"");
    EXPECT_STATUS(made, 201);
    EXPECT_JSON(made, "/album/title", "\"Made Up 0\"");
    retitle(first, "Quite Another");
    caught_up();
    shown = get_as(who->token, COLLECTION);
    EXPECT_JSON(shown, "/items/0/album/title", "\"Quite Another\"");
    EXPECT_JSON(shown, "/items/0/album/release_year", "2001");
    EXPECT_JSON(get_as(who->token, COLLECTION "?q=another&year=2001"),
                "/items/0/album/title", "\"Quite Another\"");
    EXPECT_JSON(get_as(who->token, COLLECTION "/stats"), "/by_genre",
                "{\"Polka\": 1, \"Waltz\": 1}");
    EXPECT_JSON(get_as(who->token, COLLECTION "/stats"), "/by_decade", "{\"2000\": 1}");
    drop_albums();
}

/* Twenty-five albums that have changed: one call, and then none. */
static void one_call(void)
{
    const struct person *who = sign_up();
    struct answer *shown;
    double before;

    make_albums();
    for (int64_t n = 0; n < ALBUMS; n++)
        EXPECT_STATUS(add_copy(who, first + n, "\"status\": \"owned\""), 201);
    for (int64_t n = 0; n < ALBUMS; n++)
        retitle(first + n, text("Now %02" PRId64, n));
    caught_up();
    before = album_calls();
    shown = get_as(who->token, COLLECTION "?limit=100&sort=title");
    EXPECT_STATUS(shown, 200);
    for (int64_t n = 0; n < ALBUMS; n++)
        EXPECT_JSON(shown, text("/items/%" PRId64 "/album/title", n),
                    text("\"Now %02" PRId64 "\"", n));
    EXPECT_NEAR(album_calls(), before + 1, 0);
    EXPECT_STATUS(get_as(who->token, COLLECTION "?limit=100&sort=title"), 200);
    EXPECT_NEAR(album_calls(), before + 1, 0);
    drop_albums();
}

/* What an import changes is told by no event; it is asked for once a day. */
static void a_day_old(void)
{
    const struct person *who = sign_up();

    make_albums();
    EXPECT_STATUS(add_copy(who, first + 2, "\"status\": \"owned\""), 201);
    run_sql(
        "vinylhound_catalog",
        text("UPDATE albums SET title = 'Imported Anew' WHERE id = %" PRId64, first + 2));
    run_sql("vinylhound_user",
            text("UPDATE known_albums SET told_at = told_at - INTERVAL 25 HOUR WHERE "
                 "album_id = %" PRId64,
                 first + 2));
    EXPECT_JSON(get_as(who->token, COLLECTION), "/items/0/album/title",
                "\"Imported Anew\"");
    drop_albums();
}

static void deleted(void)
{
    const struct person *who = sign_up();
    struct answer *made, *shown;

    make_albums();
    made = add_copy(who, first + 3, "\"status\": \"owned\"");
    EXPECT_STATUS(made, 201);
    run_sql("vinylhound_catalog",
            text("DELETE FROM albums WHERE id = %" PRId64, first + 3));
    publish("album.deleted", first + 3, "{}");
    caught_up();
    shown = get_as(who->token, answer_header(made, "Location"));
    EXPECT_STATUS(shown, 200);
    EXPECT_JSON(shown, "/album/title", "\"Made Up 3\"");
    EXPECT_JSON(shown, "/album/cover_url", "null");
    EXPECT_WRONG(add_copy(who, first + 3, "\"status\": \"owned\""), "album_id",
                 "unknown");
    /* its own copy can still be changed */
    EXPECT_STATUS(
        put(who->token, answer_header(made, "Location"),
            text("{\"album_id\": %" PRId64 ", \"status\": \"sold\"}", first + 3)),
        200);
    drop_albums();
}

static void merged(void)
{
    const struct person *one = sign_up(), *both = sign_up();
    struct answer *made, *shown;

    make_albums();
    made = add_copy(one, first + 4, "\"status\": \"owned\", \"notes\": \"mine\"");
    EXPECT_STATUS(made, 201);
    EXPECT_STATUS(add_copy(both, first + 4, "\"status\": \"owned\""), 201);
    EXPECT_STATUS(add_copy(both, first + 5, "\"status\": \"wanted\""), 201);
    publish("album.merged", first + 4, text("{\"into\": %" PRId64 "}", first + 5));
    run_sql("vinylhound_catalog",
            text("DELETE FROM albums WHERE id = %" PRId64, first + 4));
    caught_up();
    shown = get_as(one->token, answer_header(made, "Location"));
    EXPECT_INT(int_at(shown, "/album/id"), first + 5);
    EXPECT_JSON(shown, "/album/title", "\"Made Up 5\"");
    EXPECT_JSON(shown, "/notes", "\"mine\"");
    EXPECT_TEXT(last_told(one), text("%" PRId64 " owned 1 wanted 0", first + 5));
    EXPECT_TEXT(last_told(both), text("%" PRId64 " owned 1 wanted 1", first + 5));
    EXPECT_INT(copies_of(both), 2);
    EXPECT_WRONG(add_copy(one, first + 4, "\"status\": \"owned\""), "album_id",
                 "unknown");
    drop_albums();
}

/* Into an album that nobody here had met. */
static void merged_into_the_unknown(void)
{
    const struct person *who = sign_up();
    struct answer *shown;

    make_albums();
    EXPECT_STATUS(add_copy(who, first + 6, "\"status\": \"owned\""), 201);
    publish("album.merged", first + 6, text("{\"into\": %" PRId64 "}", first + 7));
    caught_up();
    shown = get_as(who->token, COLLECTION);
    EXPECT_INT(int_at(shown, "/items/0/album/id"), first + 7);
    EXPECT_JSON(shown, "/items/0/album/title", "\"Made Up 7\"");
    EXPECT_JSON(get_as(who->token, COLLECTION "/stats"), "/by_genre", "{\"Polka\": 1}");
    drop_albums();
}

static const struct test tests[] = {
    {"collection: an album's new title, year and genres are shown, found and counted",
     updated                                                                                                  },
    {"collection: the news of twenty-five albums come by one call",                    one_call               },
    {"collection: what no event tells is asked for after a day",                       a_day_old              },
    {"collection: a copy of a deleted album stays, shown as it was",                   deleted                },
    {"collection: copies of a merged album are copies of the other, and it is told",
     merged                                                                                                   },
    {"collection: also where the other was not known here",                            merged_into_the_unknown},
};
const struct suite collection_albums_suite = SUITE("collection albums", tests);
