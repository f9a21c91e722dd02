/* test_doctor.c - vinylhound doctor and vinylhound scores: what is kept beside ratings is
 * what they come to, and the parameters of scores are theirs. */
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "written.h"

#include "core/banned.h"

#define RATING "vinylhound_rating"
#define WITHIN 15
#define BURSTS "/api/v1/moderation/bursts"

/* The exit status of the operator's command; what it said goes to *said. */
static int operator(const char *words, char *said, size_t size)
{
    FILE *out = popen(text("'%s/tools/vinylhound/vinylhound' --run '%s' %s 2>&1",
                           getenv("VH_BUILD"), getenv("RUN"), words),
                      "re");
    size_t length;
    int status;

    REQUIRE(out != NULL, "vinylhound cannot be run");
    length = fread(said, 1, size - 1, out);
    said[length] = '\0';
    status = pclose(out);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void silent(void)
{
    char said[4096];

    EXPECT_STATUS(rate(sign_up(), album(1), 3), 201);
    EXPECT_INT(operator("doctor", said, sizeof said), 0);
    EXPECT_TEXT(said, "");
}

static void finds(void)
{
    static const struct {
        const char *harm, *mend, *says;
    } cases[] = {
        {"UPDATE rating_summaries SET n3 = n3 + 1 WHERE album_id = %" PRId64,
         "UPDATE rating_summaries SET n3 = n3 - 1 WHERE album_id = %" PRId64,
         "histograms"                                                                             },
        {"UPDATE rating_summaries SET weighted = weighted + 1 WHERE album_id = %" PRId64,
         "UPDATE rating_summaries SET weighted = weighted - 1 WHERE album_id = %" PRId64,
         "scores in the chart"                                                                    },
        {"UPDATE charts SET low = low + 0.001 WHERE album_id = %" PRId64,
         "UPDATE charts SET low = low - 0.001 WHERE album_id = %" PRId64,
         "scores in the chart"                                                                    },
        {"UPDATE charts SET recent = recent + 1 WHERE album_id = %" PRId64,
         "UPDATE charts SET recent = recent - 1 WHERE album_id = %" PRId64,               "recent"},
        {"UPDATE charts SET release_year = release_year + 1 WHERE album_id = %" PRId64,
         "UPDATE charts SET release_year = release_year - 1 WHERE album_id = %" PRId64,
         "genres and years"                                                                       },
    };
    int64_t of = album(1);

    EXPECT_STATUS(rate(sign_up(), of, 3), 201);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct st_mysql *rating = sql_open(RATING);
        char said[4096];

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        EXPECT(sql_run(rating, text(cases[i].harm, of)), "no harm done");
        EXPECT_INT(operator("doctor", said, sizeof said), 1);
        EXPECT(strstr(said, cases[i].says) != NULL &&
                   strstr(said, text("album %" PRId64 "\n", of)) != NULL,
               "%s", said);
        EXPECT(sql_run(rating, text(cases[i].mend, of)), "not mended");
#pragma GCC diagnostic pop
        EXPECT_INT(operator("doctor", said, sizeof said), 0);
        sql_close(&rating);
    }
}

static void finds_others(void)
{
    static const struct {
        const char *harm, *mend, *says;
    } cases[] = {
        {"UPDATE rating_totals SET sum = sum + 1 WHERE shard = 3",
         "UPDATE rating_totals SET sum = sum - 1 WHERE shard = 3",                                         "totals" },
        {"UPDATE raters SET weight = weight + 30",
         "UPDATE raters SET weight = weight - 30",                                                         "weights"},
        {"UPDATE reviews SET likes = likes + 1",                   "UPDATE reviews SET likes = likes - 1",
         "likes"                                                                                                    },
    };

    EXPECT_STATUS(
        post(sign_up()->token, "/api/v1/reviews",
             text("{\"album_id\": %" PRId64 ", \"title\": \"T\", \"content\": \"C\"}",
                  album(1))),
        201);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct st_mysql *rating = sql_open(RATING);
        char said[4096];

        EXPECT(sql_run(rating, cases[i].harm), "no harm done");
        EXPECT_INT(operator("doctor", said, sizeof said), 1);
        EXPECT(strstr(said, cases[i].says) != NULL, "%s", said);
        EXPECT(sql_run(rating, cases[i].mend), "not mended");
        EXPECT_INT(operator("doctor", said, sizeof said), 0);
        sql_close(&rating);
    }
}

struct busy {
    pthread_t thread;
    const struct person *who;
    _Atomic bool stop;
    long wrong;
};

static void *rate_on(void *argument)
{
    struct busy *busy = argument;

    for (size_t n = 0; !busy->stop || n < 20; n++) {
        const struct answer *made = rate(busy->who, album(n), 4);

        busy->wrong = made->status == 201 ? busy->wrong : made->status;
        if (n == albums() - 1)
            break;
    }
    return NULL;
}

/* C is the mean of all ratings, the new charts are right although ratings came in
   meanwhile, and the catalogue's scores follow. */
static void estimated(void)
{
    struct busy busy = {.who = sign_up()};
    struct answer *shown;
    double mean, wanted;
    char said[4096];
    bool followed;

    EXPECT_STATUS(rate(sign_up(), album(1), 3), 201);
    mean =
        (double)sql_number(RATING, "SELECT ROUND(1e6 * SUM(sum) / SUM(count) / 2) FROM "
                                   "rating_totals") /
        1e6;
    EXPECT_INT(operator("scores", said, sizeof said), 0);
    shown = get_as(alice()->token,
                   text("/api/v1/ratings/summary?album_id=%" PRId64, album(1)));
    EXPECT_REAL(shown, "/prior", mean, 1e-4);
    wanted = real_at(shown, "/weighted");
    followed = UNTIL(
        WITHIN, real_at(get_as(alice()->token, text("/api/v1/albums/%" PRId64, album(1))),
                        "/weighted_rating") == wanted);
    EXPECT(followed, "the catalogue has another score after %d s", WITHIN);
    REQUIRE(pthread_create(&busy.thread, NULL, rate_on, &busy) == 0, "no thread");
    for (int i = 0; i < 3; i++)
        EXPECT_INT(operator("scores", said, sizeof said), 0);
    busy.stop = true;
    pthread_join(busy.thread, NULL);
    EXPECT_INT(busy.wrong, 0);
    EXPECT_INT(operator("doctor", said, sizeof said), 0);
    EXPECT_TEXT(said, "");
    EXPECT_INT(sql_number(RATING, "SELECT COUNT(DISTINCT generation) FROM charts"), 1);
}

/* All that can be wrong at once, while ratings come in: it is said what was mended, and
   afterwards nothing is wrong. */
static void repairs(void)
{
    static const char *const harms[] = {
        "UPDATE rating_summaries SET n3 = n3 + 1, weighted = weighted + 1 "
        "WHERE album_id = %" PRId64,
        "DELETE FROM rating_summaries WHERE album_id = %" PRId64 " + 1",
        "DELETE FROM charts WHERE album_id = %" PRId64 " + 2",
        "UPDATE charts SET release_year = release_year + 1, recent = recent + 1 "
        "WHERE album_id = %" PRId64 " + 3",
        "INSERT INTO charts (generation, genre_id, album_id, release_year, count, mean, "
        "weighted, low, recent, earlier) SELECT generation, 60000, album_id, "
        "release_year, count, mean, weighted, low, recent, earlier FROM charts "
        "WHERE genre_id = 0 AND album_id = %" PRId64 " + 4",
        "UPDATE rating_totals SET sum = sum + 7, squares = squares - 3 WHERE shard = 3",
        "UPDATE raters SET weight = weight + 30",
        "UPDATE reviews SET likes = likes + 1",
    };
    struct busy busy = {.who = sign_up()};
    const struct person *who = sign_up();
    struct st_mysql *rating = sql_open(RATING);
    char said[65536];

    for (size_t n = 1; n < 8; n++)
        EXPECT_STATUS(rate(who, album(n), 3), 201);
    for (size_t i = 0; i < sizeof harms / sizeof *harms; i++) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        EXPECT(sql_run(rating, text(harms[i], album(1))), "no harm done: %s", harms[i]);
#pragma GCC diagnostic pop
    }
    REQUIRE(pthread_create(&busy.thread, NULL, rate_on, &busy) == 0, "no thread");
    EXPECT_INT(operator("doctor --repair", said, sizeof said), 0);
    busy.stop = true;
    pthread_join(busy.thread, NULL);
    EXPECT_INT(busy.wrong, 0);
    EXPECT(strstr(said, text("mended: album %" PRId64 "\n", album(1))) != NULL &&
               strstr(said, "mended: shard 3\n") != NULL &&
               strstr(said, text("mended: user %" PRId64 "\n", who->id)) != NULL,
           "%s", said);
    EXPECT_INT(operator("doctor", said, sizeof said), 0);
    EXPECT_TEXT(said, "");
    EXPECT_INT(operator("doctor --repair", said, sizeof said), 0);
    EXPECT_TEXT(said, "");
    sql_close(&rating);
}

static void age(const char *change)
{
    struct st_mysql *rating = sql_open(RATING);

    EXPECT(sql_run(rating, "INSERT IGNORE INTO accounts (user_id, registered_at) "
                           "SELECT user_id, UTC_TIMESTAMP(3) FROM raters") &&
               sql_run(rating, change),
           "no account has another age");
    sql_close(&rating);
}

static struct answer *summary_of(int64_t album_id)
{
    return get_as(alice()->token,
                  text("/api/v1/ratings/summary?album_id=%" PRId64, album_id));
}

static void expect_night(const char *says)
{
    char said[4096];

    EXPECT_INT(operator("scores", said, sizeof said), 0);
    EXPECT(strstr(said, says) != NULL, "%s", said);
    EXPECT_INT(operator("doctor", said, sizeof said), 0);
    EXPECT_TEXT(said, "");
}

/* Forty accounts of one mind are taken for old ones while they rate; then it is told that
   they are new. */
static void found_at_night(void)
{
    const struct person *attackers[40], *fans[4];
    int64_t of = album(115), count;
    const char *burst;
    struct answer *met;
    double mean;

    for (size_t i = 0; i < 4; i++) {
        fans[i] = sign_up();
        for (size_t n = 0; n < 110; n++)
            EXPECT_STATUS(rate(fans[i], album(n), 3 + 0.5 * (double)(n % 3)), 201);
        EXPECT_STATUS(rate(fans[i], of, 2 + 0.5 * (double)i), 201);
    }
    for (size_t i = 0; i < 40; i++) {
        attackers[i] = sign_up();
        EXPECT_STATUS(rate(attackers[i], album(116), 3), 201);
    }
    age("UPDATE accounts SET registered_at = UTC_TIMESTAMP(3) - INTERVAL 1 YEAR");
    count = int_at(summary_of(of), "/count");
    mean = real_at(summary_of(of), "/mean");
    for (size_t i = 0; i < 40; i++)
        EXPECT_STATUS(rate(attackers[i], of, 5), 201);
    EXPECT_INT(int_at(summary_of(of), "/count"), count + 40);
    age(text("UPDATE accounts SET registered_at = UTC_TIMESTAMP(3) - INTERVAL 1 DAY "
             "WHERE user_id BETWEEN %" PRId64 " AND %" PRId64,
             attackers[0]->id, attackers[39]->id));
    expect_night("1 bursts found");
    EXPECT_INT(int_at(summary_of(of), "/count"), count);
    EXPECT_REAL(summary_of(of), "/mean", mean, 1e-4);
    met = get_as(moderator()->token, text(BURSTS "?album_id=%" PRId64, of));
    EXPECT_INT((int64_t)json_array_size(json_at(met->json, "/bursts")), 1);
    EXPECT_TEXT(text_at(met, "/bursts/0/state"), "open");
    EXPECT_TEXT(text_at(met, "/bursts/0/direction"), "high");
    EXPECT_INT(int_at(met, "/bursts/0/ratings"), 40);
    burst = text(BURSTS "/%" PRId64, int_at(met, "/bursts/0/id"));
    expect_night("0 bursts found");
    EXPECT_STATUS(put(moderator()->token, burst,
                      "{\"decision\": \"release\", \"reason\": \"A concert.\"}"),
                  200);
    expect_night("0 bursts found");
    EXPECT_INT(int_at(summary_of(of), "/count"), count + 40);
}

static const struct test tests[] = {
    {"vinylhound doctor: is silent while all is right",                                 silent      },
    {"vinylhound doctor: says which album's sums and chart are wrong",                  finds       },
    {"vinylhound doctor: finds wrong totals, weights and likes",                        finds_others},
    {"vinylhound doctor --repair: mends what it finds while ratings come in",           repairs     },
    {"vinylhound scores: C is the mean, charts are swapped while ratings come in",
     estimated                                                                                      },
    {"vinylhound scores: a burst that only shows later is found, held and listed once",
     found_at_night                                                                                 },
};
const struct suite doctor_suite = SUITE("doctor", tests);
