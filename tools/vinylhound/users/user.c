/* user.c - vinylhound user grant, revoke, list: roles beyond the one every account has.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "base/sql.h"
#include "users.h"

#include "core/banned.h"

static const char *const roles[] = {"editor", "moderator", "admin"};

static bool is_role(const char *word)
{
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (strcmp(word, roles[i]) == 0)
            return true;
    return false;
}

struct wish {
    const char *name, *role;
};

static error_t take_name_and_role(int key, char *argument, struct argp_state *state)
{
    struct wish *wish = state->input;

    if (key == ARGP_KEY_ARG && state->arg_num == 0)
        wish->name = argument;
    else if (key == ARGP_KEY_ARG && state->arg_num == 1 && is_role(argument))
        wish->role = argument;
    else if (key == ARGP_KEY_ARG && state->arg_num == 1)
        argp_error(state, "`%s` is no role; there are editor, moderator and admin",
                   argument);
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: one name and one role at a time", argument);
    else if (key == ARGP_KEY_END && wish->role == NULL)
        argp_error(state, "wants a user's name and a role");
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

static error_t take_role(int key, char *argument, struct argp_state *state)
{
    struct wish *wish = state->input;

    if (key == ARGP_KEY_ARG && state->arg_num == 0 && is_role(argument))
        wish->role = argument;
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s` is no role; there are editor, moderator and admin",
                   argument);
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

/* Grants or revokes and says what came of it: saying it again is fine. */
static int change_role(struct tool *tool, const struct wish *wish, bool grant)
{
    MYSQL *mysql = users_connect(tool);
    long id = mysql == NULL ? -1 : users_find(mysql, wish->name);
    bool done = false;

    if (id == 0)
        complain("there is no user `%s`", wish->name);
    else if (id > 0 && grant)
        done =
            sql_runf(mysql, "granting",
                     "INSERT IGNORE INTO user_roles (user_id, role) VALUES (%ld, '%s')",
                     id, wish->role);
    else if (id > 0)
        done = sql_runf(mysql, "revoking",
                        "DELETE FROM user_roles WHERE user_id = %ld AND role = '%s'", id,
                        wish->role);
    if (done && mysql_affected_rows(mysql) > 0)
        printf("%s %s %s; it holds from the user's next token\n", wish->name,
               grant ? "is now" : "is no longer", wish->role);
    else if (done)
        printf("%s %s %s already\n", wish->name, grant ? "is" : "is not", wish->role);
    if (mysql != NULL)
        mysql_close(mysql);
    return done ? DONE : FAILED;
}

int user_grant_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        NULL,
        take_name_and_role,
        "NAME ROLE",
        "Give a user a role: editor (may change the catalogue), moderator (may hide "
        "reviews) or admin (everything).",
        NULL,
        NULL,
        NULL};
    struct wish wish = {0};

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    return change_role(tool, &wish, true);
}

int user_revoke_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        NULL,
        take_name_and_role,
        "NAME ROLE",
        "Take a role from a user. It ends with the access tokens that are out, "
        "within ten minutes.",
        NULL,
        NULL,
        NULL};
    struct wish wish = {0};

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    return change_role(tool, &wish, false);
}

int user_list_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        NULL,     take_role,
        "[ROLE]", "List users and their roles, or who has one role; and who is disabled.",
        NULL,     NULL,
        NULL};
    struct wish wish = {0};
    char query[512], having[64] = "";
    MYSQL_RES *rows;
    MYSQL *mysql;
    MYSQL_ROW row;

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    mysql = users_connect(tool);
    if (mysql == NULL)
        return FAILED;
    if (wish.role != NULL)
        snprintf(having, sizeof having, "HAVING SUM(r.role = '%s') > 0", wish.role);
    snprintf(
        query, sizeof query,
        "SELECT u.username, IFNULL(GROUP_CONCAT(r.role ORDER BY r.role SEPARATOR ' '), "
        "''), u.disabled_at IS NOT NULL FROM users u "
        "LEFT JOIN user_roles r ON r.user_id = u.id GROUP BY u.id %s ORDER BY u.username",
        having);
    rows = sql_query(mysql, "listing users", query);
    while (rows != NULL && (row = mysql_fetch_row(rows)) != NULL)
        printf("%-32s user%s%s%s\n", row[0], row[1][0] == '\0' ? "" : " ", row[1],
               row[2][0] == '1' ? " (disabled)" : "");
    if (rows != NULL)
        mysql_free_result(rows);
    mysql_close(mysql);
    return rows == NULL ? FAILED : DONE;
}
