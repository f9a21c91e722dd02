/* test_privacy.c - a private user's ratings are listed to nobody else, and count. */
#include <inttypes.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define WITHIN 10 /* seconds in which the rating service hears of it */

static void become(const struct person *who, bool private)
{
    EXPECT_STATUS(put(who->token, "/api/v1/users/profile",
                      private ? "{\"private\": true}" : "{\"private\": false}"),
                  200);
}

/* How many of a user's ratings a list shows to somebody. */
static size_t shown(const struct person *to, const char *query, int64_t user_id)
{
    struct answer *answer = get_as(to == NULL ? NULL : to->token,
                                   text("/api/v1/ratings?limit=100&%s", query));
    const json_t *list = json_at(answer->json, "/ratings");
    size_t count = 0;

    EXPECT_STATUS(answer, 200);
    for (size_t i = 0; i < json_array_size(list); i++)
        count +=
            json_integer_value(json_at(json_array_get(list, i), "/user_id")) == user_id;
    return count;
}

static void hidden(void)
{
    const struct person *who = sign_up();
    const char *path = answer_header(rate(who, album(11), 1.5), "Location");
    const char *mine = text("user_id=%" PRId64, who->id);
    const char *of_album = text("album_id=%" PRId64, album(11));
    bool gone;

    REQUIRE(path != NULL, "no rating");
    EXPECT_INT((int64_t)shown(bob(), mine, who->id), 1);
    become(who, true);
    gone = UNTIL(WITHIN, get_as(bob()->token, path)->status == 404);
    EXPECT(gone, "it is still shown after %d s", WITHIN);
    EXPECT_PROBLEM(get_as(bob()->token, path), 404, "not-found");
    EXPECT_INT((int64_t)shown(bob(), mine, who->id), 0);
    EXPECT_INT((int64_t)shown(bob(), of_album, who->id), 0);
    EXPECT_INT((int64_t)shown(bob(), "min_rating=1.5&max_rating=1.5", who->id), 0);
    EXPECT_INT((int64_t)shown(NULL, text("%s&sort=rating", mine), who->id), 0);
    EXPECT_STATUS(get_as(who->token, path), 200);
    EXPECT_INT((int64_t)shown(who, mine, who->id), 1);
    EXPECT_INT((int64_t)shown(who, of_album, who->id), 1);
    /* what is hidden cannot be told from what is not there */
    EXPECT_PROBLEM(put(bob()->token, path, "{\"rating\": 5}"), 404, "not-found");
    EXPECT_PROBLEM(del(bob()->token, path), 404, "not-found");
    become(who, false);
    gone = !UNTIL(WITHIN, get_as(bob()->token, path)->status == 200);
    EXPECT(!gone, "it is still hidden after %d s", WITHIN);
}

static void counted(void)
{
    const struct person *who = sign_up();
    const char *summary = text("/api/v1/ratings/summary?album_id=%" PRId64, album(12));
    int64_t before = int_at(get_as(bob()->token, summary), "/count");
    struct answer *made;
    bool known;

    become(who, true);
    known = UNTIL(WITHIN, sql_number("vinylhound_rating",
                                     text("SELECT COUNT(*) FROM private_users WHERE "
                                          "user_id = %" PRId64,
                                          who->id)) == 1);
    EXPECT(known, "the rating service has not heard of it after %d s", WITHIN);
    made = rate(who, album(12), 4);
    EXPECT_STATUS(made, 201);
    EXPECT_INT(int_at(get_as(bob()->token, summary), "/count"), before + 1);
    EXPECT_PROBLEM(get_as(bob()->token, answer_header(made, "Location")), 404,
                   "not-found");
    EXPECT_STATUS(put(who->token, answer_header(made, "Location"), "{\"rating\": 3}"),
                  200);
    EXPECT_STATUS(del(who->token, answer_header(made, "Location")), 204);
    EXPECT_INT(int_at(get_as(bob()->token, summary), "/count"), before);
    become(who, false); /* so that later tests may count what is listed */
    known = UNTIL(WITHIN, sql_number("vinylhound_rating",
                                     text("SELECT COUNT(*) FROM private_users WHERE "
                                          "user_id = %" PRId64,
                                          who->id)) == 0);
    EXPECT(known, "still private after %d s", WITHIN);
}

static const struct test tests[] = {
    {"GET /ratings/{id}: another user's private rating is 404, and in no list", hidden },
    {"GET /ratings/summary: a private user's rating counts",                    counted},
};
const struct suite privacy_suite = SUITE("privacy", tests);
