/* facets_build.h - the indexes that lists are narrowed by, made anew. */
#ifndef VH_FACETS_BUILD_H
#define VH_FACETS_BUILD_H

#include <mysql.h>
#include <stdbool.h>

/* Fills a new album_facets from the catalogue, gives it its keys when it is full, and
 * puts it in the place of the present one by a RENAME; what editors and ratings have
 * changed meanwhile follows then. The connection must not be in a transaction, and reads
 * what is committed from then on. Shows its progress. False after a complaint. */
bool facets_build(MYSQL *mysql);

#endif
