/* tool.c - which installation the program addresses, its settings, and connections to its
 * database server. */
#include "tool.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/config.h"
#include "core/db_connect.h"

#include "core/banned.h"

#define PATH_ROOM 4096

/* clang-format off */
static const struct setting own_settings[] = {
    {"paths.sql",    SETTING_TEXT, VH_DATADIR "/sql",    0, 0, "folder of the migrations"},
    {"catalog.name", SETTING_TEXT, "vinylhound_catalog", 0, 0, "database of the catalog service"},
    {"user.name",    SETTING_TEXT, "vinylhound_user",    0, 0, "database of the user service"},
    {"rating.name",  SETTING_TEXT, "vinylhound_rating",  0, 0, "database of the rating service"},
};
/* clang-format on */
#define OWN (sizeof own_settings / sizeof *own_settings)

void complain(const char *format, ...)
{
    va_list arguments;

    fputs("vinylhound: ", stderr);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

void complain_sql(MYSQL *mysql, const char *doing)
{
    complain("%s: %s (error %u)", doing, mysql_error(mysql), mysql_errno(mysql));
}

/* The folder of the config.status that stands above this program, i.e. the build it
 * belongs to. */
static bool find_build(char *folder, size_t size)
{
    char probe[PATH_ROOM + 16];
    ssize_t length = readlink("/proc/self/exe", folder, size - 1);

    if (length < 0)
        return false;
    folder[length] = '\0';
    for (int up = 0; up < 4; up++) {
        char *slash = strrchr(folder, '/');

        if (slash == NULL || slash == folder)
            return false;
        *slash = '\0';
        snprintf(probe, sizeof probe, "%s/config.status", folder);
        if (access(probe, F_OK) == 0)
            return true;
    }
    return false;
}

bool tool_config_path(const struct tool *tool, char *path, size_t size)
{
    const char *run = tool->run;
    char build[PATH_ROOM];
    int length;

    if (tool->file != NULL)
        length = snprintf(path, size, "%s", tool->file);
    else if (run != NULL)
        length = snprintf(path, size, "%s/etc/operator.conf", run);
    else if (!find_build(build, sizeof build))
        length = snprintf(path, size, "%s/operator.conf", VH_CONFDIR);
    else if ((run = getenv("RUN")) != NULL && run[0] != '\0')
        length = snprintf(path, size, "%s/etc/operator.conf", run);
    else
        length = snprintf(path, size, "%s/.run/etc/operator.conf", build);
    return length >= 0 && (size_t)length < size;
}

bool tool_pool_path(const struct tool *tool, const char *service, char *path, size_t size)
{
    char build[PATH_ROOM];
    int length;

    (void)tool;
    if (find_build(build, sizeof build))
        length = snprintf(path, size, "%s/fcgi-apps/vinylhound-%s", build, service);
    else
        length = snprintf(path, size, "%s/vinylhound-%s", VH_SBINDIR, service);
    return length >= 0 && (size_t)length < size;
}

bool tool_pool_settings(const struct tool *tool, const char *service, char *path,
                        size_t size)
{
    char own[PATH_ROOM + 32];
    char *slash;
    int length;

    if (!tool_config_path(tool, own, sizeof own))
        return false;
    slash = strrchr(own, '/');
    if (slash != NULL)
        *slash = '\0';
    length = snprintf(path, size, "%s/%s.conf", slash == NULL ? "." : own, service);
    return length >= 0 && (size_t)length < size;
}

/* The core's settings and ours in one table. What an operator waits for (a migration, an
   import) may take longer than what a visitor waits for, so database.timeout_s has
   another default and limit here. */
static bool join_settings(struct tool *tool)
{
    struct setting *all = calloc(core_settings_count + OWN, sizeof *all);

    if (all == NULL)
        return false;
    memcpy(all, core_settings, core_settings_count * sizeof *all);
    memcpy(all + core_settings_count, own_settings, sizeof own_settings);
    for (size_t i = 0; i < core_settings_count; i++) {
        if (strcmp(all[i].name, "database.timeout_s") == 0) {
            all[i].fallback = "3600";
            all[i].max = 86400;
        } else if (strcmp(all[i].name, "database.connect_s") == 0) {
            all[i].fallback = "5";
        }
    }
    tool->settings = all;
    tool->settings_count = core_settings_count + OWN;
    return true;
}

static bool read_settings(struct tool *tool, const char *path)
{
    char error[512];

    if (access(path, R_OK) != 0) {
        const char *what_to_do = "";

        if (errno == ENOENT)
            what_to_do = strncmp(path, VH_CONFDIR, strlen(VH_CONFDIR)) == 0
                             ? "; copy " VH_DATADIR
                               "/conf/operator.conf there and fill it in"
                             : "; start the stack with `make up`, or name one with "
                               "--run DIR or --config FILE";
        complain("%s: %s%s", path, strerror(errno), what_to_do);
        return false;
    }
    if (config_read_file(tool->config, path, error, sizeof error) &&
        config_read_environment(tool->config, error, sizeof error))
        return true;
    complain("%s", error);
    return false;
}

const struct config *tool_config(struct tool *tool)
{
    char path[PATH_ROOM + 32];

    if (tool->config != NULL)
        return tool->config;
    if (!tool_config_path(tool, path, sizeof path)) {
        complain("the path of operator.conf is too long");
        return NULL;
    }
    if (join_settings(tool))
        tool->config = config_new(tool->settings, tool->settings_count);
    if (tool->config == NULL)
        complain("out of memory");
    else if (!read_settings(tool, path))
        tool_close(tool);
    return tool->config;
}

void tool_close(struct tool *tool)
{
    if (tool->config != NULL)
        config_free(&tool->config);
    free(tool->settings);
    tool->settings = NULL;
}

MYSQL *tool_connect(struct tool *tool, const char *database, unsigned long flags)
{
    const struct config *config = tool_config(tool);
    const char *socket;
    char error[512];
    unsigned number;
    MYSQL *mysql;

    if (config == NULL)
        return NULL;
    mysql = db_connect(config, database, flags, &number, error, sizeof error);
    if (mysql != NULL)
        return mysql;
    socket = config_text(config, "database.socket");
    complain("cannot connect to the database at %s: %s%s",
             socket != NULL ? socket : config_text(config, "database.host"), error,
             number >= 2000   ? "; is the stack up?"
             : number == 1049 ? "; run `vinylhound migrate` first"
                              : "");
    return NULL;
}
