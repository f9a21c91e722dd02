/* test_removal.c - accounts and albums that go, and albums that become another: what
 * stays of ratings and reviews. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "totals.h"
#include "written.h"

#include "core/banned.h"

#define WITHIN 15 /* seconds in which the rating service hears of it */
#define USER "vinylhound_user"
#define CATALOG "vinylhound_catalog"
#define RATING "vinylhound_rating"

static int64_t rows_of(const char *table, const struct person *who)
{
    return sql_number(
        RATING, text("SELECT COUNT(*) FROM %s WHERE user_id = %" PRId64, table, who->id));
}

static int64_t count_of(int64_t album_id)
{
    return int_at(get_as(alice()->token,
                         text("/api/v1/ratings/summary?album_id=%" PRId64, album_id)),
                  "/count");
}

/* Somebody of whom there is a trace in every table. */
static const struct person *busy(int64_t first, int64_t second, const char *other_review)
{
    const struct person *who = sign_up();
    bool known;

    EXPECT_STATUS(rate(who, first, 4), 201);
    EXPECT_STATUS(rate(who, second, 2), 201);
    EXPECT_STATUS(
        put(who->token,
            text("/api/v1/ratings/%" PRId64,
                 int_at(get_as(who->token, text("/api/v1/ratings?user_id=%" PRId64
                                                "&album_id=%" PRId64,
                                                who->id, first)),
                        "/ratings/0/id")),
            "{\"rating\": 5}"),
        200);
    EXPECT_STATUS(review(who, first, "T", "C"), 201);
    EXPECT_STATUS(put(who->token, text("%s/like", other_review), NULL), 204);
    EXPECT_STATUS(
        post(who->token, text("%s/reports", other_review), "{\"reason\": \"R\"}"), 201);
    EXPECT_STATUS(put(who->token, "/api/v1/preferences",
                      "{\"preferences\": [{\"genre\": \"Rock\", \"weight\": 1}]}"),
                  200);
    known = UNTIL(WITHIN, rows_of("accounts", who) == 1);
    EXPECT(known, "the account is not known after %d s", WITHIN);
    return who;
}

static void expect_nothing_of(const struct person *who)
{
    static const char *const tables[] = {
        "ratings",   "rating_history", "raters",   "review_likes", "preferences",
        "usernames", "review_reports", "accounts", "owned_albums"};

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        EXPECT(rows_of(tables[i], who) == 0, "%s holds rows of the user", tables[i]);
}

static void account_gone(void)
{
    const char *liked = written_path(review(sign_up(), album(30), "T", "C"));
    int64_t before = count_of(album(31));
    const struct person *who = busy(album(31), album(32), liked);
    bool gone;

    EXPECT_JSON(get_as(bob()->token, liked), "/likes", "1");
    EXPECT(
        tell(USER, "collection.changed", who->id,
             text("{\"album_id\": %" PRId64 ", \"owned\": 2, \"wanted\": 0}", album(33))),
        "no event");
    gone = UNTIL(WITHIN, rows_of("owned_albums", who) == 1);
    EXPECT(gone, "what is owned is not known");
    EXPECT(tell(USER, "user.deleted", who->id, "{\"keep_reviews\": false}"), "no event");
    gone = UNTIL(WITHIN, rows_of("accounts", who) == 0);
    EXPECT(gone, "the account is still there after %d s", WITHIN);
    expect_nothing_of(who);
    EXPECT_INT(rows_of("reviews", who), 0);
    EXPECT_JSON(get_as(bob()->token, liked), "/likes", "0");
    EXPECT_INT(count_of(album(31)), before);
    expect_sums();
}

static void reviews_kept(void)
{
    const char *liked = written_path(review(sign_up(), album(34), "T", "C"));
    const struct person *who = busy(album(35), album(36), liked);
    struct answer *draft = post(who->token, "/api/v1/reviews",
                                text("{\"album_id\": %" PRId64 ", \"title\": \"T\", "
                                     "\"content\": \"C\", \"draft\": true}",
                                     album(37)));
    struct answer *met;
    bool gone;

    EXPECT_STATUS(draft, 201);
    EXPECT(tell(USER, "user.deleted", who->id, "{\"keep_reviews\": true}"), "no event");
    gone = UNTIL(WITHIN, rows_of("accounts", who) == 0);
    EXPECT(gone, "the account is still there after %d s", WITHIN);
    expect_nothing_of(who);
    met = get_as(bob()->token, text("/api/v1/reviews?user_id=%" PRId64, who->id));
    EXPECT_INT((int64_t)json_array_size(json_at(met->json, "/reviews")), 1);
    EXPECT_JSON(met, "/reviews/0/username", "null");
    EXPECT_JSON(met, "/reviews/0/rating", "null");
    EXPECT_INT(rows_of("reviews", who), 1); /* drafts are nobody else's */
    expect_sums();
}

/* An album that only the rating service knows, so that no other test rates it. */
static int64_t made_up(void)
{
    static int64_t last = 910000000;
    bool known;

    last++;
    EXPECT(tell(CATALOG, "album.created", last,
                text("{\"artist_id\": %" PRId64 ", \"release_year\": 1999, "
                     "\"genres\": [\"Rock\"]}",
                     last)),
           "no event");
    known = UNTIL(WITHIN, sql_number(RATING, text("SELECT COUNT(*) FROM known_albums "
                                                  "WHERE album_id = %" PRId64,
                                                  last)) == 1);
    REQUIRE(known, "album %" PRId64 " is not known", last);
    return last;
}

static bool forgotten(int64_t album_id)
{
    return UNTIL(WITHIN, sql_number(RATING, text("SELECT COUNT(*) FROM known_albums "
                                                 "WHERE album_id = %" PRId64,
                                                 album_id)) == 0);
}

static void album_gone(void)
{
    const struct person *one = sign_up(), *two = sign_up();
    int64_t of = made_up();
    const char *path = answer_header(rate(one, of, 4), "Location");
    struct answer *written = review(two, of, "T", "C");

    EXPECT_STATUS(rate(two, of, 1), 201);
    EXPECT(tell(CATALOG, "album.deleted", of, "{}"), "no event");
    EXPECT(forgotten(of), "the album is still known after %d s", WITHIN);
    EXPECT_PROBLEM(get_as(one->token, path), 404, "not-found");
    EXPECT_JSON(get_as(one->token, text("%s/history", path)), "/history/0/rating", "4.0");
    EXPECT_PROBLEM(get_as(two->token, written_path(written)), 404, "not-found");
    EXPECT_INT(count_of(of), 0);
    EXPECT_WRONG(rate(sign_up(), of, 3), "album_id", "unknown");
    expect_sums();
}

static void album_merged(void)
{
    const struct person *only = sign_up(), *newer = sign_up(), *older = sign_up();
    int64_t from = made_up(), into = made_up();
    const char *moved = answer_header(rate(only, from, 4), "Location");
    const char *kept, *of;
    struct answer *written = review(only, from, "T", "C");

    EXPECT_STATUS(rate(newer, into, 1), 201);
    kept = answer_header(rate(newer, from, 5), "Location"); /* of the album that goes */
    EXPECT_STATUS(rate(older, from, 2), 201);
    EXPECT_STATUS(rate(older, into, 3), 201);
    EXPECT_STATUS(review(older, from, "T", "The older."), 201);
    of = written_path(review(older, into, "T", "The newer."));
    EXPECT(tell(CATALOG, "album.merged", from, text("{\"into\": %" PRId64 "}", into)),
           "no event");
    EXPECT(forgotten(from), "the album is still known after %d s", WITHIN);
    EXPECT_INT(int_at(get_as(only->token, moved), "/album_id"), into);
    EXPECT_JSON(get_as(newer->token, kept), "/rating", "5.0");
    EXPECT_JSON(get_as(newer->token, text("%s/history", kept)), "/history/0/rating",
                "1.0");
    EXPECT_INT(count_of(into), 3);
    EXPECT_INT(count_of(from), 0);
    EXPECT_INT(int_at(get_as(only->token, written_path(written)), "/album_id"), into);
    EXPECT_TEXT(text_at(get_as(older->token, of), "/content"), "The newer.");
    EXPECT_TEXT(
        text_at(get_as(older->token, text("%s/history", of)), "/history/0/content"),
        "The older.");
    expect_sums();
    /* told again, as after a replay, it changes nothing; the album after it tells when */
    EXPECT(tell(CATALOG, "album.merged", from, text("{\"into\": %" PRId64 "}", into)),
           "no event");
    made_up();
    EXPECT_INT(count_of(into), 3);
    expect_sums();
    EXPECT(tell(CATALOG, "album.deleted", into, "{}") && forgotten(into),
           "the album is still known"); /* so that charts hold what the catalogue does */
}

/* A merge does not make a rating any newer. */
static void merged_again(void)
{
    const struct person *who = sign_up();
    int64_t first = made_up(), second = made_up(), into = made_up();
    const char *last;

    EXPECT_STATUS(rate(who, into, 1), 201);
    EXPECT_STATUS(rate(who, first, 2), 201);
    last = answer_header(rate(who, second, 3), "Location");
    EXPECT(tell(CATALOG, "album.merged", first, text("{\"into\": %" PRId64 "}", into)) &&
               forgotten(first),
           "the first album is still known");
    EXPECT(tell(CATALOG, "album.merged", second, text("{\"into\": %" PRId64 "}", into)) &&
               forgotten(second),
           "the second album is still known");
    EXPECT_JSON(get_as(who->token, last), "/rating", "3.0");
    EXPECT_INT(int_at(get_as(who->token, last), "/album_id"), into);
    EXPECT_INT(count_of(into), 1);
    expect_sums();
    EXPECT(tell(CATALOG, "album.deleted", into, "{}") && forgotten(into),
           "the album is still known");
}

static const struct test tests[] = {
    {"user.deleted: nothing is left of the user, and all sums are right", account_gone},
    {"user.deleted: reviews that are to stay do, without a name",         reviews_kept},
    {"album.deleted: its ratings go into history, its reviews go",        album_gone  },
    {"album.merged: ratings and reviews move; of two the newer stays",    album_merged},
    {"album.merged: of three ratings the last given stays",               merged_again},
};
const struct suite removal_suite = SUITE("removal", tests);
