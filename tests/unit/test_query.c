/* test_query.c - what may stand behind the question mark. */
#include <inttypes.h>
#include <string.h>

#include "core/arena.h"
#include "core/query.h"
#include "harness/expect.h"
#include "record.h"
#include "units.h"

#include "core/banned.h"

static const struct filter filters[] = {
    FILTER("q", BY_TEXT, "x"),
    FILTER("name", BY_TEXT, "x"),
    FILTER("id", BY_ID, "x"),
    FILTER("year", BY_INT, "x", .min = 1000, .max = 9999),
    FILTER("score", BY_REAL, "x", .min = 0.5, .max = 5),
    FILTER("stars", BY_STARS, "x"),
    FILTER("digits", BY_DIGITS, "x"),
    FILTER("ids", BY_IDS, "x"),
    FILTER("grade", BY_CHOICE, "x", .choices = "VG+ VG G"),
    FILTER("parts", BY_PARTS, "x"),
};
static const struct sort sorts[] = {
    {"text",  "r.text",  "text",  KEY_TEXT},
    {"count", "r.count", "count", KEY_INT },
};
static const struct listing listing = {
    .plural = "records", FILTERS(filters), SORTS(sorts), .row = &record_shape};

static struct arena *arena;
static struct query query;

/* Parses; what was wrong as "parameter detail", "" if nothing. */
static const char *parse_of(const struct listing *of, const char *text)
{
    struct query_fault fault;

    query = (struct query){0};
    if (query_parse(of, text, arena, &query, &fault))
        return "";
    return arena_printf(arena, "%s %s", fault.parameter == NULL ? "?" : fault.parameter,
                        fault.detail);
}

static const char *parse(const char *text)
{
    return parse_of(&listing, text);
}

static void begin(void)
{
    arena_free(&arena);
    arena = arena_new();
    REQUIRE(arena != NULL, "no arena");
}

static void defaults(void)
{
    begin();
    EXPECT_TEXT(parse(NULL), "");
    EXPECT_INT(query.limit, 20);
    EXPECT(query.sort == &sorts[0] && !query.descending, "not the first sort, ascending");
    EXPECT(!query.continued, "continued without a cursor");
    EXPECT_TEXT(parse(""), "");
    EXPECT_TEXT(parse("&&"), "");
}

static const struct {
    const char *text, *wanted; /* of `name`; NULL: refused */
} decodings[] = {
    {"name=a+b",       "a b"     },
    {"name=a%20b",     "a b"     },
    {"name=a%2Bb",     "a+b"     },
    {"name=%c3%B6",    "\xc3\xb6"},
    {"name=a=b",       "a=b"     },
    {"%6eame=x",       "x"       },
    {"name=%26%3D",    "&="      },
    {"name=%",         NULL      },
    {"name=%4",        NULL      },
    {"name=%4g",       NULL      },
    {"name=%zz",       NULL      },
    {"name=a%00b",     NULL      },
    {"name=%ff",       NULL      },
    {"name=%c3",       NULL      },
    {"name=%ed%a0%80", NULL      },
    {"n%ffame=x",      NULL      },
};

static void percent_decoding(void)
{
    begin();
    for (size_t i = 0; i < sizeof decodings / sizeof *decodings; i++) {
        const char *met = parse(decodings[i].text);

        EXPECT((*met == '\0') == (decodings[i].wanted != NULL), "%s: \"%s\"",
               decodings[i].text, met);
        if (*met == '\0' && decodings[i].wanted != NULL)
            EXPECT_TEXT(query.values[1].text, decodings[i].wanted);
    }
}

static void unknown_and_twice(void)
{
    static const char *const twice[] = {"name=a&name=b", "limit=1&limit=1",
                                        "sort=text&sort=text", "cursor=a&cursor=a"};

    begin();
    EXPECT_TEXT(parse("colour=red"), "colour is no parameter of this resource");
    EXPECT_TEXT(parse("Name=x"), "Name is no parameter of this resource");
    EXPECT_TEXT(parse("=x"), " is no parameter of this resource");
    EXPECT_TEXT(parse("name=ok&nam=x"), "nam is no parameter of this resource");
    EXPECT_TEXT(parse_of(NULL, "limit=1"), "limit is no parameter of this resource");
    for (size_t i = 0; i < sizeof twice / sizeof *twice; i++)
        EXPECT(strstr(parse(twice[i]), "is given twice") != NULL, "%s: \"%s\"", twice[i],
               parse(twice[i]));
}

struct bounds {
    const char *name, *good[6], *bad[14];
};

static void values(void)
{
    static const struct bounds all[] = {
        {"limit",
         {"1", "20", "100"},
         {"0", "101", "x", "", "-1", "1.5", "1e1", "+5", "%201", "99999999999999999999"}},
        {"id",
         {"1", "9007199254740991"},
         {"0", "9007199254740992", "-1", "1.0", "x1", "1x", "", "0x10", "%2B1"}         },
        {"year",
         {"1000", "1969", "9999"},
         {"999", "10000", "1969.5", "1969.0", "x", "", "1e3", "--5"}                    },
        {"score",
         {"0.5", "5", "4.25"},
         {"0.4", "5.01", "nan", "inf", "", "4..2", "-", ".", "0x4"}                     },
        {"stars", {"0.5", "1", "4.5", "5.0"}, {"0", "5.5", "0.25", "4.75", "x", ""}     },
        {"ids",
         {"1", "1,2,3", "7,7"},
         {"", ",", "1,", ",1", "1,,2", "1,0", "1,x", "1;2", "1, 2"}                     },
    };

    begin();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        for (size_t n = 0; n < 6 && all[i].good[n] != NULL; n++)
            EXPECT_TEXT(parse(arena_printf(arena, "%s=%s", all[i].name, all[i].good[n])),
                        "");
        for (size_t n = 0; n < 14 && all[i].bad[n] != NULL; n++)
            EXPECT(*parse(arena_printf(arena, "%s=%s", all[i].name, all[i].bad[n])) !=
                       '\0',
                   "%s=%s was taken", all[i].name, all[i].bad[n]);
    }
}

static void bound_values(void)
{
    begin();
    EXPECT_TEXT(
        parse("id=42&year=1971&score=4.25&stars=4.5&digits=0+75596-0123&ids=3,1,2"), "");
    EXPECT_INT((int64_t)query_value(&query, "id")->uint, 42);
    EXPECT_INT(query_value(&query, "year")->integer, 1971);
    EXPECT_NEAR(query_value(&query, "score")->real, 4.25, 0);
    EXPECT_INT(query_value(&query, "stars")->integer, 9);
    EXPECT_TEXT(query_value(&query, "digits")->bytes.at, "0755960123");
    EXPECT_INT((int64_t)query.values[7].id_count, 3);
    EXPECT_INT((int64_t)query.values[7].ids[1], 1);
    EXPECT(query_value(&query, "name") == NULL, "name was not given");
    EXPECT(query_value(&query, "nothing") == NULL, "nothing was not given");
}

static void text_lengths(void)
{
    char *text;

    begin();
    text = arena_printf(arena, "name=%0200d", 0);
    EXPECT_TEXT(parse(text), "");
    text = arena_printf(arena, "name=%0201d", 0);
    EXPECT(*parse(text) != '\0', "201 characters were taken");
    EXPECT(*parse("name=") != '\0', "an empty text was taken");
    EXPECT(*parse("name") != '\0', "a name without a value was taken");
    text = arena_strdup(arena, "name=");
    for (int i = 0; i < 200; i++)
        text = arena_printf(arena, "%s%%c3%%b6", text);
    EXPECT_TEXT(parse(text), ""); /* 200 characters, 400 bytes */
}

static void hundred_ids(void)
{
    char *text;

    begin();
    text = arena_strdup(arena, "ids=1");
    for (int i = 2; i <= 100; i++)
        text = arena_printf(arena, "%s,%d", text, i);
    EXPECT_TEXT(parse(text), "");
    EXPECT_INT((int64_t)query.values[7].id_count, 100);
    EXPECT(*parse(arena_printf(arena, "%s,101", text)) != '\0', "101 ids were taken");
}

static void sorting(void)
{
    begin();
    EXPECT_TEXT(parse("sort=count"), "");
    EXPECT(query.sort == &sorts[1] && !query.descending, "not by count, ascending");
    EXPECT_TEXT(parse("sort=-count"), "");
    EXPECT(query.sort == &sorts[1] && query.descending, "not by count, descending");
    EXPECT(*parse("sort=") != '\0', "an empty sort was taken");
    EXPECT(*parse("sort=-") != '\0', "a bare - was taken");
    EXPECT(*parse("sort=--count") != '\0', "--count was taken");
    EXPECT(*parse("sort=%2Bcount") != '\0', "+count was taken");
    EXPECT(strstr(parse("sort=colour"), "must be one of text, count") != NULL, "\"%s\"",
           parse("sort=colour"));
}

static void required(void)
{
    static const struct filter need[] = {
        {"album_id", BY_ID, NULL, 0, 0, .required = true}
    };
    static const struct listing single = {FILTERS(need)};

    begin();
    EXPECT_TEXT(parse_of(&single, NULL), "album_id is required");
    EXPECT_TEXT(parse_of(&single, "album_id=5"), "");
    EXPECT_TEXT(parse_of(&single, "album_id=5&limit=3"),
                "limit is no parameter of this resource");
}

static void choices(void)
{
    static const char *const bad[] = {"", "V", "VG%20G", "vg", "VG+", "G%20", "VG%2B%2B"};

    begin();
    EXPECT_TEXT(parse("grade=VG%2B"), "");
    EXPECT_TEXT(query.values[8].arg.bytes.at, "VG+");
    EXPECT_TEXT(parse("grade=VG"), "");
    EXPECT_TEXT(parse("grade=G"), "");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_TEXT(parse(arena_printf(arena, "grade=%s", bad[i])),
                    "grade must be one of VG+ VG G");
}

static void parts(void)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"OK Comp",                 "%OK% %Comp%"                             },
        {"  %25_a_%25  b",          "%\\_a\\_% %b%"                           },
        {"it's",                    "%it% %s%"                                },
        {"%C3%B6\\",                "%\xc3\xb6%"                              },
        {"%25%25%25",               ""                                        },
        {"1 2 3 4 5 6 7 8 9 10 11", "%1% %2% %3% %4% %5% %6% %7% %8% %9% %10%"},
    };

    begin();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *met = "";

        EXPECT_TEXT(parse(arena_printf(arena, "parts=%s", cases[i].text)), "");
        for (size_t n = 0; n < query.values[9].part_count; n++)
            met = arena_printf(arena, "%s%s%s", met, n == 0 ? "" : " ",
                               query.values[9].parts[n]);
        EXPECT_TEXT(met, cases[i].wanted);
    }
    EXPECT(*parse("parts=") != '\0', "nothing to look for is taken");
    EXPECT(*parse(arena_printf(arena, "parts=%0201d", 0)) != '\0', "201 are taken");
}

static const struct test tests[] = {
    {"query: without parameters the defaults hold",                       defaults         },
    {"query: %XX and + are decoded, what is broken or no UTF-8 refused",
     percent_decoding                                                                      },
    {"query: an unknown parameter is refused, and one given twice",       unknown_and_twice},
    {"query: limits, ids, years, scores and stars have bounds",           values           },
    {"query: values are bound as their columns have them",                bound_values     },
    {"query: a text has 1 to 200 characters",                             text_lengths     },
    {"query: ids= takes a hundred",                                       hundred_ids      },
    {"query: sort takes a field of the list, - for descending",           sorting          },
    {"query: a required parameter, and no paging where there is no list", required         },
    {"query: a choice is one of its words",                               choices          },
    {"query: parts become patterns, one for each word, ten at most",      parts            },
};
const struct suite query_suite = SUITE("query", tests);
