/* test_facets.c - the index that lists of albums are narrowed by follows every change of
 * an album. */
#include <inttypes.h>
#include <string.h>

#include "api.h"
#include "catalog/facet_rows.h"
#include "editing.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define CATALOG "vinylhound_catalog"

/* Whether the artist's albums that meet a condition are this one, or none. */
static void expect_found(int64_t artist, const char *condition, bool found, int64_t id)
{
    const struct answer *list =
        seen(text("/api/v1/albums?artist_id=%" PRId64 "&%s", artist, condition));

    if (found)
        EXPECT_INT(int_at(list, "/albums/0/id"), id);
    else
        EXPECT_JSON(list, "/albums", "[]");
}

static void edited(void)
{
    int64_t artist = make_artist("Narrow"), other = make_artist("Other");
    struct answer *made =
        make_album(name_of(artist), ", \"release_year\": 1968, \"genres\": [\"Jazz\"], "
                                    "\"styles\": [\"Fusion\"]");
    int64_t id = int_at(made, "/id");
    const char *path = text("/api/v1/albums/%" PRId64, id);

    expect_found(artist, "genre=jazz&sort=title", true, id);
    expect_found(artist, "year_from=1960&year_to=1969&style=fusion", true, id);
    expect_found(artist, "genre=Rock", false, 0);
    EXPECT_STATUS(edit("PUT", path,
                       text("{\"title\": \"Else %s\", \"artists\": [{\"id\": %" PRId64
                            "}], \"release_year\": 1971, \"genres\": [\"Rock\"]}",
                            fresh_name(), other)),
                  200);
    expect_found(artist, "sort=title", false, 0);
    expect_found(other, "genre=rock&year=1971&sort=-rating", true, id);
    expect_found(other, "year_from=1960&year_to=1969&sort=title", false, 0);
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    expect_found(other, "genre=Rock", false, 0);
    EXPECT_STATUS(edit("POST", text("%s/history/3/undo", path), NULL), 200);
    expect_found(other, "genre=Rock", true, id);
    EXPECT_STATUS(edit("POST", text("%s/history/2/undo", path), NULL), 200);
    expect_found(artist, "genre=Jazz&year_from=1960&year_to=1969", true, id);
}

static void merged(void)
{
    int64_t artist = make_artist("Part"), whole = make_artist("Whole");
    int64_t from = int_at(make_album(name_of(artist), ""), "/id");
    int64_t into = int_at(make_album(name_of(whole), ""), "/id");
    struct st_mysql *catalog = sql_open(CATALOG);

    EXPECT(
        sql_run(catalog, text("INSERT INTO releases (album_id, title, artist, country) "
                              "VALUES (%" PRId64 ", 'P', 'A', 'UK')",
                              from)),
        "no pressing");
    sql_close(&catalog);
    EXPECT_STATUS(edit("POST", text("/api/v1/albums/%" PRId64 "/merge", from),
                       text("{\"into\": %" PRId64 "}", into)),
                  200);
    expect_found(artist, "sort=title", false, 0);
    expect_found(whole, "country=uk&sort=title", true, into);
}

static void rated(void)
{
    int64_t artist = make_artist("Rated");
    int64_t id = int_at(make_album(name_of(artist), ""), "/id");
    const char *path = text("/api/v1/albums/%" PRId64, id);

    EXPECT_STATUS(rate(sign_up(), id, 5), 201);
    EXPECT(UNTIL(10, int_at(seen(path), "/rating_count") == 1), "no score came");
    expect_found(artist, "min_rating=2&sort=title", true, id);
    expect_found(artist, "min_rating=0.5&sort=-popularity", true, id);
    expect_found(artist, "min_rating=5&sort=-rating", false, 0);
}

/* Rows of either that the other does not have. */
static void as_it_should_be(void)
{
    EXPECT_INT(
        sql_number(CATALOG,
                   "SELECT COUNT(*) FROM (SELECT DISTINCT * FROM (" FACET_ROWS(
                       "TRUE") ") r) r NATURAL LEFT JOIN (SELECT *, 1 AS there FROM "
                               "album_facets) f WHERE f.there IS NULL"),
        0);
    EXPECT_INT(sql_number(CATALOG,
                          "SELECT (SELECT COUNT(*) FROM album_facets) - "
                          "(SELECT COUNT(*) FROM (SELECT DISTINCT * FROM (" FACET_ROWS(
                              "TRUE") ") r) r)"),
               0);
}

static const struct test tests[] = {
    {"GET /albums: filters follow what editors change, delete and take back", edited         },
    {"GET /albums: what was merged is in no list",                            merged         },
    {"GET /albums: filters follow ratings",                                   rated          },
    {"albums' facets: are what the catalogue's own tables have",              as_it_should_be},
};
const struct suite facets_suite = SUITE("facets", tests);
