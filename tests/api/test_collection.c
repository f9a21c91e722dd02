/* test_collection.c - copies are added, shown, changed and taken out; what they come to.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "copies.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

static void added(void)
{
    const struct person *who = sign_up();
    int64_t of = album(5);
    struct answer *catalogued = get(text("/api/v1/albums/%" PRId64, of)),
                  *made =
                      add_copy(who, of,
                               "\"status\": \"owned\", \"media_condition\": \"VG+\", "
                               "\"sleeve_condition\": \"G\", \"purchase_price\": 19.99, "
                               "\"currency\": \"EUR\", \"acquired_on\": \"2024-02-29\", "
                               "\"location\": \"shelf 3\", \"notes\": \"two\\nlines\""),
                  *shown;

    EXPECT_STATUS(made, 201);
    EXPECT_TEXT(answer_header(made, "Location"),
                text(COLLECTION "/%" PRId64, int_at(made, "/id")));
    EXPECT_JSON(made, "/status", "\"owned\"");
    EXPECT_JSON(made, "/media_condition", "\"VG+\"");
    EXPECT_JSON(made, "/sleeve_condition", "\"G\"");
    EXPECT(strstr(made->body, "\"purchase_price\":19.99,") != NULL, "%s", made->body);
    EXPECT_JSON(made, "/currency", "\"EUR\"");
    EXPECT_JSON(made, "/acquired_on", "\"2024-02-29\"");
    EXPECT_JSON(made, "/location", "\"shelf 3\"");
    EXPECT_JSON(made, "/notes", "\"two\\nlines\"");
    EXPECT_JSON(made, "/release_id", "null");
    EXPECT_INT(int_at(made, "/album/id"), of);
    EXPECT_TEXT(text_at(made, "/album/title"), text_at(catalogued, "/title"));
    EXPECT_TEXT(text_at(made, "/album/artist"), text_at(catalogued, "/artist"));
    EXPECT_INT(int_at(made, "/album/release_year"), int_at(catalogued, "/release_year"));
    EXPECT_TEXT(text_at(made, "/album/cover_url"), text_at(catalogued, "/cover_url"));
    EXPECT_INT((int64_t)json_object_size(made->json), 13);
    shown = get_as(who->token, answer_header(made, "Location"));
    EXPECT_STATUS(shown, 200);
    EXPECT_TEXT(shown->body, made->body);
    EXPECT_HEADER(shown, "ETag", answer_header(made, "ETag"));
    EXPECT_STATUS(
        CALL(.path = shown->path, .token = who->token,
             .headers = {text("If-None-Match: %s", answer_header(shown, "ETag"))}),
        304);
}

static void least(void)
{
    const struct person *who = sign_up();
    struct answer *made = add_copy(who, album(6), "\"status\": \"wanted\"");

    EXPECT_STATUS(made, 201);
    EXPECT_JSON(made, "/purchase_price", "null");
    EXPECT_JSON(made, "/currency", "null");
    EXPECT_JSON(made, "/acquired_on", "null");
    EXPECT_JSON(made, "/media_condition", "null");
    EXPECT_JSON(made, "/notes", "null");
    /* a second copy of the same album is another item */
    EXPECT_OTHER(
        answer_header(add_copy(who, album(6), "\"status\": \"owned\""), "Location"),
        answer_header(made, "Location"));
}

static void wrong_bodies(void)
{
    static const struct {
        const char *members, *field, *code;
    } cases[] = {
        {"\"purchase_price\": 5",                               "currency",         "required"  },
        {"\"currency\": \"EUR\"",                               "purchase_price",   "required"  },
        {"\"purchase_price\": 5, \"currency\": \"EURO\"",       "currency",         "length"    },
        {"\"purchase_price\": 5, \"currency\": \"ABC\"",        "currency",         "unknown"   },
        {"\"purchase_price\": 5, \"currency\": \"eur\"",        "currency",         "unknown"   },
        {"\"purchase_price\": 5, \"currency\": \"E R\"",        "currency",         "unknown"   },
        {"\"purchase_price\": 5.5, \"currency\": \"JPY\"",      "purchase_price",   "range"     },
        {"\"purchase_price\": 5.555, \"currency\": \"EUR\"",    "purchase_price",   "range"     },
        {"\"purchase_price\": 5.5555, \"currency\": \"KWD\"",   "purchase_price",   "range"     },
        {"\"purchase_price\": -5, \"currency\": \"EUR\"",       "purchase_price",   "range"     },
        {"\"purchase_price\": 10000000, \"currency\": \"EUR\"", "purchase_price",
         "range"                                                                                },
        {"\"purchase_price\": \"5\", \"currency\": \"EUR\"",    "purchase_price",   "type"      },
        {"\"acquired_on\": \"2023-02-29\"",                     "acquired_on",      "date"      },
        {"\"acquired_on\": \"2023-02-28T00:00:00Z\"",           "acquired_on",      "date"      },
        {"\"acquired_on\": 2023",                               "acquired_on",      "type"      },
        {"\"media_condition\": \"MINT\"",                       "media_condition",  "choice"    },
        {"\"sleeve_condition\": \"vg\"",                        "sleeve_condition", "choice"    },
        {"\"release_id\": 0",                                   "release_id",       "range"     },
        {"\"release_id\": 9007199254740991",                    "release_id",       "unknown"   },
        {"\"price\": 5",                                        "price",            "unknown"   },
        {"\"user_id\": 1",                                      "user_id",          "unknown"   },
        {"\"notes\": \"a\\u0000b\"",                            "notes",            "characters"},
    };
    const char *token = alice()->token;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        EXPECT_WRONG(post(token, COLLECTION,
                          text("{\"album_id\": %" PRId64 ", \"status\": \"owned\", %s}",
                               album(7), cases[i].members)),
                     cases[i].field, cases[i].code);
    EXPECT_WRONG(post(token, COLLECTION, "{\"status\": \"owned\"}"), "album_id",
                 "required");
    EXPECT_WRONG(post(token, COLLECTION, "{\"album_id\": 1}"), "status", "required");
    EXPECT_WRONG(post(token, COLLECTION, "{\"album_id\": 1, \"status\": \"lost\"}"),
                 "status", "choice");
    EXPECT_WRONG(post(token, COLLECTION,
                      "{\"album_id\": 9007199254740991, \"status\": \"owned\"}"),
                 "album_id", "unknown");
    EXPECT_WRONG(post(token, COLLECTION,
                      text("{\"album_id\": 1, \"status\": \"owned\", \"notes\": "
                           "\"%02001d\"}",
                           0)),
                 "notes", "length");
    EXPECT_PROBLEM(post(NULL, COLLECTION, "{\"album_id\": 1, \"status\": \"owned\"}"),
                   401, "unauthorized");
}

static void prices(void)
{
    static const char *const good[][2] = {
        {"0",           "EUR"},
        {"0.01",        "USD"},
        {"1500.0",      "JPY"},
        {"1.001",       "KWD"},
        {"9999999.99",  "GBP"},
        {"9999999.999", "TND"},
        {"9999999.0",   "KRW"},
    };
    const struct person *who = sign_up();

    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct answer *made =
            add_copy(who, album(7),
                     text("\"status\": \"owned\", \"purchase_price\": %s, "
                          "\"currency\": \"%s\"",
                          good[i][0], good[i][1]));

        EXPECT_STATUS(made, 201);
        EXPECT(strstr(made->body, text("\"purchase_price\":%s%s,", good[i][0],
                                       strchr(good[i][0], '.') == NULL ? ".0" : "")) !=
                   NULL,
               "%s %s: %s", good[i][0], good[i][1], made->body);
    }
}

static void pressings(void)
{
    const struct person *who = sign_up();
    struct answer *releases = get("/api/v1/releases?limit=2&sort=released");
    struct answer *made;

    if (releases->status != 200)
        releases = get("/api/v1/releases?limit=2");
    made = add_copy(who, int_at(releases, "/releases/0/album_id"),
                    text("\"status\": \"owned\", \"release_id\": %" PRId64,
                         int_at(releases, "/releases/0/id")));
    EXPECT_STATUS(made, 201);
    EXPECT_INT(int_at(made, "/release_id"), int_at(releases, "/releases/0/id"));
    EXPECT_WRONG(add_copy(who, int_at(releases, "/releases/0/album_id") + 1,
                          text("\"status\": \"owned\", \"release_id\": %" PRId64,
                               int_at(releases, "/releases/0/id"))),
                 "release_id", "unknown");
}

static void changed(void)
{
    const struct person *who = sign_up();
    struct answer *made = add_copy(who, album(8),
                                   "\"status\": \"wanted\", \"notes\": \"look for it\""),
                  *now;
    const char *path = answer_header(made, "Location");
    const char *body =
        text("{\"album_id\": %" PRId64 ", \"status\": \"owned\", \"purchase_price\": 12, "
             "\"currency\": \"USD\"}",
             album(9));

    now = put(who->token, path, body);
    EXPECT_STATUS(now, 200);
    EXPECT_INT(int_at(now, "/id"), int_at(made, "/id"));
    EXPECT_INT(int_at(now, "/album/id"), album(9));
    EXPECT_JSON(now, "/status", "\"owned\"");
    EXPECT_JSON(now, "/notes", "null"); /* what is not sent is gone: a PUT */
    EXPECT_TEXT(text_at(now, "/created_at"), text_at(made, "/created_at"));
    EXPECT_OTHER(answer_header(now, "ETag"), answer_header(made, "ETag"));
    EXPECT_TEXT(get_as(who->token, path)->body, now->body);
    EXPECT_WRONG(put(who->token, path,
                     "{\"album_id\": 9007199254740991, \"status\": "
                     "\"owned\"}"),
                 "album_id", "unknown");
    EXPECT_WRONG(put(who->token, path,
                     "{\"album_id\": 1, \"status\": \"owned\", "
                     "\"currency\": \"EUR\"}"),
                 "purchase_price", "required");
    EXPECT_PROBLEM(CALL(.method = "PUT", .path = path, .token = who->token, .body = body,
                        .headers = {text("If-Match: %s", answer_header(made, "ETag"))}),
                   412, "stale");
    EXPECT_STATUS(CALL(.method = "PUT", .path = path, .token = who->token, .body = body,
                       .headers = {text("If-Match: %s", answer_header(now, "ETag"))}),
                  200);
    EXPECT_PROBLEM(CALL(.method = "DELETE", .path = path, .token = who->token,
                        .headers = {text("If-Match: %s", answer_header(made, "ETag"))}),
                   412, "stale");
    EXPECT_STATUS(del(who->token, path), 204);
    EXPECT_PROBLEM(get_as(who->token, path), 404, "not-found");
    EXPECT_PROBLEM(put(who->token, path, body), 404, "not-found");
    EXPECT_PROBLEM(del(who->token, path), 404, "not-found");
}

static void anothers(void)
{
    struct answer *made = add_copy(sign_up(), album(8), "\"status\": \"owned\"");
    const char *path = answer_header(made, "Location"),
               *body = "{\"album_id\": 1, \"status\": \"sold\"}";

    EXPECT_PROBLEM(get_as(bob()->token, path), 404, "not-found");
    EXPECT_PROBLEM(put(bob()->token, path, body), 404, "not-found");
    EXPECT_PROBLEM(del(bob()->token, path), 404, "not-found");
    EXPECT_PROBLEM(get(path), 401, "unauthorized");
    EXPECT_PROBLEM(get_as(bob()->token, COLLECTION "/9007199254740991"), 404,
                   "not-found");
    EXPECT_PROBLEM(get_as(bob()->token, COLLECTION "/0"), 404, "not-found");
}

static void once_by_key(void)
{
    const struct person *who = sign_up();
    struct answer *answers[3];
    const char *bodies[3] = {
        text("{\"album_id\": %" PRId64 ", \"status\": \"owned\"}", album(8)),
        text("{\"album_id\": %" PRId64 ", \"status\": \"owned\"}", album(8)),
        text("{\"album_id\": %" PRId64 ", \"status\": \"wanted\"}", album(8))};

    for (size_t i = 0; i < 3; i++)
        answers[i] = CALL(.path = COLLECTION, .token = who->token, .body = bodies[i],
                          .headers = {"Idempotency-Key: one-copy-only"});
    EXPECT_STATUS(answers[0], 201);
    EXPECT_STATUS(answers[1], 201);
    EXPECT_TEXT(answers[1]->body, answers[0]->body);
    EXPECT_HEADER(answers[1], "Location", answer_header(answers[0], "Location"));
    EXPECT_PROBLEM(answers[2], 422, "invalid");
    EXPECT_INT(copies_of(who), 1);
}

static void told(void)
{
    const struct person *who = sign_up();
    int64_t one = album(10), two = album(11);
    struct answer *made = add_copy(who, one, "\"status\": \"owned\"");
    const char *path = answer_header(made, "Location");

    EXPECT_TEXT(last_told(who), text("%" PRId64 " owned 1 wanted 0", one));
    add_copy(who, one, "\"status\": \"owned\"");
    EXPECT_TEXT(last_told(who), text("%" PRId64 " owned 2 wanted 0", one));
    add_copy(who, one, "\"status\": \"wanted\"");
    EXPECT_TEXT(last_told(who), text("%" PRId64 " owned 2 wanted 1", one));
    EXPECT_STATUS(put(who->token, path,
                      text("{\"album_id\": %" PRId64 ", \"status\": \"sold\"}", one)),
                  200);
    EXPECT_TEXT(last_told(who), text("%" PRId64 " owned 1 wanted 1", one));
    EXPECT_STATUS(put(who->token, path,
                      text("{\"album_id\": %" PRId64 ", \"status\": \"wanted\"}", two)),
                  200);
    EXPECT_TEXT(last_told(who), text("%" PRId64 " owned 0 wanted 1", two));
    EXPECT_STATUS(del(who->token, path), 204);
    EXPECT_TEXT(last_told(who), text("%" PRId64 " owned 0 wanted 0", two));
    EXPECT_WRONG(add_copy(who, one, "\"status\": \"gone\""), "status", "choice");
    EXPECT_TEXT(last_told(who), text("%" PRId64 " owned 0 wanted 0", two));
}

static const struct test tests[] = {
    {"POST /users/collection: 201, its place, everything of the copy and its album",
     added                                                                                          },
    {"POST /users/collection: an album and a status will do; two copies are two items",
     least                                                                                          },
    {"POST /users/collection: what is wrong is 422, by its field",                      wrong_bodies},
    {"POST /users/collection: prices are kept exactly, as the currency counts",         prices      },
    {"POST /users/collection: a pressing must be one of the album's",                   pressings   },
    {"POST /users/collection: the same Idempotency-Key adds one copy",                  once_by_key },
    {"PUT, DELETE /users/collection/{id}: all of it, If-Match, then gone",              changed     },
    {"/users/collection/{id}: another's is 404",                                        anothers    },
    {"collection.changed: what is owned and wanted of the album, on every change",      told        },
};
const struct suite collection_suite = SUITE("collection", tests);
