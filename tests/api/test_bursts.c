/* test_bursts.c - a campaign against an album: found as it comes, held out of the score,
 * and decided by a moderator. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "totals.h"
#include "written.h"

#include "core/banned.h"

#define RATING "vinylhound_rating"
#define BURSTS "/api/v1/moderation/bursts"
#define ATTACKERS 40

/* Everybody so far has been here for a year, and few accounts are new. */
static void grow_old(void)
{
    struct st_mysql *rating = sql_open(RATING);

    EXPECT(sql_run(rating, "INSERT IGNORE INTO accounts (user_id, registered_at) "
                           "SELECT user_id, UTC_TIMESTAMP(3) FROM raters") &&
               sql_run(rating, "UPDATE accounts SET registered_at = registered_at - "
                               "INTERVAL 1 YEAR") &&
               sql_run(rating, "UPDATE score_parameters SET new_share = 0.1"),
           "no account became older");
    sql_close(&rating);
}

static struct answer *summary(int64_t album_id)
{
    return get_as(alice()->token,
                  text("/api/v1/ratings/summary?album_id=%" PRId64, album_id));
}

static int64_t of;
static double before;
static int64_t count_before;
static const struct person *attackers[ATTACKERS];

static const char *found(void)
{
    return text(BURSTS "/%" PRId64,
                int_at(get_as(moderator()->token,
                              text(BURSTS "?state=open&album_id=%" PRId64, of)),
                       "/bursts/0/id"));
}

static void attack(void)
{
    struct answer *met;

    of = album(110);
    for (int i = 0; i < 3; i++)
        EXPECT_STATUS(rate(sign_up(), of, 3.5 + 0.5 * i), 201);
    grow_old();
    before = real_at(summary(of), "/weighted");
    count_before = int_at(summary(of), "/count");
    for (size_t i = 0; i < ATTACKERS; i++) {
        attackers[i] = sign_up();
        EXPECT_STATUS(rate(attackers[i], of, 0.5), 201);
    }
    met = get_as(moderator()->token, text(BURSTS "?album_id=%" PRId64, of));
    EXPECT_INT((int64_t)json_array_size(json_at(met->json, "/bursts")), 1);
    EXPECT_TEXT(text_at(met, "/bursts/0/direction"), "low");
    EXPECT_TEXT(text_at(met, "/bursts/0/state"), "open");
    EXPECT_INT(int_at(met, "/bursts/0/ratings"), ATTACKERS);
    EXPECT_REAL(summary(of), "/weighted", before, 1e-4);
    EXPECT_INT(int_at(summary(of), "/count"), count_before);
    expect_sums();
}

/* Who is held may change their mind, or try again: it counts for nothing. */
static void evasion(void)
{
    const struct person *who = attackers[0];
    struct answer *mine =
        get_as(who->token, text("/api/v1/ratings?user_id=%" PRId64 "&album_id=%" PRId64,
                                who->id, of));
    const char *path = text("/api/v1/ratings/%" PRId64, int_at(mine, "/ratings/0/id"));

    EXPECT_JSON(mine, "/ratings/0/rating", "0.5");
    EXPECT_STATUS(put(who->token, path, "{\"rating\": 1}"), 200);
    EXPECT_REAL(summary(of), "/weighted", before, 1e-4);
    EXPECT_STATUS(del(who->token, path), 204);
    EXPECT_STATUS(rate(who, of, 0.5), 201);
    EXPECT_REAL(summary(of), "/weighted", before, 1e-4);
    expect_sums();
}

static void decided(void)
{
    const char *path = found();
    struct answer *met = get_as(moderator()->token, path), *now;
    const char *acts;

    EXPECT_STATUS(met, 200);
    EXPECT_INT(int_at(met, "/score_without/count"), count_before);
    EXPECT_INT(int_at(met, "/score_with/count"), count_before + ATTACKERS);
    EXPECT_REAL(met, "/score_without/weighted", before, 1e-4);
    EXPECT(real_at(met, "/score_with/weighted") < before - 0.05, "%s", met->body);
    now = put(moderator()->token, path,
              "{\"decision\": \"release\", \"reason\": \"It was a concert.\"}");
    EXPECT_STATUS(now, 200);
    EXPECT_TEXT(text_at(now, "/state"), "released");
    EXPECT_INT(int_at(summary(of), "/count"), count_before + ATTACKERS);
    EXPECT_REAL(summary(of), "/weighted", real_at(met, "/score_with/weighted"), 1e-4);
    EXPECT_INT(int_at(now, "/score_without/count"), count_before);
    expect_sums();
    EXPECT_PROBLEM(CALL(.method = "PUT", .path = path, .token = moderator()->token,
                        .body = "{\"decision\": \"drop\", \"reason\": \"R\"}",
                        .headers = {text("If-Match: %s", answer_header(met, "ETag"))}),
                   412, "stale");
    now = put(moderator()->token, path,
              "{\"decision\": \"drop\", \"reason\": \"There was none.\"}");
    EXPECT_TEXT(text_at(now, "/state"), "dropped");
    EXPECT_REAL(summary(of), "/weighted", before, 1e-4);
    expect_sums();
    acts = text("/api/v1/moderation/acts?subject_id=%" PRId64, int_at(now, "/id"));
    EXPECT_TEXT(text_at(get_as(moderator()->token, text("%s&act=burst.released", acts)),
                        "/acts/0/reason"),
                "It was a concert.");
    EXPECT_TEXT(text_at(get_as(moderator()->token, text("%s&act=burst.dropped", acts)),
                        "/acts/0/reason"),
                "There was none.");
}

static void refused(void)
{
    const char *path = text(BURSTS "/%d", 1);

    EXPECT_PROBLEM(get(BURSTS), 401, "unauthorized");
    EXPECT_PROBLEM(get_as(bob()->token, BURSTS), 403, "forbidden");
    EXPECT_PROBLEM(get_as(moderator()->token, BURSTS "?state=closed"), 400,
                   "bad-parameter");
    EXPECT_PROBLEM(get_as(moderator()->token, BURSTS "/9007199254740991"), 404,
                   "not-found");
    EXPECT_WRONG(
        put(moderator()->token, path, "{\"decision\": \"keep\", \"reason\": \"R\"}"),
        "decision", "choice");
    EXPECT_WRONG(put(moderator()->token, path, "{\"decision\": \"drop\"}"), "reason",
                 "required");
}

/* As many who have been here for long, in the same hour, are a matter of taste. */
static void fans(void)
{
    int64_t loved = album(111);
    const struct person *people[30];

    for (size_t i = 0; i < 30; i++)
        people[i] = attackers[i];
    for (size_t i = 0; i < 30; i++)
        EXPECT_STATUS(rate(people[i], album(112), 3), 201);
    grow_old();
    for (size_t i = 0; i < 30; i++)
        EXPECT_STATUS(rate(people[i], loved, 5), 201);
    EXPECT_JSON(get_as(moderator()->token, text(BURSTS "?album_id=%" PRId64, loved)),
                "/bursts", "[]");
}

static const struct test tests[] = {
    {"bursts: forty new accounts of one mind are held, the score stays",            attack },
    {"bursts: a held rating that is changed or given anew is held",                 evasion},
    {"PUT /moderation/bursts/{id}: the score with and without; release, drop, why",
     decided                                                                               },
    {"bursts: accounts that are not new are no burst",                              fans   },
    {"GET, PUT /moderation/bursts: who may, and what is wrong",                     refused},
};
const struct suite bursts_suite = SUITE("bursts", tests);
