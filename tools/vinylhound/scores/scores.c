/* scores.c - vinylhound scores: the parameters of all scores estimated anew, charts made
 * with them beside the old ones, and swapped in at once while the site runs. */
#include <stdio.h>
#include <stdlib.h>

#include "album_sums.h"
#include "bursts.h"
#include "command.h"
#include "core/clock.h"
#include "core/config.h"
#include "rating/score.h"
#include "rating/score_sql.h"
#include "base/sql.h"

#include "core/banned.h"

#define BATCH "500" /* albums locked at a time, and told in one event */

struct work {
    MYSQL *mysql;
    unsigned long before, now; /* generations */
    unsigned long told;        /* events */
};

/* What a statement counts, as doubles; false after a complaint. */
static bool numbers(MYSQL *mysql, const char *doing, const char *query, double *out,
                    size_t count)
{
    MYSQL_RES *rows = sql_query(mysql, doing, query);
    MYSQL_ROW row = rows == NULL ? NULL : mysql_fetch_row(rows);

    for (size_t i = 0; i < count && row != NULL; i++)
        out[i] = row[i] == NULL ? 0 : strtod(row[i], NULL);
    if (rows != NULL)
        mysql_free_result(rows);
    return row != NULL;
}

/* A share, as if twenty ratings of a site that is not known had been seen before. */
static double share(double of, double count, double unknown)
{
    return (of + 20 * unknown) / (count + 20);
}

static bool estimate(struct work *work, struct score_parameters *out, double shares[3])
{
    double sums[8] = {0}, young[2] = {0};

    if (!numbers(work->mysql, "counting ratings",
                 "SELECT COUNT(*), SUM(n), SUM(t), SUM(q), SUM(n * n), SUM(t * t / n), "
                 "SUM(high), SUM(low) FROM (SELECT " SQL_COUNT " * 1e0 AS n, "
                 "(" SQL_MEAN " * 2e0 * " SQL_COUNT ") AS t, " SQL_ALL_SQUARES
                 " * 1e0 AS q, s.n9 + s.n10 AS high, s.n1 + s.n2 + s.n3 AS low "
                 "FROM rating_summaries s WHERE " SQL_COUNT " > 0) a",
                 sums, 8) ||
        !numbers(work->mysql, "counting accounts' ages",
                 "SELECT COUNT(*), SUM(a.user_id IS NULL OR "
                 "a.registered_at > r.created_at - INTERVAL 14 DAY) FROM ratings r "
                 "LEFT JOIN accounts a ON a.user_id = r.user_id "
                 "WHERE r.created_at >= UTC_TIMESTAMP(3) - INTERVAL 30 DAY",
                 young, 2))
        return false;
    *out = score_estimate(
        &(struct site_sums){sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]});
    shares[0] = share(young[1], young[0], 0.9);
    shares[1] = share(sums[6], sums[1], 0.3);
    shares[2] = share(sums[7], sums[1], 0.1);
    return true;
}

/* What a run that was cut off has left, and the row that changes of ratings go to from
 * now on besides the live one. */
static bool begin(struct work *work)
{
    struct score_parameters site;
    double shares[3];
    long live;

    if (!sql_number(work->mysql, "reading parameters",
                    "SELECT generation FROM score_parameters WHERE live = TRUE", &live) ||
        !sql_run(work->mysql, "clearing",
                 "DELETE FROM score_parameters WHERE live = FALSE") ||
        !sql_runf(work->mysql, "clearing", "DELETE FROM charts WHERE generation <> %ld",
                  live) ||
        !estimate(work, &site, shares) ||
        !sql_runf(work->mysql, "keeping parameters",
                  "INSERT INTO score_parameters (live, prior, m, spread, new_share, "
                  "high_share, low_share, recent_from, earlier_from) VALUES "
                  "(FALSE, %.17g, %.17g, %.17g, %.17g, %.17g, %.17g, "
                  "UTC_TIMESTAMP(3) - INTERVAL 7 DAY, "
                  "UTC_TIMESTAMP(3) - INTERVAL 91 DAY)",
                  site.prior, site.m, site.spread, shares[0], shares[1], shares[2]))
        return false;
    work->before = (unsigned long)live;
    work->now = (unsigned long)mysql_insert_id(work->mysql);
    printf("C = %.4f, m = %.3f, S2 = %.4f; new accounts %.3f, high %.3f, low %.3f\n",
           site.prior, site.m, site.spread, shares[0], shares[1], shares[2]);
    return true;
}

/* The sums of the next albums, locked; *last is the last one's id, 0 if there is none. */
static bool lock_batch(struct work *work, unsigned long after, long *last)
{
    char query[160];
    MYSQL_RES *rows;
    MYSQL_ROW row;

    snprintf(query, sizeof query,
             "SELECT album_id FROM rating_summaries WHERE album_id > %lu "
             "ORDER BY album_id LIMIT " BATCH " FOR UPDATE",
             after);
    *last = 0;
    rows = sql_query(work->mysql, "locking albums", query);
    while (rows != NULL && (row = mysql_fetch_row(rows)) != NULL)
        *last = strtol(row[0], NULL, 10);
    if (rows != NULL)
        mysql_free_result(rows);
    return rows != NULL;
}

/* ... and their places in the new charts: whatever a change has put there meanwhile is
 * counted again. */
static bool place(struct work *work, unsigned long after, long last)
{
    return sums_place_range(work->mysql, work->now, after, (unsigned long)last);
}

/* One event of those of the albums whose score is another one now. */
static bool tell(struct work *work, unsigned long after, long last)
{
    if (!sql_runf(
            work->mysql, "telling scores",
            "INSERT INTO outbox (type, subject, payload) SELECT 'scores.changed', %lu, "
            "JSON_OBJECT('scores', JSON_ARRAYAGG(JSON_OBJECT('album_id', n.album_id, "
            "'count', n.count, 'mean', n.mean, 'weighted', n.weighted))) FROM charts n "
            "LEFT JOIN charts o ON o.generation = %lu AND o.album_id = n.album_id "
            "AND o.genre_id = 0 WHERE n.generation = %lu AND n.genre_id = 0 "
            "AND n.album_id > %lu AND n.album_id <= %ld "
            "AND (o.album_id IS NULL OR ABS(o.weighted - n.weighted) > 0.00005) "
            "HAVING COUNT(*) > 0",
            work->now, work->before, work->now, after, last))
        return false;
    work->told += (unsigned long)mysql_affected_rows(work->mysql);
    return true;
}

/* A batch of albums that a step is done for. */
struct batch {
    struct work *work;
    bool (*step)(struct work *work, unsigned long after, long last);
    unsigned long after;
    long last; /* 0: there were none */
};

static bool run_batch(MYSQL *mysql, void *context)
{
    struct batch *batch = context;

    (void)mysql;
    return lock_batch(batch->work, batch->after, &batch->last) &&
           (batch->last == 0 || batch->step(batch->work, batch->after, batch->last));
}

/* Does `step` for all albums, a batch in a transaction. */
static bool for_all(struct work *work,
                    bool (*step)(struct work *work, unsigned long after, long last))
{
    struct batch batch = {work, step, 0, 0};
    const struct step run = {run_batch, &batch};

    do {
        if (!in_transaction(work->mysql, &run))
            return false;
        batch.after = (unsigned long)batch.last;
    } while (batch.last != 0);
    return true;
}

static bool finish(struct work *work)
{
    long rest = 1;

    if (!sql_runf(work->mysql, "swapping",
                  "UPDATE score_parameters SET live = (generation = %lu)", work->now) ||
        !for_all(work, tell) ||
        !sql_run(work->mysql, "clearing",
                 "DELETE FROM score_parameters WHERE live = FALSE"))
        return false;
    while (rest > 0) {
        if (!sql_runf(work->mysql, "clearing",
                      "DELETE FROM charts WHERE generation <> %lu LIMIT 10000",
                      work->now))
            return false;
        rest = (long)mysql_affected_rows(work->mysql);
    }
    return true;
}

int scores_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        NULL,
        NULL,
        "",
        "Estimate anew what scores are made with (docs/scores.md), make all charts with "
        "it, tell the catalogue, and look for bursts again. To be run every night, while the site runs.",
        NULL,
        NULL,
        NULL};
    const struct config *config = tool_config(tool);
    double began = clock_monotonic();
    struct work work = {0};
    unsigned long bursts = 0;
    bool done;

    argp_parse(&argp, argc, argv, 0, NULL, NULL);
    if (config == NULL)
        return FAILED;
    work.mysql = tool_connect(tool, config_text(config, "rating.name"), 0);
    if (work.mysql == NULL)
        return FAILED;
    done = sums_connect(work.mysql) && begin(&work) && for_all(&work, place) &&
           finish(&work) && bursts_find(work.mysql, &bursts);
    if (done)
        printf("generation %lu, %lu events, %lu bursts found, %.1f s\n", work.now,
               work.told, bursts, clock_monotonic() - began);
    mysql_close(work.mysql);
    return done ? DONE : FAILED;
}
