/* test_paging.c - lists walked to their end, by every sort, both ways. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

static const struct {
    const char *plural, *sort; /* NULL: it has one order */
    const char *number;        /* the member a numeric sort goes by */
} orders[] = {
    {"albums",   "title",        NULL              },
    {"albums",   "release_year", "/release_year"   },
    {"albums",   "created_at",   NULL              },
    {"albums",   "rating",       "/weighted_rating"},
    {"albums",   "popularity",   "/rating_count"   },
    {"artists",  "name",         NULL              },
    {"artists",  "created_at",   NULL              },
    {"songs",    "position",     "/album_id"       },
    {"songs",    "title",        NULL              },
    {"releases", NULL,           NULL              },
    {"labels",   NULL,           NULL              },
    {"genres",   NULL,           NULL              },
};
#define ORDERS (sizeof orders / sizeof *orders)

/* Each number of a list is at least the one before; null counts as 0. */
static bool ascends(const json_t *list, const char *pointer)
{
    double before = -1;

    for (size_t i = 0; i < json_array_size(list); i++) {
        double now = json_number_value(json_at(json_array_get(list, i), pointer));

        if (now < before)
            return false;
        before = now;
    }
    return true;
}

static void one_order(size_t n)
{
    const char *plural = orders[n].plural, *sort = orders[n].sort;
    const char *query = sort == NULL ? "" : text("sort=%s", sort);
    json_t *up = walk(plural, query, 0), *at_once = walk(plural, query, 100);
    json_t *down = sort == NULL ? NULL : walk(plural, text("sort=-%s", sort), 0);

    EXPECT_INT((int64_t)json_array_size(up), (int64_t)json_array_size(whole(plural)));
    EXPECT(no_doubles(up), "%s?%s: something is met twice", plural, query);
    EXPECT(same_list(up, at_once), "%s?%s: limits 1 to 7 give another list than 100",
           plural, query);
    if (sort != NULL)
        EXPECT(reversed_list(up, down), "%s: -%s is not the reverse of %s", plural, sort,
               sort);
    if (orders[n].number != NULL)
        EXPECT(ascends(up, orders[n].number), "%s?%s is not in order", plural, query);
    json_decref(up);
    json_decref(at_once);
    json_decref(down);
}

static void every_order(void)
{
    forget_lists();
    for (size_t n = 0; n < ORDERS; n++)
        one_order(n);
}

static void every_limit(void)
{
    json_t *first = walk("albums", "sort=-release_year", 1);

    EXPECT_INT((int64_t)json_array_size(first),
               (int64_t)json_array_size(whole("albums")));
    for (unsigned limit = 2; limit <= 7; limit++) {
        json_t *again = walk("albums", "sort=-release_year", limit);

        EXPECT(same_list(first, again), "limit %u gives another list than 1", limit);
        json_decref(again);
    }
    json_decref(first);
}

static void text_order(void)
{
    json_t *list = walk("albums", "sort=title", 100);
    const char *before = "";
    size_t wrong = 0;

    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *title = json_string_value(json_at(json_array_get(list, i), "/title"));

        /* where both begin with plain capital letters */
        if (*title >= 'A' && *title <= 'Z' && *before >= 'A' && *before <= 'Z')
            wrong += *title < *before;
        before = title;
    }
    EXPECT_INT((int64_t)wrong, 0);
    json_decref(list);
}

static void default_page(void)
{
    struct answer *page = get("/api/v1/albums");
    struct answer *more =
        get(text("/api/v1/albums?cursor=%s&limit=3", text_at(page, "/next_cursor")));

    EXPECT_INT((int64_t)json_array_size(json_at(page->json, "/albums")), 20);
    EXPECT_INT((int64_t)json_array_size(json_at(more->json, "/albums")), 3);
    EXPECT(json_equal(json_at(more->json, "/albums/0"),
                      json_array_get(whole("albums"), 20)) == 1,
           "the second page does not begin after the first");
    page = get("/api/v1/albums?ids=9007199254740991");
    EXPECT_JSON(page, "/albums", "[]");
    EXPECT_JSON(page, "/next_cursor", "null");
}

static void limits(void)
{
    static const char *const bad[] = {"0", "101", "x",   "-1",
                                      "",  "1.5", "1e1", "18446744073709551617"};

    for (size_t n = 0; n < ORDERS; n++)
        for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
            EXPECT_PROBLEM(get(text("/api/v1/%s?limit=%s", orders[n].plural, bad[i])),
                           400, "bad-parameter");
    EXPECT_STATUS(get("/api/v1/albums?limit=100"), 200);
}

static void bad_cursors(void)
{
    static const char *const bad[] = {"",        "x",         "AAAA",   "W10",
                                      "bnVsbA",  "%00",       "%C3%BC", "WzEsMiwzXQ",
                                      "..%2F..", "eyJhIjoxfQ"};

    for (size_t n = 0; n < ORDERS; n++)
        for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
            struct answer *answer =
                get(text("/api/v1/%s?cursor=%s", orders[n].plural, bad[i]));

            EXPECT_PROBLEM(answer, 400,
                           strcmp(bad[i], "%00") == 0 ? "bad-parameter" : "bad-cursor");
        }
    EXPECT_PROBLEM(get(text("/api/v1/albums?cursor=%05000d", 0)), 400, "bad-cursor");
}

static void cursors_of_others(void)
{
    const char *cursor = text_at(
        get("/api/v1/albums?limit=1&sort=release_year&genre=Rock"), "/next_cursor");
    static const char *const others[] = {"albums?sort=-release_year&genre=Rock",
                                         "albums?sort=title&genre=Rock",
                                         "albums?sort=popularity&genre=Rock",
                                         "albums?sort=release_year",
                                         "albums?sort=release_year&genre=Jazz",
                                         "albums?sort=release_year&genre=Rock&q=a",
                                         "artists?genre=Rock",
                                         "songs?q=a",
                                         "releases?country=UK",
                                         "labels?limit=2",
                                         "genres?limit=2"};

    REQUIRE(cursor != NULL, "no cursor");
    EXPECT_STATUS(
        get(text("/api/v1/albums?sort=release_year&genre=Rock&cursor=%s", cursor)), 200);
    EXPECT_STATUS(
        get(text("/api/v1/albums?cursor=%s&genre=Rock&limit=7&sort=release_year",
                 cursor)),
        200);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        EXPECT_PROBLEM(get(text("/api/v1/%s&cursor=%s", others[i], cursor)), 400,
                       "bad-cursor");
}

static void bad_sorts(void)
{
    static const char *const bad[] = {"sort=colour",
                                      "sort=",
                                      "sort=-",
                                      "sort=Title",
                                      "sort=title,release_year",
                                      "sort=--title",
                                      "sort=title%20desc",
                                      "sort=id"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_PROBLEM(get(text("/api/v1/albums?%s", bad[i])), 400, "bad-parameter");
    EXPECT_PROBLEM(get("/api/v1/labels?sort=name"), 400, "bad-parameter");
}

static const struct test tests[] = {
    {"lists: every sort, both ways, meets everything exactly once with limits 1 to 7",
     every_order                                                                                        },
    {"GET /albums: each limit from 1 to 7 walks through the same list",                every_limit      },
    {"GET /albums: titles are in the order of the alphabet",                           text_order       },
    {"lists: 20 at a time, and from the cursor on; nothing is an empty list",
     default_page                                                                                       },
    {"lists: limit is 1 to 100, else 400",                                             limits           },
    {"lists: a cursor that is none is 400",                                            bad_cursors      },
    {"lists: a cursor of another sort, filter or list is 400",                         cursors_of_others},
    {"lists: a sort that is none is 400",                                              bad_sorts        },
};
const struct suite paging_suite = SUITE("paging", tests);
