/* test_charts.c - albums in the order of what their ratings come to. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

#define CHARTS "/api/v1/charts"

/* Something to rank: many albums with few ratings, few with many. */
static void prepare(void)
{
    static bool done;

    for (size_t person = 0; person < 4 && !done; person++) {
        const struct person *who = sign_up();

        for (size_t n = person; n < 30; n += person + 1)
            EXPECT_STATUS(rate(who, album(n), 0.5 + (double)((n * 7 + person) % 10) / 2),
                          201);
    }
    done = true;
}

static double low_of(int64_t album_id)
{
    return real_at(get_as(alice()->token,
                          text("/api/v1/ratings/summary?album_id=%" PRId64, album_id)),
                   "/interval/0");
}

static int64_t member(const json_t *list, size_t i, const char *name)
{
    return json_integer_value(json_object_get(json_array_get(list, i), name));
}

static void expect_ranks(const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++)
        EXPECT_INT(member(list, i, "rank"), (int64_t)i + 1);
    EXPECT(no_doubles(list), "an album is met twice");
}

static void top(void)
{
    json_t *list;
    double last = 5;

    prepare();
    list = walk_path(alice()->token, CHARTS, "albums", "", 0);
    EXPECT(json_array_size(list) >= 30, "%zu albums", json_array_size(list));
    expect_ranks(list);
    for (size_t i = 0; i < json_array_size(list); i++) {
        double low = low_of(member(list, i, "album_id"));

        EXPECT(low <= last + 1e-4, "%.4f after %.4f", low, last);
        last = low;
    }
    json_decref(list);
}

static void popular(void)
{
    json_t *list;

    prepare();
    list = walk_path(alice()->token, CHARTS, "albums", "sort=popular", 0);
    expect_ranks(list);
    for (size_t i = 1; i < json_array_size(list); i++)
        EXPECT(member(list, i, "count") <= member(list, i - 1, "count"),
               "more at %zu than before", i);
    json_decref(list);
}

static void trending(void)
{
    json_t *list;

    prepare(); /* all of these ratings are new */
    list = walk_path(alice()->token, CHARTS, "albums", "sort=trending", 0);
    EXPECT(json_array_size(list) >= 30, "%zu albums", json_array_size(list));
    expect_ranks(list);
    json_decref(list);
}

static int64_t year_of(int64_t album_id)
{
    return int_at(get(text("/api/v1/albums/%" PRId64, album_id)), "/release_year");
}

/* Of each range: those albums of the whole chart, in its order, and no others. */
static void years(void)
{
    static const int ranges[][2] = {
        {1960, 1969},
        {1971, 1971},
        {1950, 2030},
        {1958, 1983},
        {1965, 9999},
        {1,    1975},
        {1800, 1801}
    };
    json_t *all;

    prepare();
    all = walk_path(alice()->token, CHARTS, "albums", "", 100);
    for (size_t r = 0; r < sizeof ranges / sizeof *ranges; r++) {
        json_t *met =
            walk_path(alice()->token, CHARTS, "albums",
                      text("year_from=%d&year_to=%d", ranges[r][0], ranges[r][1]), 0);
        size_t n = 0;

        expect_ranks(met);
        for (size_t i = 0; i < json_array_size(all); i++) {
            int64_t id = member(all, i, "album_id"), year = year_of(id);

            if (year < ranges[r][0] || year > ranges[r][1])
                continue;
            EXPECT_INT(member(met, n, "album_id"), id);
            n++;
        }
        EXPECT_INT((int64_t)json_array_size(met), (int64_t)n);
        json_decref(met);
    }
    json_decref(all);
}

static void genres(void)
{
    json_t *all, *rock;
    size_t n = 0;

    prepare();
    all = walk_path(alice()->token, CHARTS, "albums", "sort=popular", 100);
    rock = walk_path(alice()->token, CHARTS, "albums", "sort=popular&genre=Rock", 0);
    expect_ranks(rock);
    for (size_t i = 0; i < json_array_size(all); i++) {
        int64_t id = member(all, i, "album_id");
        struct answer *shown = get(text("/api/v1/albums/%" PRId64, id));

        if (shown->status != 200 || !list_has(json_at(shown->json, "/genres"), "Rock"))
            continue;
        EXPECT_INT(member(rock, n, "album_id"), id);
        n++;
    }
    EXPECT(n > 5, "only %zu albums are Rock", n);
    EXPECT_INT((int64_t)json_array_size(rock), (int64_t)n);
    EXPECT_JSON(get(CHARTS "?genre=No+such+genre"), "/albums", "[]");
    json_decref(all);
    json_decref(rock);
}

/* A chart follows a rating at once. */
static void followed(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(100), 5), *met;

    met = get_as(who->token, CHARTS "?sort=popular&limit=100");
    EXPECT(strstr(met->body, text("\"album_id\":%" PRId64 ",", album(100))) != NULL,
           "album %" PRId64 " is not in the chart", album(100));
    EXPECT_STATUS(del(who->token, answer_header(made, "Location")), 204);
    met = get_as(who->token, CHARTS "?sort=popular&limit=100");
    EXPECT(int_at(get_as(who->token,
                         text("/api/v1/ratings/summary?album_id=%" PRId64, album(100))),
                  "/count") > 0 ||
               strstr(met->body, text("\"album_id\":%" PRId64 ",", album(100))) == NULL,
           "an album without ratings is in the chart");
}

static void refused(void)
{
    static const char *const bad[] = {
        "sort=best", "sort=-top",      "year_from=x", "year_to=0", "year_from=10000",
        "genre=",    "cursor=nothing", "artist=1",    "limit=101"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_STATUS(get(text(CHARTS "?%s", bad[i])), 400);
}

static const struct test tests[] = {
    {"GET /charts: the best first, by the lower end of the interval", top     },
    {"GET /charts: the most rated first",                             popular },
    {"GET /charts: those rated more than usual",                      trending},
    {"GET /charts: of a range of years, ranked within it",            years   },
    {"GET /charts: of a genre, ranked within it",                     genres  },
    {"GET /charts: a rating is followed at once, both ways",          followed},
    {"GET /charts: wrong parameters and cursors are 400",             refused },
};
const struct suite charts_suite = SUITE("charts", tests);
