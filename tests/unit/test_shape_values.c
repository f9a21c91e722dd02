/* test_shape_values.c - amounts of money, days and choices, read and written exactly. */
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/shape.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

struct purchase {
    int64_t price;
    const char *day, *grade;
};
static const struct field purchase_fields[] = {
    FIELD(struct purchase, price, FIELD_MONEY),
    FIELD(struct purchase, day, FIELD_DATE),
    FIELD(struct purchase, grade, FIELD_CHOICE, .choices = "VG+ VG G"),
};
static const struct shape purchase_shape = SHAPE(struct purchase, purchase_fields);

/* Whether a body with this one member is taken; what was read in *out. */
static bool takes(struct arena *arena, const char *member, const char *value,
                  struct purchase *out)
{
    json_t *json = json_pack("{}"), *errors;

    json_object_set_new(json, member,
                        json_loads(value, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL));
    errors = shape_from_json(&purchase_shape, json, arena, out);
    json_decref(json);
    json_decref(errors);
    return errors == NULL;
}

static void money(void)
{
    static const struct {
        const char *text;
        int64_t wanted; /* -2: refused */
    } cases[] = {
        {"0",                   0         },
        {"0.0",                 0         },
        {"19.99",               19990     },
        {"0.001",               1         },
        {"0.07",                70        },
        {"1.005",               1005      },
        {"1.1",                 1100      },
        {"9999999.999",         9999999999},
        {"2e3",                 2000000   },
        {"20",                  20000     },
        {"null",                -1        },
        {"0.0001",              -2        },
        {"19.9999",             -2        },
        {"1.0005",              -2        },
        {"10000000",            -2        },
        {"9999999.9991",        -2        },
        {"-0.01",               -2        },
        {"-1",                  -2        },
        {"1e300",               -2        },
        {"9223372036854775807", -2        },
        {"\"19.99\"",           -2        },
        {"true",                -2        },
    };
    struct arena *arena = arena_new();
    struct purchase read;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool taken = takes(arena, "price", cases[i].text, &read);

        EXPECT(taken == (cases[i].wanted != -2), "%s", cases[i].text);
        if (taken)
            EXPECT_INT(read.price, cases[i].wanted);
    }
    arena_free(&arena);
}

/* Every amount of a range, and some of the largest, is written as it was read. */
static void money_there_and_back(void)
{
    struct arena *arena = arena_new();
    size_t wrong = 0;

    for (int64_t n = 0; n < 200000; n++) {
        int64_t thousandths = n % 2 == 0 ? n : 9999999999 - n * 17;
        struct purchase given = {.price = thousandths}, read;
        json_t *json = shape_to_json(&purchase_shape, &given);
        char *text = json_dumps(json_object_get(json, "price"),
                                JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));

        wrong += !takes(arena, "price", text, &read) || read.price != thousandths ||
                 strlen(text) > 11;
        free(text);
        json_decref(json);
        arena_reset(arena);
    }
    EXPECT_INT((int64_t)wrong, 0);
    arena_free(&arena);
}

static void dates(void)
{
    static const char *const good[] = {"1000-01-01", "1969-09-26", "2000-02-29",
                                       "2024-02-29", "9999-12-31", "2026-11-30"};
    static const char *const bad[] = {
        "",           "0999-12-31",  "2023-02-29", "1900-02-29",  "2026-11-31",
        "2026-13-01", "2026-00-10",  "2026-01-00", "2026-1-1",    "26-01-01",
        "2026/01/01", "2026-01-01 ", "20260101",   "2026-01-01T", "-026-01-01",
        "+026-01-01", "2026-0a-01",  "today",      "2026-11-2",   "2026-11-244"};

    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        EXPECT(text_is_date(good[i]), "%s is refused", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT(!text_is_date(bad[i]), "\"%s\" passes for a day", bad[i]);
}

static void days_and_choices(void)
{
    struct arena *arena = arena_new();
    struct purchase read;

    EXPECT(takes(arena, "day", "\"2024-02-29\"", &read), "a leap day is refused");
    EXPECT_TEXT(read.day, "2024-02-29");
    EXPECT(!takes(arena, "day", "\"2023-02-29\"", &read), "no day is taken");
    EXPECT(!takes(arena, "day", "20240229", &read), "a number is taken");
    EXPECT(!takes(arena, "day", "\"2024-02-29\\u0000\"", &read), "a NUL is taken");
    EXPECT(takes(arena, "grade", "\"VG+\"", &read), "VG+ is refused");
    EXPECT_TEXT(read.grade, "VG+");
    EXPECT(takes(arena, "grade", "null", &read), "null is refused");
    EXPECT_TEXT(read.grade, NULL);
    EXPECT_INT(read.price, -1);
    EXPECT(!takes(arena, "grade", "\"V\"", &read), "half a grade is taken");
    EXPECT(!takes(arena, "grade", "\"\"", &read), "no grade is taken");
    EXPECT(!takes(arena, "grade", "\"VG+ VG\"", &read), "two grades are taken");
    EXPECT(!takes(arena, "grade", "\"vg\"", &read), "vg is taken");
    EXPECT(!takes(arena, "grade", "5", &read), "a number is taken");
    arena_free(&arena);
}

static const struct test tests[] = {
    {"shape_from_json: money has 3 decimals at most and is read exactly", money               },
    {"shape: money is written as it was read",                            money_there_and_back},
    {"text_is_date: days of the calendar and nothing else",               dates               },
    {"shape_from_json: days and choices",                                 days_and_choices    },
};
const struct suite shape_values_suite = SUITE("shape_values", tests);
