/* audit.c - vinylhound audit: who did what and when, from the services' outboxes. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "command.h"
#include "base/sql.h"
#include "core/config.h"
#include "core/peers.h"

#include "core/banned.h"

#define NAME_MOST 32

struct wish {
    const char *user, *album, *since;
    bool json;
};

enum { KEY_JSON = 'j' };

/* clang-format off */
static const struct argp_option options[] = {
    {"user",  'u', "NAME", 0, "Only what this user did, or what was done to them; a number is a user's id", 0},
    {"album", 'a', "ID",   0, "Only what concerns this album", 0},
    {"since", 's', "TIME", 0, "Only what happened since: 2026-11-24, 2026-11-24T08:30:00 (UTC), or 30m, 12h, 7d ago", 0},
    {"json",  KEY_JSON, NULL, 0, "A JSON object a line", 0},
    {0},
};
/* clang-format on */

static bool is_number(const char *text)
{
    return *text != '\0' && strlen(text) <= 16 &&
           strspn(text, "0123456789") == strlen(text);
}

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct wish *wish = state->input;

    if (key == 'u' && (is_number(argument) || strlen(argument) <= NAME_MOST))
        wish->user = argument;
    else if (key == 'u')
        argp_error(state, "--user %s: no name is as long as that", argument);
    else if (key == 'a' && is_number(argument))
        wish->album = argument;
    else if (key == 'a')
        argp_error(state, "--album %s: an album's id is a number", argument);
    else if (key == 's')
        wish->since = argument;
    else if (key == KEY_JSON)
        wish->json = true;
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: there is no argument", argument);
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

/* The id of the user that is meant, as text; NULL after a complaint. */
static const char *user_id(struct tool *tool, const char *user, char id[24])
{
    const struct config *config = tool_config(tool);
    char quoted[2 * NAME_MOST + 1], query[256];
    MYSQL *mysql;
    long found = 0;

    if (is_number(user))
        return user;
    mysql = tool_connect(tool, config_text(config, "user.name"), 0);
    if (mysql == NULL)
        return NULL;
    mysql_real_escape_string(mysql, quoted, user, strlen(user));
    snprintf(query, sizeof query,
             "SELECT COALESCE(MAX(id), 0) FROM users WHERE username = "
             "CONVERT('%s' USING ascii)",
             quoted);
    if (sql_number(mysql, "finding the user", query, &found) && found == 0)
        complain("there is no user `%s`; of one who is gone, give the id", user);
    mysql_close(mysql);
    snprintf(id, 24, "%ld", found);
    return found > 0 ? id : NULL;
}

/* The time as SQL has it, in `out`; false after a complaint. */
static bool since(const char *text, char *out, size_t size)
{
    static const char *const formats[] = {"%Y-%m-%d", "%Y-%m-%dT%H:%M:%S",
                                          "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d %H:%M:%S"};
    static const struct {
        char letter;
        const char *unit;
    } units[] = {
        {'m', "MINUTE"},
        {'h', "HOUR"  },
        {'d', "DAY"   }
    };
    char *end;
    long ago = strtol(text, &end, 10);

    for (size_t i = 0; i < 3; i++)
        if (end != text && ago >= 0 && end[0] == units[i].letter && end[1] == '\0') {
            snprintf(out, size, "UTC_TIMESTAMP(3) - INTERVAL %ld %s", ago, units[i].unit);
            return true;
        }
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        struct tm tm = {0};
        const char *rest = strptime(text, formats[i], &tm);

        if (rest != NULL && *rest == '\0') {
            snprintf(out, size, "TIMESTAMP'%04d-%02d-%02d %02d:%02d:%02d'",
                     tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
                     tm.tm_sec);
            return true;
        }
    }
    complain("--since %s: write 2026-11-24, 2026-11-24T08:30:00, or 30m, 12h, 7d", text);
    return false;
}

/* What is asked for, as a condition on a row of an outbox. Its texts are numbers and
 * times that have been looked at. */
static bool condition(struct tool *tool, const struct wish *wish, struct buffer *out)
{
    char id[24], time[80];
    const char *user = wish->user == NULL ? NULL : user_id(tool, wish->user, id);

    if (wish->user != NULL && user == NULL)
        return false;
    if (wish->since != NULL && !since(wish->since, time, sizeof time))
        return false;
    buffer_add_text(out, "TRUE");
    if (user != NULL)
        buffer_addf(out,
                    " AND (actor = %s OR JSON_VALUE(payload, '$.user_id') = %s OR "
                    "(subject = %s AND (type LIKE 'user.%%' OR type LIKE "
                    "'collection.%%')))",
                    user, user, user);
    if (wish->album != NULL)
        buffer_addf(out,
                    " AND ((subject = %s AND type LIKE 'album.%%') OR "
                    "JSON_VALUE(payload, '$.album_id') = %s OR "
                    "JSON_VALUE(payload, '$.into') = %s)",
                    wish->album, wish->album, wish->album);
    if (wish->since != NULL)
        buffer_addf(out, " AND created_at >= %s", time);
    return true;
}

#define TIME                                                                             \
    "DATE_FORMAT(created_at, '%%Y-%%m-%%dT%%H:%%i:%%s.'), "                              \
    "LPAD(MICROSECOND(created_at) DIV 1000, 3, '0'), 'Z'"

/* The three outboxes in one query, oldest first. */
static bool query(struct tool *tool, const struct wish *wish, struct buffer *out)
{
    const struct config *config = tool_config(tool);
    struct buffer where = {0};
    bool done = condition(tool, wish, &where);

    for (size_t i = 0; done && i < PEERS; i++) {
        char setting[32];
        const char *database;

        snprintf(setting, sizeof setting, "%s.name", peer_names[i]);
        database = config_text(config, setting);
        done = database != NULL && strpbrk(database, "`'\\") == NULL;
        if (!done)
            complain("%s is not a database's name", setting);
        else
            buffer_addf(out,
                        "%sSELECT created_at, '%s' AS service, id, CONCAT(" TIME
                        ") AS at, type, version, subject, actor, trace, payload FROM "
                        "`%s`.outbox WHERE %s",
                        i == 0 ? "" : " UNION ALL ", peer_names[i], database,
                        buffer_text(&where));
    }
    buffer_add_text(out, " ORDER BY created_at, service, id");
    buffer_free(&where);
    return done;
}

static const char *or_dash(const char *text)
{
    return text == NULL ? "-" : text;
}

/* Numbers and JSON go in as they are; the rest are words and times of our own. */
static void print_json(MYSQL_ROW row)
{
    printf(
        "{\"created_at\":\"%s\",\"service\":\"%s\",\"id\":%s,\"type\":\"%s\","
        "\"version\":%s,\"subject\":%s,\"actor\":%s,\"trace\":%s%s%s,\"payload\":%s}\n",
        row[3], row[1], row[2], row[4], row[5], row[6], row[7] == NULL ? "null" : row[7],
        row[8] == NULL ? "" : "\"", row[8] == NULL ? "null" : row[8],
        row[8] == NULL ? "" : "\"", row[9]);
}

static bool print_rows(MYSQL *mysql, const struct wish *wish, const char *sql)
{
    MYSQL_RES *rows;
    MYSQL_ROW row;

    if (!sql_run(mysql, "reading the outboxes", sql))
        return false;
    rows = mysql_use_result(mysql); /* row by row: the log is long */
    if (!wish->json)
        printf("%-24s %-8s %-20s %10s %10s %s\n", "when", "service", "what", "of", "by",
               "payload");
    while (rows != NULL && (row = mysql_fetch_row(rows)) != NULL)
        if (wish->json)
            print_json(row);
        else
            printf("%-24s %-8s %-20s %10s %10s %s\n", row[3], row[1], row[4], row[6],
                   or_dash(row[7]), row[9]);
    if (mysql_errno(mysql) != 0)
        complain_sql(mysql, "reading the outboxes");
    if (rows != NULL)
        mysql_free_result(rows);
    return mysql_errno(mysql) == 0;
}

int audit_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        options,
        take,
        NULL,
        "Print who did what and when, oldest first: every change is an event in its "
        "service's outbox, which is never edited. `of` is the id of what changed, `by` "
        "the user who did it.",
        NULL,
        NULL,
        NULL};
    struct wish wish = {0};
    struct buffer sql = {0};
    MYSQL *mysql = NULL;
    bool done;

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    if (tool_config(tool) == NULL)
        return FAILED;
    done = query(tool, &wish, &sql) && (mysql = tool_connect(tool, "", 0)) != NULL &&
           print_rows(mysql, &wish, buffer_text(&sql));
    if (mysql != NULL)
        mysql_close(mysql);
    buffer_free(&sql);
    return done ? DONE : FAILED;
}
