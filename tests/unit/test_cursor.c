/* test_cursor.c - where a page ended: there and back for each kind of key, and nothing
 * that is not ours. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "core/codec.h"
#include "core/query.h"
#include "harness/expect.h"
#include "record.h"
#include "units.h"

#include "core/banned.h"

static const struct filter filters[] = {
    FILTER("name", BY_TEXT, "x"),
    FILTER("year", BY_INT, "x", .min = 1000, .max = 9999),
};
static const struct sort sorts[] = {
    {"text",  "r.text",  "text",  KEY_TEXT},
    {"count", "r.count", "count", KEY_INT },
    {"real",  "r.real",  "real",  KEY_REAL},
    {"time",  "r.time",  "time",  KEY_TIME},
};
static const struct listing listing = {
    .plural = "records", FILTERS(filters), SORTS(sorts), .row = &record_shape};
static const struct listing unsorted = {
    .plural = "records", FILTERS(filters), .row = &record_shape};

static struct arena *arena;

static void end(void)
{
    arena_lend(NULL);
    arena_free(&arena);
}

static void begin(void)
{
    end();
    arena = arena_new();
    REQUIRE(arena != NULL, "no arena");
    arena_lend(arena); /* as a thread of a pool has it */
}

static bool parse_of(const struct listing *of, const char *text, struct query *out)
{
    struct query_fault fault;

    *out = (struct query){0};
    return query_parse(of, text, arena, out, &fault);
}

/* The cursor after `record` of the list asked for by `text`. */
static const char *cursor_after(const struct listing *of, const char *text,
                                const struct record *record)
{
    struct query query;
    const char *cursor;

    REQUIRE(parse_of(of, text, &query), "\"%s\" is refused", text);
    cursor = query_cursor(&query, record, arena);
    REQUIRE(cursor != NULL, "no cursor");
    return cursor;
}

/* Asks for the page after it. */
static bool resume(const struct listing *of, const char *text, const char *cursor,
                   struct query *out)
{
    return parse_of(
        of, arena_printf(arena, "%s%scursor=%s", text, *text == '\0' ? "" : "&", cursor),
        out);
}

static void texts(void)
{
    static const char *const keys[] = {"",
                                       "Abbey Road",
                                       "quote \" and \\",
                                       "\xe5\x9d\x82\xe6\x9c\xac",
                                       "tab\there",
                                       "(What's The Story) Morning Glory?",
                                       "\xf0\x9f\x8e\xb5"};
    struct query query;

    begin();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct record record = {.id = 9007199254740991, .text = keys[i]};
        const char *cursor = cursor_after(&listing, "", &record);

        REQUIRE(resume(&listing, "", cursor, &query), "\"%s\": not taken", keys[i]);
        EXPECT(query.continued, "not continued");
        EXPECT_INT((int64_t)query.after_id, 9007199254740991);
        EXPECT(query.after.bytes.length == strlen(keys[i]) &&
                   memcmp(query.after.bytes.at, keys[i], strlen(keys[i])) == 0,
               "\"%s\" comes back as \"%s\"", keys[i],
               (const char *)query.after.bytes.at);
    }
    end();
}

static void integers(void)
{
    static const int64_t keys[] = {0, 1, -1, 1969, INT64_MAX, INT64_MIN};
    struct query query;

    begin();
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct record record = {.id = 5, .count = keys[i]};

        REQUIRE(resume(&listing, "sort=count",
                       cursor_after(&listing, "sort=count", &record), &query),
                "%ld: not taken", (long)keys[i]);
        EXPECT_INT(query.after.integer, keys[i]);
    }
    end();
}

/* To the last bit, or a page would begin with the row that the one before ended with. */
static void reals(void)
{
    struct query query;

    begin();
    srandom(3);
    for (int i = 0; i < 2000; i++) {
        double key = i == 0 ? 0 : ldexp((double)random() / 7, -(int)(random() % 60));
        struct record record = {.id = 5, .real = key};

        REQUIRE(resume(&listing, "sort=-real",
                       cursor_after(&listing, "sort=-real", &record), &query),
                "%.17g: not taken", key);
        EXPECT(query.after.real == key, "%.17g comes back as %.17g", key,
               query.after.real);
    }
    end();
}

static void times(void)
{
    struct record record = {.id = 5, .time = "2026-11-23T08:00:00.123Z"};
    struct query query;

    begin();
    REQUIRE(resume(&listing, "sort=time", cursor_after(&listing, "sort=time", &record),
                   &query),
            "not taken");
    EXPECT_TEXT(query.after.bytes.at, "2026-11-23 08:00:00.123");
    end();
}

static void by_id_alone(void)
{
    struct record record = {.id = 77};
    struct query query;

    begin();
    REQUIRE(resume(&unsorted, "", cursor_after(&unsorted, "", &record), &query),
            "not taken");
    EXPECT_INT((int64_t)query.after_id, 77);
    end();
}

static void of_another_list(void)
{
    struct record record = {.id = 5, .text = "x", .time = "2026-11-23T08:00:00.123Z"};
    const char *cursor;
    struct query query;

    begin();
    cursor = cursor_after(&listing, "name=a&year=1969", &record);
    EXPECT(resume(&listing, "name=a&year=1969", cursor, &query), "its own list");
    EXPECT(resume(&listing, "year=1969&name=a", cursor, &query), "in another order");
    EXPECT(resume(&listing, "name=a&year=1969&limit=3", cursor, &query), "another limit");
    EXPECT(!resume(&listing, "name=a", cursor, &query), "a filter less");
    EXPECT(!resume(&listing, "name=a&year=1970", cursor, &query), "another year");
    EXPECT(!resume(&listing, "name=b&year=1969", cursor, &query), "another name");
    EXPECT(!resume(&listing, "", cursor, &query), "no filter");
    EXPECT(!resume(&listing, "name=a&year=1969&sort=-text", cursor, &query),
           "descending");
    EXPECT(!resume(&listing, "name=a&year=1969&sort=count", cursor, &query), "by count");
    EXPECT(!resume(&unsorted, "name=a&year=1969", cursor, &query), "unsorted");
    end();
}

/* A cursor with these parts instead of its own. */
static const char *forged(const char *cursor, const char *id, const char *key)
{
    char plain[256];
    ssize_t n = base64url_decode(cursor, strlen(cursor), plain, sizeof plain - 1);
    char *made, *out;

    REQUIRE(n > 0, "the cursor is no base64url");
    plain[n] = '\0';
    made = arena_printf(arena, "%.*s,%s,%s]", (int)strcspn(plain, ","), plain, id, key);
    out = arena_alloc(arena, BASE64URL_SIZE(strlen(made)));
    base64url_encode(made, strlen(made), out);
    return out;
}

static void tampered(void)
{
    struct record record = {.id = 5, .text = "x", .time = "2026-11-23T08:00:00.123Z"};
    const char *cursor;
    struct query query;
    size_t taken = 0;

    begin();
    cursor = cursor_after(&listing, "sort=count", &record);
    EXPECT(resume(&listing, "sort=count", forged(cursor, "5", "0"), &query), "as it was");
    EXPECT(!resume(&listing, "sort=count", forged(cursor, "0", "0"), &query), "id 0");
    EXPECT(!resume(&listing, "sort=count", forged(cursor, "-5", "0"), &query), "id -5");
    EXPECT(!resume(&listing, "sort=count", forged(cursor, "5.5", "0"), &query), "id 5.5");
    EXPECT(!resume(&listing, "sort=count", forged(cursor, "5", "\"0\""), &query), "text");
    EXPECT(!resume(&listing, "sort=count", forged(cursor, "5", "null"), &query), "null");
    EXPECT(!resume(&listing, "sort=count", forged(cursor, "5", "0,0"), &query),
           "a fourth");
    cursor = cursor_after(&listing, "sort=time", &record);
    EXPECT(!resume(&listing, "sort=time", forged(cursor, "5", "\"yesterday\""), &query),
           "yesterday");
    EXPECT(!resume(&listing, "sort=time", forged(cursor, "5", "5"), &query), "time 5");
    cursor = cursor_after(&listing, "sort=text", &record);
    EXPECT(!resume(&listing, "sort=text", forged(cursor, "5", "5"), &query), "text 5");
    for (size_t i = 0; i < strlen(cursor); i++) { /* cut anywhere */
        char *cut = arena_strndup(arena, cursor, i);

        taken += resume(&listing, "sort=text", cut, &query);
    }
    EXPECT_INT((int64_t)taken, 0);
    end();
}

static void rubbish(void)
{
    static const char *const all[] = {"",
                                      "x",
                                      "!!!!",
                                      "AAAA",
                                      "W10",
                                      "e30",
                                      "bnVsbA",
                                      "MQ",
                                      "%00",
                                      "W1tbW1tbW1tbW10",
                                      "WzEsMiwzXQ",
                                      "WzEsMl0=",
                                      "../../etc/passwd"};
    struct query query;
    char *longest;

    begin();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        EXPECT(!resume(&listing, "", all[i], &query), "\"%s\" was taken", all[i]);
    longest = arena_alloc(arena, 10001);
    memset(longest, 'A', 10000);
    EXPECT(!resume(&listing, "", longest, &query), "10,000 characters were taken");
    end();
}

static const struct test tests[] = {
    {"cursor: texts come back as they were",                   texts          },
    {"cursor: integers come back as they were",                integers       },
    {"cursor: reals come back to the last bit",                reals          },
    {"cursor: times come back as a DATETIME is compared with", times          },
    {"cursor: of a list without sorts, by id alone",           by_id_alone    },
    {"cursor: of another list, sort or filter is refused; another limit or order of "
     "parameters is not",                                 of_another_list},
    {"cursor: tampered with, or cut, it is refused",           tampered       },
    {"cursor: rubbish is refused",                             rubbish        },
};
const struct suite cursor_suite = SUITE("cursor", tests);
