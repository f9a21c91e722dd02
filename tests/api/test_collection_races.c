/* test_collection_races.c - copies added and changed twice at once. */
#include <inttypes.h>
#include <pthread.h>
#include <string.h>

#include "api.h"
#include "copies.h"
#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

#define ROUNDS 20

/* What two threads do at once, with one for each. */
struct both {
    pthread_barrier_t barrier;
    struct answer *(*act)(size_t side);
    struct answer *answers[2];
};

struct side {
    struct both *both;
    size_t number;
};

static const struct person *who;
static const char *path, *tag, *key;

static void *act(void *argument)
{
    const struct side *side = argument;

    pthread_barrier_wait(&side->both->barrier);
    side->both->answers[side->number] = side->both->act(side->number);
    return NULL;
}

static void do_both(struct both *both, struct answer *(*each)(size_t side))
{
    struct side sides[2] = {
        {both, 0},
        {both, 1}
    };
    pthread_t threads[2];

    both->act = each;
    pthread_barrier_init(&both->barrier, NULL, 2);
    for (size_t i = 0; i < 2; i++)
        REQUIRE(pthread_create(&threads[i], NULL, act, &sides[i]) == 0, "no thread");
    for (size_t i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    pthread_barrier_destroy(&both->barrier);
}

static struct answer *add_by_key(size_t side)
{
    (void)side;
    return CALL(.path = COLLECTION, .token = who->token,
                .body =
                    text("{\"album_id\": %" PRId64 ", \"status\": \"owned\"}", album(4)),
                .headers = {text("Idempotency-Key: %s", key)});
}

static void added_by_key(void)
{
    struct both both = {0};

    who = sign_up();
    album(4); /* looked up before threads do */
    for (size_t n = 0; n < ROUNDS; n++) {
        key = text("twice-at-once-%zu", n);
        do_both(&both, add_by_key);
        EXPECT_STATUS(both.answers[0], 201);
        EXPECT_STATUS(both.answers[1], 201);
        EXPECT_TEXT(both.answers[0]->body, both.answers[1]->body);
    }
    EXPECT_INT(copies_of(who), ROUNDS);
}

static struct answer *change(size_t side)
{
    return CALL(.method = "PUT", .path = path, .token = who->token,
                .body = text("{\"album_id\": %" PRId64
                             ", \"status\": \"owned\", \"notes\": \"%zu\"}",
                             album(4), side),
                .headers = {text("If-Match: %s", tag)});
}

/* Both have read the same: one is changed, the other is told that it was. */
static void changed(void)
{
    struct answer *made;
    struct both both = {0};

    who = sign_up();
    made = add_copy(who, album(4), "\"status\": \"owned\"");
    path = answer_header(made, "Location");
    for (size_t n = 0; n < ROUNDS; n++) {
        size_t winner;

        tag = answer_header(get_as(who->token, path), "ETag");
        do_both(&both, change);
        winner = both.answers[0]->status == 200 ? 0 : 1;
        EXPECT_STATUS(both.answers[winner], 200);
        EXPECT_STATUS(both.answers[1 - winner], 412);
        EXPECT_TEXT(get_as(who->token, path)->body, both.answers[winner]->body);
    }
}

static struct answer *add_plainly(size_t side)
{
    return add_copy(who, album(4),
                    side == 0 ? "\"status\": \"owned\"" : "\"status\": \"wanted\"");
}

/* What is told last is what there is. */
static void told(void)
{
    struct both both = {0};

    who = sign_up();
    for (int64_t n = 1; n <= ROUNDS; n++) {
        do_both(&both, add_plainly);
        EXPECT_STATUS(both.answers[0], 201);
        EXPECT_STATUS(both.answers[1], 201);
        EXPECT_TEXT(last_told(who), text("%" PRId64 " owned %" PRId64 " wanted %" PRId64,
                                         album(4), n, n));
    }
}

static const struct test tests[] = {
    {"collection races: two posts by one Idempotency-Key: one copy, the same answer twice",
     added_by_key                                                                                  },
    {"collection races: two changes of what both have read: one 200, one 412",              changed},
    {"collection races: two copies added at once: the last event tells of both",            told   },
};
const struct suite collection_races_suite = SUITE("collection races", tests);
