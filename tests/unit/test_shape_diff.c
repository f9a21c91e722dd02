/* test_shape_diff.c - what a change changed, and the way back. */
#include <string.h>

#include "core/arena.h"
#include "core/shape_diff.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

struct line {
    const char *title;
};
static const struct field line_fields[] = {
    FIELD(struct line, title, FIELD_TEXT, .flags = REQUIRED, .min = 1, .max = 9),
};
static const struct shape line_shape = SHAPE(struct line, line_fields);

struct page {
    const char *title, *secret;
    int64_t year;
    struct rows lines;
};
static const struct field page_fields[] = {
    FIELD(struct page, title, FIELD_TEXT, .flags = REQUIRED, .min = 1, .max = 9),
    FIELD(struct page, secret, FIELD_TEXT, .flags = HIDDEN),
    FIELD(struct page, year, FIELD_YEAR, .min = 1000, .max = 2000),
    FIELD(struct page, lines, FIELD_ROWS, .rows = &line_shape),
};
static const struct shape page_shape = SHAPE(struct page, page_fields);

static struct line lines[] = {{"one"}, {"two"}};
static const struct page old = {
    "Old", "a", 1969, {lines, 1}
};
static const struct page new = {
    "New", "b", 1969, {lines, 2}
};
static const char diff[] = "[{\"field\":\"title\",\"before\":\"Old\",\"after\":\"New\"},"
                           "{\"field\":\"lines\",\"before\":[{\"title\":\"one\"}],"
                           "\"after\":[{\"title\":\"one\"},{\"title\":\"two\"}]}]";

static struct arena *arena;

/* Values live in the arena, as a request's do. */
static void begin(void)
{
    arena = arena_new();
    REQUIRE(arena != NULL, "no arena");
    arena_lend(arena);
}

static void end(void)
{
    arena_lend(NULL);
    arena_free(&arena);
}

static void differences(void)
{
    begin();
    EXPECT_TEXT(shape_diff(&page_shape, &old, &new), diff);
    EXPECT_TEXT(shape_diff(&page_shape, &old, &old), "[]");
    EXPECT_TEXT(shape_diff(&line_shape, NULL, &lines[0]),
                "[{\"field\":\"title\",\"before\":null,\"after\":\"one\"}]");
    EXPECT_TEXT(shape_diff(&line_shape, &lines[1], NULL),
                "[{\"field\":\"title\",\"before\":\"two\",\"after\":null}]");
    EXPECT_TEXT(shape_diff_fields(diff, arena), "title, lines");
    EXPECT_TEXT(shape_diff_fields("[]", arena), "");
    end();
}

static void back(void)
{
    struct page now = new, out;
    const char *fields;

    begin();
    now.year = 1970; /* another field's change stays */
    EXPECT_INT(shape_undo(&page_shape, diff, &now, arena, &out, &fields), UNDO_DONE);
    EXPECT_TEXT(out.title, "Old");
    EXPECT_INT(out.year, 1970);
    EXPECT_INT((int64_t)out.lines.count, 1);
    EXPECT_INT(shape_undo(&line_shape, shape_diff(&line_shape, &lines[0], NULL), NULL,
                          arena, &out, &fields),
               UNDO_DONE);
    EXPECT_TEXT(out.title, "one");
    end();
}

static void conflicts(void)
{
    struct page now = new, out;
    const char *fields;

    begin();
    now.title = "Newer";
    EXPECT_INT(shape_undo(&page_shape, diff, &now, arena, &out, &fields), UNDO_CONFLICT);
    EXPECT_TEXT(fields, "title");
    now.lines.count = 1;
    EXPECT_INT(shape_undo(&page_shape, diff, &now, arena, &out, &fields), UNDO_CONFLICT);
    EXPECT_TEXT(fields, "title, lines");
    EXPECT_INT(shape_undo(&page_shape, diff, NULL, arena, &out, &fields), UNDO_CONFLICT);
    EXPECT_INT(shape_undo(&page_shape,
                          "[{\"field\":\"year\",\"before\":3,\"after\":1969}]", &new,
                          arena, &out, &fields),
               UNDO_INVALID);
    EXPECT_INT(shape_undo(&page_shape, "no JSON", &new, arena, &out, &fields),
               UNDO_FAILED);
    end();
}

static const struct test tests[] = {
    {"shape_diff: the fields that differ, each before and after",             differences},
    {"shape_undo: only the fields of the change go back",                     back       },
    {"shape_undo: a field that is no longer what the change made it is told", conflicts  },
};
const struct suite shape_diff_suite = SUITE("shape_diff", tests);
