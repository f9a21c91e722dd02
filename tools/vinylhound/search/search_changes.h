/* search_changes.h - documents that changed since the index was built: what the new index
 * holds need not be remembered beside it. */
#ifndef VH_SEARCH_CHANGES_H
#define VH_SEARCH_CHANGES_H

#include <mysql.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct changes {
    struct change {
        uint64_t kind, id, stamp;
    } * items;
    size_t count, room;
};

/* Those that the snapshot shows. False after a complaint. */
bool changes_read(struct changes *changes, MYSQL *snapshot);

/* Forgets them, but for those that have changed again. False after a complaint. */
bool changes_forget(const struct changes *changes, MYSQL *mysql);

void changes_free(struct changes *changes);

#endif
