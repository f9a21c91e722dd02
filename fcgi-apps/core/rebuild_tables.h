/* rebuild_tables.h - the temporary tables that a projection is made anew in. */
#ifndef VH_REBUILD_TABLES_H
#define VH_REBUILD_TABLES_H

#include <stdbool.h>
#include <stdint.h>

struct db;
struct projection;

/* An empty copy of what the projection keeps, of the table's name, seen by this
   connection alone. Where rows are not the projection's own, they are there with the
   values that a new one has. */
bool rebuild_tables_make(struct db *db, const struct projection *projection);

/* Whether this is still the connection that has it. */
bool rebuild_tables_are_there(struct db *db);

/* In a transaction: makes the table what its copy is. How many rows differed, or -1. */
int64_t rebuild_tables_swap(struct db *db, const struct projection *projection);

#endif
