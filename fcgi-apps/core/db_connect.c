/* db_connect.c - opening a connection to MariaDB by the settings in [database]. */
#include "db_connect.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "config.h"

#include "banned.h"

/* The session's own settings: times in UTC, no silent truncation, and read committed so
   that a list never waits for a writer's gap locks; changes lock the rows they read with
   FOR UPDATE. */
#define SESSION                                                                          \
    "SET time_zone = '+00:00', tx_isolation = 'READ-COMMITTED', "                        \
    "sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,"                        \
    "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'"

static bool read_password(const struct config *config, char *password, size_t room,
                          char *error, size_t size)
{
    const char *path = config_text(config, "database.password_file");
    const char *text = config_text(config, "database.password");
    FILE *file;

    if (path == NULL) {
        snprintf(password, room, "%s", text == NULL ? "" : text);
        return true;
    }
    file = fopen(path, "re");
    if (file == NULL || fgets(password, (int)room, file) == NULL) {
        snprintf(error, size, "database.password_file %s: %s", path, strerror(errno));
        if (file != NULL)
            fclose(file);
        return false;
    }
    fclose(file);
    password[strcspn(password, "\r\n")] = '\0';
    return true;
}

static void set_options(MYSQL *mysql, const struct config *config)
{
    unsigned connect_s = (unsigned)config_number(config, "database.connect_s");
    unsigned timeout_s = (unsigned)config_number(config, "database.timeout_s");
    const char *ca = config_text(config, "database.tls_ca");
    my_bool on = 1, off = 0;

    mysql_options(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connect_s);
    mysql_options(mysql, MYSQL_OPT_READ_TIMEOUT, &timeout_s);
    mysql_options(mysql, MYSQL_OPT_WRITE_TIMEOUT, &timeout_s);
    mysql_options(mysql, MYSQL_OPT_RECONNECT, &off);
    mysql_options(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_options(mysql, MYSQL_INIT_COMMAND, SESSION);
    if (ca != NULL) {
        mysql_ssl_set(mysql, NULL, NULL, ca, NULL, NULL);
        mysql_options(mysql, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &on);
    }
}

MYSQL *db_connect(const struct config *config, const char *database, unsigned long flags,
                  unsigned *number, char *error, size_t size)
{
    const char *socket = config_text(config, "database.socket");
    const char *host = config_text(config, "database.host");
    char password[256];
    MYSQL *mysql;

    *number = 0;
    if (!read_password(config, password, sizeof password, error, size))
        return NULL;
    mysql = mysql_init(NULL);
    if (mysql == NULL) {
        snprintf(error, size, "out of memory");
        return NULL;
    }
    set_options(mysql, config);
    if (mysql_real_connect(
            mysql, socket == NULL ? host : NULL, config_text(config, "database.user"),
            password, database == NULL ? config_text(config, "database.name") : database,
            (unsigned)config_number(config, "database.port"), socket, flags) != NULL) {
        explicit_bzero(password, sizeof password);
        return mysql;
    }
    explicit_bzero(password, sizeof password);
    *number = mysql_errno(mysql);
    snprintf(error, size, "%s", mysql_error(mysql));
    mysql_close(mysql);
    return NULL;
}
