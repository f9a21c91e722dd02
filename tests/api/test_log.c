/* test_log.c - the log of events as the operator uses it: the audit trail, and
 * projections made anew. */
#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define WITHIN 5

/* What `vinylhound ARGUMENTS` prints; *status its exit status. */
static char *operator_says(const char *arguments, int *status)
{
    const char *build = getenv("VH_BUILD");
    FILE *pipe = popen(text("'%s/tools/vinylhound/vinylhound' %s 2>&1",
                            build == NULL ? "." : build, arguments),
                       "re");
    char *said = text("%s", ""), line[4096];

    REQUIRE(pipe != NULL, "no pipe");
    while (fgets(line, sizeof line, pipe) != NULL)
        said = text("%s%s", said, line);
    *status = pclose(pipe);
    return said;
}

/* The last line. */
static const char *rebuilt(const char *name)
{
    int status;
    char *said = operator_says(text("projections rebuild %s", name), &status), *last;

    EXPECT(status == 0, "%s", said);
    said[strlen(said) - 1] = '\0';
    last = strrchr(said, '\n');
    return last == NULL ? said : last + 1;
}

static void change(const char *database, const char *sql)
{
    struct st_mysql *connection = sql_open(database);

    EXPECT(sql_run(connection, sql), "%s", sql);
    sql_close(&connection);
}

static bool all_applied(const char *service, const char *source)
{
    return sql_number(
               text("vinylhound_%s", service),
               text("SELECT position FROM event_cursors WHERE source = '%s'", source)) ==
           sql_number(text("vinylhound_%s", source), "SELECT COUNT(*) FROM outbox");
}

/* A number that tells two states of a table apart. */
static int64_t sum_of(const char *database, const char *table, const char *columns)
{
    return sql_number(
        database, text("SELECT COALESCE(BIT_XOR(CRC32(CONCAT_WS('|', %s))), 0) FROM %s",
                       columns, table));
}

static void put_right(void)
{
    const char *albums_ = "id, rating_count, average_rating, weighted_rating";
    const struct person *hidden = sign_up();
    int64_t scores, private, accounts;

    EXPECT_STATUS(rate(hidden, album(90), 4.5), 201);
    EXPECT_STATUS(rate(hidden, album(91), 2), 201);
    EXPECT_STATUS(put(hidden->token, "/api/v1/users/profile", "{\"private\": true}"),
                  200);
    EXPECT(
        UNTIL(WITHIN, all_applied("catalog", "rating") && all_applied("rating", "user")),
        "not all is applied");
    scores = sum_of("vinylhound_catalog", "albums", albums_);
    private = sum_of("vinylhound_rating", "private_users", "user_id");
    accounts = sum_of("vinylhound_rating", "accounts", "user_id, registered_at");
    change("vinylhound_catalog",
           text("UPDATE albums SET rating_count = 77, average_rating = 1 WHERE id IN "
                "(%" PRId64 ", %" PRId64 ", %" PRId64 ")",
                album(90), album(91), album(92)));
    change("vinylhound_rating",
           text("DELETE FROM private_users WHERE user_id = %" PRId64, hidden->id));
    change("vinylhound_rating", "INSERT INTO private_users VALUES (4000000000)");
    change("vinylhound_rating",
           text("UPDATE accounts SET registered_at = '2001-01-01' WHERE user_id = "
                "%" PRId64,
                hidden->id));
    EXPECT_TEXT(rebuilt("album-scores"), "album-scores: rebuilt, 3 rows differed");
    EXPECT_TEXT(rebuilt("private-users"), "private-users: rebuilt, 2 rows differed");
    EXPECT_TEXT(rebuilt("accounts"), "accounts: rebuilt, 1 rows differed");
    EXPECT_INT(sum_of("vinylhound_catalog", "albums", albums_), scores);
    EXPECT_INT(sum_of("vinylhound_rating", "private_users", "user_id"), private);
    EXPECT_INT(sum_of("vinylhound_rating", "accounts", "user_id, registered_at"),
               accounts);
    EXPECT_TEXT(rebuilt("album-scores"), "album-scores: rebuilt, 0 rows differed");
    EXPECT_TEXT(rebuilt("private-users"), "private-users: rebuilt, 0 rows differed");
}

static struct {
    _Atomic bool stop;
    _Atomic int64_t rated;
    const struct person *who[4];
} raters;

static void *go_on_rating(void *argument)
{
    const struct person *who = argument;

    for (size_t n = 0; !raters.stop; n++) {
        struct answer *made = rate(who, album(n), 0.5 + (double)(n % 10) / 2);

        raters.rated += made->status == 201;
        if (made->status == 201)
            del(who->token, answer_header(made, "Location"));
    }
    return NULL;
}

/* Writes go on while it is made anew, and nothing of them is lost. */
static void meanwhile(void)
{
    pthread_t threads[4];
    int64_t differing = 0;

    raters.stop = false;
    raters.rated = 0;
    for (size_t i = 0; i < 4; i++) {
        raters.who[i] = sign_up();
        REQUIRE(pthread_create(&threads[i], NULL, go_on_rating,
                               (void *)(uintptr_t)raters.who[i]) == 0,
                "no thread");
    }
    EXPECT(UNTIL(WITHIN, raters.rated > 20), "nobody rates");
    change("vinylhound_catalog",
           text("UPDATE albums SET rating_count = 77 WHERE id = %" PRId64, album(93)));
    for (int i = 0; i < 3; i++) {
        int64_t before = raters.rated;

        EXPECT(strstr(rebuilt("album-scores"), "album-scores: rebuilt, ") != NULL, "not");
        EXPECT(UNTIL(WITHIN, raters.rated > before), "writes wait");
    }
    raters.stop = true;
    for (size_t i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    EXPECT(UNTIL(WITHIN, all_applied("catalog", "rating")), "the catalogue is behind");
    for (size_t i = 0; i < albums(); i++)
        differing +=
            int_at(get_as(alice()->token, text("/api/v1/albums/%" PRId64, album(i))),
                   "/rating_count") !=
            int_at(get_as(alice()->token,
                          text("/api/v1/ratings/summary?album_id=%" PRId64, album(i))),
                   "/count");
    EXPECT_INT(differing, 0);
    EXPECT_TEXT(rebuilt("album-scores"), "album-scores: rebuilt, 0 rows differed");
}

static void listed(void)
{
    int status;
    const char *said = operator_says("projections list", &status);

    EXPECT(status == 0 && strstr(said, "album-scores") != NULL &&
               strstr(said, "private-users") != NULL,
           "%s", said);
    said = operator_says("projections rebuild nothing", &status);
    EXPECT(status != 0 && strstr(said, "there is no projection `nothing`") != NULL, "%s",
           said);
    operator_says("projections rebuild", &status);
    EXPECT(status != 0, "without a name");
}

static size_t lines_of(const char *said, const char *word)
{
    size_t lines = 0;

    for (const char *at = strstr(said, word); at != NULL; at = strstr(at + 1, word))
        lines++;
    return lines;
}

static void audited(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(94), 3);
    const char *said;
    json_t *line;
    int status;

    EXPECT_STATUS(put(who->token, answer_header(made, "Location"), "{\"rating\": 4}"),
                  200);
    EXPECT_STATUS(del(who->token, answer_header(made, "Location")), 204);
    EXPECT_STATUS(put(who->token, "/api/v1/users/profile", "{\"private\": true}"), 200);
    said = operator_says(text("audit --user %s", who->name), &status);
    EXPECT(status == 0 && lines_of(said, "rating.set") == 2 &&
               lines_of(said, "rating.removed") == 1 &&
               lines_of(said, "user.registered") == 1 &&
               lines_of(said, "user.changed") == 1,
           "%s", said);
    EXPECT(strstr(said, "user.registered") < strstr(said, "rating.set") &&
               strstr(said, "rating.removed") < strstr(said, "user.changed"),
           "not in order: %s", said);
    said = operator_says(
        text("audit --json --user %" PRId64 " --album %" PRId64, who->id, album(94)),
        &status);
    EXPECT(status == 0 && lines_of(said, "\n") == 3, "%s", said);
    line = json_loads(text("%.*s", (int)strcspn(said, "\n"), said), 0, NULL);
    EXPECT_TEXT(json_string_value(json_object_get(line, "type")), "rating.set");
    EXPECT_INT(json_integer_value(json_object_get(line, "actor")), who->id);
    EXPECT_INT(json_integer_value(json_at(line, "/payload/half_stars")), 6);
    json_decref(line);
    EXPECT_INT(
        (int64_t)lines_of(
            operator_says(text("audit --json --user %s --since 2999-01-01", who->name),
                          &status),
            "\n"),
        0);
    EXPECT(lines_of(operator_says(text("audit --json --user %s --since 1h", who->name),
                                  &status),
                    "\n") == 5,
           "not all of an hour");
}

static void audit_refused(void)
{
    static const char *const bad[] = {"--user nobody-of-that-name",
                                      "--album x",
                                      "--album \"1' OR '1\"",
                                      "--since yesterday",
                                      "--since 2026-13-01",
                                      "word",
                                      "--since \"2026-01-01' OR '1\"",
                                      "--user \"x' OR '1\""};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        int status;
        const char *said = operator_says(text("audit %s", bad[i]), &status);

        EXPECT(status != 0, "audit %s: %s", bad[i], said);
    }
}

static const struct test tests[] = {
    {"vinylhound projections rebuild: puts right what differs from the log",      put_right    },
    {"vinylhound projections rebuild: while writes go on, none is lost",          meanwhile    },
    {"vinylhound projections list: all there are; rebuild: none of another name", listed       },
    {"vinylhound audit: what a user did, in order, as a table and as JSON",       audited      },
    {"vinylhound audit: refuses what is no id, name or time",                     audit_refused},
};
const struct suite log_of_events_suite = SUITE("log of events", tests);
