/* doctor.c - vinylhound doctor: what the rating service keeps beside ratings, counted
 * anew from them and compared. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "command.h"
#include "core/config.h"
#include "doctor_repair.h"
#include "rating/score.h"
#include "base/sql.h"

#include "core/banned.h"

#define SHOWN 10 /* of what is wrong, for each check */
#define NEAR 1e-9

/* A check's query gives the id of each thing that is wrong. */
struct check {
    const char *what, *thing, *query;
    enum patient kind;
};

#define COUNTED                                                                          \
    "SELECT r.album_id, SUM(half_stars = 1) a1, SUM(half_stars = 2) a2, "                \
    "SUM(half_stars = 3) a3, SUM(half_stars = 4) a4, SUM(half_stars = 5) a5, "           \
    "SUM(half_stars = 6) a6, SUM(half_stars = 7) a7, SUM(half_stars = 8) a8, "           \
    "SUM(half_stars = 9) a9, SUM(half_stars = 10) a10, SUM(w.weight) w, "                \
    "SUM(w.weight * half_stars) wr, SUM(w.weight * half_stars * half_stars) wrr "        \
    "FROM ratings r JOIN raters w ON w.user_id = r.user_id WHERE r.held IS NULL "        \
    "GROUP BY r.album_id"
#define N(column) "IFNULL(c." column ", 0)"
#define SUM_OF(table)                                                                    \
    "(" table ".n1 + " table ".n2 + " table ".n3 + " table ".n4 + " table ".n5 + " table \
    ".n6 + " table ".n7 + " table ".n8 + " table ".n9 + " table ".n10)"

static const struct check checks[] = {
    {"histograms and sums of albums",                    "album",
     "SELECT s.album_id FROM rating_summaries s LEFT JOIN (" COUNTED
     ") c ON c.album_id = s.album_id WHERE NOT (s.n1, s.n2, s.n3, s.n4, s.n5, s.n6, s.n7, "
     "s.n8, s.n9, s.n10, s.weight, s.weighted, s.weighted_squares) <=> (" N("a1") ", " N("a2") ", " N("a3") ", " N("a4") ", " N(
         "a5") ", " N("a6") ", " N("a7") ", " N("a8") ", " N("a9") ", " N("a10") ", " N("w") ", " N("wr") ", " N("wrr") ")",
     PATIENT_ALBUM                                                                                                                        },
    {"rated albums that have no sums",                   "album",
     "SELECT DISTINCT r.album_id FROM ratings r LEFT JOIN rating_summaries s "
     "ON s.album_id = r.album_id WHERE r.held IS NULL AND s.album_id IS NULL",                                               PATIENT_ALBUM},
    {"weights of raters",                                "user",
     "SELECT w.user_id FROM raters w LEFT JOIN (SELECT r.user_id, LEAST(20, "
     "COUNT(DISTINCT COALESCE(k.artist_id, 0))) n FROM ratings r JOIN known_albums k "
     "ON k.album_id = r.album_id GROUP BY r.user_id) c ON c.user_id = w.user_id "
     "WHERE w.weight <> IFNULL(c.n, 0)",                                                                                     PATIENT_RATER},
    {"totals of the site",                               "shard",
     "SELECT t.shard FROM rating_totals t LEFT JOIN (SELECT user_id MOD 16 shard, "
     "COUNT(*) n, SUM(half_stars) s, SUM(half_stars * half_stars) q FROM ratings "
     "WHERE held IS NULL GROUP BY user_id MOD 16) c ON c.shard = t.shard "
     "WHERE NOT (t.count, t.sum, t.squares) <=> (" N("n") ", " N("s") ", " N("q") ")",
     PATIENT_SHARD                                                                                                                        },
    {"albums that are not in the chart, or wrongly are", "album",
     "SELECT s.album_id FROM rating_summaries s JOIN score_parameters p "
     "LEFT JOIN charts c ON c.generation = p.generation AND c.album_id = s.album_id "
     "AND c.genre_id = 0 WHERE p.live = TRUE AND (c.album_id IS NULL) <> (" SUM_OF(
         "s") " = 0) UNION SELECT c.album_id FROM charts c JOIN score_parameters p "
              "ON p.generation = c.generation LEFT JOIN rating_summaries s "
              "ON s.album_id = c.album_id WHERE p.live = TRUE AND s.album_id IS NULL",                                       PATIENT_ALBUM},
    {"genres and years in charts",                       "album",
     "SELECT c.album_id FROM charts c JOIN score_parameters p "
     "ON p.generation = c.generation JOIN known_albums k ON k.album_id = c.album_id "
     "LEFT JOIN album_genres g ON g.album_id = c.album_id AND g.genre_id = c.genre_id "
     "WHERE p.live = TRUE AND (c.release_year <> k.release_year "
     "OR (c.genre_id <> 0 AND g.album_id IS NULL)) "
     "UNION SELECT c.album_id FROM charts c JOIN score_parameters p "
     "ON p.generation = c.generation JOIN album_genres g ON g.album_id = c.album_id "
     "LEFT JOIN charts d ON d.generation = c.generation AND d.album_id = c.album_id "
     "AND d.genre_id = g.genre_id WHERE p.live = TRUE AND c.genre_id = 0 "
     "AND NOT (d.count, d.mean, d.weighted, d.low, d.recent, d.earlier) <=> "
     "(c.count, c.mean, c.weighted, c.low, c.recent, c.earlier)",                                                            PATIENT_ALBUM},
    {"what is recent in charts",                         "album",
     "SELECT c.album_id FROM charts c JOIN score_parameters p "
     "ON p.generation = c.generation LEFT JOIN (SELECT r.album_id, "
     "SUM(r.created_at >= q.recent_from) recent, SUM(r.created_at < q.recent_from) "
     "earlier FROM score_parameters q JOIN ratings r ON r.created_at >= q.earlier_from "
     "WHERE q.live = TRUE AND r.held IS NULL GROUP BY r.album_id) t "
     "ON t.album_id = c.album_id WHERE p.live = TRUE AND c.genre_id = 0 AND "
     "(c.recent <> IFNULL(t.recent, 0) OR c.earlier <> IFNULL(t.earlier, 0))",                                               PATIENT_ALBUM},
    {"likes of reviews",                                 "review",
     "SELECT v.id FROM reviews v LEFT JOIN (SELECT review_id, COUNT(*) n "
     "FROM review_likes GROUP BY review_id) c ON c.review_id = v.id "
     "WHERE v.likes <> " N("n"),
     PATIENT_REVIEW                                                                                                                       },
};

static void say(const struct check *check, const char *id, unsigned long number)
{
    if (number == 0)
        printf("%s:\n", check->what);
    if (number < SHOWN)
        printf("  %s %s\n", check->thing, id);
}

static void say_rest(unsigned long number)
{
    if (number > SHOWN)
        printf("  and %lu more\n", number - SHOWN);
}

/* How many things are wrong, which it says and adds to the patients; -1 after a
   complaint. */
static long run(MYSQL *mysql, const struct check *check, struct patients *patients)
{
    MYSQL_RES *rows = sql_query(mysql, check->what, check->query);
    unsigned long number = 0;
    MYSQL_ROW row;

    if (rows == NULL)
        return -1;
    while ((row = mysql_fetch_row(rows)) != NULL) {
        say(check, row[0], number++);
        patients_add(patients, check->kind, strtoul(row[0], NULL, 10));
    }
    say_rest(number);
    mysql_free_result(rows);
    return (long)number;
}

static bool is_near(const char *met, double wanted)
{
    return fabs(strtod(met, NULL) - wanted) <= NEAR;
}

/* A row of scores[]: album, weight, weighted, squares, C, m, S2, count, halves, then what
 * the chart has: count, mean, weighted, low. By score.c, while charts are made by SQL. */
static bool is_right(MYSQL_ROW row)
{
    const struct score_sums sums = {strtoll(row[1], NULL, 10), strtoll(row[2], NULL, 10),
                                    strtoll(row[3], NULL, 10)};
    const struct score_parameters site = {strtod(row[4], NULL), strtod(row[5], NULL),
                                          strtod(row[6], NULL)};
    struct score score = score_of(&sums, &site);

    return is_near(row[9], strtod(row[7], NULL)) &&
           is_near(row[10], strtod(row[8], NULL) / 2 / strtod(row[7], NULL)) &&
           is_near(row[11], score.weighted) && is_near(row[12], score.low);
}

static long run_scores(MYSQL *mysql, struct patients *patients)
{
    static const struct check scores = {
        "scores in the chart", "album",
        "SELECT s.album_id, s.weight, s.weighted, s.weighted_squares, p.prior, p.m, "
        "p.spread, " SUM_OF(
            "s") ", s.n1 + 2 * s.n2 + 3 * s.n3 + 4 * s.n4 + 5 * s.n5 + "
                 "6 * s.n6 + 7 * s.n7 + 8 * s.n8 + 9 * s.n9 + 10 * s.n10, c.count, c.mean, "
                 "c.weighted, c.low FROM rating_summaries s JOIN score_parameters p JOIN charts c "
                 "ON c.generation = p.generation AND c.album_id = s.album_id AND c.genre_id = 0 "
                 "WHERE p.live = TRUE",
        PATIENT_ALBUM};
    unsigned long number = 0;
    MYSQL_RES *rows = NULL;
    MYSQL_ROW row;

    if (sql_run(mysql, scores.what, scores.query))
        rows = mysql_use_result(mysql);
    while (rows != NULL && (row = mysql_fetch_row(rows)) != NULL)
        if (!is_right(row)) {
            say(&scores, row[0], number++);
            patients_add(patients, scores.kind, strtoul(row[0], NULL, 10));
        }
    say_rest(number);
    if (rows == NULL)
        return -1;
    mysql_free_result(rows);
    return (long)number;
}

/* All of them as of one moment, while the site runs. How many differ; -1 after a
   complaint. */
static long examine(MYSQL *mysql, struct patients *patients)
{
    long wrong = 0, found;

    if (!sql_run(mysql, "beginning",
                 "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ") ||
        !sql_run(mysql, "beginning",
                 "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"))
        return -1;
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        found = run(mysql, &checks[i], patients);
        if (found < 0)
            return -1;
        wrong += found;
    }
    found = run_scores(mysql, patients);
    if (found < 0 || !sql_run(mysql, "ending", "COMMIT"))
        return -1;
    wrong += found;
    if (wrong > 0)
        printf("%ld differences\n", wrong);
    return wrong;
}

/* What is wrong is mended, and looked at again. One at a time: what two find twice they
   would take off the site's sums twice. */
static long repair(MYSQL *mysql, struct patients *patients)
{
    long got, wrong;

    if (!sql_number(mysql, "locking", "SELECT GET_LOCK('vinylhound doctor', 0)", &got))
        return -1;
    if (got != 1) {
        complain("another `vinylhound doctor --repair` is at work");
        return -1;
    }
    wrong = examine(mysql, patients);
    if (wrong <= 0)
        return wrong;
    if (!patients_mend(mysql, patients))
        return -1;
    patients_free(patients);
    return examine(mysql, patients);
}

enum { KEY_REPAIR = 256 };

static error_t take(int key, char *argument, struct argp_state *state)
{
    bool *mend = state->input;

    (void)argument;
    if (key != KEY_REPAIR)
        return ARGP_ERR_UNKNOWN;
    *mend = true;
    return 0;
}

int doctor_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"repair", KEY_REPAIR, NULL, 0, "Count anew what differs, and say what was", 0},
        {0   },
    };
    static const struct argp argp = {
        options,
        take,
        "",
        "Count anew from the ratings what is kept beside them - sums, weights, charts, "
        "likes - and say what differs. Silent, with exit status 0, if nothing does. With "
        "--repair it is mended, each thing in a transaction, and looked at again; the "
        "site may run.",
        NULL,
        NULL,
        NULL};
    struct patients patients = {0};
    const struct config *config;
    bool mend = false;
    MYSQL *mysql;
    long wrong;

    argp_parse(&argp, argc, argv, 0, NULL, &mend);
    config = tool_config(tool);
    mysql =
        config == NULL ? NULL : tool_connect(tool, config_text(config, "rating.name"), 0);
    if (mysql == NULL)
        return FAILED;
    wrong = mend ? repair(mysql, &patients) : examine(mysql, &patients);
    patients_free(&patients);
    mysql_close(mysql);
    return wrong == 0 ? DONE : FAILED;
}
