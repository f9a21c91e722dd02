/* sql.c - running statements for the commands. */

#include "sql.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"

#include "core/banned.h"

bool sql_run(MYSQL *mysql, const char *doing, const char *statement)
{
    if (mysql_real_query(mysql, statement, strlen(statement)) == 0)
        return true;
    complain_sql(mysql, doing);
    return false;
}

bool sql_runf(MYSQL *mysql, const char *doing, const char *format, ...)
{
    char *statement = NULL;
    va_list arguments;
    bool done;

    va_start(arguments, format);
    if (vasprintf(&statement, format, arguments) < 0)
        statement = NULL;
    va_end(arguments);
    if (statement == NULL) {
        complain("%s: out of memory", doing);
        return false;
    }
    done = sql_run(mysql, doing, statement);
    free(statement);
    return done;
}

MYSQL_RES *sql_query(MYSQL *mysql, const char *doing, const char *statement)
{
    MYSQL_RES *rows;

    if (!sql_run(mysql, doing, statement))
        return NULL;
    rows = mysql_store_result(mysql);
    if (rows == NULL)
        complain_sql(mysql, doing);
    return rows;
}

bool sql_number(MYSQL *mysql, const char *doing, const char *statement, long *out)
{
    MYSQL_RES *rows = sql_query(mysql, doing, statement);
    MYSQL_ROW row;

    if (rows == NULL)
        return false;
    row = mysql_fetch_row(rows);
    *out = row == NULL || row[0] == NULL ? 0 : strtol(row[0], NULL, 10);
    mysql_free_result(rows);
    return true;
}
