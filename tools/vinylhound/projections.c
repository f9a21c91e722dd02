/* projections.c - vinylhound projections list, rebuild: what each service keeps of the
 * others' events. The service's own program knows how; it is run. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "command.h"
#include "base/sql.h"
#include "base/tool.h"
#include "core/config.h"
#include "core/peers.h"

#include "core/banned.h"

#define PATH_ROOM 4200

static error_t take_nothing(int key, char *argument, struct argp_state *state)
{
    if (key != ARGP_KEY_ARG)
        return ARGP_ERR_UNKNOWN;
    argp_error(state, "`%s`: there is no argument", argument);
    return EINVAL;
}

/* A line of a pool's --projections. */
struct line {
    char name[64], source[32], table[64];
};

/* The lines of one service's program, one after the other: false at the end. */
static bool next_line(FILE *lines, struct line *out)
{
    return fscanf(lines, "%63s %31s %63s", out->name, out->source, out->table) == 3;
}

/* A pool's program that was asked, and what it says. */
struct asked {
    pid_t child;
    FILE *lines;
};

/* False after complaining. */
static bool ask_pool(const struct tool *tool, const char *service, struct asked *out)
{
    char program[PATH_ROOM];
    int ends[2];

    if (!tool_pool_path(tool, service, program, sizeof program)) {
        complain("the program of the %s service is not found", service);
        return false;
    }
    if (pipe(ends) != 0 || (out->child = fork()) < 0) {
        complain("%s: %s", program, strerror(errno));
        return false;
    }
    if (out->child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execl(program, program, "--projections", (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    out->lines = fdopen(ends[0], "r");
    return out->lines != NULL;
}

/* Whether it ended well. */
static bool asked_end(struct asked *asked)
{
    int status = -1;

    fclose(asked->lines);
    return waitpid(asked->child, &status, 0) == asked->child && WIFEXITED(status) &&
           WEXITSTATUS(status) == 0;
}

static bool number(struct tool *tool, const char *service, const char *query, long *out)
{
    char setting[32];
    const struct config *config = tool_config(tool);
    MYSQL *mysql;
    bool done;

    snprintf(setting, sizeof setting, "%s.name", service);
    mysql = config == NULL ? NULL : tool_connect(tool, config_text(config, setting), 0);
    done = mysql != NULL && sql_number(mysql, "looking how far it is", query, out);
    if (mysql != NULL)
        mysql_close(mysql);
    return done;
}

/* How many events of the source the service has not applied yet. */
static bool print_line(struct tool *tool, const char *service, const struct line *line)
{
    char query[160];
    long applied = 0, published = 0;

    snprintf(query, sizeof query,
             "SELECT COALESCE(MAX(position), 0) FROM event_cursors WHERE source = '%s'",
             line->source);
    if (!number(tool, service, query, &applied) ||
        !number(tool, line->source, "SELECT COUNT(*) FROM outbox", &published))
        return false;
    printf("%-20s %-8s %-22s %-8s %10ld %8ld\n", line->name, service, line->table,
           line->source, applied, published - applied);
    return true;
}

int projections_list_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        NULL,
        take_nothing,
        "",
        "List what each service keeps of the others' events: where, "
        "from whom, how many events are applied and how many are not yet.",
        NULL,
        NULL,
        NULL};
    bool done = true;

    argp_parse(&argp, argc, argv, 0, NULL, NULL);
    if (tool_config(tool) == NULL)
        return FAILED;
    printf("%-20s %-8s %-22s %-8s %10s %8s\n", "projection", "service", "table", "source",
           "applied", "behind");
    for (size_t i = 0; done && i < PEERS; i++) {
        struct asked asked;
        struct line line;

        if (!ask_pool(tool, peer_names[i], &asked))
            return FAILED;
        while (done && next_line(asked.lines, &line))
            done = print_line(tool, peer_names[i], &line);
        done = asked_end(&asked) && done;
    }
    return done ? DONE : FAILED;
}

static error_t take_name(int key, char *argument, struct argp_state *state)
{
    const char **name = state->input;

    if (key == ARGP_KEY_ARG && state->arg_num == 0)
        *name = argument;
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: one projection at a time", argument);
    else if (key == ARGP_KEY_END && *name == NULL)
        argp_error(state, "which one? `vinylhound projections list` names them");
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

static const char *service_of(const struct tool *tool, const char *name)
{
    const char *found = NULL;

    for (size_t i = 0; found == NULL && i < PEERS; i++) {
        struct asked asked;
        struct line line;

        if (!ask_pool(tool, peer_names[i], &asked))
            return NULL;
        while (next_line(asked.lines, &line))
            if (strcmp(line.name, name) == 0)
                found = peer_names[i];
        asked_end(&asked);
    }
    if (found == NULL)
        complain("there is no projection `%s`; `vinylhound projections list` names them",
                 name);
    return found;
}

/* Runs the pool's program with the pool's settings. */
static int run_pool(const struct tool *tool, const char *service, const char *name)
{
    char program[PATH_ROOM], settings[PATH_ROOM];
    int status = -1;
    pid_t pid;

    if (!tool_pool_path(tool, service, program, sizeof program) ||
        !tool_pool_settings(tool, service, settings, sizeof settings))
        return FAILED;
    fflush(stdout);
    pid = fork();
    if (pid == 0) {
        execl(program, program, "--config", settings, "--rebuild", name, (char *)NULL);
        complain("%s: %s", program, strerror(errno));
        _exit(127);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        complain("%s: %s", program, strerror(errno));
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? DONE : FAILED;
}

int projections_rebuild_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        NULL,
        take_name,
        "NAME",
        "Make a projection anew from the log of its source's events, while the site runs, "
        "and put right what differs.",
        NULL,
        NULL,
        NULL};
    const char *name = NULL, *service;

    argp_parse(&argp, argc, argv, 0, NULL, &name);
    if (tool_config(tool) == NULL)
        return FAILED;
    service = service_of(tool, name);
    return service == NULL ? FAILED : run_pool(tool, service, name);
}
