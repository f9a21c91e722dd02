/* test_departure.c - DELETE /users/profile: whoever goes leaves nothing behind, in any
 * service. */
#include <inttypes.h>
#include <mysql.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "copies.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define PROFILE "/api/v1/users/profile"
#define CONTENT "/api/v1/users/content"
#define WITHIN 15 /* seconds in which the other services follow */

static struct answer *leave(const struct person *who, const char *members)
{
    return CALL(.method = "DELETE", .path = PROFILE, .token = who->token,
                .body = text("{\"password\": \"" PASSWORD "\"%s}", members));
}

static struct answer *review_by(const struct person *who)
{
    return post(who->token, "/api/v1/reviews",
                text("{\"album_id\": %" PRId64
                     ", \"title\": \"T\", \"content\": \"C\", \"rating\": 4}",
                     album(20)));
}

/* Somebody of whom there is something everywhere. */
static const struct person *busy(void)
{
    const struct person *who = sign_up();

    EXPECT_STATUS(put(who->token, PROFILE,
                      "{\"email\": \"go@example.org\", \"bio\": \"b\", "
                      "\"display_name\": \"Somebody\"}"),
                  200);
    EXPECT_STATUS(put(who->token, CONTENT, "{\"content\": [\"mine\"]}"), 200);
    EXPECT_STATUS(CALL(.path = COLLECTION, .token = who->token,
                       .body = text("{\"album_id\": %" PRId64
                                    ", \"status\": \"owned\", \"notes\": \"private\"}",
                                    album(20)),
                       .headers = {text("Idempotency-Key: gone-%s", who->name)}),
                  201);
    EXPECT_STATUS(rate(who, album(21), 3), 201);
    EXPECT_STATUS(review_by(who), 201);
    EXPECT_STATUS(put(who->token, "/api/v1/preferences",
                      "{\"preferences\": [{\"genre\": \"Rock\", \"weight\": 1}]}"),
                  200);
    return who;
}

/* Rows of the user in the tables of a database that have a column `user_id`, but for
 * those named. */
static int64_t rows_of(const char *database, int64_t user_id, const char *but)
{
    MYSQL *mysql = sql_open(database);
    MYSQL_RES *tables;
    MYSQL_ROW row;
    int64_t sum = 0;
    size_t met = 0;

    REQUIRE(mysql_query(mysql, text("SELECT table_name FROM information_schema.columns "
                                    "WHERE table_schema = '%s' AND column_name = "
                                    "'user_id' AND NOT FIND_IN_SET(table_name, '%s')",
                                    database, but)) == 0,
            "%s", mysql_error(mysql));
    tables = mysql_store_result(mysql);
    while ((row = mysql_fetch_row(tables)) != NULL) {
        sum += sql_number(database, text("SELECT COUNT(*) FROM `%s` WHERE user_id = "
                                         "%" PRId64,
                                         row[0], user_id));
        met++;
    }
    EXPECT(met > 3, "%zu tables of %s", met, database);
    mysql_free_result(tables);
    sql_close(&mysql);
    return sum;
}

static void refused(void)
{
    const struct person *who = sign_up();

    EXPECT_WRONG(CALL(.method = "DELETE", .path = PROFILE, .token = who->token,
                      .body = "{\"password\": \"not my password\"}"),
                 "password", "wrong");
    EXPECT_WRONG(
        CALL(.method = "DELETE", .path = PROFILE, .token = who->token, .body = "{}"),
        "password", "required");
    EXPECT_WRONG(leave(who, ", \"keep_reviews\": \"yes\""), "keep_reviews", "type");
    EXPECT_WRONG(leave(who, ", \"username\": \"x\""), "username", "unknown");
    EXPECT_PROBLEM(CALL(.method = "DELETE", .path = PROFILE,
                        .body = "{\"password\": \"" PASSWORD "\"}"),
                   401, "unauthorized");
    EXPECT_STATUS(get_as(who->token, PROFILE), 200);
}

static void expect_nobody(const struct person *who)
{
    static const char *const own[] = {PROFILE, CONTENT, COLLECTION, COLLECTION "/stats",
                                      COLLECTION "/1"};

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        EXPECT_PROBLEM(get_as(who->token, own[i]), 401, "unauthorized");
    EXPECT_PROBLEM(put(who->token, PROFILE, "{}"), 401, "unauthorized");
    EXPECT_PROBLEM(put(who->token, CONTENT, "{\"content\": []}"), 401, "unauthorized");
    EXPECT_PROBLEM(add_copy(who, album(20), "\"status\": \"owned\""), 401,
                   "unauthorized");
    EXPECT_PROBLEM(leave(who, ""), 401, "unauthorized");
    EXPECT_PROBLEM(CALL(.method = "POST", .path = "/api/v1/auth/refresh",
                        .headers = {text("Cookie: %s", who->cookie)}),
                   401, "unauthorized");
    EXPECT_PROBLEM(
        post(NULL, "/api/v1/auth/login",
             text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", who->name)),
        401, "unauthorized");
    EXPECT_PROBLEM(get_as(bob()->token, text("/api/v1/users/%s", who->name)), 404,
                   "not-found");
    EXPECT_PROBLEM(get_as(bob()->token, text("/api/v1/users/%s/collection", who->name)),
                   404, "not-found");
}

static void gone(void)
{
    const struct person *who = busy();
    struct answer *left = leave(who, "");
    bool followed;

    EXPECT_STATUS(left, 204);
    EXPECT_HEADER_HOLDS(left, "Set-Cookie", "Max-Age=0");
    expect_nobody(who);
    EXPECT_INT(rows_of("vinylhound_user", who->id, ""), 0);
    EXPECT_INT(
        sql_number("vinylhound_user",
                   text("SELECT COUNT(*) FROM users WHERE id = %" PRId64, who->id)),
        0);
    EXPECT_INT(sql_number("vinylhound_user",
                          text("SELECT COUNT(*) FROM outbox WHERE type = 'user.deleted' "
                               "AND subject = %" PRId64
                               " AND payload = '{\"keep_reviews\":false}'",
                               who->id)),
               1);
    followed = UNTIL(WITHIN, rows_of("vinylhound_rating", who->id, "") == 0);
    EXPECT(followed, "%" PRId64 " rows are left in the rating service",
           rows_of("vinylhound_rating", who->id, ""));
    /* what is left of the access token's time is worth nothing there either */
    EXPECT_PROBLEM(rate(who, album(21), 3), 401, "unauthorized");
    EXPECT_PROBLEM(review_by(who), 401, "unauthorized");
    EXPECT_PROBLEM(put(who->token, "/api/v1/preferences", "{\"preferences\": []}"), 401,
                   "unauthorized");
    EXPECT_INT(rows_of("vinylhound_rating", who->id, ""), 0);
    /* the name is free again, for somebody else */
    EXPECT_STATUS(
        post(NULL, "/api/v1/auth/signup",
             text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", who->name)),
        201);
}

static void reviews_stay(void)
{
    const struct person *who = sign_up();
    const char *path = answer_header(review_by(who), "Location");
    struct answer *shown;
    bool nameless;

    EXPECT_STATUS(leave(who, ", \"keep_reviews\": true"), 204);
    nameless = UNTIL(WITHIN, text_at(get_as(bob()->token, path), "/username") == NULL);
    EXPECT(nameless, "the name stays");
    shown = get_as(bob()->token, path);
    EXPECT_STATUS(shown, 200);
    EXPECT_JSON(shown, "/content", "\"C\"");
    EXPECT(strstr(shown->body, who->name) == NULL, "%s", shown->body);
}

/* ---- while more is being added */

static void *go_on_adding(void *argument)
{
    const struct person *who = argument;

    for (size_t n = 0; n < 60; n++) {
        add_copy(who, album(n % 20), "\"status\": \"owned\"");
        put(who->token, CONTENT, "{\"content\": [\"more\"]}");
    }
    return NULL;
}

static void at_once(void)
{
    struct person *who = sign_up();
    pthread_t thread;
    bool begun;

    REQUIRE(pthread_create(&thread, NULL, go_on_adding, who) == 0, "no thread");
    begun = UNTIL(10, copies_of(who) > 3);
    EXPECT(begun, "nothing is added");
    EXPECT_STATUS(leave(who, ""), 204);
    pthread_join(thread, NULL);
    EXPECT_INT(rows_of("vinylhound_user", who->id, ""), 0);
}

static const struct test tests[] = {
    {"DELETE /users/profile: not without the password",                              refused     },
    {"DELETE /users/profile: nothing is left in any service, the token is nobody's",
     gone                                                                                        },
    {"DELETE /users/profile: reviews stay if one likes, without a name",             reviews_stay},
    {"DELETE /users/profile: nothing that is added meanwhile is left",               at_once     },
};
const struct suite departure_suite = SUITE("departure", tests);
