/* test_shape_read.c - bodies read into described structs, and all that is wrong told. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "harness/expect.h"
#include "record.h"
#include "units.h"

#include "core/banned.h"

static const struct field part_fields[] = {
    FIELD(struct part, id, FIELD_ID, .flags = REQUIRED),
    FIELD(struct part, name, FIELD_TEXT, .flags = ONE_LINE, .min = 1, .max = 4),
};
static const struct shape part_shape = SHAPE(struct part, part_fields);

static const struct field fields[] = {
    FIELD(struct record, id, FIELD_ID, .flags = REQUIRED),
    FIELD(struct record, count, FIELD_COUNT, .min = -5, .max = 10),
    FIELD(struct record, maybe, FIELD_MAYBE),
    FIELD(struct record, year, FIELD_YEAR, .min = 1000, .max = 9999),
    FIELD(struct record, stars, FIELD_HALF_STARS),
    FIELD(struct record, real, FIELD_REAL),
    FIELD(struct record, flag, FIELD_BOOL),
    FIELD(struct record, text, FIELD_TEXT, .min = 2, .max = 5),
    FIELD(struct record, secret, FIELD_TEXT, .min = 1, .max = 9, .allowed = "abc"),
    FIELD(struct record, lines, FIELD_LINES, .max = 3, .each = 4),
    FIELD(struct record, parts, FIELD_ROWS, .min = 1, .max = 3, .rows = &part_shape),
};

/* Weights in an array, and boxes within boxes. */
struct box {
    double weight;
    struct rows boxes;
};
static const struct shape box_shape;
static const struct field box_fields[] = {
    FIELD(struct box, weight, FIELD_REAL, .min = -1, .max = 1),
    FIELD(struct box, boxes, FIELD_ROWS, .rows = &box_shape),
};
static const struct shape box_shape = SHAPE(struct box, box_fields);
static const struct shape shape = SHAPE(struct record, fields);

/* Reads a body; the errors as "field:code field:code", "" if there are none. */
static const char *errors_in(const struct shape *wanted, struct arena *arena,
                             const char *body, void *record)
{
    json_t *json = json_loads(body, JSON_ALLOW_NUL, NULL), *errors, *error;
    const char *list = "";
    size_t i;

    REQUIRE(json != NULL, "the test's body is no JSON: %s", body);
    errors = shape_from_json(wanted, json, arena, record);
    json_array_foreach(errors, i, error)
    {
        EXPECT(json_is_string(json_object_get(error, "detail")), "no detail: %s", body);
        list = arena_printf(arena, "%s%s%s:%s", list, i == 0 ? "" : " ",
                            json_string_value(json_object_get(error, "field")),
                            json_string_value(json_object_get(error, "code")));
    }
    json_decref(errors);
    json_decref(json);
    return list;
}

static const char *errors_of(struct arena *arena, const char *body, struct record *record)
{
    return errors_in(&shape, arena, body, record);
}

struct reading {
    const char *body, *errors;
};

static void expect_all(const struct reading *cases, size_t count)
{
    struct arena *arena = arena_new();
    struct record record;

    REQUIRE(arena != NULL, "no arena");
    for (size_t i = 0; i < count; i++) {
        const char *met = errors_of(arena, cases[i].body, &record);

        EXPECT(strcmp(met, cases[i].errors) == 0, "%s: \"%s\", not \"%s\"", cases[i].body,
               met, cases[i].errors);
    }
    arena_free(&arena);
}
#define EXPECT_ALL(table) expect_all(table, sizeof table / sizeof *table)

static void good(void)
{
    struct arena *arena = arena_new();
    struct record r;

    REQUIRE(arena != NULL, "no arena");
    EXPECT_TEXT(
        errors_of(arena,
                  "{\"id\":12,\"count\":-5,\"maybe\":3,\"year\":1969,\"stars\":4.5,"
                  "\"real\":-1.5,\"flag\":true,\"text\":\"caf\\u00e9\","
                  "\"secret\":\"abcab\",\"lines\":[\"one\",\"two\"]}",
                  &r),
        "");
    EXPECT_INT((int64_t)r.id, 12);
    EXPECT_INT(r.count, -5);
    EXPECT_INT(r.maybe, 3);
    EXPECT_INT(r.year, 1969);
    EXPECT_INT(r.stars, 9);
    EXPECT_NEAR(r.real, -1.5, 0);
    EXPECT(r.flag, "flag is false");
    EXPECT_TEXT(r.text, "caf\xc3\xa9");
    EXPECT_TEXT(r.secret, "abcab");
    EXPECT_TEXT(r.lines, "one\ntwo\n");
    arena_free(&arena);
}

static void absent(void)
{
    struct arena *arena = arena_new();
    struct record r;

    REQUIRE(arena != NULL, "no arena");
    memset(&r, 0x5a, sizeof r);
    EXPECT_TEXT(errors_of(arena, "{\"id\":1,\"text\":null,\"maybe\":null}", &r), "");
    EXPECT_INT(r.count, 0);
    EXPECT_INT(r.maybe, -1);
    EXPECT(isnan(r.real), "real is %g", r.real);
    EXPECT(!r.flag, "flag is true");
    EXPECT_TEXT(r.text, NULL);
    EXPECT_TEXT(r.lines, NULL);
    arena_free(&arena);
}

static void rows(void)
{
    struct arena *arena = arena_new();
    const struct part *parts;
    struct record r;

    REQUIRE(arena != NULL, "no arena");
    EXPECT_TEXT(errors_of(arena,
                          "{\"id\":1,\"parts\":[{\"id\":7,\"name\":\"seven\"},"
                          "{\"name\":null,\"id\":8}]}",
                          &r),
                "parts[0].name:length");
    EXPECT_TEXT(errors_of(arena,
                          "{\"id\":1,\"parts\":[{\"id\":7,\"name\":\"sept\"},"
                          "{\"name\":null,\"id\":8}]}",
                          &r),
                "");
    REQUIRE(r.parts.count == 2, "%zu parts", r.parts.count);
    parts = r.parts.items;
    EXPECT_INT((int64_t)parts[0].id, 7);
    EXPECT_TEXT(parts[0].name, "sept");
    EXPECT_INT((int64_t)parts[1].id, 8);
    EXPECT_TEXT(parts[1].name, NULL);
    EXPECT_TEXT(errors_of(arena, "{\"id\":1,\"parts\":null}", &r), "");
    EXPECT(r.parts.items == NULL && r.parts.count == 0, "absent parts are there");
    arena_free(&arena);
}

static void wrong_rows(void)
{
    static const struct reading cases[] = {
        {"{\"id\":1,\"parts\":{}}",                                 "parts:type"          },
        {"{\"id\":1,\"parts\":[]}",                                 "parts:length"        },
        {"{\"id\":1,\"parts\":[{},{},{},{}]}",                      "parts:length"        },
        {"{\"id\":1,\"parts\":[7]}",                                "parts[0]:type"       },
        {"{\"id\":1,\"parts\":[null]}",                             "parts[0]:type"       },
        {"{\"id\":1,\"parts\":[{\"id\":1},[]]}",                    "parts[1]:type"       },
        {"{\"id\":1,\"parts\":[{\"id\":1},{}]}",                    "parts[1].id:required"},
        {"{\"id\":1,\"parts\":[{\"id\":\"1\"},{\"id\":0}]}",
         "parts[0].id:type parts[1].id:range"                                             },
        {"{\"id\":1,\"parts\":[{\"id\":1,\"name\":\"a\\nb\"}]}",
         "parts[0].name:characters"                                                       },
        {"{\"id\":1,\"parts\":[{\"id\":1,\"name\":\"  \"}]}",       "parts[0].name:length"},
        {"{\"count\":99,\"parts\":[{\"id\":1,\"x\":1}]}",
         "id:required count:range parts[0].x:unknown"                                     },
        {"{\"id\":1,\"parts\":[{\"id\":1,\"name\":\"a\\u0001\"}]}",
         "parts[0].name:characters"                                                       },
    };

    EXPECT_ALL(cases);
}

static void boxes(void)
{
    struct arena *arena = arena_new();
    struct box box;

    REQUIRE(arena != NULL, "no arena");
    EXPECT_TEXT(errors_in(&box_shape, arena,
                          "{\"weight\":-1,\"boxes\":[{\"weight\":1},{\"boxes\":[]}]}",
                          &box),
                "");
    REQUIRE(box.boxes.count == 2, "%zu boxes", box.boxes.count);
    EXPECT_NEAR(((const struct box *)box.boxes.items)[0].weight, 1, 0);
    EXPECT(isnan(((const struct box *)box.boxes.items)[1].weight), "an absent weight");
    EXPECT_TEXT(errors_in(&box_shape, arena,
                          "{\"boxes\":[{\"weight\":1.01},{\"boxes\":[{},{\"weight\":-2},"
                          "{\"weight\":\"1\"}]},3],\"weight\":1e300}",
                          &box),
                "weight:range boxes[0].weight:range boxes[1].boxes[1].weight:range "
                "boxes[1].boxes[2].weight:type boxes[2]:type");
    arena_free(&arena);
}

static void required_and_unknown(void)
{
    static const struct reading cases[] = {
        {"{}",                             "id:required"                             },
        {"{\"id\":null}",                  "id:required"                             },
        {"{\"id\":1,\"nothing\":null}",    "nothing:unknown"                         },
        {"{\"id\":1,\"Id\":2}",            "Id:unknown"                              },
        {"{\"surprise\":[],\"count\":11}", "surprise:unknown id:required count:range"},
        {"{\"id\":1,\"\":1}",              ":unknown"                                },
    };

    EXPECT_ALL(cases);
}

static void types(void)
{
    static const struct reading cases[] = {
        {"{\"id\":\"1\"}",                     "id:type"   },
        {"{\"id\":1.0}",                       "id:type"   },
        {"{\"id\":true}",                      "id:type"   },
        {"{\"id\":[1]}",                       "id:type"   },
        {"{\"id\":1,\"count\":{}}",            "count:type"},
        {"{\"id\":1,\"count\":1.5}",           "count:type"},
        {"{\"id\":1,\"stars\":\"4\"}",         "stars:type"},
        {"{\"id\":1,\"stars\":false}",         "stars:type"},
        {"{\"id\":1,\"real\":\"1\"}",          "real:type" },
        {"{\"id\":1,\"flag\":1}",              "flag:type" },
        {"{\"id\":1,\"flag\":\"true\"}",       "flag:type" },
        {"{\"id\":1,\"text\":5}",              "text:type" },
        {"{\"id\":1,\"text\":[\"abc\"]}",      "text:type" },
        {"{\"id\":1,\"lines\":\"one\"}",       "lines:type"},
        {"{\"id\":1,\"lines\":[1]}",           "lines:type"},
        {"{\"id\":1,\"lines\":[null]}",        "lines:type"},
        {"{\"id\":1,\"lines\":[\"a\\nb\"]}",   "lines:type"},
        {"{\"id\":1,\"lines\":{\"0\":\"a\"}}", "lines:type"},
        {"{\"id\":1,\"real\":3}",              ""          },
    };

    EXPECT_ALL(cases);
}

static void ranges(void)
{
    static const struct reading cases[] = {
        {"{\"id\":0}",                   "id:range"   },
        {"{\"id\":-1}",                  "id:range"   },
        {"{\"id\":9007199254740991}",    ""           },
        {"{\"id\":9007199254740992}",    "id:range"   },
        {"{\"id\":9223372036854775807}", "id:range"   },
        {"{\"id\":1,\"count\":-6}",      "count:range"},
        {"{\"id\":1,\"count\":-5}",      ""           },
        {"{\"id\":1,\"count\":10}",      ""           },
        {"{\"id\":1,\"count\":11}",      "count:range"},
        {"{\"id\":1,\"year\":999}",      "year:range" },
        {"{\"id\":1,\"year\":1000}",     ""           },
        {"{\"id\":1,\"year\":10000}",    "year:range" },
        {"{\"id\":1,\"maybe\":-1}",      "maybe:range"},
    };

    EXPECT_ALL(cases);
}

static void half_stars(void)
{
    struct arena *arena = arena_new();
    struct record record;

    REQUIRE(arena != NULL, "no arena");
    /* tenths from -1 to 6: every half from 0.5 to 5, and nothing else */
    for (int tenths = -10; tenths <= 60; tenths++) {
        bool wanted = tenths >= 5 && tenths <= 50 && tenths % 5 == 0;
        const char *body =
            arena_printf(arena, "{\"id\":1,\"stars\":%.1f}", tenths / 10.0);
        const char *met = errors_of(arena, body, &record);

        EXPECT(strcmp(met, wanted ? "" : "stars:range") == 0, "%s: \"%s\"", body, met);
        if (wanted)
            EXPECT_INT(record.stars, tenths / 5);
    }
    EXPECT_TEXT(errors_of(arena, "{\"id\":1,\"stars\":4.5000001}", &record),
                "stars:range");
    EXPECT_TEXT(errors_of(arena, "{\"id\":1,\"stars\":1e300}", &record), "stars:range");
    EXPECT_TEXT(errors_of(arena, "{\"id\":1,\"stars\":5}", &record), "");
    EXPECT_INT(record.stars, 10);
    arena_free(&arena);
}

static void lengths(void)
{
    static const struct reading cases[] = {
        {"{\"id\":1,\"text\":\"\"}",                                         "text:length" },
        {"{\"id\":1,\"text\":\"a\"}",                                        "text:length" },
        {"{\"id\":1,\"text\":\"ab\"}",                                       ""            },
        {"{\"id\":1,\"text\":\"\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\xc3\xb6\"}", ""            },
        {"{\"id\":1,\"text\":\"abcdef\"}",                                   "text:length" },
        {"{\"id\":1,\"lines\":[]}",                                          ""            },
        {"{\"id\":1,\"lines\":[\"a\",\"b\",\"c\"]}",                         ""            },
        {"{\"id\":1,\"lines\":[\"a\",\"b\",\"c\",\"d\"]}",                   "lines:length"},
        {"{\"id\":1,\"lines\":[\"abcde\"]}",                                 "lines:length"},
    };

    EXPECT_ALL(cases);
}

static void characters(void)
{
    static const struct reading cases[] = {
        {"{\"id\":1,\"secret\":\"abd\"}",       "secret:characters"},
        {"{\"id\":1,\"text\":\"a\\u0001b\"}",   "text:characters"  },
        {"{\"id\":1,\"text\":\"a\\u001bb\"}",   "text:characters"  },
        {"{\"id\":1,\"text\":\"a\\u007fb\"}",   "text:characters"  },
        {"{\"id\":1,\"text\":\"a\\tb\\n\"}",    ""                 },
        {"{\"id\":1,\"text\":\"a\\u0000b\"}",   "text:characters"  },
        {"{\"id\":1,\"text\":\"ab\\u0000\"}",   "text:characters"  },
        {"{\"id\":1,\"secret\":\"a\\u0000b\"}", "secret:characters"},
        {"{\"id\":1,\"lines\":[\"a\\u0007\"]}", "lines:characters" },
        {"{\"id\":1,\"lines\":[\"a\\u0000\"]}", "lines:type"       },
    };

    EXPECT_ALL(cases);
}

static void lines_there_and_back(void)
{
    static const char *const cases[] = {"[]",
                                        "[\"\"]",
                                        "[\"\",\"\"]",
                                        "[\"a\",\"\"]",
                                        "[\"a\",\"\",\"b\"]",
                                        "[\"\",\" b\",\"\"]"};
    struct arena *arena = arena_new();
    struct record record;

    REQUIRE(arena != NULL, "no arena");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        json_t *json;
        char *text;

        EXPECT_TEXT(errors_of(arena,
                              arena_printf(arena, "{\"id\":1,\"lines\":%s}", cases[i]),
                              &record),
                    "");
        json = shape_to_json(&shape, &record);
        text = json_dumps(json_object_get(json, "lines"), JSON_COMPACT);
        EXPECT_TEXT(text, cases[i]);
        free(text);
        json_decref(json);
    }
    arena_free(&arena);
}

static const struct test tests[] = {
    {"shape_from_json: every kind of field is read",                           good                },
    {"shape_from_json: what is absent or null is the field's nothing",         absent              },
    {"shape_from_json: required and unknown members, all told at once",
     required_and_unknown                                                                          },
    {"shape_from_json: a wrong type is `type`",                                types               },
    {"shape_from_json: an integer out of its bounds is `range`",               ranges              },
    {"shape_from_json: stars from 0.5 to 5 in steps of 0.5 and no other",      half_stars          },
    {"shape_from_json: too short, too long, too many is `length`",             lengths             },
    {"shape_from_json: control, NUL and unlisted characters are `characters`",
     characters                                                                                    },
    {"shape_from_json: an array of objects is read into rows",                 rows                },
    {"shape_from_json: what is wrong in an element is named with its place",   wrong_rows          },
    {"shape_from_json: arrays within arrays, and bounds of a number",          boxes               },
    {"shape: empty lines of a list come back, the last one too",               lines_there_and_back},
};
const struct suite shape_read_suite = SUITE("shape_read", tests);
