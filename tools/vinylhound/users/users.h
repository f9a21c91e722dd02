/* users.h - the users' database, for the commands about accounts. */
#ifndef VH_USERS_H
#define VH_USERS_H

#include <mysql.h>
#include <stdbool.h>
#include <stddef.h>

struct tool;

/* A connection to it, the caller's to mysql_close; NULL after a complaint. */
MYSQL *users_connect(struct tool *tool);

/* The id of the user of that name, 0 if there is none, -1 after a complaint. */
long users_find(MYSQL *mysql, const char *name);

/* Ends all sessions of a user and tells the other services; false after a complaint. */
bool users_end_sessions(MYSQL *mysql, long id);

/* A password in `out`: made at random, or else from a terminal, which does not show it,
 * or the first line of standard input. False after a complaint, also if it will not do
 * for `name`. */
bool users_read_password(const char *name, bool random, char *out, size_t size);

#endif
