/* test_collection_plans.c - whatever is asked of a list of copies, an index that begins
 * with its owner answers it: the statements as MariaDB got them, explained. */
#include <inttypes.h>
#include <mysql.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "copies.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define USERS "vinylhound_user"

static const char *const sorts[] = {"created_at", "-updated_at", "artist", "-title",
                                    "release_year"};
static const char *const filters[] = {"status=owned", "artist=Somebody%207", "year=1977",
                                      "condition=VG", "q=some%20thing"};
#define SORTS_OF_IT (sizeof sorts / sizeof *sorts)
#define FILTERS_OF_IT (sizeof filters / sizeof *filters)

static MYSQL_RES *rows_of(MYSQL *mysql, const char *statement)
{
    MYSQL_RES *rows =
        mysql_query(mysql, statement) == 0 ? mysql_store_result(mysql) : NULL;

    REQUIRE(rows != NULL, "%s: %.400s", mysql_error(mysql), statement);
    return rows;
}

/* One with 1,500 copies among 20 who have 300 each. */
static void fill(MYSQL *mysql, const struct person *who)
{
    EXPECT(sql_run(mysql,
                   "INSERT INTO users (id, username, password_hash) SELECT 8000000 + "
                   "seq, CONCAT('plan-', seq), '' FROM seq_1_to_20") &&
               sql_run(
                   mysql,
                   text("INSERT INTO collection_items (user_id, album_id, status, "
                        "media_condition, title, artist, release_year, created_at) "
                        "SELECT IF(seq > 1500, 8000000 + seq MOD 20 + 1, %" PRId64
                        "), seq, ELT(seq MOD 3 + 1, 'owned', 'wanted', 'sold'), "
                        "ELT(seq MOD 4 + 1, 'M', 'VG', 'G', 'P'), CONCAT('Thing ', seq), "
                        "CONCAT('Somebody ', seq MOD 500), 1950 + seq MOD 60, "
                        "UTC_TIMESTAMP(3) - INTERVAL seq SECOND FROM seq_1_to_8000",
                        who->id)) &&
               sql_run(mysql, "INSERT INTO known_albums (album_id, title, artist) SELECT "
                              "seq, CONCAT('Thing ', seq), 'x' FROM seq_1_to_8000 ON "
                              "DUPLICATE KEY UPDATE deleted = FALSE"),
           "no copies");
    mysql_free_result(rows_of(mysql, "ANALYZE TABLE collection_items"));
}

static void clear(MYSQL *mysql)
{
    EXPECT(
        sql_run(mysql, "SET GLOBAL general_log = OFF") &&
            sql_run(mysql, "SET GLOBAL log_output = 'FILE'") &&
            sql_run(mysql, "TRUNCATE mysql.general_log") &&
            sql_run(mysql, "DELETE FROM users WHERE id > 8000000") &&
            sql_run(mysql, "DELETE FROM collection_items WHERE title LIKE 'Thing %'") &&
            sql_run(mysql, "DELETE FROM known_albums WHERE title LIKE 'Thing %'"),
        "not cleared");
}

/* A page and the one after it. */
static void ask(const struct person *who, const char *sort, unsigned which)
{
    const char *query = text("%s?limit=3&sort=%s", COLLECTION, sort);
    struct answer *page;

    for (size_t i = 0; i < FILTERS_OF_IT; i++)
        if ((which & 1u << i) != 0)
            query = text("%s&%s", query, filters[i]);
    page = get_as(who->token, query);
    EXPECT_STATUS(page, 200);
    if (text_at(page, "/next_cursor") != NULL)
        EXPECT_STATUS(get_as(who->token,
                             text("%s&cursor=%s", query, text_at(page, "/next_cursor"))),
                      200);
}

/* What EXPLAIN says of the copies' table: its key and its remarks. */
static void explain(MYSQL *mysql, const char *statement)
{
    MYSQL_RES *rows = rows_of(mysql, text("EXPLAIN %s", statement));
    MYSQL_ROW row;
    static const char *const filtered[] = {
        "i.status =", "i.artist =", "i.release_year =", "i.media_condition =", " LIKE "};
    bool plain = true;

    for (size_t i = 0; i < sizeof filtered / sizeof *filtered; i++)
        plain = plain && strstr(statement, filtered[i]) == NULL;
    while ((row = mysql_fetch_row(rows)) != NULL) {
        const char *type = row[3], *key = row[5], *extra = row[9];

        EXPECT(key != NULL && strcmp(type, "ALL") != 0 && strcmp(type, "index") != 0,
               "%s reads all of %s: %s", type, row[2], statement);
        if (key == NULL || strcmp(row[2], "i") != 0)
            continue;
        EXPECT(strncmp(key, "user_", 5) == 0, "by %s: %s", key, statement);
        EXPECT(!plain || extra == NULL || strstr(extra, "filesort") == NULL,
               "sorts what an index has in order (%s): %s", key, statement);
    }
    mysql_free_result(rows);
}

static void plans(void)
{
    const struct person *who = sign_up();
    MYSQL *mysql = sql_open(USERS);
    MYSQL_RES *rows;
    MYSQL_ROW row;
    size_t count = 0;

    fill(mysql, who);
    EXPECT(sql_run(mysql, "SET GLOBAL log_output = 'TABLE'") &&
               sql_run(mysql, "SET GLOBAL general_log = ON"),
           "no log");
    for (size_t sort = 0; sort < SORTS_OF_IT; sort++)
        for (unsigned which = 0; which < 1u << FILTERS_OF_IT; which++)
            ask(who, sorts[sort], which);
    EXPECT(sql_run(mysql, "SET GLOBAL general_log = OFF"), "the log goes on");
    rows = rows_of(
        mysql, "SELECT DISTINCT argument FROM mysql.general_log WHERE "
               "command_type = 'Execute' AND argument LIKE "
               "'%FROM collection_items i LEFT JOIN%LIMIT%' AND argument NOT LIKE '%?%'");
    for (; (row = mysql_fetch_row(rows)) != NULL; count++)
        explain(mysql, row[0]);
    mysql_free_result(rows);
    EXPECT(count >= SORTS_OF_IT << FILTERS_OF_IT, "%zu statements", count);
    clear(mysql);
    sql_close(&mysql);
}

static const struct test tests[] = {
    {"GET /users/collection: every order with every set of filters goes by an index of its "
     "owner's", plans},
};
const struct suite collection_plans_suite = SUITE("collection plans", tests);
