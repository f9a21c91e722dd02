/* test_discogs_text.c - what the texts of a dump mean: lines, prose, ids, times, names,
 * credits. */
#include "import/discogs_text.h"

#include "import/discogs_credit.h"
#include "import/discogs_node.h"
#include "core/arena.h"
#include "core/artist_name.h"
#include "tool_unit.h"

#include "core/banned.h"

static struct arena *arena;

static void lines(void)
{
    CU_ASSERT_TRUE(same_text(text_line(arena, "  A\tB\r\nC  D \r\n"), "A B C  D"));
    CU_ASSERT_PTR_NULL(text_line(arena, " \r\n\t "));
    CU_ASSERT_PTR_NULL(text_line(arena, ""));
    CU_ASSERT_PTR_NULL(text_line(arena, NULL));
}

static void prose(void)
{
    static const char *const cases[][2] = {
        {"One.\r\nTwo.\r\n",                                "One.\nTwo."                },
        {"by [a=King Britt] on [l=R & S] and [m=X], [r=Y]",
         "by King Britt on R & S and X, Y"                                              },
        {"see [a123] and [l12]",                            "see [a123] and [l12]"      },
        {"[b]Bold[/b] [i]it[/i] [u]u[/u]",                  "Bold it u"                 },
        {"[url=http://x.org/a]the site[/url].",             "the site (http://x.org/a)."},
        {"[url=http://x.org]http://x.org[/url]",            "http://x.org"              },
        {"[url=http://x.org][/url]",                        "http://x.org"              },
        {"[url]http://x.org[/url]",                         "http://x.org"              },
        {"[Released] in [1994] [",                          "[Released] in [1994] ["    },
        {"[a=] [/url] [b",                                  "[a=]  [b"                  },
        {"[url=x]a[url=y]b[/url]c[/url]",                   "ab (y)c"                   },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_TRUE(same_text(text_prose(arena, cases[i][0]), cases[i][1]));
    CU_ASSERT_PTR_NULL(text_prose(arena, " \r\n"));
    CU_ASSERT_TRUE(same_text(text_prose(arena, "\r\n[b] x [/b]\n"), "x"));
    CU_ASSERT_PTR_NULL(text_prose(arena, "[b] [/b]"));
    CU_ASSERT_PTR_NULL(text_prose(arena, NULL));
}

static void ids(void)
{
    CU_ASSERT_EQUAL(text_id("42"), 42);
    CU_ASSERT_EQUAL(text_id("4294967295"), 4294967295u);
    CU_ASSERT_EQUAL(text_id("4294967296"), 0);
    CU_ASSERT_EQUAL(text_id("99999999999999999999999"), 0);
    CU_ASSERT_EQUAL(text_id("-1"), 0);
    CU_ASSERT_EQUAL(text_id("12x"), 0);
    CU_ASSERT_EQUAL(text_id(""), 0);
    CU_ASSERT_EQUAL(text_id(NULL), 0);
    CU_ASSERT_TRUE(text_is_linked(3));
    CU_ASSERT_FALSE(text_is_linked(0));
    CU_ASSERT_FALSE(text_is_linked(194));
    CU_ASSERT_FALSE(text_is_linked(355));
    CU_ASSERT_FALSE(text_is_linked(118760));
}

static void durations(void)
{
    static const struct {
        const char *text;
        int64_t seconds;
    } cases[] = {
        {"7:05",      425 },
        {"0:30",      30  },
        {"12:34",     754 },
        {"1:02:03",   3723},
        {"148:00",    8880},
        {" 3:20 ",    200 },
        {"",          -1  },
        {"3",         -1  },
        {"3:5",       -1  },
        {"3:60",      -1  },
        {"1:60:00",   -1  },
        {"3:20 min",  -1  },
        {"?",         -1  },
        {":30",       -1  },
        {"3:",        -1  },
        {"1:2:3:4",   -1  },
        {"(3:20)",    -1  },
        {"-3:20",     -1  },
        {"3.20",      -1  },
        {"999999:00", -1  },
        {"1:00:00",   3600},
        {"00:00",     0   },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (text_duration(cases[i].text) != cases[i].seconds)
            CU_FAIL(cases[i].text);
    CU_ASSERT_EQUAL(text_duration(NULL), -1);
}

static void released(void)
{
    static const struct {
        const char *text, *written;
        unsigned year;
    } cases[] = {
        {"1994",       "1994",       1994},
        {"1994-09-03", "1994-09-03", 1994},
        {"1994-00-00", "1994",       1994},
        {"1994-09-00", "1994-09",    1994},
        {"1994-9-3",   "1994-09-03", 1994},
        {"1994-13-01", "1994",       1994},
        {"1994-12-32", "1994-12",    1994},
        {" 1994",      "1994",       1994},
        {"199?",       "",           0   },
        {"",           "",           0   },
        {"0",          "",           0   },
        {"Sep 1994",   "",           0   },
        {"1994-",      "1994",       1994},
        {"1994-00-05", "1994",       1994},
        {"19940903",   "1994",       1994},
    };
    char out[RELEASED_SIZE];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        CU_ASSERT_EQUAL(text_released(cases[i].text, out), cases[i].year);
        CU_ASSERT_TRUE(same_text(out, cases[i].written));
    }
    CU_ASSERT_EQUAL(text_released(NULL, out), 0);
    CU_ASSERT_STRING_EQUAL(out, "");
}

static void names(void)
{
    CU_ASSERT_TRUE(same_text(artist_name_plain(arena, "Rob Brown (3)"), "Rob Brown"));
    CU_ASSERT_TRUE(same_text(artist_name_plain(arena, "Apollo 440"), "Apollo 440"));
    CU_ASSERT_TRUE(same_text(artist_name_plain(arena, "X (UK)"), "X (UK)"));
    CU_ASSERT_TRUE(same_text(artist_name_plain(arena, "X (12"), "X (12"));
    CU_ASSERT_TRUE(same_text(artist_name_plain(arena, "X ()"), "X ()"));
    CU_ASSERT_TRUE(same_text(artist_name_plain(arena, "(2)"), "(2)"));
    CU_ASSERT_TRUE(
        same_text(artist_name_plain(arena, "J. Wink (DJ  Wink)"), "J. Wink (DJ  Wink)"));
}

static void sort_names(void)
{
    static const char *const cases[][2] = {
        {"The Beatles",             "Beatles, The"           },
        {"The Beatles (2)",         "Beatles, The (2)"       },
        {"the brilliant green",     "brilliant green, the"   },
        {"A Tribe Called Quest",    "Tribe Called Quest, A"  },
        {"Die Krupps",              "Krupps, Die"            },
        {"Les Rythmes Digitales",   "Rythmes Digitales, Les" },
        {"Designers Republic, The", "Designers Republic, The"},
        {"The The",                 "The, The"               },
        {"The (2)",                 "The (2)"                },
        {"A + B",                   "A + B"                  },
        {"LA Synthesis",            "LA Synthesis"           },
        {"Theatre Of Hate",         "Theatre Of Hate"        },
        {"The Ünder",              "Ünder, The"            },
        {"Autechre",                "Autechre"               },
        {"The",                     "The"                    },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        CU_ASSERT_TRUE(same_text(artist_name_sorted(arena, cases[i][0]), cases[i][1]));
}

static void barcodes(void)
{
    CU_ASSERT_TRUE(same_text(text_digits(arena, "5 021603 054066"), "5021603054066"));
    CU_ASSERT_PTR_NULL(text_digits(arena, "none"));
    CU_ASSERT_PTR_NULL(text_digits(arena, NULL));
}

/* The credit of <artists>...</artists>. */
static const struct credit *credits(const char *xml)
{
    struct node_parser *parser = node_parser_new();
    char error[128] = "";
    const struct node *artists =
        node_parse(parser, arena, xml, strlen(xml), error, sizeof error);

    CU_ASSERT_STRING_EQUAL(error, "");
    node_parser_free(&parser);
    return credits_read(arena, artists);
}

#define ARTIST(id, name, anv, join)                                                      \
    "<artist><id>" id "</id><name>" name "</name><anv>" anv "</anv><join>" join          \
    "</join></artist>"

static void credit_texts(void)
{
    const struct credit *made;

    made = credits("<artists>" ARTIST("1", "A (2)", "", "&amp;")
                       ARTIST("2", "B", "Bee", "") "</artists>");
    CU_ASSERT_TRUE(same_text(credits_text(arena, made), "A & Bee"));
    CU_ASSERT_TRUE(same_text(made->name, "A (2)"));
    CU_ASSERT_TRUE(same_text(made->joiner, "&"));
    made = credits("<artists>" ARTIST("1", "A", "", ",") ARTIST("2", "B", "", "Feat.")
                       ARTIST("3", "C", "", "x") "</artists>");
    CU_ASSERT_TRUE(same_text(credits_text(arena, made), "A, B Feat. C"));
    made = credits("<artists>" ARTIST("1", "A", "", "")
                       ARTIST("2", "B", "", "") "</artists>");
    CU_ASSERT_TRUE(same_text(credits_text(arena, made), "A, B"));
    CU_ASSERT_PTR_NULL(credits("<artists/>"));
    CU_ASSERT_PTR_NULL(credits_text(arena, NULL));
    CU_ASSERT_PTR_NULL(credits("<artists><artist><id>1</id></artist></artists>"));
}

static void credit_links(void)
{
    const struct credit *made = credits(
        "<artists>" ARTIST("194", "Various", "", "") ARTIST("", "Nobody", "", "")
            ARTIST("0", "Zero", "", "") ARTIST("7", "Seven", "", "") "</artists>");

    CU_ASSERT_EQUAL(credits_first(made), 7);
    CU_ASSERT_EQUAL(made->artist, 0);
    CU_ASSERT_EQUAL(credits_first(NULL), 0);
}

int main(void)
{
    static const struct unit units[] = {
        {"a line loses breaks and outer blanks, and keeps the rest", lines       },
        {"prose keeps its lines and loses its markup",               prose       },
        {"an id is a number that fits 32 bits; some name nobody",    ids         },
        {"durations are m:ss or h:mm:ss, and nothing else",          durations   },
        {"release dates lose what is unknown",                       released    },
        {"a name loses its number, and no other bracket",            names       },
        {"a sort name has its article last",                         sort_names  },
        {"a barcode is its digits",                                  barcodes    },
        {"a credit reads as on the sleeve",                          credit_texts},
        {"the first linked artist is the album's",                   credit_links},
    };
    int status;

    arena = arena_new();
    status = run_units("discogs_text", units, sizeof units / sizeof *units);
    arena_free(&arena);
    return status;
}
