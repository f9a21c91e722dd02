/* events.c - ratings at a steady rate, and how late the catalogue hears of them; then the
 * same beside a catalogue that does not answer.
 *
 *     events lag RATE SECONDS       RATE ratings a second
 *     events down RATE SECONDS      so long without the catalogue, half as long before
 * and after
 *
 * A write's time counts from when it was due, not from when a thread was free for it. */
#include <inttypes.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "harness/expect.h"
#include "harness/stack.h"
#include "harness/suite.h"

#include "core/banned.h"

#define THREADS 16
#define PEOPLE 48
#define ALBUMS 120
#define WRITES_MOST 200000
#define SECONDS 580

struct written {
    double seconds;
    long status;
    bool known; /* an album that the rating service knows */
};

static struct {
    const struct person *people[PEOPLE];
    int64_t albums[ALBUMS];
    _Atomic int64_t ratings[PEOPLE][ALBUMS]; /* ids; 0: not rated yet */
    struct written *writes;
    _Atomic size_t next;
    size_t count;
    size_t rated; /* how many of the albums are */
    double began, rate, seconds;
    unsigned strangers; /* of a hundred writes, how many name an album nobody knows */
} load;

static void wait_until(double when)
{
    double left = when - seconds_now();
    struct timespec time = {(time_t)left, (long)((left - (double)(time_t)left) * 1e9)};

    if (left > 0)
        nanosleep(&time, NULL);
}

static struct answer *write_one(size_t n, bool known)
{
    size_t who = n % PEOPLE, what = n / PEOPLE % load.rated;
    /* another value each time, or there is nothing to tell */
    double stars = 0.5 + (double)((n * 7 + n / (PEOPLE * load.rated)) % 10) / 2;
    struct answer *answer;

    if (!known)
        return rate(load.people[who], 1000000000 + (int64_t)n, stars);
    if (load.ratings[who][what] > 0)
        return put(load.people[who]->token,
                   text("/api/v1/ratings/%" PRId64, load.ratings[who][what]),
                   text("{\"rating\": %.1f}", stars));
    answer = rate(load.people[who], load.albums[what], stars);
    if (answer->status == 201)
        load.ratings[who][what] = json_integer_value(json_object_get(answer->json, "id"));
    return answer;
}

static void *go(void *argument)
{
    size_t n;

    while ((n = load.next++) < load.count) {
        double due = load.began + (double)n / load.rate;
        bool known = n * 37 % 100 >= load.strangers;

        wait_until(due);
        load.writes[n].status = write_one(n, known)->status;
        load.writes[n].seconds = seconds_now() - due;
        load.writes[n].known = known;
    }
    return argument;
}

static void run(double rate_, double seconds, unsigned strangers)
{
    pthread_t threads[THREADS];

    load.count = (size_t)(rate_ * seconds);
    if (load.count > WRITES_MOST)
        load.count = WRITES_MOST;
    load.strangers = strangers;
    load.next = 0;
    load.began = seconds_now() + 0.1;
    for (size_t i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, go, NULL);
    for (size_t i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return x < y ? -1 : x > y;
}

static void report(const char *name, bool known)
{
    double *times = calloc(load.count + 1, sizeof *times);
    size_t count = 0, done = 0;
    double took = seconds_now() - load.began;

    for (size_t i = 0; times != NULL && i < load.count; i++) {
        if (load.writes[i].known != known)
            continue;
        times[count++] = load.writes[i].seconds;
        done += load.writes[i].status == 200 || load.writes[i].status == 201;
    }
    if (count == 0) {
        free(times);
        return;
    }
    qsort(times, count, sizeof *times, by_size);
    printf(
        "%-34s %7zu in %5.1f s, %7zu done, p50 %7.1f ms, p99 %7.1f ms, most %7.1f ms\n",
        name, count, took, done, times[count / 2] * 1e3, times[count * 99 / 100] * 1e3,
        times[count - 1] * 1e3);
    free(times);
}

static void prepare(size_t rated)
{
    load.rated = rated;
    load.writes = calloc(WRITES_MOST, sizeof *load.writes);
    for (size_t i = 0; i < ALBUMS; i++)
        load.albums[i] = album(i);
    for (size_t i = 0; i < PEOPLE; i++)
        load.people[i] = sign_up();
    for (size_t i = 0; i < ALBUMS; i++) /* known from now on */
        load.ratings[0][i] = json_integer_value(
            json_object_get(rate(load.people[0], load.albums[i], 3)->json, "id"));
}

/* Of the events' lags the one that so many of a thousand do not exceed, in milliseconds.
 */
static double lag_of(int per_mille)
{
    return (double)sql_number("vinylhound_catalog",
                              text("SELECT MAX(lag_) FROM (SELECT lag_, NTILE(1000) OVER "
                                   "(ORDER BY lag_) AS tile FROM bench_lags) t WHERE "
                                   "tile <= %d",
                                   per_mille)) /
           1e3;
}

/* From the time each event was written and the time the cursor passed it. */
static void lag(void)
{
    struct st_mysql *sql = sql_open("vinylhound_catalog");
    int64_t first, events;

    prepare(ALBUMS);
    first = sql_number("vinylhound_rating", "SELECT COUNT(*) FROM outbox");
    sql_run(sql, "CREATE TABLE bench_steps (after_ BIGINT UNSIGNED PRIMARY KEY, at "
                 "DATETIME(6))");
    sql_run(sql,
            "CREATE TRIGGER bench_step AFTER UPDATE ON event_cursors FOR EACH ROW "
            "INSERT IGNORE INTO bench_steps SELECT NEW.position, SYSDATE(6) FROM DUAL "
            "WHERE NEW.source = 'rating'");
    run(load.rate, load.seconds, 0);
    report(text("%.0f ratings a second", load.rate), true);
    events = sql_number("vinylhound_rating", "SELECT COUNT(*) FROM outbox");
    UNTIL(60, sql_number("vinylhound_catalog",
                         "SELECT MAX(position) FROM event_cursors WHERE source = "
                         "'rating'") >= events);
    sql_run(sql, text("CREATE TABLE bench_lags AS SELECT TIMESTAMPDIFF(MICROSECOND, "
                      "o.created_at, (SELECT s.at FROM bench_steps s WHERE s.after_ >= "
                      "o.position ORDER BY s.after_ LIMIT 1)) AS lag_ FROM "
                      "vinylhound_rating.outbox o WHERE o.position > %" PRId64,
                      first));
    printf("%-34s %7" PRId64 " events applied in %" PRId64
           " transactions, lag p50 %.0f ms, p99 %.0f ms, most %.0f ms\n",
           "the catalogue hears of them", events - first,
           sql_number("vinylhound_catalog", "SELECT COUNT(*) FROM bench_steps"),
           lag_of(500), lag_of(990), lag_of(1000));
    sql_close(&sql);
}

static void signal_catalogue(int number)
{
    pid_t pids[WORKERS_MOST];
    size_t count = pool_workers("catalog", pids);

    for (size_t i = 0; i < count; i++)
        kill(pids[i], number);
}

/* Changes of ratings, before and after, so that both do the same work. */
static void down(void)
{
    prepare(40);
    for (size_t n = 0; n < PEOPLE * load.rated; n++)
        write_one(n, true);
    run(load.rate, load.seconds / 2, 5);
    report("the catalogue answers: known", true);
    report("  albums that are none", false);
    signal_catalogue(SIGSTOP);
    run(load.rate, load.seconds, 5);
    report("the catalogue is stopped: known", true);
    report("  albums that are none", false);
    signal_catalogue(SIGCONT);
    run(load.rate, load.seconds / 2, 5);
    report("the catalogue answers again: known", true);
    report("  albums that are none", false);
}

static const struct test lag_tests[] = {
    {"how late the catalogue hears of ratings", lag},
};
static const struct test down_tests[] = {
    {"ratings beside a catalogue that does not answer", down},
};
static const struct suite lag_suite = SUITE("lag", lag_tests),
                          down_suite = SUITE("down", down_tests);

int main(int argc, char **argv)
{
    const struct suite *suite = argc < 4                       ? NULL
                                : strcmp(argv[1], "lag") == 0  ? &lag_suite
                                : strcmp(argv[1], "down") == 0 ? &down_suite
                                                               : NULL;

    load.rate = argc > 2 ? strtod(argv[2], NULL) : 0;
    load.seconds = argc > 3 ? strtod(argv[3], NULL) : 0;
    if (suite == NULL || load.rate <= 0 || load.seconds <= 0) {
        fputs("usage: events lag|down RATE SECONDS\n", stderr);
        return 2;
    }
    suite_after_each(http_forget);
    return suite_main(&suite, 1, SECONDS, 1, argv);
}
