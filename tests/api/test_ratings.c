/* test_ratings.c - rating an album, changing one's mind, and who may. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

#define RATINGS "/api/v1/ratings"

static const char *path_of(const struct answer *made)
{
    const char *path = answer_header(made, "Location");

    REQUIRE(path != NULL, "no Location: %ld %s", made->status, made->body);
    return path;
}

static void created(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(0), 4.5);

    EXPECT_STATUS(made, 201);
    EXPECT_INT((int64_t)json_object_size(made->json), 6);
    EXPECT_INT(int_at(made, "/user_id"), who->id);
    EXPECT_INT(int_at(made, "/album_id"), album(0));
    EXPECT_JSON(made, "/rating", "4.5");
    EXPECT_INT(length_at(made, "/created_at"), 24);
    EXPECT_TEXT(text_at(made, "/updated_at"), text_at(made, "/created_at"));
    EXPECT_TEXT(path_of(made), text(RATINGS "/%" PRId64, int_at(made, "/id")));
    EXPECT(json_equal(get(path_of(made))->json, made->json) == 1, "another is shown");
}

/* A user sees how a rating moved. */
static void history(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(15), 3), *met;
    const char *path = path_of(made), *of = text("%s/history", path);

    EXPECT_JSON(get_as(who->token, of), "/history", "[]");
    EXPECT_STATUS(put(who->token, path, "{\"rating\": 4}"), 200);
    EXPECT_STATUS(put(who->token, path, "{\"rating\": 4}"), 200); /* no change */
    EXPECT_STATUS(put(who->token, path, "{\"rating\": 4.5}"), 200);
    EXPECT_STATUS(del(who->token, path), 204);
    met = get_as(who->token, of);
    EXPECT_STATUS(met, 200);
    EXPECT_INT((int64_t)json_array_size(json_at(met->json, "/history")), 3);
    EXPECT_JSON(met, "/history/0/rating", "4.5");
    EXPECT_JSON(met, "/history/1/rating", "4.0");
    EXPECT_JSON(met, "/history/2/rating", "3.0");
    EXPECT_TEXT(text_at(met, "/history/2/given_at"), text_at(made, "/created_at"));
    EXPECT(strcmp(text_at(met, "/history/2/ended_at"),
                  text_at(met, "/history/1/given_at")) <= 0,
           "it ended after the next began: %s", met->body);
    made = rate(who, album(15), 1); /* given anew, it goes on */
    met = get_as(who->token, text("%s/history?limit=2", path_of(made)));
    EXPECT_INT((int64_t)json_array_size(json_at(met->json, "/history")), 2);
    met = get_as(who->token, text("%s/history?limit=2&cursor=%s", path_of(made),
                                  text_at(met, "/next_cursor")));
    EXPECT_JSON(met, "/history/0/rating", "3.0");
    EXPECT_JSON(met, "/next_cursor", "null");
}

static void history_of_others(void)
{
    const struct person *who = sign_up();
    const char *path = path_of(rate(who, album(16), 3)), *of = text("%s/history", path);

    EXPECT_PROBLEM(get(of), 401, "unauthorized");
    EXPECT_PROBLEM(get_as(bob()->token, of), 403, "forbidden");
    EXPECT_PROBLEM(get_as(who->token, text("%s?sort=rating", of)), 400, "bad-parameter");
    EXPECT_PROBLEM(get_as(who->token, RATINGS "/9007199254740991/history"), 404,
                   "not-found");
    EXPECT_STATUS(del(who->token, path), 204);
    EXPECT_PROBLEM(get_as(bob()->token, of), 404, "not-found");
    EXPECT_STATUS(get_as(who->token, of), 200);
}

static void every_step(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(1), 0.5);

    for (int half = 1; half <= 10; half++) {
        struct answer *changed =
            put(who->token, path_of(made), text("{\"rating\": %.1f}", half / 2.0));

        EXPECT_STATUS(changed, 200);
        EXPECT_REAL(changed, "/rating", half / 2.0, 0);
    }
}

static void conflict(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(2), 3), *again = rate(who, album(2), 4);

    EXPECT_PROBLEM(again, 409, "conflict");
    EXPECT_TEXT(answer_header(again, "Location"), path_of(made));
    EXPECT_JSON(get_as(who->token, path_of(made)), "/rating", "3.0");
    EXPECT_STATUS(rate(bob(), album(2), 4), 201); /* somebody else may */
}

static void changed(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(3), 3), *now;

    now = put(who->token, path_of(made), "{\"rating\": 5}");
    EXPECT_STATUS(now, 200);
    EXPECT_JSON(now, "/rating", "5.0");
    EXPECT_TEXT(text_at(now, "/created_at"), text_at(made, "/created_at"));
    EXPECT_TEXT(get_as(who->token, path_of(made))->body, now->body);
    EXPECT_STATUS(put(who->token, path_of(made), "{\"rating\": 5}"), 200); /* no change */
}

static void removed(void)
{
    const struct person *who = sign_up();
    struct answer *made = rate(who, album(4), 3), *gone = del(who->token, path_of(made));

    EXPECT_STATUS(gone, 204);
    EXPECT_INT((int64_t)gone->length, 0);
    EXPECT_PROBLEM(get_as(who->token, path_of(made)), 404, "not-found");
    EXPECT_PROBLEM(del(who->token, path_of(made)), 404, "not-found");
    EXPECT_PROBLEM(put(who->token, path_of(made), "{\"rating\": 1}"), 404, "not-found");
    EXPECT_STATUS(rate(who, album(4), 2), 201);
}

static void of_others(void)
{
    struct answer *made = rate(sign_up(), album(5), 3);

    EXPECT_PROBLEM(put(bob()->token, path_of(made), "{\"rating\": 1}"), 403, "forbidden");
    EXPECT_PROBLEM(del(bob()->token, path_of(made)), 403, "forbidden");
    EXPECT_PROBLEM(put(NULL, path_of(made), "{\"rating\": 1}"), 401, "unauthorized");
    EXPECT_PROBLEM(del(NULL, path_of(made)), 401, "unauthorized");
    EXPECT_JSON(get_as(bob()->token, path_of(made)), "/rating", "3.0");
    EXPECT_PROBLEM(put(bob()->token, RATINGS "/9007199254740991", "{\"rating\": 1}"), 404,
                   "not-found");
}

static void bad_bodies(void)
{
    static const struct {
        const char *body, *field, *code;
    } cases[] = {
        {"{\"rating\": 3}",                                  "album_id", "required"},
        {"{\"album_id\": 1}",                                "rating",   "required"},
        {"{\"album_id\": null, \"rating\": 3}",              "album_id", "required"},
        {"{\"album_id\": \"1\", \"rating\": 3}",             "album_id", "type"    },
        {"{\"album_id\": 1.0, \"rating\": 3}",               "album_id", "type"    },
        {"{\"album_id\": 0, \"rating\": 3}",                 "album_id", "range"   },
        {"{\"album_id\": -1, \"rating\": 3}",                "album_id", "range"   },
        {"{\"album_id\": 9007199254740992, \"rating\": 3}",  "album_id", "range"   },
        {"{\"album_id\": 9007199254740991, \"rating\": 3}",  "album_id", "unknown" },
        {"{\"album_id\": 1, \"rating\": \"3\"}",             "rating",   "type"    },
        {"{\"album_id\": 1, \"rating\": true}",              "rating",   "type"    },
        {"{\"album_id\": 1, \"rating\": 0}",                 "rating",   "range"   },
        {"{\"album_id\": 1, \"rating\": 5.5}",               "rating",   "range"   },
        {"{\"album_id\": 1, \"rating\": 3.25}",              "rating",   "range"   },
        {"{\"album_id\": 1, \"rating\": -1}",                "rating",   "range"   },
        {"{\"album_id\": 1, \"rating\": 1e300}",             "rating",   "range"   },
        {"{\"album_id\": 1, \"rating\": 3, \"user_id\": 1}", "user_id",  "unknown" },
        {"{\"album_id\": 1, \"rating\": 3, \"id\": 1}",      "id",       "unknown" },
    };
    const struct person *who = sign_up();

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        EXPECT_WRONG(post(who->token, RATINGS, cases[i].body), cases[i].field,
                     cases[i].code);
    EXPECT_PROBLEM(post(NULL, RATINGS, "{\"album_id\": 1, \"rating\": 3}"), 401,
                   "unauthorized");
    EXPECT_WRONG(put(who->token, RATINGS "/1", "{\"album_id\": 1, \"rating\": 3}"),
                 "album_id", "unknown");
    EXPECT_WRONG(put(who->token, RATINGS "/1", "{}"), "rating", "required");
    EXPECT_JSON(get_as(who->token, text(RATINGS "?user_id=%" PRId64, who->id)),
                "/ratings", "[]");
}

static struct answer *rates_by(const struct person *who, const char *key,
                               int64_t album_id, const char *stars)
{
    return CALL(.path = RATINGS, .token = who->token,
                .body =
                    text("{\"album_id\": %" PRId64 ", \"rating\": %s}", album_id, stars),
                .headers = {text("Idempotency-Key: %s", key)});
}

static void idempotency(void)
{
    const struct person *who = sign_up(), *other = sign_up();
    struct answer *first = rates_by(who, "the-first-key", album(6), "3.5");
    struct answer *again = rates_by(who, "the-first-key", album(6), "3.5");

    EXPECT_STATUS(first, 201);
    EXPECT_STATUS(again, 201);
    EXPECT_TEXT(again->body, first->body);
    EXPECT_HEADER(again, "Location", answer_header(first, "Location"));
    EXPECT_HEADER(again, "ETag", answer_header(first, "ETag"));
    EXPECT_PROBLEM(rates_by(who, "the-first-key", album(6), "4"), 422, "invalid");
    EXPECT_PROBLEM(rates_by(who, "the-first-key", album(7), "3.5"), 422, "invalid");
    EXPECT_PROBLEM(rates_by(who, "another-key", album(6), "3.5"), 409, "conflict");
    EXPECT_STATUS(rates_by(other, "the-first-key", album(6), "4"), 201);
    /* it is the first answer, whatever became of the thing */
    EXPECT_STATUS(put(who->token, path_of(first), "{\"rating\": 1}"), 200);
    EXPECT_TEXT(rates_by(who, "the-first-key", album(6), "3.5")->body, first->body);
    EXPECT_JSON(get_as(who->token, path_of(first)), "/rating", "1.0");
}

static void keys(void)
{
    const struct person *who = sign_up();
    static const char *const bad[] = {"1234567", "with space in it", "caf\xc3\xa9-cafe",
                                      "tab\tinside"};
    const char *longest = text("%0128d", 0);

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_PROBLEM(rates_by(who, bad[i], album(8), "2"), 400, "bad-request");
    EXPECT_PROBLEM(rates_by(who, text("%s0", longest), album(8), "2"), 400,
                   "bad-request");
    EXPECT_STATUS(rates_by(who, longest, album(8), "2"), 201);
    EXPECT_STATUS(rates_by(who, "!~\"#$%&'", album(9), "2"), 201);
    /* a refusal is not remembered: the same key may try again */
    EXPECT_STATUS(rates_by(who, "tried-before", album(10), "7"), 422);
    EXPECT_STATUS(rates_by(who, "tried-before", album(10), "4"), 201);
}

static void lists(void)
{
    const struct person *who = sign_up();
    const char *mine = text("user_id=%" PRId64, who->id);
    json_t *all, *up, *down, *some;

    for (size_t i = 0; i < 10; i++)
        EXPECT_STATUS(rate(who, album(20 + i), (double)(i + 1) / 2), 201);
    all = walk_as(who->token, "ratings", mine, 0);
    up = walk_as(who->token, "ratings", text("%s&sort=rating", mine), 0);
    down = walk_as(who->token, "ratings", text("%s&sort=-rating", mine), 0);
    EXPECT_INT((int64_t)json_array_size(all), 10);
    EXPECT(no_doubles(all), "one is met twice");
    EXPECT(reversed_list(up, down), "-rating is not the reverse of rating");
    EXPECT(reversed_list(all, up), "not the newest first"); /* the last got most stars */
    some =
        walk_as(who->token, "ratings", text("%s&min_rating=2&max_rating=3.5", mine), 0);
    EXPECT_INT((int64_t)json_array_size(some), 4);
    EXPECT_NEAR(json_number_value(json_at(some, "/0/rating")), 3.5, 0);
    EXPECT_INT(
        (int64_t)json_array_size(json_at(
            get_as(who->token, text(RATINGS "?%s&album_id=%" PRId64, mine, album(23)))
                ->json,
            "/ratings")),
        1);
    json_decref(all);
    json_decref(up);
    json_decref(down);
    json_decref(some);
}

static void everything(void)
{
    static const char *const sorts[] = {"created_at", "updated_at", "rating"};

    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        json_t *up = walk_as(alice()->token, "ratings", text("sort=%s", sorts[i]), 0);
        json_t *down = walk_as(alice()->token, "ratings", text("sort=-%s", sorts[i]), 0);

        EXPECT(json_array_size(up) > 10 && no_doubles(up), "by %s", sorts[i]);
        EXPECT(reversed_list(up, down), "-%s is not the reverse", sorts[i]);
        json_decref(up);
        json_decref(down);
    }
}

/* What was there throughout is met once, though others come and go meanwhile. */
static void while_changing(void)
{
    const struct person *who = sign_up();
    const char *cursor = "";
    size_t met = 0;

    for (size_t i = 0; i < 12; i++)
        EXPECT_STATUS(rate(who, album(40 + i), 3), 201);
    for (size_t page = 0; page < 12 && cursor != NULL; page++) {
        struct answer *answer =
            get_as(who->token, text(RATINGS "?user_id=%" PRId64 "&limit=2%s%s", who->id,
                                    *cursor == '\0' ? "" : "&cursor=", cursor));

        for (size_t i = 0; i < json_array_size(json_at(answer->json, "/ratings")); i++) {
            int64_t of = int_at(answer, text("/ratings/%zu/album_id", i));

            for (size_t n = 40; n < 52; n++)
                met += of == album(n);
        }
        cursor = text_at(answer, "/next_cursor");
        EXPECT_STATUS(rate(who, album(60 + page), 4), 201);
    }
    EXPECT_INT((int64_t)met, 12);
    EXPECT(cursor == NULL, "the list has no end");
}

static void bad_parameters(void)
{
    static const char *const bad[] = {"album_id=0",     "user_id=x",      "min_rating=0",
                                      "max_rating=5.5", "min_rating=3.3", "sort=colour",
                                      "limit=0",        "rating=3"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_PROBLEM(get(text(RATINGS "?%s", bad[i])), 400, "bad-parameter");
    EXPECT_PROBLEM(get(RATINGS "/summary"), 400, "bad-parameter");
    EXPECT_PROBLEM(get(RATINGS "/summary?album_id=0"), 400, "bad-parameter");
    EXPECT_PROBLEM(get(RATINGS "/summary?album_id=1&limit=3"), 400, "bad-parameter");
    EXPECT_PROBLEM(get(RATINGS "/0"), 404, "not-found");
    EXPECT_PROBLEM(get(RATINGS "/9007199254740991"), 404, "not-found");
}

static const struct test tests[] = {
    {"POST /ratings: 201, Location, the whole rating",                                      created          },
    {"PUT /ratings/{id}: every step from 0.5 to 5",                                         every_step       },
    {"GET /ratings/{id}/history: every earlier value, of what was taken back too",
     history                                                                                                 },
    {"GET /ratings/{id}/history: is its owner's alone",                                     history_of_others},
    {"POST /ratings: a second one of an album is 409 with the first one's Location",
     conflict                                                                                                },
    {"PUT /ratings/{id}: the rating changes, its birth does not",                           changed          },
    {"DELETE /ratings/{id}: 204, then 404; the album can be rated anew",                    removed          },
    {"PUT, DELETE /ratings/{id}: another user's public rating is 403, without token 401",
     of_others                                                                                               },
    {"POST, PUT /ratings: unknown albums and wrong members are 422 and change nothing",
     bad_bodies                                                                                              },
    {"POST /ratings: an Idempotency-Key gives the first answer again, another body is 422",
     idempotency                                                                                             },
    {"POST /ratings: an Idempotency-Key is 8 to 128 visible ASCII characters",              keys             },
    {"GET /ratings: by user, album and stars, newest first or by stars",                    lists            },
    {"GET /ratings: every sort, both ways, meets everything once",                          everything       },
    {"GET /ratings: what was there throughout is met once while others come",
     while_changing                                                                                          },
    {"GET /ratings, /ratings/summary: wrong parameters are 400, absent ids 404",
     bad_parameters                                                                                          },
};
const struct suite ratings_suite = SUITE("ratings", tests);
