/* sql.h - running statements for the commands. Each complains once, naming what was being
 * done, and says no more. */
#ifndef VH_SQL_H
#define VH_SQL_H

#include <mysql.h>
#include <stdbool.h>

/* Runs one statement. */
bool sql_run(MYSQL *mysql, const char *doing, const char *statement);

/* Runs a statement made by printf's rules. Its texts must have been escaped or be known
 * to be safe. */
bool sql_runf(MYSQL *mysql, const char *doing, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Runs a query and keeps its rows, the caller's to mysql_free_result; NULL after a
 * complaint. */
MYSQL_RES *sql_query(MYSQL *mysql, const char *doing, const char *statement);

/* The first column of the only row as a number; false after a complaint. NULL counts as
 * 0. */
bool sql_number(MYSQL *mysql, const char *doing, const char *statement, long *out);

#endif
