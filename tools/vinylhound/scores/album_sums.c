/* album_sums.c - what is kept beside an album's ratings, made anew from them. */
#include "album_sums.h"

#include <mysqld_error.h>
#include <stdlib.h>

#include "base/sql.h"
#include "rating/score_sql.h"

#include "core/banned.h"

#define TRIES 10

static bool was_in_the_way(MYSQL *mysql)
{
    return mysql_errno(mysql) == ER_LOCK_DEADLOCK ||
           mysql_errno(mysql) == ER_LOCK_WAIT_TIMEOUT;
}

bool in_transaction(MYSQL *mysql, const struct step *step)
{
    for (int tries = 0; tries < TRIES; tries++) {
        bool again;

        if (sql_run(mysql, "beginning", "START TRANSACTION") &&
            step->run(mysql, step->context) && sql_run(mysql, "committing", "COMMIT"))
            return true;
        again = was_in_the_way(mysql);
        mysql_rollback(mysql);
        if (!again)
            return false;
    }
    return false;
}

bool sums_connect(MYSQL *mysql)
{
    return sql_run(mysql, "settings",
                   "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
}

bool sums_lock(MYSQL *mysql, unsigned long album_id)
{
    return sql_runf(mysql, "locking an album's sums",
                    "INSERT INTO rating_summaries (album_id) VALUES (%lu) "
                    "ON DUPLICATE KEY UPDATE album_id = rating_summaries.album_id",
                    album_id);
}

#define N(n) "IFNULL(SUM(half_stars = " #n "), 0) a" #n ", "
#define SET(n) "s.n" #n " = c.a" #n ", "

bool sums_count(MYSQL *mysql, unsigned long album_id)
{
    return sql_runf(
        mysql, "counting an album's ratings",
        "UPDATE rating_summaries s JOIN (SELECT " N(1) N(2) N(3) N(4) N(5) N(6) N(7) N(8)
            N(9)
                N(10) "IFNULL(SUM(w.weight), 0) w, "
                      "IFNULL(SUM(w.weight * half_stars), 0) wr, "
                      "IFNULL(SUM(w.weight * half_stars * half_stars), 0) wrr "
                      "FROM ratings r JOIN raters w ON w.user_id = r.user_id "
                      "WHERE r.album_id = %lu AND r.held IS NULL) c SET " SET(1) SET(2)
                          SET(3) SET(4) SET(5) SET(6) SET(7) SET(8) SET(9)
                              SET(10) "s.weight = c.w, s.weighted = c.wr, "
                                      "s.weighted_squares = c.wrr WHERE s.album_id = %lu",
        album_id, album_id);
}

/* An album without ratings is in no chart, nor in that of a genre which is not its. */
static bool clear(MYSQL *mysql, unsigned long generation, unsigned long album_id)
{
    return sql_runf(
        mysql, "clearing an album's places",
        "DELETE FROM charts WHERE generation = %lu AND album_id = %lu AND "
        "((genre_id <> 0 AND genre_id NOT IN (SELECT g.genre_id "
        "FROM album_genres g WHERE g.album_id = %lu)) OR NOT EXISTS (SELECT 1 "
        "FROM rating_summaries s WHERE s.album_id = %lu AND " SQL_COUNT " > 0))",
        generation, album_id, album_id, album_id);
}

bool sums_place(MYSQL *mysql, unsigned long album_id)
{
    MYSQL_RES *rows =
        sql_query(mysql, "reading parameters", "SELECT generation FROM score_parameters");
    bool fine = rows != NULL;
    MYSQL_ROW row;

    while (fine && (row = mysql_fetch_row(rows)) != NULL) {
        unsigned long generation = strtoul(row[0], NULL, 10);

        fine = clear(mysql, generation, album_id) &&
               sums_place_range(mysql, generation, album_id - 1, album_id);
    }
    if (rows != NULL)
        mysql_free_result(rows);
    return fine;
}

#define IN_PLACE                                                                         \
    " ON DUPLICATE KEY UPDATE release_year = VALUES(release_year), "                     \
    "count = VALUES(count), mean = VALUES(mean), weighted = VALUES(weighted), "          \
    "low = VALUES(low), recent = VALUES(recent), earlier = VALUES(earlier)"

/* In the chart of all genres first, and from there into those of its genres. */
bool sums_place_range(MYSQL *mysql, unsigned long generation, unsigned long after,
                      unsigned long last)
{
    return sql_runf(
               mysql, "placing albums",
               "INSERT INTO charts (" SQL_CHART_COLUMNS ") SELECT 0, " SQL_CHART_VALUES
               ", COALESCE(t.recent, 0), COALESCE(t.earlier, 0) FROM rating_summaries s "
               "JOIN known_albums k ON k.album_id = s.album_id "
               "JOIN score_parameters p ON p.generation = %lu "
               "LEFT JOIN (SELECT r.album_id, SUM(r.created_at >= q.recent_from) recent, "
               "SUM(r.created_at < q.recent_from) earlier FROM score_parameters q "
               "JOIN ratings r ON r.created_at >= q.earlier_from WHERE q.generation = %lu "
               "AND r.held IS NULL AND r.album_id > %lu AND r.album_id <= %lu "
               "GROUP BY r.album_id) t ON t.album_id = s.album_id "
               "WHERE s.album_id > %lu AND s.album_id <= %lu AND " SQL_COUNT
               " > 0" IN_PLACE,
               generation, generation, after, last, after, last) &&
           sql_runf(mysql, "placing albums by genres",
                    "INSERT INTO charts (" SQL_CHART_COLUMNS ") SELECT g.genre_id, "
                    "c.generation, c.album_id, c.release_year, c.count, c.mean, "
                    "c.weighted, c.low, c.recent, c.earlier FROM charts c "
                    "JOIN album_genres g ON g.album_id = c.album_id "
                    "WHERE c.generation = %lu AND c.genre_id = 0 AND c.album_id > %lu "
                    "AND c.album_id <= %lu" IN_PLACE,
                    generation, after, last);
}

bool sums_tell(MYSQL *mysql, unsigned long album_id)
{
    return sql_runf(mysql, "telling an album's score",
                    "INSERT INTO outbox (type, subject, payload) "
                    "SELECT 'scores.changed', s.album_id, JSON_OBJECT('scores', "
                    "JSON_ARRAY(JSON_OBJECT('album_id', s.album_id, 'count', " SQL_COUNT
                    ", 'mean', IFNULL(" SQL_MEAN ", 0), 'weighted', IF(" SQL_COUNT
                    " = 0, 0, " SQL_WEIGHTED ")))) FROM rating_summaries s "
                    "JOIN score_parameters p ON p.live = TRUE WHERE s.album_id = %lu",
                    album_id);
}
