/* test_collection_lists.c - the list of one's copies: filters, orders, pages, what others
 * see of it, and what it comes to. */
#include <inttypes.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "copies.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

#define COPIES 40
#define USERS "vinylhound_user"

static const char *const statuses[] = {"owned", "wanted", "sold"};
static const char *const grades[] = {"M", "NM", "VG+", "VG", "G+", "G", "F", "P"};

/* Somebody with forty copies of thirty albums. Once. */
static const struct person *collector(void)
{
    static const struct person *who;

    if (who != NULL)
        return who;
    who = sign_up();
    for (size_t n = 0; n < COPIES; n++)
        REQUIRE_STATUS(
            add_copy(who, album(n % 30),
                     text("\"status\": \"%s\", \"media_condition\": \"%s\", "
                          "\"purchase_price\": %zu.%02zu, \"currency\": \"%s\", "
                          "\"location\": \"Secret-Shelf\", \"notes\": \"Secret-Note\"",
                          statuses[n % 3], grades[n % 8], n, n,
                          n % 2 == 0 ? "EUR" : "USD")),
            201);
    return who;
}

static json_t *items(const char *query, unsigned limit)
{
    return walk_path(collector()->token, COLLECTION, "items", query, limit);
}

static const char *field(const json_t *item, const char *pointer)
{
    const char *text = json_string_value(json_at(item, pointer));

    return text == NULL ? "" : text;
}

/* What the list holds is what the whole holds where pointer's value is `wanted`. */
static void expect_kept(const char *query, const char *pointer, const char *wanted)
{
    json_t *whole = items("", 100), *met = items(query, 0), *kept = json_array();

    for (size_t i = 0; i < json_array_size(whole); i++)
        if (strcmp(field(json_array_get(whole, i), pointer), wanted) == 0)
            json_array_append(kept, json_array_get(whole, i));
    EXPECT(json_array_size(kept) > 0 && json_array_size(kept) < json_array_size(whole),
           "%s leaves %zu of %zu", query, json_array_size(kept), json_array_size(whole));
    EXPECT(same_list(met, kept), "%s: %zu found, %zu wanted", query, json_array_size(met),
           json_array_size(kept));
    json_decref(whole);
    json_decref(met);
    json_decref(kept);
}

static void filters(void)
{
    struct answer *one =
        get_as(collector()->token, text("%s?limit=1&sort=artist", COLLECTION));
    const char *artist = text_at(one, "/items/0/album/artist");
    int64_t year = int_at(one, "/items/0/album/release_year");
    json_t *met;

    expect_kept("status=owned", "/status", "owned");
    expect_kept("status=sold", "/status", "sold");
    expect_kept("condition=VG%2B", "/media_condition", "VG+");
    expect_kept("condition=VG", "/media_condition", "VG");
    expect_kept(text("artist=%s", escaped(artist)), "/album/artist", artist);
    met = items(text("year=%" PRId64, year), 0);
    EXPECT(json_array_size(met) > 0, "nothing of %" PRId64, year);
    for (size_t i = 0; i < json_array_size(met); i++)
        EXPECT_INT(
            json_integer_value(json_at(json_array_get(met, i), "/album/release_year")),
            year);
    json_decref(met);
    EXPECT_JSON(get_as(collector()->token, COLLECTION "?year=1234"), "/items", "[]");
}

/* Words in any case, of artist and title, in any order, also parts of them. */
static void words(void)
{
    struct answer *one = get_as(collector()->token, COLLECTION "?limit=1&sort=title");
    const char *title = text_at(one, "/items/0/album/title"),
               *artist = text_at(one, "/items/0/album/artist");
    json_t *both = items(text("q=%s", escaped(text("%s %s", title, artist))), 0),
           *turned = items(text("q=%s", escaped(text("%s %s", artist, title))), 0),
           *whole = items("", 100);
    static const char *const nothing[] = {"q=zzzzqqq", "q=_", "q=a+zzzzqqq"};

    EXPECT(json_array_size(both) > 0 && json_array_size(both) < json_array_size(whole),
           "%zu of %zu", json_array_size(both), json_array_size(whole));
    EXPECT(same_list(both, turned), "the order of words matters");
    for (size_t i = 0; i < json_array_size(both); i++)
        EXPECT_TEXT(field(json_array_get(both, i), "/album/title"), title);
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        EXPECT_JSON(get_as(collector()->token, text("%s?%s", COLLECTION, nothing[i])),
                    "/items", "[]");
    EXPECT_STATUS(get_as(collector()->token, COLLECTION "?q=%25"), 200);
    json_decref(both);
    json_decref(turned);
    json_decref(whole);
}

static void orders(void)
{
    static const char *const sorts[] = {"created_at", "updated_at", "artist", "title",
                                        "release_year"};

    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        json_t *up = items(text("sort=%s", sorts[i]), 0),
               *down = items(text("sort=-%s", sorts[i]), 0),
               *owned = items(text("sort=%s&status=owned", sorts[i]), 3);

        EXPECT_INT((int64_t)json_array_size(up), COPIES);
        EXPECT(no_doubles(up), "sort=%s has something twice", sorts[i]);
        EXPECT(reversed_list(up, down), "sort=-%s is not sort=%s reversed", sorts[i],
               sorts[i]);
        EXPECT_INT((int64_t)json_array_size(owned), (COPIES + 2) / 3);
        json_decref(up);
        json_decref(down);
        json_decref(owned);
    }
}

static void refused(void)
{
    static const char *const bad[] = {"status=lost", "condition=mint", "condition=VG+",
                                      "year=99",     "year=x",         "artist=",
                                      "q=",          "sort=price",     "limit=0",
                                      "limit=101",   "colour=red",     "album_id=1"};
    const char *token = collector()->token;
    const char *cursor =
        text_at(get_as(token, COLLECTION "?limit=1&sort=artist"), "/next_cursor");

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        EXPECT_PROBLEM(get_as(token, text("%s?%s", COLLECTION, bad[i])), 400,
                       "bad-parameter");
    EXPECT_PROBLEM(get_as(token, COLLECTION "?cursor=x"), 400, "bad-cursor");
    EXPECT_PROBLEM(get_as(token, text("%s?sort=title&cursor=%s", COLLECTION, cursor)),
                   400, "bad-cursor");
    EXPECT_STATUS(get_as(token, text("%s?sort=artist&cursor=%s", COLLECTION, cursor)),
                  200);
    EXPECT_PROBLEM(get(COLLECTION), 401, "unauthorized");
}

static void seen_by_others(void)
{
    const struct person *who = sign_up();
    const char *path = text("/api/v1/users/%s/collection", who->name);
    struct answer *seen;
    bool hidden;

    EXPECT_STATUS(add_copy(who, album(3),
                           "\"status\": \"owned\", \"purchase_price\": 5, \"currency\": "
                           "\"EUR\", \"location\": \"Secret-Shelf\", \"notes\": "
                           "\"Secret-Note\", \"acquired_on\": \"2020-01-01\""),
                  201);
    seen = get_as(bob()->token, path);
    EXPECT_STATUS(seen, 200);
    EXPECT_INT((int64_t)json_array_size(json_at(seen->json, "/items")), 1);
    EXPECT_JSON(seen, "/items/0/acquired_on", "\"2020-01-01\"");
    EXPECT_INT(int_at(seen, "/items/0/album/id"), album(3));
    EXPECT_INT((int64_t)json_object_size(json_at(seen->json, "/items/0")), 9);
    EXPECT(strstr(seen->body, "Secret") == NULL && strstr(seen->body, "price") == NULL &&
               strstr(seen->body, "currency") == NULL,
           "%s", seen->body);
    EXPECT_STATUS(get(path), 200);
    EXPECT_JSON(get(text("%s?status=sold", path)), "/items", "[]");
    EXPECT_PROBLEM(get(text("%s?location=x", path)), 400, "bad-parameter");
    EXPECT_PROBLEM(get("/api/v1/users/nobody-here/collection"), 404, "not-found");
    EXPECT_STATUS(put(who->token, "/api/v1/users/profile", "{\"private\": true}"), 200);
    EXPECT_PROBLEM(get_as(bob()->token, path), 404, "not-found");
    /* the gateway may show what it has for a second */
    hidden = UNTIL(5, get(path)->status == 404);
    EXPECT(hidden, "a private collection is shown to anyone");
    EXPECT_STATUS(get_as(who->token, path), 200);
    /* public again, so that other tests may count what is listed */
    EXPECT_STATUS(put(who->token, "/api/v1/users/profile", "{\"private\": false}"), 200);
}

/* The sums of forty prices, in cents: exact, whatever the order. */
static void stats(void)
{
    struct answer *met = get_as(collector()->token, COLLECTION "/stats");
    int64_t cents[2] = {0, 0};
    const char *name;
    json_t *value;
    int64_t by_condition = 0, by_decade = 0, by_genre = 0;

    for (int64_t n = 0; n < COPIES; n += 3) /* the owned ones */
        cents[n % 2] += n * 100 + n;
    EXPECT_STATUS(met, 200);
    EXPECT_INT(int_at(met, "/owned"), 14);
    EXPECT_INT(int_at(met, "/wanted"), 13);
    EXPECT_INT(int_at(met, "/sold"), 13);
    EXPECT(strstr(met->body, text("\"EUR\":%" PRId64 ".%02" PRId64, cents[0] / 100,
                                  cents[0] % 100)) != NULL &&
               strstr(met->body, text("\"USD\":%" PRId64 ".%02" PRId64, cents[1] / 100,
                                      cents[1] % 100)) != NULL,
           "%s", met->body);
    json_object_foreach(json_object_get(met->json, "by_condition"), name, value)
        by_condition += json_integer_value(value);
    json_object_foreach(json_object_get(met->json, "by_decade"), name, value) by_decade +=
        json_integer_value(value);
    json_object_foreach(json_object_get(met->json, "by_genre"), name, value) by_genre +=
        json_integer_value(value);
    EXPECT_INT(by_condition, 14);
    EXPECT_INT(by_decade, 14);
    EXPECT(by_genre >= 14, "%" PRId64 " by genre", by_genre);
    EXPECT(answer_header(met, "ETag") != NULL, "no ETag");
    met = get_as(sign_up()->token, COLLECTION "/stats");
    EXPECT_TEXT(met->body, "{\"owned\":0,\"wanted\":0,\"sold\":0,\"total_value\":{},"
                           "\"by_decade\":{},\"by_genre\":{},\"by_condition\":{}}");
    EXPECT_PROBLEM(get(COLLECTION "/stats"), 401, "unauthorized");
}

/* A thousand times a tenth is a hundred, and the largest amounts are added to the last
 * thousandth. */
static void exact_sums(void)
{
    const struct person *who = sign_up();
    struct st_mysql *connection = sql_open(USERS);
    struct answer *met;

    EXPECT_STATUS(add_copy(who, album(3),
                           "\"status\": \"owned\", \"purchase_price\": "
                           "0.1, \"currency\": \"EUR\""),
                  201);
    EXPECT(sql_run(connection,
                   text("INSERT INTO collection_items (user_id, album_id, status, "
                        "purchase_price, currency, title, artist, release_year) "
                        "SELECT user_id, album_id, status, IF(seq <= 999, 0.1, "
                        "9999999.999), IF(seq <= 999, 'EUR', 'KWD'), title, artist, "
                        "release_year FROM collection_items, seq_1_to_1999 WHERE user_id "
                        "= %" PRId64,
                        who->id)),
           "no copies");
    sql_close(&connection);
    met = get_as(who->token, COLLECTION "/stats");
    EXPECT_INT(int_at(met, "/owned"), 2000);
    EXPECT(strstr(met->body, "\"EUR\":100.0,") != NULL ||
               strstr(met->body, "\"EUR\":100.0}") != NULL,
           "%s", met->body);
    EXPECT(strstr(met->body, "\"KWD\":9999999999.0") != NULL, "%s", met->body);
}

/* ---- pages while others are added */

struct adder {
    const struct person *who;
    _Atomic bool stop;
    size_t added;
};

static void *go_on_adding(void *argument)
{
    struct adder *adder = argument;

    while (!adder->stop && adder->added < 400)
        adder->added +=
            add_copy(adder->who, album(adder->added % 30), "\"status\": \"wanted\"")
                ->status == 201;
    return NULL;
}

static void walk_while_adding(void)
{
    static const char *const sorts[] = {"-created_at", "artist", "-title",
                                        "release_year"};
    struct adder adder = {.who = sign_up()};
    pthread_t thread;
    json_t *before, *met;

    for (size_t n = 0; n < 60; n++)
        REQUIRE_STATUS(add_copy(adder.who, album(n % 30), "\"status\": \"owned\""), 201);
    before = walk_path(adder.who->token, COLLECTION, "items", "status=owned", 100);
    REQUIRE(pthread_create(&thread, NULL, go_on_adding, &adder) == 0, "no thread");
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        size_t there = 0;

        met = walk_path(adder.who->token, COLLECTION, "items", text("sort=%s", sorts[i]),
                        0);
        EXPECT(no_doubles(met), "sort=%s met something twice", sorts[i]);
        for (size_t n = 0; n < json_array_size(met); n++)
            there += strcmp(field(json_array_get(met, n), "/status"), "owned") == 0;
        EXPECT_INT((int64_t)there, (int64_t)json_array_size(before));
        json_decref(met);
    }
    adder.stop = true;
    pthread_join(thread, NULL);
    EXPECT(adder.added > 0, "nothing was added meanwhile");
    json_decref(before);
}

static const struct test tests[] = {
    {"GET /users/collection: by status, condition, artist, year",                        filters   },
    {"GET /users/collection: q finds words of artist and title in any order",            words     },
    {"GET /users/collection: every order, both ways, page by page",                      orders    },
    {"GET /users/collection: unknown and wrong parameters are 400",                      refused   },
    {"GET /users/collection: a walk meets what was there once while copies are added",
     walk_while_adding                                                                             },
    {"GET /users/{username}/collection: no price, place or notes; a private one is 404",
     seen_by_others                                                                                },
    {"GET /users/collection/stats: counts and sums of what is owned",                    stats     },
    {"GET /users/collection/stats: sums are exact to the last thousandth",               exact_sums},
};
const struct suite collection_lists_suite = SUITE("collection lists", tests);
