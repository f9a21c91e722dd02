/* test_export.c - GET /users/export: everything that is held on somebody, whole, and
 * nothing of anybody else's. */
#include <inttypes.h>
#include <mysql.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "copies.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define EXPORT "/api/v1/users/export"
#define MANY 20000

static void run_sql(const char *database, const char *statement)
{
    struct st_mysql *connection = sql_open(database);

    EXPECT(sql_run(connection, statement), "%s", statement);
    sql_close(&connection);
}

static int64_t count_at(const struct answer *answer, const char *pointer)
{
    return (int64_t)json_array_size(json_at(answer->json, pointer));
}

static void everything(void)
{
    const struct person *who = sign_up(), *other = sign_up();
    struct answer *met, *rated = rate(who, album(22), 4.5), *others_review;

    EXPECT_STATUS(put(who->token, "/api/v1/users/profile",
                      "{\"email\": \"mine@example.org\", \"bio\": \"My-Bio\"}"),
                  200);
    EXPECT_STATUS(
        put(who->token, "/api/v1/users/content", "{\"content\": [\"My-Line\", \"\"]}"),
        200);
    EXPECT_STATUS(add_copy(who, album(22),
                           "\"status\": \"owned\", \"purchase_price\": 19.99, "
                           "\"currency\": \"EUR\", \"notes\": \"My-\\\"Note\\\"\\n\""),
                  201);
    EXPECT_STATUS(put(who->token, answer_header(rated, "Location"), "{\"rating\": 1}"),
                  200);
    EXPECT_STATUS(post(who->token, "/api/v1/reviews",
                       text("{\"album_id\": %" PRId64
                            ", \"title\": \"My-Title\", \"content\": \"My-Review\"}",
                            album(22))),
                  201);
    others_review = post(other->token, "/api/v1/reviews",
                         text("{\"album_id\": %" PRId64
                              ", \"title\": \"Other-Title\", \"content\": \"x\"}",
                              album(22)));
    EXPECT_STATUS(
        put(who->token, text("%s/like", answer_header(others_review, "Location")), NULL),
        204);
    EXPECT_STATUS(put(who->token, "/api/v1/preferences",
                      "{\"preferences\": [{\"genre\": \"Rock\", \"weight\": 0.5}]}"),
                  200);
    met = get_as(who->token, EXPORT);
    EXPECT_STATUS(met, 200);
    EXPECT_HEADER_HOLDS(met, "Content-Disposition", who->name);
    EXPECT_HEADER(met, "Cache-Control", "no-store");
    EXPECT_INT(int_at(met, "/user/profile/id"), who->id);
    EXPECT_JSON(met, "/user/profile/email", "\"mine@example.org\"");
    EXPECT_JSON(met, "/user/content", "[\"My-Line\", \"\"]");
    EXPECT_INT(count_at(met, "/user/sessions"), 1);
    EXPECT_INT(count_at(met, "/user/collection"), 1);
    EXPECT_REAL(met, "/user/collection/0/purchase_price", 19.99, 0);
    EXPECT_JSON(met, "/user/collection/0/notes", "\"My-\\\"Note\\\"\\n\"");
    EXPECT_INT(int_at(met, "/rating/ratings/0/album_id"), album(22));
    EXPECT_REAL(met, "/rating/ratings/0/rating", 1, 0);
    EXPECT_REAL(met, "/rating/rating_history/0/rating", 4.5, 0);
    EXPECT_JSON(met, "/rating/reviews/0/content", "\"My-Review\"");
    EXPECT_JSON(met, "/rating/reviews/0/draft", "false");
    EXPECT_INT(count_at(met, "/rating/review_likes"), 1);
    EXPECT_JSON(met, "/rating/preferences", "[{\"genre\": \"Rock\", \"weight\": 0.5}]");
    EXPECT_JSON(met, "/catalog/edits", "[]");
    EXPECT(strstr(met->body, "Other-Title") == NULL &&
               strstr(met->body, other->name) == NULL,
           "something of another's is in it");
    EXPECT(strstr(met->body, "argon2") == NULL &&
               strstr(met->body, "secret_hash") == NULL,
           "secrets are in it");
    EXPECT_PROBLEM(get(EXPORT), 401, "unauthorized");
}

static void nothing(void)
{
    struct answer *met = get_as(sign_up()->token, EXPORT);

    EXPECT_STATUS(met, 200);
    EXPECT_JSON(met, "/user/content", "[]");
    EXPECT_JSON(met, "/user/collection", "[]");
    EXPECT_JSON(met, "/rating/ratings", "[]");
    EXPECT_JSON(met, "/rating/preferences", "[]");
}

static void many(void)
{
    const struct person *who = sign_up();
    struct answer *met;

    run_sql("vinylhound_rating",
            text("INSERT INTO ratings (user_id, album_id, half_stars) SELECT %" PRId64
                 ", 950000000 + seq, seq MOD 10 + 1 FROM seq_1_to_%d",
                 who->id, MANY));
    run_sql("vinylhound_rating",
            text("INSERT INTO rating_history (rating_id, user_id, album_id, half_stars, "
                 "given_at) SELECT seq, %" PRId64
                 ", 950000000 + seq, 3, UTC_TIMESTAMP(3) "
                 "FROM seq_1_to_%d",
                 who->id, MANY));
    run_sql(
        "vinylhound_user",
        text("INSERT INTO collection_items (user_id, album_id, status, title, artist, "
             "release_year, notes) SELECT %" PRId64 ", seq, 'owned', 'T', 'A', 0, "
             "REPEAT('n', 200) FROM seq_1_to_3000",
             who->id));
    met = get_as(who->token, EXPORT);
    EXPECT_STATUS(met, 200);
    EXPECT_INT(count_at(met, "/rating/ratings"), MANY);
    EXPECT_INT(count_at(met, "/rating/rating_history"), MANY);
    EXPECT_INT(count_at(met, "/user/collection"), 3000);
    EXPECT_INT(int_at(met, text("/rating/ratings/%d/album_id", MANY - 1)),
               950000000 + MANY);
    run_sql("vinylhound_rating",
            text("DELETE FROM ratings WHERE user_id = %" PRId64, who->id));
    run_sql("vinylhound_rating",
            text("DELETE FROM rating_history WHERE user_id = %" PRId64, who->id));
}

static void inside_only(void)
{
    EXPECT_STATUS(inside("/pools/rating/personal?user=1"), 401);
    EXPECT_STATUS(inside("/pools/catalog/personal?user=1"), 401);
    EXPECT_PROBLEM(get("/pools/rating/personal?user=1"), 404, "not-found");
    EXPECT_PROBLEM(
        CALL(.path = "/personal?user=1", .headers = {"Accept: application/json"}), 404,
        "not-found");
}

/* Every table with a column for a user is told of here, one way or the other: whoever
 * adds one decides where it goes when its user asks for it. */
static void no_table_forgotten(void)
{
    static const char known[] =
        /* in the export, by personal.c of each service */
        "sessions,content,collection_items,user_roles,verified_emails,mails,ratings,rating_history,reviews,"
        "dismissed_albums,burst_members,review_likes,review_reports,preferences,moderation_log,revisions,"
        /* hashes, and copies of answers that live a day */
        "idempotency_keys,mail_tokens,"
        /* made of what the user service tells, or of the ratings */
        "private_users,usernames,accounts,owned_albums,raters,";
    MYSQL *mysql = sql_open("vinylhound_user");
    MYSQL_RES *tables;
    MYSQL_ROW row;
    size_t met = 0;

    REQUIRE(mysql_query(mysql, "SELECT DISTINCT table_name FROM "
                               "information_schema.columns WHERE table_schema LIKE "
                               "'vinylhound\\_%' AND column_name IN ('user_id', "
                               "'editor_id', 'moderator_id')") == 0,
            "%s", mysql_error(mysql));
    tables = mysql_store_result(mysql);
    for (; (row = mysql_fetch_row(tables)) != NULL; met++)
        EXPECT(strstr(known, text("%s,", row[0])) != NULL,
               "the table %s belongs to users, and no export is known to hold it",
               row[0]);
    EXPECT(met > 10, "%zu tables", met);
    mysql_free_result(tables);
    sql_close(&mysql);
}

static const struct test tests[] = {
    {"GET /users/export: everything of one's own from every service, nobody else's",
     everything                                                                                 },
    {"GET /users/export: of somebody who has done nothing yet",                      nothing    },
    {"GET /users/export: 20,000 ratings with their history, 3,000 copies",           many       },
    {"GET /pools/rating/personal: for services only, not outside",                   inside_only},
    {"GET /users/export: no table that belongs to users is forgotten",
     no_table_forgotten                                                                         },
};
const struct suite export_suite = SUITE("export", tests);
