/* search_changes.c - documents that changed since the index was built. */
#include "search_changes.h"

#include <inttypes.h>
#include <stdlib.h>

#include "command.h"
#include "base/sql.h"

#include "core/banned.h"

bool changes_read(struct changes *changes, MYSQL *snapshot)
{
    MYSQL_RES *rows = sql_query(snapshot, "reading what has changed",
                                "SELECT kind, id, stamp FROM search_changed");
    MYSQL_ROW row;

    if (rows == NULL)
        return false;
    changes->room = mysql_num_rows(rows);
    changes->items = calloc(changes->room + 1, sizeof *changes->items);
    while (changes->items != NULL && (row = mysql_fetch_row(rows)) != NULL)
        changes->items[changes->count++] =
            (struct change){strtoull(row[0], NULL, 10), strtoull(row[1], NULL, 10),
                            strtoull(row[2], NULL, 10)};
    mysql_free_result(rows);
    if (changes->items == NULL)
        complain("out of memory");
    return changes->items != NULL;
}

/* The mark goes first, and only if it is still the one that was read: whoever changes
 * the document takes the same row first. */
static bool forget(const struct change *change, MYSQL *mysql)
{
    if (!sql_run(mysql, "forgetting changes", "START TRANSACTION") ||
        !sql_runf(mysql, "forgetting changes",
                  "DELETE FROM search_changed WHERE kind = %" PRIu64 " AND id = %" PRIu64
                  " AND stamp = %" PRIu64,
                  change->kind, change->id, change->stamp))
        return false;
    if (mysql_affected_rows(mysql) == 1 &&
        !sql_runf(mysql, "forgetting changes",
                  "DELETE FROM search_recent WHERE kind = %" PRIu64 " AND id = %" PRIu64,
                  change->kind, change->id))
        return false;
    return sql_run(mysql, "forgetting changes", "COMMIT");
}

bool changes_forget(const struct changes *changes, MYSQL *mysql)
{
    for (size_t i = 0; i < changes->count; i++)
        if (!forget(&changes->items[i], mysql))
            return false;
    return true;
}

void changes_free(struct changes *changes)
{
    free(changes->items);
}
