/* test_recommendations.c - what users are recommended, and why: two camps of six people
 * who like the opposite albums. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "written.h"

#include "core/banned.h"

#define RECOMMENDATIONS "/api/v1/recommendations"
#define MODEL RECOMMENDATIONS "/model"
#define WITHIN 15 /* seconds in which a projection follows */

enum { CAMP = 6, LIKES = 8, FIRST = 60 };

/* The n-th album that a camp likes; camp 0 or 1. */
static int64_t liked(unsigned camp, unsigned n)
{
    return album(FIRST + camp * LIKES + n);
}

static void have_made(void)
{
    char command[512];

    snprintf(command, sizeof command, "%s/tools/vinylhound/vinylhound recommend >&2",
             getenv("VH_BUILD"));
    REQUIRE(system(command) == 0, "%s", command);
}

/* Both camps' ratings, and a model of them; once. Each leaves out one of what they like.
 */
static void camps(void)
{
    static bool there;

    if (there)
        return;
    there = true;
    for (unsigned i = 0; i < 2 * CAMP; i++) {
        const struct person *who = sign_up();
        unsigned camp = i % 2;

        for (unsigned n = 0; n < LIKES; n++) {
            if (n == i / 2)
                continue;
            EXPECT_STATUS(rate(who, liked(camp, n), n % 2 == 0 ? 5 : 4.5), 201);
            if (n < 3)
                EXPECT_STATUS(rate(who, liked(1 - camp, n), 1), 201);
        }
    }
    have_made();
}

/* Somebody who likes the first five of a camp's albums. */
static const struct person *follower(unsigned camp)
{
    const struct person *who = sign_up();

    for (unsigned n = 0; n < 5; n++)
        EXPECT_STATUS(rate(who, liked(camp, n), 5), 201);
    return who;
}

/* Where an album stands in a list, from 1; 0: nowhere. */
static size_t place(const struct answer *list, int64_t album_id)
{
    const json_t *all = json_at(list->json, "/recommendations");
    json_t *one;
    size_t i;

    json_array_foreach(all, i, one)
    {
        if (json_integer_value(json_object_get(one, "album_id")) == album_id)
            return i + 1;
    }
    return 0;
}

static size_t length(const struct answer *list)
{
    return json_array_size(json_at(list->json, "/recommendations"));
}

static struct answer *ask(const struct person *who, const char *query)
{
    struct answer *list = get_as(who->token, text(RECOMMENDATIONS "%s", query));

    REQUIRE_STATUS(list, 200);
    return list;
}

static void alike(void)
{
    const struct person *who;
    struct answer *list;

    camps();
    who = follower(0);
    list = ask(who, "");
    EXPECT_TEXT(text_at(list, "/model"), "ease");
    EXPECT(text_at(list, "/generated_at") != NULL, "no time: %s", list->body);
    for (unsigned n = 5; n < LIKES; n++)
        EXPECT(place(list, liked(0, n)) >= 1 && place(list, liked(0, n)) <= 3,
               "place %zu: %s", place(list, liked(0, n)), list->body);
    for (unsigned n = 0; n < 5; n++)
        EXPECT_INT((int64_t)place(list, liked(0, n)), 0);
    EXPECT(real_at(list, "/recommendations/0/predicted_rating") > 3.5, "%s", list->body);
    EXPECT(real_at(list, "/recommendations/0/score") >=
               real_at(list, "/recommendations/1/score"),
           "%s", list->body);
}

static void because(void)
{
    const struct person *who;
    const json_t *reasons;
    struct answer *list;
    double weights = 0, before = 1;
    json_t *reason;
    size_t i;

    camps();
    who = follower(1);
    list = ask(who, "?limit=1");
    EXPECT_INT((int64_t)length(list), 1);
    reasons = json_at(list->json, "/recommendations/0/because");
    EXPECT_INT((int64_t)json_array_size(reasons), 3);
    json_array_foreach(reasons, i, reason)
    {
        double weight = json_number_value(json_object_get(reason, "weight"));

        EXPECT(place(list, json_integer_value(json_object_get(reason, "album_id"))) == 0,
               "%s", list->body);
        EXPECT(json_number_value(json_object_get(reason, "rating")) == 5, "%s",
               list->body);
        EXPECT(weight > 0 && weight <= before, "%s", list->body);
        before = weight;
        weights += weight;
    }
    EXPECT(weights <= 1.001, "%s", list->body);
}

static void at_once(void)
{
    const struct person *who;
    int64_t first;
    struct answer *list;

    camps();
    who = follower(0);
    first = int_at(ask(who, "?limit=1"), "/recommendations/0/album_id");
    EXPECT_STATUS(rate(who, first, 5), 201);
    list = ask(who, "");
    EXPECT_INT((int64_t)place(list, first), 0);
    for (unsigned n = 0; n < 6; n++)
        EXPECT_STATUS(rate(who, liked(1, n), 5), 201);
    EXPECT(place(ask(who, ""), liked(1, 7)) >= 1, "%s", ask(who, "")->body);
}

static void dismissed(void)
{
    const struct person *who;
    int64_t first;
    const char *path;

    camps();
    who = follower(0);
    first = int_at(ask(who, "?limit=1"), "/recommendations/0/album_id");
    path = text(RECOMMENDATIONS "/%" PRId64 "/dismissed", first);
    EXPECT_PROBLEM(del(who->token, path), 404, "not-found");
    for (int twice = 0; twice < 2; twice++)
        EXPECT_STATUS(CALL(.method = "PUT", .path = path, .token = who->token), 204);
    EXPECT_INT((int64_t)place(ask(who, ""), first), 0);
    EXPECT_STATUS(del(who->token, path), 204);
    EXPECT_INT((int64_t)place(ask(who, ""), first), 1);
    EXPECT_PROBLEM(CALL(.method = "PUT", .token = who->token,
                        .path = RECOMMENDATIONS "/900000000007/dismissed"),
                   404, "not-found");
    EXPECT_PROBLEM(CALL(.method = "PUT", .path = path), 401, "unauthorized");
    EXPECT_PROBLEM(del(NULL, path), 401, "unauthorized");
}

static void owned(void)
{
    const struct person *who;
    int64_t first;

    camps();
    who = follower(1);
    first = int_at(ask(who, "?limit=1"), "/recommendations/0/album_id");
    EXPECT(tell("vinylhound_user", "collection.changed", who->id,
                text("{\"album_id\": %" PRId64 ", \"owned\": 1, \"wanted\": 0}", first)),
           "no event");
    EXPECT(UNTIL(WITHIN, place(ask(who, ""), first) == 0), "an owned one is recommended");
    EXPECT(tell("vinylhound_user", "collection.changed", who->id,
                text("{\"album_id\": %" PRId64 ", \"owned\": 0, \"wanted\": 1}", first)),
           "no event");
    EXPECT(UNTIL(WITHIN, place(ask(who, ""), first) == 1),
           "one that is wanted is no longer recommended");
}

/* The first genre of an album. */
static const char *genre_of(int64_t album_id)
{
    struct answer *shown = get(text("/api/v1/albums/%" PRId64, album_id));

    REQUIRE_STATUS(shown, 200);
    return text_at(shown, "/genres/0");
}

static bool has_genre(int64_t album_id, const char *genre)
{
    struct answer *shown = get(text("/api/v1/albums/%" PRId64, album_id));
    json_t *one;
    size_t i;

    json_array_foreach(json_at(shown->json, "/genres"), i, one)
    {
        if (strcmp(json_string_value(one), genre) == 0)
            return true;
    }
    return false;
}

static void all_of_genre(const struct answer *list, const char *genre)
{
    for (size_t i = 0; i < length(list); i++) {
        int64_t of = int_at(list, text("/recommendations/%zu/album_id", i));

        EXPECT(has_genre(of, genre), "album %" PRId64 " is no %s", of, genre);
    }
}

static void by_genre(void)
{
    const struct person *who;
    struct answer *list;
    const char *genre;

    camps();
    who = follower(0);
    genre = genre_of(liked(0, 6));
    list = ask(who, text("?genre=%s", escaped(genre)));
    EXPECT(place(list, liked(0, 6)) > 0, "%s", list->body);
    all_of_genre(list, genre);
    EXPECT_INT((int64_t)length(ask(who, "?genre=No%20such%20thing")), 0);
}

static void newcomer(void)
{
    const struct person *who = sign_up();
    struct answer *list;
    const char *genre;

    camps();
    list = ask(who, "?limit=10");
    EXPECT_TEXT(text_at(list, "/model"), "chart");
    EXPECT(length(list) >= 5, "%s", list->body);
    EXPECT_JSON(list, "/recommendations/0/because", "[]");
    EXPECT(real_at(list, "/recommendations/0/predicted_rating") > 1, "%s", list->body);
    genre = genre_of(liked(1, 3));
    EXPECT_STATUS(
        put(who->token, "/api/v1/preferences",
            text("{\"preferences\": [{\"genre\": \"%s\", \"weight\": 1}]}", genre)),
        200);
    list = ask(who, "?limit=1");
    EXPECT_INT((int64_t)length(list), 1);
    all_of_genre(list, genre);
    EXPECT_STATUS(
        put(who->token, "/api/v1/preferences",
            text("{\"preferences\": [{\"genre\": \"%s\", \"weight\": -1}]}", genre)),
        200);
    list = ask(who, "?limit=1");
    EXPECT(!has_genre(int_at(list, "/recommendations/0/album_id"), genre), "%s",
           list->body);
}

static void model_shown(void)
{
    struct answer *model;

    camps();
    model = get(MODEL "?");
    REQUIRE_STATUS(model, 200);
    EXPECT_TEXT(text_at(model, "/method"), "ease");
    EXPECT(int_at(model, "/ratings") >= 2 * CAMP * (LIKES - 1), "%s", model->body);
    EXPECT(int_at(model, "/albums") >= 2 * LIKES, "%s", model->body);
    EXPECT(real_at(model, "/rmse") > 0 && real_at(model, "/rmse") < 3, "%s", model->body);
    EXPECT(real_at(model, "/ndcg_at_10") >= 0, "%s", model->body);
    EXPECT_PROBLEM(get(MODEL "?x=1"), 400, "bad-parameter");
}

static void refused(void)
{
    const char *token = alice()->token;

    EXPECT_PROBLEM(get(RECOMMENDATIONS), 401, "unauthorized");
    EXPECT_PROBLEM(get_as(token, RECOMMENDATIONS "?limit=0"), 400, "bad-parameter");
    EXPECT_PROBLEM(get_as(token, RECOMMENDATIONS "?limit=101"), 400, "bad-parameter");
    EXPECT_PROBLEM(get_as(token, RECOMMENDATIONS "?genre="), 400, "bad-parameter");
    EXPECT_PROBLEM(get_as(token, RECOMMENDATIONS "?cursor=x"), 400, "bad-parameter");
    EXPECT_PROBLEM(
        CALL(.method = "PUT", .token = token, .path = RECOMMENDATIONS "/none/dismissed"),
        404, "not-found");
}

/* How many generations there are, are live, and are whole with the live one's albums. */
static int64_t models(const char *which)
{
    return sql_number("vinylhound_rating",
                      text("SELECT COUNT(*) FROM models m WHERE %s", which));
}

static void killed(void)
{
    const struct person *who;
    char command[512];
    int64_t rows;

    camps();
    who = follower(0);
    rows = sql_number("vinylhound_rating",
                      "SELECT COUNT(*) FROM model_albums a JOIN models m ON "
                      "m.generation = a.generation AND m.live");
    for (int hundredths = 1; hundredths <= 8; hundredths++) {
        snprintf(command, sizeof command,
                 "timeout -s KILL 0.%02d %s/tools/vinylhound/vinylhound recommend "
                 ">/dev/null 2>&1",
                 hundredths * 3, getenv("VH_BUILD"));
        (void)!system(command);
        EXPECT_INT(models("live"), 1);
        EXPECT_INT(models("live AND (SELECT COUNT(*) FROM model_albums a WHERE "
                          "a.generation = m.generation) = 0"),
                   0);
        EXPECT_TEXT(text_at(ask(who, ""), "/model"), "ease");
    }
    have_made();
    EXPECT_INT(models("live"), 1);
    EXPECT(models("TRUE") <= 2, "former models are left");
    EXPECT(sql_number("vinylhound_rating",
                      "SELECT COUNT(*) FROM model_albums a JOIN models m ON "
                      "m.generation = a.generation AND m.live") >= rows,
           "the model has fewer albums than before");
}

static const struct test tests[] = {
    {"GET /recommendations: who likes what others like is recommended the rest of it",
     alike                                                                                        },
    {"GET /recommendations: the caller's own ratings that weigh most, heaviest first",
     because                                                                                      },
    {"GET /recommendations: a rating given a moment ago counts",                       at_once    },
    {"GET /recommendations: one dismissed does not come back until it is restored",
     dismissed                                                                                    },
    {"GET /recommendations: what one owns is not recommended, what one wants is",      owned      },
    {"GET /recommendations?genre=: only albums of it",                                 by_genre   },
    {"GET /recommendations: somebody new gets the chart, bent by preferences",         newcomer   },
    {"GET /recommendations/model: what it was made of and how good it is",             model_shown},
    {"GET /recommendations: bad parameters are 400, nobody is 401",                    refused    },
    {"vinylhound recommend: killed at any time, the former model answers",             killed     },
};

const struct suite recommendations_suite = SUITE("recommendations", tests);
