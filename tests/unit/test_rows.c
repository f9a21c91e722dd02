/* test_rows.c - the text that LOAD DATA reads. */
#include "base/rows.h"

#include "tool_unit.h"

#include "core/banned.h"

static const struct column columns[] = {
    {"id",          "INT", 0, NULL},
    {"name",            "VARCHAR(5)", 5, NULL},
    {"note",             "VARCHAR(10)", 0, ""},
    {0},
};
static const struct staging staging = {
    .name = "import_test", .columns = columns, .more = "KEY (id)"};

/* One row; the text it becomes, valid until the next. */
static const char *row(uint32_t id, const char *name, const char *note, uint64_t *cuts)
{
    static struct rows rows;

    rows.staging = &staging;
    rows_clear(&rows);
    rows_id(&rows, id);
    rows_text(&rows, name);
    rows_text(&rows, note);
    rows_end(&rows);
    if (cuts != NULL)
        *cuts = rows.cuts[1];
    return buffer_text(&rows.text);
}

static void escapes(void)
{
    CU_ASSERT_TRUE(
        same_text(row(1, "a\tb", "c\nd\\e\rf", NULL), "1\ta\\tb\tc\\nd\\\\e\\rf\n"));
    CU_ASSERT_TRUE(same_text(row(1, "\\N", "\"'", NULL), "1\t\\\\N\t\"'\n"));
}

static void nothing(void)
{
    CU_ASSERT_TRUE(same_text(row(0, NULL, NULL, NULL), "\\N\t\\N\t\n"));
    CU_ASSERT_TRUE(same_text(row(4294967295u, "", "", NULL), "4294967295\t\t\n"));
}

static void cuts(void)
{
    uint64_t count = 0, before = 0;

    row(1, "12345", "", &before);
    CU_ASSERT_TRUE(same_text(row(1, "123456", "", &count), "1\t12345\t\n"));
    CU_ASSERT_EQUAL(count, before + 1);
    CU_ASSERT_TRUE(same_text(row(1, "äöüßé!", "", &count), "1\täöüßé\t\n"));
    CU_ASSERT_EQUAL(count, before + 2);
    CU_ASSERT_TRUE(same_text(row(1, "äöüßé", "", &count), "1\täöüßé\t\n"));
    CU_ASSERT_EQUAL(count, before + 2);
    CU_ASSERT_TRUE(same_text(row(1, "🎵🎵🎵🎵🎵🎵", "", &count), "1\t🎵🎵🎵🎵🎵\t\n"));
}

static void prefixes(void)
{
    CU_ASSERT_EQUAL(utf8_prefix("abc", 3, 5), 3);
    CU_ASSERT_EQUAL(utf8_prefix("abc", 3, 0), 0);
    CU_ASSERT_EQUAL(utf8_prefix("aé", 3, 1), 1);
    CU_ASSERT_EQUAL(utf8_prefix("aé", 3, 2), 3);
}

static void statements(void)
{
    struct buffer sql = {0};

    staging_create(&staging, &sql);
    CU_ASSERT_TRUE(same_text(
        buffer_text(&sql), "CREATE TEMPORARY TABLE import_test (id INT, name VARCHAR(5), "
                           "note VARCHAR(10), KEY (id)) " STAGING_OPTIONS));
    sql.length = 0;
    staging_load(&staging, &sql);
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_text(&sql), "INTO TABLE import_test "));
    CU_ASSERT_PTR_NOT_NULL(strstr(buffer_text(&sql), "(id, name, note)"));
    buffer_free(&sql);
}

static void growth(void)
{
    struct buffer buffer = {0};

    for (int i = 0; i < 100000; i++)
        buffer_add_text(&buffer, "0123456789");
    CU_ASSERT_EQUAL(buffer.length, 1000000);
    CU_ASSERT_FALSE(buffer.failed);
    buffer_drop(&buffer, 999995);
    CU_ASSERT_TRUE(same_text(buffer_text(&buffer), "56789"));
    buffer_free(&buffer);
}

int main(void)
{
    static const struct unit units[] = {
        {"tabs, newlines, returns and backslashes are escaped", escapes   },
        {"nothing is NULL, or what the column has for it",      nothing   },
        {"a text is cut behind a whole character, and counted", cuts      },
        {"a prefix is counted in characters",                   prefixes  },
        {"statements name the table and its columns",           statements},
        {"a buffer grows and forgets",                          growth    },
    };

    return run_units("rows", units, sizeof units / sizeof *units);
}
