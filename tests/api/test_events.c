/* test_events.c - what one service tells the others: in order, nothing passed over, each
 * once. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define WITHIN 15 /* seconds in which a projection follows */

static int64_t last_event(const char *database)
{
    return sql_number(database, "SELECT COUNT(*) FROM outbox");
}

static struct answer *events(const char *pool, int64_t after)
{
    return ask_as("user", pool, text("/events?after=%" PRId64, after));
}

static int64_t rating_count(int64_t album_id)
{
    return int_at(get_as(alice()->token, text("/api/v1/albums/%" PRId64, album_id)),
                  "/rating_count");
}

static void projection(void)
{
    const struct person *one = sign_up(), *two = sign_up();
    int64_t of = album(70), before = rating_count(of);
    struct answer *made, *shown, *summary;
    bool followed;

    /* a rating takes the place of what was imported as null */
    EXPECT_STATUS(rate(one, of, 4.5), 201);
    made = rate(two, of, 3.5);
    followed = UNTIL(WITHIN, rating_count(of) == before + 2);
    EXPECT(followed, "%" PRId64 " ratings after %d s", rating_count(of), WITHIN);
    shown = get_as(one->token, text("/api/v1/albums/%" PRId64, of));
    summary = get_as(one->token, text("/api/v1/ratings/summary?album_id=%" PRId64, of));
    EXPECT_REAL(shown, "/average_rating", real_at(summary, "/mean"), 1e-4);
    EXPECT_REAL(shown, "/weighted_rating", real_at(summary, "/weighted"), 0.05);
    EXPECT_STATUS(del(two->token, answer_header(made, "Location")), 204);
    followed = UNTIL(WITHIN, rating_count(of) == before + 1);
    EXPECT(followed, "%" PRId64 " ratings after %d s", rating_count(of), WITHIN);
    followed = UNTIL(WITHIN, int_at(get(text("/api/v1/albums/%" PRId64, of)),
                                    "/rating_count") == before + 1);
    EXPECT(followed, "an anonymous reader still sees the old count");
}

/* Whoever rates a second artist weighs more, and so does their first rating. */
static void weight_told(void)
{
    const struct person *who = sign_up();
    int64_t first = album(76), second = album(77);
    const char *path = text("/api/v1/albums/%" PRId64, first);
    double before, wanted;
    bool followed;

    EXPECT_STATUS(rate(who, first, 5), 201);
    before = real_at(
        get_as(who->token, text("/api/v1/ratings/summary?album_id=%" PRId64, first)),
        "/weighted");
    EXPECT_STATUS(rate(who, second, 3), 201);
    wanted = real_at(
        get_as(who->token, text("/api/v1/ratings/summary?album_id=%" PRId64, first)),
        "/weighted");
    EXPECT(wanted > before, "%.4f is not above %.4f", wanted, before);
    followed =
        UNTIL(WITHIN, real_at(get_as(who->token, path), "/weighted_rating") == wanted);
    EXPECT(followed, "%.4f, not %.4f, after %d s",
           real_at(get_as(who->token, path), "/weighted_rating"), wanted, WITHIN);
}

static void sorted_by_it(void)
{
    const struct person *who = sign_up();
    int64_t of = album(71);
    bool found;

    EXPECT_STATUS(rate(who, of, 5), 201);
    found = UNTIL(WITHIN,
                  int_at(get_as(who->token, text("/api/v1/albums?ids=%" PRId64 ",%" PRId64
                                                 "&sort=-popularity&min_rating=0.5",
                                                 of, of)),
                         "/albums/0/id") == of);
    EXPECT(found, "min_rating does not find a rated album");
}

static void told(void)
{
    const struct person *who = sign_up();
    int64_t after = last_event("vinylhound_rating");
    struct answer *made = rate(who, album(72), 2), *feed = events("rating", after);
    const json_t *event = json_at(feed->json, "/events/0");

    EXPECT_STATUS(feed, 200);
    EXPECT_INT((int64_t)json_array_size(json_at(feed->json, "/events")), 1);
    EXPECT_TEXT(json_string_value(json_at(event, "/type")), "rating.set");
    EXPECT_INT(json_integer_value(json_at(event, "/subject")), int_at(made, "/id"));
    EXPECT_INT(json_integer_value(json_at(event, "/actor")), who->id);
    EXPECT_INT(json_integer_value(json_at(event, "/payload/album_id")), album(72));
    EXPECT_INT(json_integer_value(json_at(event, "/payload/half_stars")), 4);
    EXPECT_STATUS(put(who->token, answer_header(made, "Location"), "{\"rating\": 3}"),
                  200);
    EXPECT_STATUS(del(who->token, answer_header(made, "Location")), 204);
    feed = events("rating", after);
    EXPECT_INT((int64_t)json_array_size(json_at(feed->json, "/events")), 3);
    EXPECT_TEXT(text_at(feed, "/events/2/type"), "rating.removed");
    EXPECT_JSON(events("rating", last_event("vinylhound_rating")), "/events", "[]");
}

/* The audit trail is never edited, so nothing that a person wrote may be in it. */
static void impersonal(void)
{
    const struct person *who = sign_up();
    int64_t after = last_event("vinylhound_user");
    struct answer *feed;

    EXPECT_STATUS(
        put(who->token, "/api/v1/users/profile",
            "{\"bio\": \"A-Very-Personal-Word\", \"email\": \"me@example.org\", "
            "\"display_name\": \"Somebody\", \"location\": \"Somewhere\"}"),
        200);
    feed = events("user", after);
    EXPECT_INT((int64_t)json_array_size(json_at(feed->json, "/events")), 1);
    EXPECT_JSON(feed, "/events/0/payload", "{\"private\": false}");
    EXPECT(strstr(feed->body, "Personal") == NULL && strstr(feed->body, "Some") == NULL &&
               strstr(feed->body, who->name) == NULL,
           "%s", feed->body);
}

/* An event whose transaction is still open has its number already, and shows only when it
   is committed: the others are not held up, and it is not passed over. */
static void open_transaction(void)
{
    const struct person *who = sign_up();
    struct st_mysql *slow = sql_open("vinylhound_rating");
    int64_t after = last_event("vinylhound_rating"), of = album(73),
            before = rating_count(of);
    struct answer *feed;
    bool followed;

    EXPECT(sql_run(slow, "START TRANSACTION") &&
               sql_run(slow, "INSERT INTO outbox (type, subject, payload) VALUES "
                             "('test.slow', 1, '{}')"),
           "no transaction");
    EXPECT_STATUS(rate(who, of, 4), 201);
    followed = UNTIL(WITHIN, rating_count(of) == before + 1);
    EXPECT(followed, "everybody waits for an open transaction");
    feed = events("rating", after);
    EXPECT_INT((int64_t)json_array_size(json_at(feed->json, "/events")), 1);
    EXPECT(sql_run(slow, "COMMIT"), "no commit");
    sql_close(&slow);
    feed = events("rating", after);
    EXPECT_INT((int64_t)json_array_size(json_at(feed->json, "/events")), 2);
    EXPECT_TEXT(text_at(feed, "/events/0/type"), "rating.set");
    EXPECT_TEXT(text_at(feed, "/events/1/type"), "test.slow");
    EXPECT_INT(int_at(feed, "/events/0/position"), after + 1);
    EXPECT_INT(int_at(feed, "/events/1/position"), after + 2);
    EXPECT(int_at(feed, "/events/1/id") < int_at(feed, "/events/0/id"),
           "the later one has the lower id");
    EXPECT_STATUS(rate(who, album(75), 4), 201);
    EXPECT_INT(int_at(events("rating", after + 2), "/events/0/position"), after + 3);
}

/* Numbers that were given out and never used hold nobody up, and positions have no gap.
 */
static void rolled_back(void)
{
    const struct person *who = sign_up();
    struct st_mysql *slow = sql_open("vinylhound_rating");
    int64_t after = last_event("vinylhound_rating"), of = album(74),
            before = rating_count(of);
    struct answer *feed;
    bool followed;

    for (int i = 0; i < 3; i++)
        EXPECT(sql_run(slow, "START TRANSACTION") &&
                   sql_run(slow, "INSERT INTO outbox (type, subject, payload) VALUES "
                                 "('test.dead', 1, '{}')") &&
                   sql_run(slow, "ROLLBACK"),
               "no transaction");
    sql_close(&slow);
    EXPECT_STATUS(rate(who, of, 4), 201);
    feed = events("rating", after);
    EXPECT_TEXT(text_at(feed, "/events/0/type"), "rating.set");
    EXPECT_INT(int_at(feed, "/events/0/position"), after + 1);
    followed = UNTIL(WITHIN, rating_count(of) == before + 1);
    EXPECT(followed, "the catalogue waits for a number that never comes");
}

/* Many that write and two that read at once: each position once, none left out, and what
   is read once is never joined by something before it. */
static void many_readers(void)
{
    int64_t first = last_event("vinylhound_rating"), after = first;
    struct st_mysql *writer = sql_open("vinylhound_rating");

    for (int round = 0; round < 20; round++) {
        const json_t *list;

        for (int i = 0; i < 10; i++)
            EXPECT(sql_run(writer, "INSERT INTO outbox (type, subject, payload) VALUES "
                                   "('test.many', 1, '{}')"),
                   "no event");
        /* the catalogue's consumer reads meanwhile */
        list = json_at(events("rating", after)->json, "/events");
        for (size_t i = 0; i < json_array_size(list); i++)
            EXPECT_INT(
                json_integer_value(json_object_get(json_array_get(list, i), "position")),
                ++after);
    }
    sql_close(&writer);
    EXPECT(UNTIL(WITHIN, last_event("vinylhound_rating") == first + 200), "lost");
    EXPECT_INT(sql_number("vinylhound_rating",
                          "SELECT COUNT(*) - COUNT(DISTINCT position) - "
                          "SUM(position IS NULL) FROM outbox"),
               0);
}

static void feed_gates(void)
{
    static const char *const bad[] = {"",
                                      "?after=",
                                      "?after=x",
                                      "?after=-1",
                                      "?after=1.5",
                                      "?after=1&limit=3",
                                      "?after=9007199254740992"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_STATUS(ask_as("rating", "user", text("/events%s", bad[i])), 400);
    EXPECT_STATUS(events("catalog", 0), 200);
    EXPECT_PROBLEM(get("/pools/rating/events?after=0"), 404, "not-found");
    EXPECT_PROBLEM(
        CALL(.path = "/events?after=0", .headers = {"Accept: application/json"}), 404,
        "not-found");
}

/* After all the tests that changed something: every event is applied, and what the
 * catalogue shows is what the rating service says. */
static void settled(void)
{
    int64_t last = last_event("vinylhound_rating"), differing = 0;
    bool caught_up = UNTIL(
        WITHIN,
        sql_number("vinylhound_catalog",
                   "SELECT position FROM event_cursors WHERE source = 'rating'") >= last);

    EXPECT(caught_up, "the catalogue is behind");
    for (size_t i = 0; i < albums(); i++)
        differing +=
            rating_count(album(i)) !=
            int_at(get_as(alice()->token,
                          text("/api/v1/ratings/summary?album_id=%" PRId64, album(i))),
                   "/count");
    EXPECT_INT(differing, 0);
}

static const struct test tests[] = {
    {"events: the scores of all a rater\'s albums follow when their weight rises",
     weight_told                                                                                 },
    {"events: an album's rating_count and scores follow within seconds",             projection  },
    {"events: GET /albums finds an album by its rating once it is rated",            sorted_by_it},
    {"GET /pools/rating/events: each change is told, in order",                      told        },
    {"GET /pools/user/events: ids and numbers, nothing that a person wrote",         impersonal  },
    {"events: one whose transaction is open holds nobody up and is not passed over",
     open_transaction                                                                            },
    {"events: numbers that are never used hold nobody up",                           rolled_back },
    {"events: positions have no gap, however many write and read",                   many_readers},
    {"GET /pools/user/events: wants a position, and is not seen outside",            feed_gates  },
    {"events: in the end all counts of the catalogue are the ratings'",              settled     },
};
const struct suite events_suite = SUITE("events", tests);
