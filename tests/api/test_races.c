/* test_races.c - the same thing done twice at once. */
#include <inttypes.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "totals.h"

#include "core/banned.h"

#define PAIRS 120
#define PAIRS_MOST 1000
#define PAIRS_EACH 100 /* by one rater */
#define BUSY 4         /* threads that change ratings */
#define CHANGES 60     /* by each of them */

/* Two threads that do the same for each of `count` things, beginning together each time.
 */
struct pair {
    pthread_barrier_t barrier;
    struct answer *(*act)(size_t n);
    size_t count;
    struct answer *answers[2][PAIRS_MOST];
};

struct half {
    struct pair *pair;
    int side;
};

static void *act(void *argument)
{
    const struct half *half = argument;

    for (size_t n = 0; n < half->pair->count; n++) {
        pthread_barrier_wait(&half->pair->barrier);
        half->pair->answers[half->side][n] = half->pair->act(n);
    }
    return NULL;
}

static void act_twice(struct pair *pair, size_t count, struct answer *(*each)(size_t n))
{
    struct half halves[2] = {
        {pair, 0},
        {pair, 1}
    };
    pthread_t threads[2];

    memset(pair, 0, sizeof *pair);
    pair->act = each;
    pair->count = count;
    pthread_barrier_init(&pair->barrier, NULL, 2);
    for (int i = 0; i < 2; i++)
        REQUIRE(pthread_create(&threads[i], NULL, act, &halves[i]) == 0, "no thread");
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    pthread_barrier_destroy(&pair->barrier);
}

static struct pair pair;
static const struct person *rater;

static const struct person *raters[PAIRS_MOST / PAIRS_EACH + 1];

static struct answer *rate_nth(size_t n)
{
    return rate(raters[n / PAIRS_EACH], album(n % PAIRS_EACH),
                0.5 + (double)(n % 10) / 2);
}

/* PAIRS says how often. */
static void double_post(void)
{
    const char *wanted = getenv("PAIRS");
    size_t pairs = wanted == NULL ? PAIRS : strtoul(wanted, NULL, 10);

    REQUIRE(pairs <= PAIRS_MOST, "there is room for %d", PAIRS_MOST);
    albums(); /* looked up before threads do */
    for (size_t i = 0; i <= pairs / PAIRS_EACH; i++)
        raters[i] = sign_up();
    act_twice(&pair, pairs, rate_nth);
    for (size_t n = 0; n < pairs; n++) {
        const struct answer *one = pair.answers[0][n], *two = pair.answers[1][n];
        const struct answer *made = one->status == 201 ? one : two;
        const struct answer *refused = made == one ? two : one;

        EXPECT_STATUS(made, 201);
        EXPECT_PROBLEM(refused, 409, "conflict");
        EXPECT_HEADER(refused, "Location", answer_header(made, "Location"));
    }
    EXPECT_INT(sql_number("vinylhound_rating",
                          text("SELECT COUNT(*) FROM ratings WHERE user_id BETWEEN "
                               "%" PRId64 " AND %" PRId64,
                               raters[0]->id, raters[pairs / PAIRS_EACH]->id)),
               (int64_t)pairs);
    expect_sums();
}

static struct answer *rate_nth_by_key(size_t n)
{
    return CALL(.path = "/api/v1/ratings", .token = rater->token,
                .body = text("{\"album_id\": %" PRId64 ", \"rating\": 3}", album(n)),
                .headers = {text("Idempotency-Key: race-number-%zu", n)});
}

static void double_post_by_key(void)
{
    rater = sign_up();
    act_twice(&pair, 40, rate_nth_by_key);
    for (size_t n = 0; n < 40; n++) {
        EXPECT_STATUS(pair.answers[0][n], 201);
        EXPECT_STATUS(pair.answers[1][n], 201);
        EXPECT_TEXT(pair.answers[0][n]->body, pair.answers[1][n]->body);
    }
    EXPECT_INT(sql_number("vinylhound_rating",
                          text("SELECT COUNT(*) FROM ratings WHERE user_id = %" PRId64,
                               rater->id)),
               40);
}

static char names[8][40];

static struct answer *sign_up_nth(size_t n)
{
    return post(NULL, "/api/v1/auth/signup",
                text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", names[n]));
}

static void same_name(void)
{
    for (size_t n = 0; n < 8; n++)
        snprintf(names[n], sizeof names[n], "%s", fresh_name());
    act_twice(&pair, 8, sign_up_nth);
    for (size_t n = 0; n < 8; n++) {
        EXPECT_INT(pair.answers[0][n]->status + pair.answers[1][n]->status, 201 + 409);
        EXPECT_INT(sql_number("vinylhound_user",
                              text("SELECT COUNT(*) FROM users WHERE username = '%s'",
                                   names[n])),
                   1);
    }
}

static struct person *visitors[8];

static struct answer *refresh_nth(size_t n)
{
    return CALL(.method = "POST", .path = "/api/v1/auth/refresh",
                .headers = {text("Cookie: %s", visitors[n]->cookie)});
}

/* Two tabs that wake together: both go on, and one of them has the cookie. */
static void two_tabs(void)
{
    for (size_t n = 0; n < 8; n++)
        visitors[n] = sign_up();
    act_twice(&pair, 8, refresh_nth);
    for (size_t n = 0; n < 8; n++) {
        const char *one = cookie_of(pair.answers[0][n]),
                   *two = cookie_of(pair.answers[1][n]);

        EXPECT_STATUS(pair.answers[0][n], 200);
        EXPECT_STATUS(pair.answers[1][n], 200);
        EXPECT((one == NULL) != (two == NULL), "cookies: %s and %s", one, two);
        EXPECT_STATUS(CALL(.method = "POST", .path = "/api/v1/auth/refresh",
                           .headers = {text("Cookie: %s", one == NULL ? two : one)}),
                      200);
    }
}

/* A thread that rates, changes and takes back the same few albums as all the others. */
struct changer {
    pthread_t thread;
    const struct person *who;
    unsigned seed;
    long wrong; /* the last status that should have been another, 0 if none */
};

static void change_one(struct changer *changer, char paths[][64], size_t of)
{
    double stars = 0.5 + (double)(rand_r(&changer->seed) % 10) / 2;
    struct answer *answer;

    if (paths[of][0] == '\0') {
        answer = rate(changer->who, album(30 + of), stars);
        snprintf(paths[of], 64, "%s", answer_header(answer, "Location"));
        changer->wrong = answer->status != 201 ? answer->status : changer->wrong;
    } else if (rand_r(&changer->seed) % 3 == 0) {
        answer = del(changer->who->token, paths[of]);
        changer->wrong = answer->status != 204 ? answer->status : changer->wrong;
        paths[of][0] = '\0';
    } else {
        answer = put(changer->who->token, paths[of], text("{\"rating\": %.1f}", stars));
        changer->wrong = answer->status != 200 ? answer->status : changer->wrong;
    }
}

static void *change(void *argument)
{
    struct changer *changer = argument;
    char paths[6][64] = {""};

    for (int i = 0; i < CHANGES; i++)
        change_one(changer, paths, (size_t)rand_r(&changer->seed) % 6);
    return NULL;
}

static void random_changes(void)
{
    struct changer changers[BUSY];

    albums();
    for (unsigned i = 0; i < BUSY; i++)
        changers[i] = (struct changer){.who = sign_up(), .seed = i + 1};
    for (int i = 0; i < BUSY; i++)
        REQUIRE(pthread_create(&changers[i].thread, NULL, change, &changers[i]) == 0,
                "no thread");
    for (int i = 0; i < BUSY; i++) {
        pthread_join(changers[i].thread, NULL);
        EXPECT_INT(changers[i].wrong, 0);
    }
    expect_sums();
}

static const struct test tests[] = {
    {"races: many times two posts of one rating: one 201, one 409, sums right",
     double_post                                                                                 },
    {"races: two posts by one Idempotency-Key: one rating, the same answer twice",
     double_post_by_key                                                                          },
    {"races: two sign up by one name: one 201, one 409",                           same_name     },
    {"races: two refreshes by one cookie: both 200, one new cookie",               two_tabs      },
    {"races: 240 changes by four at once of the same albums: sums right",          random_changes},
};
const struct suite races_suite = SUITE("races", tests);
