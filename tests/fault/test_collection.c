/* test_collection.c - what collections and exports do while the catalogue is away. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "fault.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define COLLECTION "/api/v1/users/collection"
#define WITHIN 2.0 /* seconds an answer may take */

static int stack(const char *words)
{
    const char *source = getenv("VH_SRC");

    return system(text("'%s/tools/stack' %s >>'%s' 2>&1", source == NULL ? "." : source,
                       words, run_path("log/test-stack.log")));
}

static struct answer *add(const struct person *who, int64_t album_id, const char *more)
{
    return post(
        who->token, COLLECTION,
        text("{\"album_id\": %" PRId64 ", \"status\": \"owned\"%s}", album_id, more));
}

static void expect_quick(const struct answer *answer, long status)
{
    EXPECT_STATUS(answer, status);
    EXPECT(answer->seconds < WITHIN, "%s %s took %.2f s", answer->method, answer->path,
           answer->seconds);
}

static void catalogue_away(void)
{
    const struct person *who = sign_up();
    int64_t known = album(1), unknown = album(2);
    struct answer *made = add(who, known, ""), *shown;
    struct st_mysql *users = sql_open("vinylhound_user");

    EXPECT_STATUS(made, 201);
    EXPECT_STATUS(get_as(who->token, "/api/v1/users/export"), 200);
    EXPECT(sql_run(users,
                   text("DELETE FROM known_albums WHERE album_id = %" PRId64, unknown)) &&
               sql_run(users, text("UPDATE known_albums SET stale = 1 WHERE album_id = "
                                   "%" PRId64,
                                   known)),
           "not prepared");
    sql_close(&users);
    REQUIRE(stack("stop catalog-service") == 0, "the catalogue cannot be stopped");
    shown = get_as(who->token, COLLECTION);
    expect_quick(shown, 200);
    EXPECT_TEXT(text_at(shown, "/items/0/album/title"), text_at(made, "/album/title"));
    expect_quick(get_as(who->token, COLLECTION "?q=a&sort=artist"), 200);
    expect_quick(get_as(who->token, COLLECTION "/stats"), 200);
    expect_quick(add(who, known, ", \"notes\": \"another\""), 201);
    expect_quick(put(who->token, answer_header(made, "Location"),
                     text("{\"album_id\": %" PRId64 ", \"status\": \"sold\"}", known)),
                 200);
    EXPECT_PROBLEM(add(who, unknown, ""), 503, "unavailable");
    EXPECT_PROBLEM(add(who, known, ", \"release_id\": 1"), 503, "unavailable");
    EXPECT_PROBLEM(get_as(who->token, "/api/v1/users/export"), 503, "unavailable");
    REQUIRE(stack("start catalog-service") == 0, "the catalogue cannot be started");
    EXPECT(UNTIL(30, add(who, unknown, "")->status == 201),
           "an album of the catalogue is unknown although it is back");
    EXPECT(UNTIL(30, get_as(who->token, "/api/v1/users/export")->status == 200),
           "no export although the catalogue is back");
}

static const struct test tests[] = {
    {"the catalogue stopped: collections are listed and known albums added; unknown ones and "
     "exports are 503; back: all is well", catalogue_away},
};
const struct suite collection_suite = SUITE("collection", tests);
