/* seal_emails.c - the addresses of the accounts there are, encrypted under the key that
 * seals now. */

#include "seal_emails.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sql.h"
#include "core/arena.h"
#include "core/config.h"
#include "core/seal.h"

#include "core/banned.h"

#define BATCH 500
#define LOOKS 5

struct sealing {
    MYSQL *mysql;
    struct seal_keys *keys;
    struct arena *arena;
    unsigned long sealed, missed, lost; /* of all looks; of this one; that do not open */
};

MYSQL *emails_connect(struct tool *tool)
{
    const struct config *config = tool_config(tool);

    return config == NULL ? NULL
                          : tool_connect(tool, config_text(config, "user.name"), 0);
}

struct seal_keys *emails_keys(struct tool *tool)
{
    const struct config *config = tool_config(tool);
    char error[1400];
    struct seal_keys *keys =
        config == NULL ? NULL : seal_keys_open(config, error, sizeof error);

    if (config != NULL && keys == NULL)
        complain("%s", error);
    return keys;
}

/* `column <=> 'text'`, or with NULL. */
static const char *equals(struct sealing *sealing, const char *column, const char *text)
{
    size_t length = text == NULL ? 0 : strlen(text);
    char *quoted = arena_alloc(sealing->arena, 2 * length + 1);

    if (text == NULL || quoted == NULL)
        return arena_printf(sealing->arena, "%s IS NULL", column);
    mysql_real_escape_string(sealing->mysql, quoted, text, length);
    return arena_printf(sealing->arena, "%s = '%s'", column, quoted);
}

/* One row: changed only if it still is what was read. False if the database failed. */
static bool seal_row(struct sealing *sealing, uint64_t id, const char *plain,
                     const char *before)
{
    struct seal_place place = {"users.email", id};
    const char *address =
        plain != NULL ? plain : unseal(sealing->keys, place, before, sealing->arena);
    const char *after =
        address == NULL ? NULL : seal(sealing->keys, place, address, sealing->arena);

    if (after == NULL) {
        complain("the address of user %" PRIu64 " %s and is left as it is", id,
                 address == NULL ? "does not open" : "cannot be sealed");
        sealing->lost++;
        return true;
    }
    if (!sql_runf(sealing->mysql, "sealing an address",
                  "UPDATE users SET email = NULL, email_sealed = '%s', "
                  "updated_at = updated_at WHERE id = %" PRIu64 " AND %s AND %s",
                  after, id, equals(sealing, "email", plain),
                  equals(sealing, "email_sealed", before)))
        return false;
    if (mysql_affected_rows(sealing->mysql) == 1)
        sealing->sealed++;
    else
        sealing->missed++;
    return true;
}

/* The next rows after *id that have an address. How many, -1 if the database failed. */
static long seal_batch(struct sealing *sealing, uint64_t *id)
{
    MYSQL_RES *rows;
    MYSQL_ROW row;
    char query[300];
    bool good = true;
    long count = 0;

    snprintf(query, sizeof query,
             "SELECT id, email, email_sealed FROM users WHERE id > %" PRIu64
             " AND (email IS NOT NULL OR email_sealed IS NOT NULL) ORDER BY id LIMIT %d",
             *id, BATCH);
    rows = sql_query(sealing->mysql, "reading addresses", query);
    while (rows != NULL && good && (row = mysql_fetch_row(rows)) != NULL) {
        *id = strtoull(row[0], NULL, 10);
        count++;
        if (row[1] != NULL || !seal_is_current(sealing->keys, row[2]))
            good = seal_row(sealing, *id, row[1], row[2]);
    }
    if (rows != NULL)
        mysql_free_result(rows);
    arena_reset(sealing->arena);
    return rows == NULL || !good ? -1 : count;
}

/* One look at all of them. */
static bool look(struct sealing *sealing)
{
    uint64_t id = 0;
    long count;

    sealing->missed = sealing->lost = 0;
    do
        count = seal_batch(sealing, &id);
    while (count == BATCH);
    return count >= 0;
}

bool emails_seal(MYSQL *users, struct seal_keys *keys)
{
    struct sealing sealing = {.mysql = users, .keys = keys, .arena = arena_new()};
    bool good = sealing.arena != NULL;
    int looks = 0;

    if (!good)
        complain("out of memory");
    while (good && looks++ < LOOKS) {
        good = look(&sealing);
        if (sealing.missed == 0)
            break;
    }
    if (good && sealing.sealed > 0)
        printf("addresses: %lu sealed\n", sealing.sealed);
    arena_free(&sealing.arena);
    return good && sealing.missed == 0 && sealing.lost == 0;
}

long emails_under(MYSQL *users, const char *kid)
{
    char query[200];
    long count;

    snprintf(query, sizeof query,
             "SELECT COUNT(*) FROM users WHERE LEFT(email_sealed, %zu) = '1.%.16s.'",
             strlen(kid) + 3, kid);
    return sql_number(users, "counting addresses", query, &count) ? count : -1;
}

bool emails_migrate(struct tool *tool)
{
    MYSQL *users = emails_connect(tool);
    struct seal_keys *keys = NULL;
    long plain = 0;
    bool good = users != NULL &&
                sql_number(users, "counting addresses",
                           "SELECT COUNT(*) FROM users WHERE email IS NOT NULL", &plain);

    if (good && plain > 0) {
        keys = emails_keys(tool);
        good = keys != NULL && emails_seal(users, keys);
        if (!good)
            complain(
                "%ld addresses are to be encrypted; see to the above and migrate again",
                plain);
    }
    seal_keys_free(&keys);
    if (users != NULL)
        mysql_close(users);
    return good;
}
