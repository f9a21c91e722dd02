/* main.c - vinylhound, the operator's command: finds the command that is meant and runs
 * it. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/suggest.h"
#include "base/tool.h"

#include "core/banned.h"

/* clang-format off */
static const struct command commands[] = {
    {"migrate",        "[up|down|status]", "make or update the databases' tables",  migrate_run},
    {"keys init",      "",                 "make the key that signs access tokens", keys_init_run},
    {"keys rotate",    "[--at-once]",      "sign access tokens with another key",   keys_rotate_run},
    {"keys data",      "init|add|reseal|rotate", "the keys that seal personal data", keys_data_run},
    {"user create",    "NAME",             "make an account",                       user_create_run},
    {"user list",      "[ROLE]",           "list users and their roles",            user_list_run},
    {"user grant",     "NAME ROLE",        "give a user a role",                    user_grant_run},
    {"user revoke",    "NAME ROLE",        "take a role from a user",               user_revoke_run},
    {"user disable",   "NAME",             "let nobody log in to an account",       user_disable_run},
    {"user enable",    "NAME",             "let an account log in again",           user_enable_run},
    {"user reset-password", "NAME",        "give an account another password",      user_reset_password_run},
    {"audit",          "[OPTION...]",      "who did what and when",                 audit_run},
    {"projections list",    "",            "what services keep of each other's events", projections_list_run},
    {"projections rebuild", "NAME",        "make one of them anew from the log",    projections_rebuild_run},
    {"import discogs", "FILE...",          "import dumps of a music catalogue",     import_discogs_run},
    {"generate ratings", "",               "make up people and their ratings",      generate_ratings_run},
    {"generate",       "",                 "add a made-up catalogue to try with",   generate_run},
    {"scores",         "",                 "estimate scores' parameters, make charts anew", scores_run},
    {"doctor",         "",                 "count anew what is kept beside ratings", doctor_run},
    {"search rebuild", "",                 "make the search index anew",            search_rebuild_run},
    {"recommend",      "[--evaluate FILE]", "make the recommendations, or measure", recommend_run},
};
/* clang-format on */
#define COMMANDS (sizeof commands / sizeof *commands)

enum { KEY_RUN = 256, KEY_CONFIG };

/* clang-format off */
static const struct argp_option options[] = {
    {"run",    KEY_RUN,    "DIR",  0, "Address the stack whose state is in DIR", 0},
    {"config", KEY_CONFIG, "FILE", 0, "Read the settings from FILE",             0},
    {0},
};
/* clang-format on */

struct call {
    struct tool *tool;
    int first; /* index in argv of the command, 0 for none */
};

const char *argp_program_version = PACKAGE_NAME " " PACKAGE_VERSION;
error_t argp_err_exit_status = USAGE;

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct call *call = state->input;

    if (key == KEY_RUN)
        call->tool->run = argument;
    else if (key == KEY_CONFIG)
        call->tool->file = argument;
    else if (key == ARGP_KEY_ARG) {
        call->first = state->next - 1;
        state->next = state->argc;
    } else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

/* Adds the list of commands to the end of --help. */
static char *help_filter(int key, const char *text, void *input)
{
    char *list = NULL;
    size_t size;
    FILE *out;

    (void)input;
    if (key != ARGP_KEY_HELP_POST_DOC || (out = open_memstream(&list, &size)) == NULL)
        return text == NULL ? NULL : strdup(text);
    fputs("Commands:\n", out);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(out, "  %-19s %-22s %s\n", commands[i].words, commands[i].arguments,
                commands[i].help);
    fputs("\n`vinylhound COMMAND --help` tells more about each. Without --run or "
          "--config, a built tree's program "
          "addresses $RUN or .run of that tree, an installed one " VH_CONFDIR
          "/operator.conf. "
          "Exit status: 0 done, 1 failed, 2 wrong usage.",
          out);
    fclose(out);
    return list;
}

/* How many of argv's words name `command`: 0 if it is another one. */
static int words_matched(const struct command *command, int argc, char **argv)
{
    const char *space = strchr(command->words, ' ');
    size_t first =
        space == NULL ? strlen(command->words) : (size_t)(space - command->words);

    if (strlen(argv[0]) != first || strncmp(argv[0], command->words, first) != 0)
        return 0;
    if (space == NULL)
        return 1;
    return argc > 1 && strcmp(argv[1], space + 1) == 0 ? 2 : 0;
}

/* `user`, `user gramt`: lists what may follow the first word. Returns false if no command
 * begins with it. */
static bool explain_group(int argc, char **argv)
{
    size_t length = strlen(argv[0]);
    bool any = false, help = argc > 1 && strcmp(argv[1], "--help") == 0;

    for (size_t i = 0; i < COMMANDS; i++) {
        const struct command *command = &commands[i];

        if (strncmp(command->words, argv[0], length) != 0 ||
            command->words[length] != ' ')
            continue;
        if (!any && argc > 1 && !help)
            complain("`%s %s` is no command; there is", argv[0], argv[1]);
        else if (!any && !help)
            complain("`%s` wants one more word:", argv[0]);
        any = true;
        fprintf(help ? stdout : stderr, "  %-19s %-22s %s\n", command->words,
                command->arguments, command->help);
    }
    return any;
}

static void suggest(const char *word)
{
    const char *nearest = NULL;
    size_t best = 3; /* further than this is another word */

    for (size_t i = 0; i < COMMANDS; i++) {
        char first[64];
        size_t distance;

        snprintf(first, sizeof first, "%.*s", (int)strcspn(commands[i].words, " "),
                 commands[i].words);
        distance = edit_distance(word, first);
        if (distance < best) {
            best = distance;
            nearest = commands[i].words;
        }
    }
    if (nearest != NULL)
        complain("`%s` is no command; did you mean `%s`?", word, nearest);
    else
        complain("`%s` is no command; `vinylhound --help` lists them", word);
}

static int run_command(struct tool *tool, int argc, char **argv)
{
    for (size_t i = 0; i < COMMANDS; i++) {
        int words = words_matched(&commands[i], argc, argv);
        char name[80];

        if (words == 0)
            continue;
        snprintf(name, sizeof name, "vinylhound %s", commands[i].words);
        argv[words - 1] = name;
        return commands[i].run(tool, argc - words + 1, argv + words - 1);
    }
    if (explain_group(argc, argv))
        return argc > 1 && strcmp(argv[1], "--help") == 0 ? DONE : USAGE;
    suggest(argv[0]);
    return USAGE;
}

int main(int argc, char **argv)
{
    static const struct argp argp = {options,
                                     take,
                                     "COMMAND [ARGUMENT...]",
                                     "Vinylhound's operator's command.\v",
                                     NULL,
                                     help_filter,
                                     NULL};
    struct tool tool = {0};
    struct call call = {&tool, 0};
    static char name[] = "vinylhound";
    int status;

    argv[0] = name;
    argp_parse(&argp, argc, argv, ARGP_IN_ORDER, NULL, &call);
    if (call.first == 0) {
        complain("which command? `vinylhound --help` lists them");
        return USAGE;
    }
    status = run_command(&tool, argc - call.first, argv + call.first);
    tool_close(&tool);
    return status;
}
