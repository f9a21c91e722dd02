/* test_shape.c - described structs written as JSON, and characters counted. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "harness/expect.h"
#include "record.h"
#include "units.h"

#include "core/banned.h"

static const struct field part_fields[] = {
    FIELD(struct part, id, FIELD_ID),
    FIELD(struct part, name, FIELD_TEXT),
};
static const struct shape part_shape = SHAPE(struct part, part_fields);

static const struct field fields[] = {
    FIELD(struct record, id, FIELD_ID),
    FIELD(struct record, count, FIELD_COUNT),
    FIELD(struct record, maybe, FIELD_MAYBE),
    FIELD(struct record, year, FIELD_YEAR),
    FIELD(struct record, stars, FIELD_HALF_STARS),
    FIELD(struct record, real, FIELD_REAL),
    FIELD(struct record, score, FIELD_SCORE),
    FIELD(struct record, flag, FIELD_BOOL),
    FIELD(struct record, text, FIELD_TEXT),
    FIELD(struct record, time, FIELD_TIME),
    FIELD(struct record, lines, FIELD_LINES),
    FIELD(struct record, secret, FIELD_TEXT, .flags = HIDDEN),
    FIELD(struct record, parts, FIELD_ROWS, .rows = &part_shape),
    FIELD(struct record, part, FIELD_RECORD, .rows = &part_shape),
};
const struct shape record_shape = SHAPE(struct record, fields);

/* The JSON of a record as text; the caller's to free. */
static char *shown(const struct record *record)
{
    json_t *json = shape_to_json(&record_shape, record);
    char *text = json == NULL ? NULL : json_dumps(json, JSON_COMPACT);

    json_decref(json);
    return text;
}

static void all_there(void)
{
    struct part parts[] = {
        {7, "Miles"},
        {0, NULL   }
    };
    const struct record record = {
        .id = 9007199254740991,
        .count = 0,
        .maybe = 0,
        .year = 1959,
        .stars = 9,
        .real = 0.25,
        .score = 4.123456789,
        .flag = true,
        .text = "S\xc3\xb6ng \"quoted\"",
        .time = "2026-11-23T08:00:00.000Z",
        .lines = "Jazz\nModal",
        .secret = "nobody's business",
        .parts = {parts, 2},
        .part = &parts[0],
    };
    char *text = shown(&record);

    EXPECT_TEXT(text,
                "{\"id\":9007199254740991,\"count\":0,\"maybe\":0,\"year\":1959,"
                "\"stars\":4.5,\"real\":0.25,\"score\":4.1234999999999999,\"flag\":true,"
                "\"text\":\"S\xc3\xb6ng \\\"quoted\\\"\","
                "\"time\":\"2026-11-23T08:00:00.000Z\",\"lines\":[\"Jazz\",\"Modal\"],"
                "\"parts\":[{\"id\":7,\"name\":\"Miles\"},{\"id\":null,\"name\":null}],"
                "\"part\":{\"id\":7,\"name\":\"Miles\"}}");
    free(text);
}

static void nothing_there(void)
{
    const struct record record = {.maybe = -1, .real = NAN};
    char *text = shown(&record);

    EXPECT_TEXT(text,
                "{\"id\":null,\"count\":0,\"maybe\":null,\"year\":null,\"stars\":null,"
                "\"real\":null,\"score\":null,\"flag\":false,\"text\":null,"
                "\"time\":null,\"lines\":[],\"parts\":[],\"part\":null}");
    free(text);
}

/* A column that is put together has newlines between, a body one after each. */
static void lines(void)
{
    static const struct {
        const char *text, *json;
    } cases[] = {
        {NULL,      "[]"               },
        {"",        "[]"               },
        {"a",       "[\"a\"]"          },
        {"a\n",     "[\"a\"]"          },
        {"a\nb",    "[\"a\",\"b\"]"    },
        {"a\n\n",   "[\"a\",\"\"]"     },
        {"\n",      "[\"\"]"           },
        {"\n\nb\n", "[\"\",\"\",\"b\"]"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct record record = {.lines = cases[i].text};
        json_t *json = shape_to_json(&record_shape, &record);
        char *met = json_dumps(json_object_get(json, "lines"), JSON_COMPACT);

        EXPECT_TEXT(met, cases[i].json);
        free(met);
        json_decref(json);
    }
}

static void half_stars(void)
{
    for (int64_t half = 1; half <= 10; half++) {
        const struct record record = {.stars = half};
        json_t *json = shape_to_json(&record_shape, &record);

        EXPECT_NEAR(json_real_value(json_object_get(json, "stars")), (double)half / 2, 0);
        json_decref(json);
    }
}

static void not_utf8(void)
{
    const struct record record = {.text = "broken \xff\xfe"};
    json_t *json = shape_to_json(&record_shape, &record);

    EXPECT(json == NULL, "a text that is not UTF-8 was written");
    json_decref(json);
}

static void find(void)
{
    const struct field *field = shape_find(&record_shape, "year");

    REQUIRE(field != NULL, "year is not found");
    EXPECT_TEXT(field->name, "year");
    EXPECT(shape_find(&record_shape, "years") == NULL, "years is found");
    EXPECT(shape_find(&record_shape, "yea") == NULL, "yea is found");
    EXPECT(shape_find(&record_shape, "") == NULL, "nothing is found");
}

static void characters(void)
{
    EXPECT_INT((int64_t)text_characters(""), 0);
    EXPECT_INT((int64_t)text_characters("abc"), 3);
    EXPECT_INT((int64_t)text_characters("Bj\xc3\xb6rk"), 5);
    EXPECT_INT((int64_t)text_characters("\xe5\x9d\x82\xe6\x9c\xac"), 2);
    EXPECT_INT((int64_t)text_characters("\xf0\x9f\x8e\xb5!"), 2);
}

static void utf8(void)
{
    static const char *const bad[] = {
        "\x80",         "\xc3",         "\xc0\xaf",
        "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
        "\xff",         "abc\xe2\x82",  "\xf8\x88\x80\x80\x80"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT(!text_is_utf8(bad[i]), "case %zu passes for UTF-8", i);
    EXPECT(text_is_utf8(""), "the empty text");
    EXPECT(text_is_utf8("caf\xc3\xa9 \xe5\x9d\x82 \xf0\x9f\x8e\xb5"), "good text");
}

static const struct test tests[] = {
    {"shape_to_json: every kind of field, in the description's order, hidden ones not",
     all_there                                                                                       },
    {"shape_to_json: what is missing is null, an empty list []",                        nothing_there},
    {"shape_to_json: each newline ends a line, the last may be left out",               lines        },
    {"shape_to_json: half-stars 1 to 10 are 0.5 to 5",                                  half_stars   },
    {"shape_to_json: a text that is not UTF-8 gives nothing, not half",                 not_utf8     },
    {"shape_find: by the whole name only",                                              find         },
    {"text_characters: code points, not bytes",                                         characters   },
    {"text_is_utf8: overlong, surrogate, cut and beyond are refused",                   utf8         },
};
const struct suite shape_suite = SUITE("shape", tests);
