/* migrate.c - vinylhound migrate: up, down, status of the services' databases. */

#include "migrate.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "keys/seal_emails.h"
#include "base/sql.h"
#include "core/config.h"

#include "core/banned.h"

#define LOCK "vinylhound.migrate"
#define LOCK_WAIT_S 60

static const struct {
    const char *service, *setting;
} services[] = {
    {"user",    "user.name"   },
    {"catalog", "catalog.name"},
    {"rating",  "rating.name" }
};
#define SERVICES (sizeof services / sizeof *services)

enum action { UP, DOWN, STATUS };

struct wish {
    enum action action;
    const char *service; /* NULL: all */
    long to;             /* -1: not said */
};

/* clang-format off */
static const struct argp_option options[] = {
    {"service", 's', "NAME", 0, "Only that service: user, catalog or rating", 0},
    {"to",      't', "N",    0, "Go up or down to migration N; 0: before all", 0},
    {0},
};
/* clang-format on */

static bool is_service(const char *name)
{
    for (size_t i = 0; i < SERVICES; i++)
        if (strcmp(services[i].service, name) == 0)
            return true;
    return false;
}

static void take_action(struct wish *wish, const char *word, struct argp_state *state)
{
    static const char *const words[] = {"up", "down", "status"};

    for (size_t i = 0; i < 3; i++) {
        if (strcmp(word, words[i]) == 0) {
            wish->action = (enum action)i;
            return;
        }
    }
    argp_error(state, "`%s` is none of up, down, status", word);
}

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct wish *wish = state->input;
    char *end;

    if (key == 's') {
        if (!is_service(argument))
            argp_error(state, "--service %s: there are user, catalog and rating",
                       argument);
        wish->service = argument;
    } else if (key == 't') {
        wish->to = strtol(argument, &end, 10);
        if (end == argument || *end != '\0' || wish->to < 0 || wish->to > 9999)
            argp_error(state, "--to %s: a migration's number is 0 to 9999", argument);
    } else if (key == ARGP_KEY_ARG && state->arg_num == 0)
        take_action(wish, argument, state);
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: one action at a time", argument);
    else if (key == ARGP_KEY_END && wish->action == DOWN && wish->to < 0 &&
             wish->service == NULL)
        argp_error(state, "down wants --service NAME (one step) or --to N");
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

static void print_status(const struct schema *schema)
{
    for (size_t i = 0; i < schema->files.count; i++) {
        const struct migration *file = &schema->files.list[i];
        const struct applied *applied = schema_applied(schema, file->version);
        const char *state = applied == NULL ? "pending" : "applied";

        if (applied != NULL && strcmp(applied->checksum, file->checksum) != 0)
            state = "CHANGED";
        printf("%-8s %04u_%-28s %-8s %s\n", schema->service, file->version, file->name,
               state, applied == NULL ? "" : applied->at);
    }
    for (size_t i = 0; i < schema->applied_count; i++)
        if (schema_file(schema, schema->applied[i].version) == NULL)
            printf("%-8s %04u_%-28s %-8s %s\n", schema->service,
                   schema->applied[i].version, schema->applied[i].name, "NO FILE",
                   schema->applied[i].at);
}

static unsigned lowest(const struct schema *schema, const struct wish *wish)
{
    if (wish->to >= 0)
        return (unsigned)wish->to;
    return schema->applied_count < 2 ? 0
                                     : schema->applied[schema->applied_count - 2].version;
}

static bool act(struct schema *schema, const struct wish *wish)
{
    unsigned done = 0;
    bool fine;

    if (wish->action == STATUS) {
        print_status(schema);
        return true;
    }
    fine = schema_check(schema);
    if (fine && wish->action == UP)
        fine = schema_up(schema, wish->to < 0 ? UINT_MAX : (unsigned)wish->to, &done);
    else if (fine)
        fine = schema_down(schema, lowest(schema, wish), &done);
    if (fine && done == 0)
        printf("%s: nothing to do (%zu applied)\n", schema->service,
               schema->applied_count);
    return fine;
}

static bool each_service(struct tool *tool, MYSQL *mysql, const struct wish *wish)
{
    const struct config *config = tool_config(tool);
    const char *folder = config_text(config, "paths.sql");
    bool fine = true;

    if (folder == NULL) {
        complain("paths.sql is not set: it names the folder of the migrations");
        return false;
    }
    for (size_t i = 0; fine && i < SERVICES; i++) {
        struct schema schema = {.service = services[i].service,
                                .database = config_text(config, services[i].setting)};

        if (wish->service != NULL && strcmp(wish->service, schema.service) != 0)
            continue;
        if (schema.database == NULL || strpbrk(schema.database, "`'\\") != NULL) {
            complain("%s is not a database's name", services[i].setting);
            return false;
        }
        fine = schema_open(&schema, mysql, folder, wish->action != STATUS) &&
               act(&schema, wish);
        schema_close(&schema);
    }
    return fine;
}

static bool lock(MYSQL *mysql)
{
    char query[128];
    long got = 0;

    snprintf(query, sizeof query, "SELECT GET_LOCK('%s', %d)", LOCK, LOCK_WAIT_S);
    if (!sql_number(mysql, "the lock", query, &got))
        return false;
    if (got != 1)
        complain("another migration has been running for %d s; wait for it, or end it",
                 LOCK_WAIT_S);
    return got == 1;
}

int migrate_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        options,
        take,
        "[up|down|status]",
        "Bring the tables of the three services' databases to what this version needs: "
        "`up`, the default.\v"
        "`down` takes back the last migration of one service, or with --to all above N. "
        "Each file's checksum is kept: "
        "a file that has changed since it was applied is an error.",
        NULL,
        NULL,
        NULL};
    struct wish wish = {UP, NULL, -1};
    MYSQL *mysql;
    bool fine;

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    mysql = tool_connect(tool, "", CLIENT_MULTI_STATEMENTS);
    if (mysql == NULL)
        return FAILED;
    fine = (wish.action == STATUS || lock(mysql)) && each_service(tool, mysql, &wish);
    mysql_close(mysql);
    if (fine && wish.action == UP && wish.to < 0 &&
        (wish.service == NULL || strcmp(wish.service, "user") == 0))
        fine = emails_migrate(tool);
    return fine ? DONE : FAILED;
}
