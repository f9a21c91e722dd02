/* import_store.h - batches into the catalogue, one transaction each. */
#ifndef VH_IMPORT_STORE_H
#define VH_IMPORT_STORE_H

#include "import_load.h"

struct report;

struct store {
    struct loader loader;
    struct report *report; /* what editors' fields kept; NULL for none */
    struct rows keys;      /* of the present batch's releases */
};

/* As loader_open and loader_close. */
bool store_open(struct store *store, MYSQL *mysql);
void store_close(struct store *store);

/* Stores a batch that ahead_store has been through. False after a complaint; nothing of
 * it is stored then. */
bool store_batch(struct store *store, const struct batch *batch);

#endif
