/* db_connect.h - opening a connection to MariaDB by the settings in [database]; what
 * pools and the operator's tool share. */
#ifndef VH_DB_CONNECT_H
#define VH_DB_CONNECT_H

#include <mysql.h>
#include <stddef.h>

struct config;

/* Connects: utf8mb4, UTC, strict SQL, time limits from the settings, never reconnecting
   by itself, TLS verified where tls_ca is set. `database` replaces database.name where it
   is not NULL; `flags` are CLIENT_ flags. Returns the connection, the caller's to
   mysql_close, or NULL after writing the reason to `error` (`number` gets the client's
   error number, 0 where the settings are to blame). */
MYSQL *db_connect(const struct config *config, const char *database, unsigned long flags,
                  unsigned *number, char *error, size_t size);

#endif
