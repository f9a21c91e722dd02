/* command.h - what every command of `vinylhound` is given, and the words it answers with.
 */
#ifndef VH_COMMAND_H
#define VH_COMMAND_H

#include <argp.h>
#include <mysql.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct config;
struct tool;

enum { DONE = 0, FAILED = 1, USAGE = 2 }; /* exit statuses */

/* A command is found by its one or two words; `run` gets argv[0] = "vinylhound WORDS",
 * fit for argp's messages. */
struct command {
    const char *words;
    const char *arguments;
    const char *help; /* one line */
    int (*run)(struct tool *tool, int argc, char **argv);
};

int migrate_run(struct tool *tool, int argc, char **argv);
int keys_init_run(struct tool *tool, int argc, char **argv);
int keys_rotate_run(struct tool *tool, int argc, char **argv);
int keys_data_run(struct tool *tool, int argc, char **argv);
int user_grant_run(struct tool *tool, int argc, char **argv);
int user_revoke_run(struct tool *tool, int argc, char **argv);
int user_create_run(struct tool *tool, int argc, char **argv);
int user_disable_run(struct tool *tool, int argc, char **argv);
int user_enable_run(struct tool *tool, int argc, char **argv);
int user_reset_password_run(struct tool *tool, int argc, char **argv);
int user_list_run(struct tool *tool, int argc, char **argv);
int import_discogs_run(struct tool *tool, int argc, char **argv);
int generate_ratings_run(struct tool *tool, int argc, char **argv);
int generate_run(struct tool *tool, int argc, char **argv);
int scores_run(struct tool *tool, int argc, char **argv);
int doctor_run(struct tool *tool, int argc, char **argv);
int search_rebuild_run(struct tool *tool, int argc, char **argv);
int recommend_run(struct tool *tool, int argc, char **argv);

int projections_list_run(struct tool *tool, int argc, char **argv);
int projections_rebuild_run(struct tool *tool, int argc, char **argv);
int audit_run(struct tool *tool, int argc, char **argv);

/* "vinylhound: ..." and a newline on standard error. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The settings, read at the first call: built-in < operator.conf < environment. NULL
 * after a complaint. */
const struct config *tool_config(struct tool *tool);

/* A connection to `database` ("" for none), with CLIENT_ flags; the caller's to
 * mysql_close. NULL after a complaint. */
MYSQL *tool_connect(struct tool *tool, const char *database, unsigned long flags);

/* Complains "DOING: what the server says". */
void complain_sql(MYSQL *mysql, const char *doing);

#endif
