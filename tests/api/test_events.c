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
    int64_t id = sql_number(database, "SELECT MAX(id) FROM outbox");

    return id < 0 ? 0 : id;
}

static struct answer *events(const char *pool, int64_t after)
{
    return inside(text("/pools/%s/events?after=%" PRId64, pool, after));
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

/* An event whose transaction is still open has its number already: the list must end
   before it, and go on when it shows. */
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
    EXPECT_INT(last_event("vinylhound_rating"), after + 2);
    EXPECT_JSON(events("rating", after), "/events", "[]");
    EXPECT(sql_run(slow, "COMMIT"), "no commit");
    sql_close(&slow);
    feed = events("rating", after);
    EXPECT_INT((int64_t)json_array_size(json_at(feed->json, "/events")), 2);
    EXPECT_TEXT(text_at(feed, "/events/0/type"), "test.slow");
    EXPECT_TEXT(text_at(feed, "/events/1/type"), "rating.set");
    followed = UNTIL(WITHIN, rating_count(of) == before + 1);
    EXPECT(followed, "the catalogue was stopped by an event it does not know");
}

/* A number that was given out and never used stops nobody for longer than a transaction
 * may last. */
static void dead_gap(void)
{
    const struct person *who = sign_up();
    struct st_mysql *slow = sql_open("vinylhound_rating");
    int64_t after = last_event("vinylhound_rating"), of = album(74),
            before = rating_count(of);
    bool followed;

    EXPECT(sql_run(slow, "START TRANSACTION") &&
               sql_run(slow, "INSERT INTO outbox (type, subject, payload) VALUES "
                             "('test.dead', 1, '{}')"),
           "no transaction");
    EXPECT_STATUS(rate(who, of, 4), 201);
    EXPECT(sql_run(slow, "ROLLBACK"), "no rollback");
    EXPECT_JSON(events("rating", after), "/events", "[]");
    EXPECT(sql_run(slow, text("UPDATE outbox SET created_at = created_at - INTERVAL 31 "
                              "SECOND WHERE id = %" PRId64,
                              after + 2)),
           "the event could not be made older");
    sql_close(&slow);
    EXPECT_TEXT(text_at(events("rating", after), "/events/0/type"), "rating.set");
    followed = UNTIL(WITHIN, rating_count(of) == before + 1);
    EXPECT(followed, "the catalogue waits for a number that never comes");
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
        EXPECT_STATUS(inside(text("/pools/user/events%s", bad[i])), 400);
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
                   "SELECT event_id FROM event_cursors WHERE source = 'rating'") >= last);

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
    {"events: an album's rating_count and scores follow within seconds",     projection  },
    {"events: GET /albums finds an album by its rating once it is rated",    sorted_by_it},
    {"GET /pools/rating/events: each change is told, in order",              told        },
    {"GET /pools/user/events: ids and numbers, nothing that a person wrote", impersonal  },
    {"events: one whose transaction is open is waited for, not passed over",
     open_transaction                                                                    },
    {"events: a number that is never used holds nobody up for long",         dead_gap    },
    {"GET /pools/user/events: wants a position, and is not seen outside",    feed_gates  },
    {"events: in the end all counts of the catalogue are the ratings'",      settled     },
};
const struct suite events_suite = SUITE("events", tests);
