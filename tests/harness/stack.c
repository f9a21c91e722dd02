/* stack.c - rows, figures and processes of the stack under test. */
#include "stack.h"

#include <inttypes.h>
#include <mysql.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "expect.h"

#include "core/banned.h"

char *run_path(const char *below)
{
    const char *run = getenv("RUN");

    return text("%s/%s", run == NULL ? "/nonexistent" : run, below);
}

MYSQL *sql_open(const char *database)
{
    MYSQL *mysql = mysql_init(NULL);
    const struct passwd *me = getpwuid(getuid());

    if (mysql != NULL &&
        mysql_real_connect(mysql, NULL, me == NULL ? "root" : me->pw_name, NULL, database,
                           0, run_path("sock/db.sock"), 0) != NULL)
        return mysql;
    EXPECT(false, "no connection to MariaDB: %s",
           mysql == NULL ? "memory" : mysql_error(mysql));
    if (mysql != NULL)
        mysql_close(mysql);
    return NULL;
}

void sql_close(MYSQL **connection)
{
    if (*connection != NULL)
        mysql_close(*connection);
    *connection = NULL;
}

bool sql_run(MYSQL *connection, const char *statement)
{
    return connection != NULL &&
           mysql_real_query(connection, statement, strlen(statement)) == 0;
}

int64_t sql_number(const char *database, const char *query)
{
    MYSQL *mysql = sql_open(database);
    MYSQL_RES *result = sql_run(mysql, query) ? mysql_store_result(mysql) : NULL;
    MYSQL_ROW row = result == NULL ? NULL : mysql_fetch_row(result);
    int64_t number = row == NULL || row[0] == NULL ? -1 : strtoll(row[0], NULL, 10);

    if (result != NULL)
        mysql_free_result(result);
    sql_close(&mysql);
    return number;
}

double metric(const char *pool, const char *name, const char *label)
{
    const struct answer *answer = inside(text("/pools/%s/metrics", pool));
    size_t length = strlen(name);
    double sum = -1;

    for (const char *line = answer->body; *line != '\0'; line += strcspn(line, "\n")) {
        const char *one, *value;

        line += *line == '\n';
        one = text("%.*s", (int)strcspn(line, "\n"), line);
        value = strrchr(one, ' ');
        if (strncmp(one, name, length) == 0 && one[length] == '{' && value != NULL &&
            strstr(one, label) != NULL)
            sum = (sum < 0 ? 0 : sum) + strtod(value, NULL);
    }
    return sum;
}

static bool holds_all(const char *line, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strstr(line, *words) == NULL)
            return false;
    return true;
}

bool log_line_holds(const char *name, const char *const *words)
{
    FILE *file = fopen(run_path(text("log/%s.log", name)), "re");
    char *line = NULL;
    size_t room = 0;
    bool found = false;

    while (file != NULL && !found && getline(&line, &room, file) >= 0)
        found = holds_all(line, words);
    free(line);
    if (file != NULL)
        fclose(file);
    return found;
}

bool log_holds(const char *name, const char *word, const char *other)
{
    return log_line_holds(name, (const char *const[]){word, other, NULL});
}

pid_t pid_of(const char *name)
{
    FILE *file = fopen(run_path(text("pid/%s.pid", name)), "re");
    char line[32] = "";

    if (file == NULL)
        return 0;
    if (fgets(line, sizeof line, file) == NULL)
        line[0] = '\0';
    fclose(file);
    return (pid_t)strtol(line, NULL, 10);
}

bool is_alive(pid_t pid)
{
    FILE *file = fopen(text("/proc/%ld/stat", (long)pid), "re");
    char line[512] = "", *after;

    if (file == NULL)
        return false;
    if (fgets(line, sizeof line, file) == NULL)
        line[0] = '\0';
    fclose(file);
    after = strrchr(line, ')');
    return after != NULL && after[2] != 'Z' && after[2] != 'X';
}

/* A pool's pid file names the spawner (multiwatch); its children serve. */
size_t pool_workers(const char *pool, pid_t out[WORKERS_MOST])
{
    long spawner = (long)pid_of(pool);
    FILE *file = fopen(text("/proc/%ld/task/%ld/children", spawner, spawner), "re");
    char line[512] = "", *at = line;
    size_t count = 0;

    if (file == NULL)
        return 0;
    if (fgets(line, sizeof line, file) == NULL)
        line[0] = '\0';
    fclose(file);
    while (count < WORKERS_MOST) {
        char *end;
        long pid = strtol(at, &end, 10);

        if (end == at)
            break;
        at = end;
        if (is_alive((pid_t)pid))
            out[count++] = (pid_t)pid;
    }
    return count;
}

static struct {
    int64_t ids[1000];
    size_t count;
} catalogue;

static void look_up_albums(void)
{
    const char *cursor = NULL;

    do {
        const struct answer *page =
            get(text("/api/v1/albums?sort=created_at&limit=100%s%s",
                     cursor == NULL ? "" : "&cursor=", cursor == NULL ? "" : cursor));
        const json_t *list = json_at(page->json, "/albums");

        REQUIRE_STATUS(page, 200);
        for (size_t i = 0; i < json_array_size(list) && catalogue.count < 1000; i++)
            catalogue.ids[catalogue.count++] =
                json_integer_value(json_object_get(json_array_get(list, i), "id"));
        cursor = text_at(page, "/next_cursor");
    } while (cursor != NULL);
    REQUIRE(catalogue.count > 100, "the demo catalogue has %zu albums", catalogue.count);
}

size_t albums(void)
{
    if (catalogue.count == 0)
        look_up_albums();
    return catalogue.count;
}

int64_t album(size_t n)
{
    return catalogue.ids[n % albums()];
}
