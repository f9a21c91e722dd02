/* migrate.h - one service's database and its table schema_migrations. */
#ifndef VH_MIGRATE_H
#define VH_MIGRATE_H

#include <mysql.h>
#include <stdbool.h>

#include "migration_files.h"

struct applied {
    unsigned version;
    char name[MIGRATION_NAME];
    char checksum[CHECKSUM_SIZE];
    char at[32]; /* UTC */
};

struct schema {
    MYSQL *mysql;
    const char *service;  /* "user", for messages */
    const char *database; /* its database's name */
    struct migrations files;
    struct applied *applied; /* by ascending version */
    size_t applied_count;
};

/* Reads the files below `folder` and what has been applied. With `create`, makes the
   database and schema_migrations where they are missing; without, a missing one counts as
   nothing applied. False after a complaint. schema_close in any case. */
bool schema_open(struct schema *schema, MYSQL *mysql, const char *folder, bool create);
void schema_close(struct schema *schema);

/* What has been applied under `version`, or NULL; likewise its file. */
const struct applied *schema_applied(const struct schema *schema, unsigned version);
const struct migration *schema_file(const struct schema *schema, unsigned version);

/* True if each applied migration's file is there and unchanged; else complains about the
 * first that is not. */
bool schema_check(const struct schema *schema);

/* Applies what is missing up to version `to`, or takes back what is above it, newest
   first; a line on standard output for each. Stops at the first error, after a complaint
   that names file and statement. `done` counts the steps. */
bool schema_up(struct schema *schema, unsigned to, unsigned *done);
bool schema_down(struct schema *schema, unsigned to, unsigned *done);

#endif
