/* test_discogs_record.c - from records, as dumps have them, to rows. */
#include "import/discogs_record.h"

#include "import/discogs_node.h"
#include "import/import_read.h"
#include "import/import_report.h"
#include "core/arena.h"
#include "tool_unit.h"

#include "core/banned.h"

static struct arena *arena;
static struct node_parser *parser;
static struct batch batch;
static char error[256];

/* Reads one record into an emptied batch. Its id, or 0 with `error` saying why. */
static uint32_t take(enum kind kind, const char *xml)
{
    const struct node *record;
    const char *reason = NULL;
    uint32_t id;

    batch_start(&batch, kind);
    arena_reset(arena);
    error[0] = '\0';
    record = node_parse(parser, arena, xml, strlen(xml), error, sizeof error);
    if (record == NULL)
        return 0;
    id = record_read(&batch, arena, record, &reason);
    if (id == 0)
        snprintf(error, sizeof error, "%s", reason);
    return id;
}

static const char *rows(enum table table)
{
    return buffer_text(&batch.rows[table].text);
}

/* A record's own row without the hash that ends it. */
static const char *own_row(enum table table)
{
    static char row[4096];
    char *tab;

    snprintf(row, sizeof row, "%s", rows(table));
    tab = strrchr(row, '\t');
    CU_ASSERT_PTR_NOT_NULL_FATAL(tab);
    CU_ASSERT_EQUAL(strlen(tab), 34);
    *tab = '\0';
    return row;
}

static void artists(void)
{
    CU_ASSERT_EQUAL(
        take(ARTISTS,
             "<artist><images><image uri=\"\"/></images><id>3</id><name>The Josh</name>"
             "<realname>J&#13;\nW</realname><profile>On [l=Ovum].&#13;\nYes</profile>"
             "<aliases><name id=\"9\">X</name></aliases></artist>"),
        3);
    CU_ASSERT_TRUE(
        same_text(own_row(T_ARTISTS), "3\tThe Josh\tJosh, The\tJ W\tOn Ovum.\\nYes"));
    CU_ASSERT_EQUAL(take(ARTISTS, "<artist><id>3</id><name> </name></artist>"), 0);
    CU_ASSERT_STRING_EQUAL(error, "no name");
    CU_ASSERT_EQUAL(take(ARTISTS, "<artist><name>X</name></artist>"), 0);
    CU_ASSERT_STRING_EQUAL(error, "no id");
    CU_ASSERT_STRING_EQUAL(rows(T_ARTISTS), "");
}

static void labels(void)
{
    CU_ASSERT_EQUAL(
        take(
            LABELS,
            "<label><sublabels><label id=\"8\">Sub</label></sublabels><id>5</id><name>Svek</name>"
            "<parentLabel id=\"4\">Goldhead</parentLabel></label>"),
        5);
    CU_ASSERT_TRUE(same_text(own_row(T_LABELS), "5\tSvek\t\\N\tGoldhead"));
}

static void masters(void)
{
    CU_ASSERT_EQUAL(
        take(
            MASTERS,
            "<master id=\"122\"><main_release>85912</main_release><artists><artist><id>194</id>"
            "<name>Various</name></artist></artists><genres><genre>Electronic</genre></genres>"
            "<styles><style>IDM</style><style>Techno</style></styles><year>0</year>"
            "<title>T</title><notes>[b]N[/b]</notes></master>"),
        122);
    CU_ASSERT_TRUE(
        same_text(own_row(T_ALBUMS),
                  "122\t85912\tT\tVarious\t\\N\t0\tElectronic\tIDM\\nTechno\tN"));
    CU_ASSERT_TRUE(same_text(rows(T_CREDITS), "122\t1\t\\N\tVarious\t\n"));
    CU_ASSERT_TRUE(same_text(rows(T_STYLES), "122\tIDM\n122\tTechno\n"));
    CU_ASSERT_STRING_EQUAL(rows(T_PEOPLE), "");
}

#define RELEASE(inner) "<release id=\"7\" status=\"Accepted\">" inner "</release>"

static void releases(void)
{
    CU_ASSERT_EQUAL(
        take(
            RELEASES,
            RELEASE(
                "<artists><artist><id>41</id><name>Au (2)</name><join>&amp;</join></artist><artist><id>42</id>"
                "<name>B</name></artist></artists><title>Anti</title><labels>"
                "<label catno=\"WAP54\" name=\"Warp\"/><label catno=\"none\" name=\"W2\" id=\"6\"/></labels>"
                "<formats><format name=\"Vinyl\" qty=\"2\" text=\"Red\"><descriptions><description>12\"</description>"
                "<description>EP</description></descriptions></format><format name=\"CD\" qty=\"1\" text=\"\"/>"
                "</formats><genres><genre>E</genre></genres><country>UK</country><released>1994-09-00</released>"
                "<master_id is_main_release=\"true\">9</master_id><identifiers>"
                "<identifier type=\"Matrix\" value=\"m\"/><identifier type=\"Barcode\" value=\"5 02\"/>"
                "</identifiers>")),
        7);
    CU_ASSERT_TRUE(
        same_text(own_row(T_RELEASES),
                  "7\t9\tAnti\tAu & B\t41\tWarp\tWAP54\tUK\t1994-09\t1994\tVinyl\t"
                  "2 x Vinyl, 12\", EP, Red\\nCD\t502\t\\N\tE\t"));
    CU_ASSERT_TRUE(
        same_text(rows(T_RELEASE_LABELS), "7\t1\t\\N\tWarp\tWAP54\n7\t2\t6\tW2\t\\N\n"));
    CU_ASSERT_TRUE(same_text(rows(T_FORMATS),
                             "7\t1\tVinyl\t2\tRed\t12\"\\nEP\n7\t2\tCD\t1\t\\N\t\n"));
    CU_ASSERT_TRUE(
        same_text(rows(T_IDENTIFIERS),
                  "7\t1\tMatrix\t\\N\tm\t\\N\n7\t2\tBarcode\t\\N\t5 02\t502\n"));
    CU_ASSERT_TRUE(same_text(rows(T_PEOPLE), "41\tAu (2)\tAu (2)\n42\tB\tB\n"));
}

#define TRACK(position, title, duration, more)                                           \
    "<track><position>" position "</position><title>" title                              \
    "</title><duration>" duration "</duration>" more "</track>"
#define FORMATS(quantity)                                                                \
    "<formats><format name=\"Vinyl\" qty=\"" quantity "\"/></formats>"

static void tracks(void)
{
    take(RELEASES, RELEASE(FORMATS("2") "<tracklist>" TRACK("", "Side One", "", "") TRACK(
                       "A1", "One", "3:05",
                       "<artists><artist><id>5</id><name>X</name></artist></artists>")
                               TRACK("C1 ", "Two", "odd", "")
                                   TRACK("", "Hidden", "1:00", "") "</tracklist>"));
    CU_ASSERT_TRUE(same_text(rows(T_TRACKS),
                             "7\t1\t\\N\t\\N\tSide One\t\\N\t\\N\t\\N\t\\N\t\\N\n"
                             "7\t2\t\\N\tA1\tOne\tX\t5\t185\t1\t1\n"
                             "7\t3\t\\N\tC1\tTwo\t\\N\t\\N\t\\N\t2\t1\n"
                             "7\t4\t\\N\t\\N\tHidden\t\\N\t\\N\t60\t2\t2\n"));
    CU_ASSERT_EQUAL(batch.read.tracks, 4);
    CU_ASSERT_EQUAL(batch.read.songs, 3);
    CU_ASSERT_EQUAL(batch.read.durations, 1);
}

static void index_tracks(void)
{
    take(RELEASES,
         RELEASE("<tracklist>" TRACK("1", "Suite", "7:00",
                                     "<sub_tracks>" TRACK("1.a", "P", "", "")
                                         TRACK("1.b", "Q", "", "") "</sub_tracks>")
                     TRACK("2", "Medley", "5:00",
                           "<sub_tracks>" TRACK("", "R", "",
                                                "") "</sub_tracks>") "</tracklist>"));
    CU_ASSERT_TRUE(same_text(rows(T_TRACKS),
                             "7\t1\t\\N\t1\tSuite\t\\N\t\\N\t420\t\\N\t\\N\n"
                             "7\t2\t1\t1.a\tP\t\\N\t\\N\t\\N\t1\t1\n"
                             "7\t3\t1\t1.b\tQ\t\\N\t\\N\t\\N\t1\t2\n"
                             "7\t4\t\\N\t2\tMedley\t\\N\t\\N\t300\t1\t3\n"
                             "7\t5\t4\t\\N\tR\t\\N\t\\N\t\\N\t\\N\t\\N\n"));
    CU_ASSERT_EQUAL(batch.read.tracks, 2);
    CU_ASSERT_EQUAL(batch.read.sub_tracks, 3);
}

static void parts_of_parts(void)
{
    take(RELEASES, RELEASE("<tracklist>" TRACK(
                       "", "Opera", "",
                       "<sub_tracks>" TRACK("", "Act", "",
                                            "<sub_tracks>" TRACK("1", "P", "", "")
                                                TRACK("2", "Q", "", "") "</sub_tracks>")
                           TRACK("3", "R", "", "") "</sub_tracks>") "</tracklist>"));
    CU_ASSERT_TRUE(same_text(rows(T_TRACKS),
                             "7\t1\t\\N\t\\N\tOpera\t\\N\t\\N\t\\N\t\\N\t\\N\n"
                             "7\t2\t1\t\\N\tAct\t\\N\t\\N\t\\N\t\\N\t\\N\n"
                             "7\t3\t2\t1\tP\t\\N\t\\N\t\\N\t1\t1\n"
                             "7\t4\t2\t2\tQ\t\\N\t\\N\t\\N\t1\t2\n"
                             "7\t5\t1\t3\tR\t\\N\t\\N\t\\N\t1\t3\n"));
    CU_ASSERT_EQUAL(batch.read.sub_tracks, 4);
}

static void no_positions(void)
{
    take(RELEASES, RELEASE("<tracklist>" TRACK("", "One", "", "")
                               TRACK("", "Two", "", "") "</tracklist>"));
    CU_ASSERT_EQUAL(batch.read.songs, 2);
}

/* The hash that ends the only release's row. */
static void hash_of(const char *xml, char hash[HASH_SIZE])
{
    const char *tab;

    CU_ASSERT_EQUAL(take(RELEASES, xml), 7);
    tab = strrchr(rows(T_RELEASES), '\t');
    snprintf(hash, HASH_SIZE, "%s", tab == NULL ? "" : tab + 1);
}

static void hashes(void)
{
    char a[HASH_SIZE], b[HASH_SIZE], c[HASH_SIZE];

    hash_of(
        RELEASE("<title>A</title><tracklist>" TRACK("1", "One", "", "") "</tracklist>"),
        a);
    hash_of("<release status=\"x\" id=\"7\"> <title>A</title><images/><tracklist>" TRACK(
                "1", "One", "", "") "</tracklist></release>",
            b);
    hash_of(
        RELEASE("<title>A</title><tracklist>" TRACK("1", "Two", "", "") "</tracklist>"),
        c);
    CU_ASSERT_STRING_EQUAL(a, b);
    CU_ASSERT_STRING_NOT_EQUAL(a, c);
}

static void bad_xml(void)
{
    static const char *const wrong[] = {
        RELEASE("<title>a\x07</title>"),
        RELEASE("<title>\xff\xfe</title>"),
        RELEASE("<title>\xed\xa0\x80</title>"),
        RELEASE("<a></b>"),
        RELEASE("&nope;"),
        RELEASE("<title>&#0;</title>"),
    };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        CU_ASSERT_EQUAL(take(RELEASES, wrong[i]), 0);
        CU_ASSERT_STRING_NOT_EQUAL(error, "");
    }
    CU_ASSERT_EQUAL(take(RELEASES, RELEASE("<title>fine</title>")), 7);
}

static void found_ids(void)
{
    const char *release = "<release status=\"Accepted\" id=\"157\"><title>x</title>";
    const char *artist = "<artist><images/><id>99</id>";

    CU_ASSERT_EQUAL(report_find_id(release, strlen(release)), 157);
    CU_ASSERT_EQUAL(report_find_id(artist, strlen(artist)), 99);
    CU_ASSERT_EQUAL(report_find_id("<release", 8), 0);
}

static void kinds(void)
{
    static const struct {
        const char *text;
        enum kind kind;
    } cases[] = {
        {"<artists>\n<artist>",                              ARTISTS },
        {"<label>",                                          LABELS  },
        {"\xef\xbb\xbf<?xml version='1.0'?>\n<masters>",     MASTERS },
        {"<!-- <artists> --><!DOCTYPE x><release id=\"1\">", RELEASES},
        {"<rss>",                                            KINDS   },
        {"no xml",                                           KINDS   },
        {"<",                                                KINDS   },
    };
    char name[32];

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (dump_kind(cases[i].text, strlen(cases[i].text), name, sizeof name) !=
            cases[i].kind)
            CU_FAIL(cases[i].text);
    CU_ASSERT_EQUAL(dump_kind("<rss>", 5, name, sizeof name), KINDS);
    CU_ASSERT_STRING_EQUAL(name, "rss");
}

int main(void)
{
    static const struct unit units[] = {
        {"an artist becomes a row; one without name or id is refused", artists       },
        {"a label's id is its own, not a sublabel's",                  labels        },
        {"a master becomes an album's row, with its words and credit", masters       },
        {"a release becomes a row, and its lists become theirs",       releases      },
        {"headings are no songs, discs follow the sides",              tracks        },
        {"index tracks are told by parts that have positions",         index_tracks  },
        {"a list without any position has no headings",                no_positions  },
        {"parts of parts are tracks, too",                             parts_of_parts},
        {"the hash changes with what is kept, and with nothing else",  hashes        },
        {"bad XML costs its record alone",                             bad_xml       },
        {"a bad record's id is found in its bytes",                    found_ids     },
        {"a dump's kind is its first element",                         kinds         },
    };
    int status;

    arena = arena_new();
    parser = node_parser_new();
    batch_init(&batch);
    status = run_units("discogs_record", units, sizeof units / sizeof *units);
    batch_free(&batch);
    node_parser_free(&parser);
    arena_free(&arena);
    return status;
}
