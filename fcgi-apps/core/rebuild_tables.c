/* rebuild_tables.c - the temporary tables that a projection is made anew in. Their SQL is
 * put together from the service's own words. */
#include "rebuild_tables.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "db.h"
#include "service.h"

#include "banned.h"

#define MARK "vinylhound_rebuilding"
#define MADE "vinylhound_rebuilt"
#define LIST 512

static int64_t say(struct db *db, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static int64_t say(struct db *db, const char *format, ...)
{
    char sql[4 * LIST];
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vsnprintf(sql, sizeof sql, format, arguments);
    va_end(arguments);
    return length < (int)sizeof sql ? db_say(db, sql) : DB_FAILED;
}

/* Of "a, b" and "t.%s = r.%s", ", ": "t.a = r.a, t.b = r.b". Each column's name goes in
 * twice. */
static const char *each(const char *columns, const char *before, const char *between,
                        const char *after, const char *join, char *out)
{
    size_t used = 0;

    out[0] = '\0';
    while (*columns != '\0') {
        size_t length = strcspn(columns, ", ");
        int n =
            snprintf(out + used, LIST - used, "%s%s%.*s%s%.*s%s", used == 0 ? "" : join,
                     before, (int)length, columns, between, (int)length, columns, after);

        if (n < 0 || (size_t)n >= LIST - used)
            return "";
        used += (size_t)n;
        columns += length;
        columns += strspn(columns, ", ");
    }
    return out;
}

static const char *comma(const struct projection *projection)
{
    return projection->values[0] == '\0' ? "" : ", ";
}

bool rebuild_tables_make(struct db *db, const struct projection *projection)
{
    char list[LIST];

    if (projection->beside != NULL &&
        say(db, "CREATE TEMPORARY TABLE %s AS SELECT * FROM %s LIMIT 0",
            projection->beside, projection->beside) < 0)
        return false;
    if (say(db, "CREATE TEMPORARY TABLE " MARK " (id INT)") < 0 ||
        say(db,
            "CREATE TEMPORARY TABLE %s (PRIMARY KEY (%s)) AS SELECT %s%s%s FROM %s %s",
            projection->table, projection->key, projection->key, comma(projection),
            projection->values, projection->table,
            projection->whole ? "LIMIT 0" : "") < 0)
        return false;
    return projection->whole ||
           say(db, "UPDATE %s SET %s", projection->table,
               each(projection->values, "", " = DEFAULT(", ")", ", ", list)) >= 0;
}

bool rebuild_tables_are_there(struct db *db)
{
    return say(db, "DO (SELECT COUNT(*) FROM " MARK ")") >= 0;
}

/* Rows that are there and should not be, and the other way round. */
static int64_t swap_rows(struct db *db, const struct projection *projection)
{
    char on[LIST];
    const char *table = projection->table, *key = projection->key;
    size_t first = strcspn(key, ", ");
    int64_t gone, come;

    each(key, "t.", " = r.", "", " AND ", on);
    gone = say(db, "DELETE t FROM %s t LEFT JOIN " MADE " r ON %s WHERE r.%.*s IS NULL",
               table, on, (int)first, key);
    come = say(db,
               "INSERT INTO %s (%s%s%s) SELECT r.* FROM " MADE " r "
               "LEFT JOIN %s t ON %s WHERE t.%.*s IS NULL",
               table, key, comma(projection), projection->values, table, on, (int)first,
               key);
    return gone < 0 || come < 0 ? DB_FAILED : gone + come;
}

static int64_t swap_values(struct db *db, const struct projection *projection)
{
    char on[LIST], set[LIST], same[LIST];

    return say(db, "UPDATE " MADE " r STRAIGHT_JOIN %s t ON %s SET %s WHERE NOT (%s)",
               projection->table, each(projection->key, "t.", " = r.", "", " AND ", on),
               each(projection->values, "t.", " = r.", "", ", ", set),
               each(projection->values, "t.", " <=> r.", "", " AND ", same));
}

/* The table beside it, while both old and new values are there. */
static int64_t follow(struct db *db, const struct projection *projection)
{
    if (projection->beside == NULL)
        return 0;
    if (say(db, "DROP TEMPORARY TABLE %s", projection->beside) < 0)
        return DB_FAILED;
    for (size_t i = 0; projection->follow[i] != NULL; i++)
        if (db_say(db, projection->follow[i]) < 0)
            return DB_FAILED;
    return 0;
}

int64_t rebuild_tables_swap(struct db *db, const struct projection *projection)
{
    int64_t values = 0, rows = 0;

    /* under another name, and what it hid shows again: neither ends the transaction */
    if (say(db, "CREATE TEMPORARY TABLE " MADE " (PRIMARY KEY (%s)) AS SELECT * FROM %s",
            projection->key, projection->table) < 0 ||
        say(db, "DROP TEMPORARY TABLE %s", projection->table) < 0 ||
        follow(db, projection) < 0)
        return DB_FAILED;
    if (projection->values[0] != '\0')
        values = swap_values(db, projection);
    if (values >= 0 && projection->whole)
        rows = swap_rows(db, projection);
    return values < 0 || rows < 0 ? DB_FAILED : values + rows;
}
