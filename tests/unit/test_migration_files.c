/* test_migration_files.c - which files are migrations, and what is wrong with the others.
 */
#include "migrate/migration_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include "tool_unit.h"

#include "core/banned.h"

static char folder[] = "/tmp/vinylhound-migrations-XXXXXX";

static void write_file(const char *name, const char *text)
{
    char path[256];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL(file);
    fputs(text, file);
    fclose(file);
}

static void remove_file(const char *name)
{
    char path[256];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    CU_ASSERT_EQUAL(unlink(path), 0);
}

static void names(void)
{
    static const char *const wrong[] = {
        "1_users.up.sql",    "00001_users.up.sql", "0001users.up.sql",
        "0001_.up.sql",      "0001_users.sql",     "0001_users.up.sql~",
        "0001_Users.up.sql", "0001_us-ers.up.sql", "0000_none.up.sql",
        "0001_users.UP.sql", "abcd_users.up.sql",  ""};
    char name[MIGRATION_NAME];
    unsigned version;
    bool up;

    CU_ASSERT_TRUE(
        migration_name_parse("0012_release_labels.up.sql", &version, name, &up));
    CU_ASSERT_EQUAL(version, 12);
    CU_ASSERT_STRING_EQUAL(name, "release_labels");
    CU_ASSERT_TRUE(up);
    CU_ASSERT_TRUE(migration_name_parse("9999_x2.down.sql", &version, name, &up));
    CU_ASSERT_EQUAL(version, 9999);
    CU_ASSERT_FALSE(up);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (migration_name_parse(wrong[i], &version, name, &up))
            CU_FAIL(wrong[i]);
}

static void a_folder(void)
{
    struct migrations all;
    char error[512] = "";

    write_file("0002_b.up.sql", "SELECT 2;\n");
    write_file("0001_a.up.sql", "SELECT 1;\n");
    write_file("0001_a.down.sql", "SELECT 0;\n");
    write_file("README.md", "not one");
    write_file(".hidden", "neither");
    CU_ASSERT_TRUE(migrations_read(folder, &all, error, sizeof error));
    CU_ASSERT_EQUAL_FATAL(all.count, 2);
    CU_ASSERT_EQUAL(all.list[0].version, 1);
    CU_ASSERT_PTR_NOT_NULL(all.list[0].down);
    CU_ASSERT_EQUAL(all.list[1].version, 2);
    CU_ASSERT_PTR_NULL(all.list[1].down);
    /* printf 'SELECT 1;\n' | sha256sum */
    CU_ASSERT_TRUE(
        same_text(all.list[0].checksum,
                  "b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd"));
    migrations_free(&all);
    CU_ASSERT_EQUAL(all.count, 0);
}

/* With one more file, reading fails and the message holds `said`. */
static void refused(const char *name, const char *said)
{
    struct migrations all;
    char error[512] = "";

    write_file(name, "SELECT 1;\n");
    CU_ASSERT_FALSE(migrations_read(folder, &all, error, sizeof error));
    if (strstr(error, said) == NULL || strstr(error, name) == NULL)
        CU_FAIL(error);
    migrations_free(&all);
    remove_file(name);
}

static void wrong_folders(void)
{
    struct migrations all;
    char error[512] = "";

    refused("0003-c.up.sql", "is called NNNN_what.up.sql");
    refused("0002_other.up.sql", "there is another migration 0002");
    refused("0001_other.down.sql", "there is another migration 0001");
    refused("0003_c.down.sql", "has no up file");
    CU_ASSERT_FALSE(migrations_read("/nowhere/at/all", &all, error, sizeof error));
    CU_ASSERT_PTR_NOT_NULL(strstr(error, "/nowhere/at/all"));
    migrations_free(&all);
}

static void empty_folder(void)
{
    struct migrations all;
    char error[512] = "";

    remove_file("0002_b.up.sql");
    remove_file("0001_a.up.sql");
    remove_file("0001_a.down.sql");
    CU_ASSERT_FALSE(migrations_read(folder, &all, error, sizeof error));
    CU_ASSERT_PTR_NOT_NULL(strstr(error, "holds no migrations"));
    migrations_free(&all);
    remove_file("README.md");
    remove_file(".hidden");
}

int main(void)
{
    static const struct unit units[] = {
        {"a migration's name is four digits, a word, up or down", names        },
        {"a folder is read in order, with checksums",             a_folder     },
        {"a wrong file is an error that names it",                wrong_folders},
        {"an empty folder is an error",                           empty_folder },
    };
    int status;

    if (mkdtemp(folder) == NULL)
        return EXIT_FAILURE;
    status = run_units("migration_files", units, sizeof units / sizeof *units);
    rmdir(folder);
    return status;
}
