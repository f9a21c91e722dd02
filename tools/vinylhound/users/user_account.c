/* user_account.c - vinylhound user create, disable, enable, reset-password. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "base/sql.h"
#include "users.h"
#include "user/name.h"
#include "user/password.h"

#include "core/banned.h"

#define PASSWORD_SIZE 520 /* 128 characters */

struct wish {
    const char *name;
    bool random;
};

/* clang-format off */
static const struct argp_option password_options[] = {
    {"random", 'r', NULL, 0, "Make a password and print it, instead of reading one from standard input", 0},
    {0},
};
/* clang-format on */

static error_t take(int key, char *argument, struct argp_state *state)
{
    struct wish *wish = state->input;

    if (key == 'r')
        wish->random = true;
    else if (key == ARGP_KEY_ARG && state->arg_num == 0)
        wish->name = argument;
    else if (key == ARGP_KEY_ARG)
        argp_error(state, "`%s`: one name at a time", argument);
    else if (key == ARGP_KEY_END && wish->name == NULL)
        argp_error(state, "wants a user's name");
    else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

/* The connection and the user's id, in a transaction; false after a complaint. */
static bool open_account(struct tool *tool, const char *name, MYSQL **mysql, long *id)
{
    *mysql = users_connect(tool);
    *id = *mysql == NULL ? -1 : users_find(*mysql, name);
    if (*id == 0)
        complain("there is no user `%s`", name);
    return *id > 0 && sql_run(*mysql, "beginning", "BEGIN");
}

/* Commits what was done, says so, and closes. */
static int finish(MYSQL *mysql, bool done, const char *name, const char *what)
{
    done = done && sql_run(mysql, "committing", "COMMIT");
    if (done)
        printf("%s %s\n", name, what);
    if (mysql != NULL)
        mysql_close(mysql);
    return done ? DONE : FAILED;
}

/* Reads a password and hashes it as the user pool does. */
static bool read_hash(const struct wish *wish, char hash[PASSWORD_HASH_SIZE])
{
    char password[PASSWORD_SIZE];
    bool done = password_init() &&
                users_read_password(wish->name, wish->random, password, sizeof password);

    if (done && password_hash(password, hash) != PASSWORD_GOOD) {
        complain("there is no memory to hash a password with");
        done = false;
    }
    if (done && wish->random)
        printf("password: %s\n", password);
    explicit_bzero(password, sizeof password);
    return done;
}

static bool is_name(const char *name)
{
    if (strlen(name) < NAME_LEAST || strlen(name) > NAME_MOST ||
        name[strspn(name, NAME_CHARACTERS)] != '\0')
        complain("`%s`: a name is %d to %d of A-Z, a-z, 0-9, _ and -", name, NAME_LEAST,
                 NAME_MOST);
    else if (name_is_reserved(name))
        complain("`%s` is a word the site uses itself; choose another", name);
    else
        return true;
    return false;
}

/* The row and the event that signing up writes. */
static bool add_user(MYSQL *mysql, const char *name, const char *hash)
{
    return sql_run(mysql, "beginning", "BEGIN") &&
           sql_runf(mysql, "making the account",
                    "INSERT INTO users (username, password_hash) VALUES ('%s', '%s')",
                    name, hash) &&
           sql_run(
               mysql, "telling of the account",
               "INSERT INTO outbox (type, subject, payload) VALUES "
               "('user.registered', LAST_INSERT_ID(), JSON_OBJECT('private', FALSE))");
}

int user_create_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {password_options,
                                     take,
                                     "NAME",
                                     "Make an account, as signing up does. The password "
                                     "is read from standard input.",
                                     NULL,
                                     NULL,
                                     NULL};
    char hash[PASSWORD_HASH_SIZE];
    struct wish wish = {0};
    MYSQL *mysql;
    long id;

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    mysql = is_name(wish.name) ? users_connect(tool) : NULL;
    id = mysql == NULL ? -1 : users_find(mysql, wish.name);
    if (id > 0)
        complain("there is a user `%s` already", wish.name);
    return finish(mysql,
                  id == 0 && read_hash(&wish, hash) && add_user(mysql, wish.name, hash),
                  wish.name, "is made");
}

int user_disable_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        NULL,
        take,
        "NAME",
        "Let nobody log in to an account and end its sessions. Access tokens that are out "
        "end within ten minutes. What the account has, and shows, stays.",
        NULL,
        NULL,
        NULL};
    struct wish wish = {0};
    MYSQL *mysql;
    bool done;
    long id;

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    done = open_account(tool, wish.name, &mysql, &id) &&
           sql_runf(mysql, "disabling",
                    "UPDATE users SET updated_at = updated_at, "
                    "disabled_at = IFNULL(disabled_at, UTC_TIMESTAMP(3)) WHERE id = %ld",
                    id) &&
           users_end_sessions(mysql, id);
    return finish(mysql, done, wish.name, "is disabled");
}

int user_enable_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        NULL, take, "NAME", "Let an account that was disabled log in again.",
        NULL, NULL, NULL};
    struct wish wish = {0};
    MYSQL *mysql;
    bool done;
    long id;

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    done = open_account(tool, wish.name, &mysql, &id) &&
           sql_runf(mysql, "enabling",
                    "UPDATE users SET updated_at = updated_at, "
                    "disabled_at = NULL WHERE id = %ld",
                    id);
    return finish(mysql, done, wish.name, "is enabled");
}

/* guard_store.h says how they are counted: by name, and by name and a session's address.
 */
static bool forget_tries(MYSQL *mysql, long id)
{
    return sql_runf(
        mysql, "forgetting the tries",
        "DELETE FROM login_failures WHERE account IN "
        "(SELECT UNHEX(SHA2(LOWER(username), 256)) FROM users WHERE id = %ld "
        "UNION ALL SELECT UNHEX(SHA2(CONCAT(LOWER(u.username), ' ', s.ip), 256)) "
        "FROM users u JOIN sessions s ON s.user_id = u.id WHERE u.id = %ld)",
        id, id);
}

int user_reset_password_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        password_options,
        take,
        "NAME",
        "Give an account another password, read from standard input; end its sessions, and "
        "forget the wrong passwords that were tried.",
        NULL,
        NULL,
        NULL};
    char hash[PASSWORD_HASH_SIZE];
    struct wish wish = {0};
    MYSQL *mysql;
    bool done;
    long id;

    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    done = open_account(tool, wish.name, &mysql, &id) && read_hash(&wish, hash) &&
           sql_runf(mysql, "setting the password",
                    "UPDATE users SET updated_at = updated_at, password_hash = '%s' "
                    "WHERE id = %ld",
                    hash, id) &&
           forget_tries(mysql, id) && users_end_sessions(mysql, id);
    return finish(mysql, done, wish.name, "has another password");
}
