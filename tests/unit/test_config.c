/* test_config.c - settings, and which of them wins. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/config.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

static struct config *fresh(void)
{
    struct config *config = config_new(core_settings, core_settings_count);

    REQUIRE(config != NULL, "no config");
    return config;
}

/* Reads a file of this text; true, or false and the error. */
static bool read_text(struct config *config, const char *text, char *error, char *path)
{
    int fd;
    bool good;

    snprintf(path, 64, "/tmp/vh-config-XXXXXX");
    fd = mkstemp(path);
    REQUIRE(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text),
            "no temporary file");
    close(fd);
    error[0] = '\0';
    good = config_read_file(config, path, error, 256);
    unlink(path);
    return good;
}

static void order_of_precedence(void)
{
    struct config *config = fresh();
    char error[256], path[64];

    EXPECT_INT(config_number(config, "pool.drain_s"), 15);
    EXPECT(
        read_text(config, "[pool]\nthreads = 9\nqueue_ms=700\ndrain_s=7\n", error, path),
        "%s", error);
    EXPECT(read_text(config, "[pool]\nthreads=10\ndrain_s=8\n", error, path), "%s",
           error);
    EXPECT_INT(config_number(config, "pool.threads"), 10); /* the later file */
    EXPECT_INT(config_number(config, "pool.queue_ms"), 700);
    setenv("VINYLHOUND_POOL_THREADS", "11", 1);
    setenv("VINYLHOUND_POOL_DRAIN_S", "9", 1);
    EXPECT(config_read_environment(config, error, sizeof error), "%s", error);
    unsetenv("VINYLHOUND_POOL_THREADS");
    unsetenv("VINYLHOUND_POOL_DRAIN_S");
    EXPECT_INT(config_number(config, "pool.threads"), 11);
    EXPECT(config_assign(config, "pool.threads=12", error, sizeof error), "%s", error);
    EXPECT_INT(config_number(config, "pool.threads"), 12);
    EXPECT_INT(config_number(config, "pool.drain_s"), 9);
    EXPECT_INT(config_number(config, "database.port"), 3306); /* nobody's: built in */
    config_free(&config);
    EXPECT(config == NULL, "config_free leaves the pointer");
    config_free(&config);
}

static void errors_name_file_and_line(void)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"[pool]\n\nthread=3\n",               ":3: there is no setting \"pool.thread\""},
        {"# words\n[pol]\nthreads=3\n",        ":3: there is no setting \"pol.threads\""},
        {"[pool]\nthreads=many\n",             ":2: pool.threads: \"many\" is not"      },
        {"[pool]\nthreads=0\n",                ":2: pool.threads: \"0\" is not"         },
        {"[pool]\nthreads=257\n",              ":2: pool.threads: \"257\" is not"       },
        {"[pool]\nthreads=3.5\n",              ":2: pool.threads: \"3.5\" is not"       },
        {"[pool]\nthreads=\n",                 ":2: pool.threads: \"\" is not"          },
        {"[auth]\n\n\nsecure_cookies=maybe\n",
         ":4: auth.secure_cookies: \"maybe\" is neither"                                },
        {"[pool]\nthreads\n",                  ":2: neither [section] nor"              },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct config *config = fresh();
        char error[256], path[64], wanted[256];

        EXPECT(!read_text(config, cases[i].text, error, path), "taken: %s",
               cases[i].text);
        snprintf(wanted, sizeof wanted, "%s%s", path, cases[i].wanted);
        EXPECT(strncmp(error, wanted, strlen(wanted)) == 0,
               "\"%s\" does not begin \"%s\"", error, wanted);
        config_free(&config);
    }
}

static void missing_file(void)
{
    struct config *config = fresh();
    char error[256];

    EXPECT(!config_read_file(config, "/nonexistent/pool.conf", error, sizeof error),
           "a file that is not there was read");
    EXPECT_TEXT(error, "/nonexistent/pool.conf: No such file or directory");
    config_free(&config);
}

static void assignments(void)
{
    struct config *config = fresh();
    long before = config_number(config, "pool.threads");
    char error[256];

    EXPECT(!config_assign(config, "pool.threads", error, sizeof error), "no equals sign");
    EXPECT(strstr(error, "section.key=value") != NULL, "\"%s\"", error);
    EXPECT(!config_assign(config, "pool.thread=1", error, sizeof error), "misspelt");
    EXPECT(strstr(error, "there is no setting \"pool.thread\"") != NULL, "\"%s\"", error);
    EXPECT(!config_assign(config, "pool.threads=-1", error, sizeof error), "below");
    EXPECT(!config_assign(config, "pool.threads= 3x", error, sizeof error), "rubbish");
    EXPECT(
        !config_assign(config, "pool.threads=99999999999999999999", error, sizeof error),
        "beyond a long");
    EXPECT_INT(config_number(config, "pool.threads"), before);
    EXPECT(config_assign(config, "database.password=a=b c", error, sizeof error), "%s",
           error);
    EXPECT_TEXT(config_text(config, "database.password"), "a=b c");
    EXPECT(config_assign(config, "database.password=", error, sizeof error), "%s", error);
    EXPECT_TEXT(config_text(config, "database.password"), NULL);
    config_free(&config);
}

static void environment_errors(void)
{
    struct config *config = fresh();
    char error[256];

    setenv("VINYLHOUND_DATABASE_PORT", "70000", 1);
    EXPECT(!config_read_environment(config, error, sizeof error), "port 70000");
    unsetenv("VINYLHOUND_DATABASE_PORT");
    EXPECT(strstr(error, "database.port: \"70000\"") != NULL, "\"%s\"", error);
    config_free(&config);
}

static void booleans(void)
{
    static const struct {
        const char *text;
        bool wanted;
    } cases[] = {
        {"yes",   true },
        {"true",  true },
        {"on",    true },
        {"1",     true },
        {"no",    false},
        {"false", false},
        {"off",   false},
        {"0",     false}
    };
    struct config *config = fresh();
    char error[256], assignment[64];

    EXPECT(config_bool(config, "auth.secure_cookies"),
           "cookies are not secure by default");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        snprintf(assignment, sizeof assignment, "auth.secure_cookies=%s", cases[i].text);
        EXPECT(config_assign(config, assignment, error, sizeof error), "%s", error);
        EXPECT(config_bool(config, "auth.secure_cookies") == cases[i].wanted, "%s",
               cases[i].text);
    }
    EXPECT(!config_assign(config, "auth.secure_cookies=Yes!", error, sizeof error),
           "Yes!");
    config_free(&config);
}

static void help_lists_all(void)
{
    char *list = NULL;
    size_t size, lines = 0;
    FILE *out = open_memstream(&list, &size);

    REQUIRE(out != NULL, "no memory");
    config_print_help(core_settings, core_settings_count, out);
    fclose(out);
    for (const char *c = list; *c != '\0'; c++)
        lines += *c == '\n';
    EXPECT_INT((int64_t)lines, (int64_t)core_settings_count);
    for (size_t i = 0; i < core_settings_count; i++)
        EXPECT(strstr(list, core_settings[i].name) != NULL, "%s is not in the help",
               core_settings[i].name);
    free(list);
}

static const struct test tests[] = {
    {"config: built-in < first file < second file < environment < --set",
     order_of_precedence                                                                    },
    {"config: what is wrong in a file is told with file and line",
     errors_name_file_and_line                                                              },
    {"config: a file that is not there is told by its name",              missing_file      },
    {"config_assign: what is wrong is refused and changes nothing",       assignments       },
    {"config: a bad value in the environment is refused",                 environment_errors},
    {"config: yes, true, on, 1 and their contraries",                     booleans          },
    {"config: --help lists every setting on a line",                      help_lists_all    },
};
const struct suite config_suite = SUITE("config", tests);
