/* test_scores.c - an album's summary follows its ratings, and a rater's weight the
 * artists they rated. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"
#include "totals.h"

#include "core/banned.h"

#define M 4.0

/* By the pool itself: the gateway keeps an answer for a second. */
static struct answer *summary(int64_t album_id)
{
    return get_as(alice()->token,
                  text("/api/v1/ratings/summary?album_id=%" PRId64, album_id));
}

static int64_t artist_of(int64_t album_id)
{
    return int_at(get(text("/api/v1/albums/%" PRId64, album_id)), "/artist_id");
}

/* Albums that nobody has rated, of as many artists; from the end of the catalogue, where
 * other tests seldom are. */
static void unrated(int64_t *out, size_t wanted)
{
    int64_t artists[64];
    size_t n = 0;

    for (size_t i = albums(); i-- > 0 && n < wanted;) {
        int64_t artist = artist_of(album(i));
        bool fresh = artist != 0 && int_at(summary(album(i)), "/count") == 0;

        for (size_t k = 0; k < n; k++)
            fresh = fresh && artists[k] != artist;
        if (!fresh)
            continue;
        artists[n] = artist;
        out[n++] = album(i);
    }
    REQUIRE(n == wanted, "only %zu albums are unrated", n);
}

/* The formula of api.md for one rating of weight w, with the C that the answer tells. */
static void expect_single(int64_t album_id, double stars, double w)
{
    struct answer *met = summary(album_id);

    EXPECT_JSON(met, "/count", "1");
    EXPECT_REAL(met, "/mean", stars, 0);
    EXPECT_REAL(met, "/weighted", (w * stars + M * real_at(met, "/prior")) / (w + M),
                1.5e-4);
}

static void nobody(void)
{
    int64_t one;
    struct answer *met;

    unrated(&one, 1);
    met = summary(one);
    EXPECT_STATUS(met, 200);
    EXPECT_INT(int_at(met, "/album_id"), one);
    EXPECT_JSON(met, "/count", "0");
    EXPECT_JSON(met, "/mean", "null");
    EXPECT_JSON(met, "/weighted", "null");
    EXPECT_JSON(met, "/interval", "null");
    EXPECT(json_is_number(json_at(met->json, "/prior")), "no prior: %s", met->body);
    EXPECT_JSON(met, "/histogram",
                "{\"0.5\":0,\"1.0\":0,\"1.5\":0,\"2.0\":0,\"2.5\":0,\"3.0\":0,\"3.5\":0,"
                "\"4.0\":0,\"4.5\":0,\"5.0\":0}");
}

static void follows(void)
{
    const struct person *one = sign_up(), *two = sign_up();
    struct answer *first, *second, *met;
    int64_t of;

    unrated(&of, 1);
    first = rate(one, of, 5);
    second = rate(two, of, 2);
    met = summary(of);
    EXPECT_JSON(met, "/count", "2");
    EXPECT_JSON(met, "/mean", "3.5");
    EXPECT_JSON(met, "/histogram/5.0", "1");
    EXPECT_JSON(met, "/histogram/2.0", "1");
    EXPECT(real_at(met, "/interval/0") <= real_at(met, "/weighted") &&
               real_at(met, "/weighted") <= real_at(met, "/interval/1") &&
               real_at(met, "/interval/0") >= 0.5 && real_at(met, "/interval/1") <= 5,
           "%s", met->body);
    EXPECT_STATUS(put(two->token, answer_header(second, "Location"), "{\"rating\": 2.5}"),
                  200);
    met = summary(of);
    EXPECT_JSON(met, "/mean", "3.75");
    EXPECT_JSON(met, "/histogram/2.0", "0");
    EXPECT_JSON(met, "/histogram/2.5", "1");
    EXPECT_STATUS(del(one->token, answer_header(first, "Location")), 204);
    met = summary(of);
    EXPECT_JSON(met, "/count", "1");
    EXPECT_JSON(met, "/mean", "2.5");
    EXPECT_STATUS(del(two->token, answer_header(second, "Location")), 204);
    EXPECT_JSON(summary(of), "/mean", "null");
}

static void weights(void)
{
    const struct person *who = sign_up();
    struct answer *second;
    int64_t of[2];

    unrated(of, 2);
    EXPECT_STATUS(rate(who, of[0], 5), 201);
    expect_single(of[0], 5, 1 / 20.0);
    second = rate(who, of[1], 1);
    EXPECT_STATUS(second, 201);
    expect_single(of[0], 5, 2 / 20.0); /* the first rating weighs more now */
    expect_single(of[1], 1, 2 / 20.0);
    EXPECT_STATUS(put(who->token, answer_header(second, "Location"), "{\"rating\": 2}"),
                  200);
    expect_single(of[0], 5, 2 / 20.0);
    expect_single(of[1], 2, 2 / 20.0);
    EXPECT_STATUS(del(who->token, answer_header(second, "Location")), 204);
    expect_single(of[0], 5, 1 / 20.0);
}

/* Another album of the same artist adds nothing to the weight. */
static void same_artist(void)
{
    const struct person *who = sign_up();
    const json_t *list = whole("albums");
    int64_t of, another = 0;

    unrated(&of, 1);
    for (size_t i = 0; i < json_array_size(list) && another == 0; i++) {
        int64_t id = json_integer_value(json_at(json_array_get(list, i), "/id"));
        int64_t artist =
            json_integer_value(json_at(json_array_get(list, i), "/artist_id"));

        for (size_t k = 0; k < i && artist != 0 && another == 0; k++)
            if (json_integer_value(json_at(json_array_get(list, k), "/artist_id")) ==
                artist) {
                EXPECT_STATUS(rate(who, id, 3), 201);
                another = json_integer_value(json_at(json_array_get(list, k), "/id"));
            }
    }
    REQUIRE(another != 0, "no artist has two albums");
    EXPECT_STATUS(rate(who, another, 3), 201);
    EXPECT_STATUS(rate(who, of, 4), 201);
    expect_single(of, 4, 2 / 20.0); /* two artists, three albums */
}

static void full_weight(void)
{
    const struct person *who = sign_up();
    int64_t of[22];

    unrated(of, 22);
    for (size_t i = 0; i < 22; i++)
        EXPECT_STATUS(rate(who, of[i], i == 0 ? 5 : 2), 201);
    expect_single(of[0], 5, 1);
    expect_single(of[21], 2, 1);
}

static void unknown_album(void)
{
    struct answer *met = summary(9007199254740991);

    EXPECT_STATUS(met, 200);
    EXPECT_JSON(met, "/count", "0");
}

static void sums_hold(void)
{
    expect_sums();
}

static const struct test tests[] = {
    {"GET /ratings/summary: an album nobody has rated",                            nobody       },
    {"GET /ratings/summary: count, mean and histogram follow every change",        follows      },
    {"GET /ratings/summary: an album there is not has no ratings",                 unknown_album},
    {"weights: a second artist rated makes the first rating weigh more, and back",
     weights                                                                                    },
    {"weights: artists count, not albums",                                         same_artist  },
    {"weights: twenty artists are full weight, more are no more",                  full_weight  },
    {"sums: after all that, they are those of the ratings",                        sums_hold    },
};
const struct suite scores_suite = SUITE("scores", tests);
