/* test_reviews.c - what users write of albums: who sees it, who changes it, and how. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"
#include "written.h"

#include "core/banned.h"

#define REVIEWS "/api/v1/reviews"
#define WITHIN 10 /* seconds in which the rating service hears of a private user */

static void created(void)
{
    const struct person *who = sign_up();
    struct answer *made = review(who, album(0), "A title", "Two lines.\nAnd a <b>.");

    EXPECT_STATUS(made, 201);
    EXPECT_INT((int64_t)json_object_size(made->json), 14);
    EXPECT_INT(int_at(made, "/user_id"), who->id);
    EXPECT_TEXT(text_at(made, "/username"), who->name);
    EXPECT_INT(int_at(made, "/album_id"), album(0));
    EXPECT_TEXT(text_at(made, "/title"), "A title");
    EXPECT_TEXT(text_at(made, "/content"), "Two lines.\nAnd a <b>.");
    EXPECT_JSON(made, "/rating", "null");
    EXPECT_JSON(made, "/likes", "0");
    EXPECT_JSON(made, "/hidden", "false");
    EXPECT_JSON(made, "/draft", "false");
    EXPECT_JSON(made, "/version", "1");
    EXPECT_TEXT(written_path(made), text(REVIEWS "/%" PRId64, int_at(made, "/id")));
    EXPECT(json_equal(get(written_path(made))->json, made->json) == 1,
           "another is shown");
}

/* What looks like markup, quotes, another script, a surrogate pair, the longest there may
 * be: it comes back as it was sent. */
static void as_it_is(void)
{
    static const char *const contents[] = {
        "<script>alert(1)</script> &amp; **bold** [x](javascript:y)",
        "\xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x8e\xb5 \"quoted\" 'it' \\ / tab\tend\r\n",
        "'; DROP TABLE reviews; --",
    };
    const struct person *who = sign_up();
    char *longest = text("%80000s", "");

    for (size_t i = 0; i < sizeof contents / sizeof *contents; i++) {
        struct answer *made = review(who, album(i), "T", contents[i]);

        EXPECT_STATUS(made, 201);
        EXPECT_TEXT(text_at(made, "/content"), contents[i]);
        EXPECT_TEXT(text_at(get(written_path(made)), "/content"), contents[i]);
    }
    for (size_t i = 0; i < 20000; i++)
        memcpy(longest + 4 * i, "\xf0\x9f\x8e\xb5", 4);
    EXPECT_STATUS(review(who, album(5), "T", longest), 201);
    EXPECT_WRONG(review(who, album(6), "T", text("%sx", longest)), "content", "length");
}

static void refused(void)
{
    static const struct {
        const char *members, *field, *code;
    } cases[] = {
        {"\"title\": \"T\", \"content\": \"C\"",                                    "album_id", "required"},
        {"\"album_id\": 1, \"content\": \"C\"",                                     "title",    "required"},
        {"\"album_id\": 1, \"title\": \"T\"",                                       "content",  "required"},
        {"\"album_id\": 1, \"title\": \"\", \"content\": \"C\"",                    "title",    "length"  },
        {"\"album_id\": 1, \"title\": \"T\", \"content\": \"\"",                    "content",  "length"  },
        {"\"album_id\": 1, \"title\": \"T\", \"content\": \"a\\u0007b\"",           "content",
         "characters"                                                                                     },
        {"\"album_id\": 1, \"title\": \"T\", \"content\": \"a\\u0000b\"",           "content",
         "characters"                                                                                     },
        {"\"album_id\": 1, \"title\": \"T\", \"content\": 7",                       "content",  "type"    },
        {"\"album_id\": 1, \"title\": \"T\", \"content\": \"C\", \"rating\": 7",    "rating",
         "range"                                                                                          },
        {"\"album_id\": 1, \"title\": \"T\", \"content\": \"C\", \"hidden\": true",
         "hidden",                                                                              "unknown" },
        {"\"album_id\": 1, \"title\": \"T\", \"content\": \"C\", \"likes\": 9",     "likes",
         "unknown"                                                                                        },
        {"\"album_id\": 9007199254740991, \"title\": \"T\", \"content\": \"C\"",
         "album_id",                                                                            "unknown" },
    };
    const struct person *who = sign_up();

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        EXPECT_WRONG(post(who->token, REVIEWS, text("{%s}", cases[i].members)),
                     cases[i].field, cases[i].code);
    EXPECT_PROBLEM(review(NULL, album(0), "T", "C"), 401, "unauthorized");
    EXPECT_JSON(get_as(who->token, text(REVIEWS "?user_id=%" PRId64, who->id)),
                "/reviews", "[]");
}

static void conflict(void)
{
    const struct person *who = sign_up();
    struct answer *made = review(who, album(1), "T", "C"), *again;

    again = review(who, album(1), "U", "D");
    EXPECT_PROBLEM(again, 409, "conflict");
    EXPECT_TEXT(answer_header(again, "Location"), written_path(made));
    EXPECT_STATUS(review(bob(), album(1), "T", "C"), 201);
}

static void by_key(void)
{
    const struct person *who = sign_up();
    const char *body = text(
        "{\"album_id\": %" PRId64 ", \"title\": \"T\", \"content\": \"C\"}", album(2));
    const struct call call = {.path = REVIEWS,
                              .token = who->token,
                              .body = body,
                              .headers = {"Idempotency-Key: review-by-key"}};
    struct answer *first = http(&call), *again = http(&call);

    EXPECT_STATUS(first, 201);
    EXPECT_STATUS(again, 201);
    EXPECT_TEXT(again->body, first->body);
}

/* The rating shown is the author's, however it was given. */
static void rated(void)
{
    const struct person *who = sign_up();
    struct answer *made = post(who->token, REVIEWS,
                               text("{\"album_id\": %" PRId64 ", \"title\": \"T\", "
                                    "\"content\": \"C\", \"rating\": 4.5}",
                                    album(3)));
    struct answer *rating =
        get_as(who->token, text("/api/v1/ratings?user_id=%" PRId64, who->id));

    EXPECT_STATUS(made, 201);
    EXPECT_JSON(made, "/rating", "4.5");
    EXPECT_JSON(rating, "/ratings/0/rating", "4.5");
    EXPECT_STATUS(put(who->token,
                      text("/api/v1/ratings/%" PRId64, int_at(rating, "/ratings/0/id")),
                      "{\"rating\": 2}"),
                  200);
    EXPECT_JSON(get_as(who->token, written_path(made)), "/rating", "2.0");
    made = put(who->token, written_path(made),
               "{\"title\": \"T\", \"content\": \"C\", \"rating\": 3}");
    EXPECT_JSON(made, "/rating", "3.0");
    EXPECT_STATUS(del(who->token,
                      text("/api/v1/ratings/%" PRId64, int_at(rating, "/ratings/0/id"))),
                  204);
    EXPECT_JSON(get_as(who->token, text(REVIEWS "/%" PRId64, int_at(made, "/id"))),
                "/rating", "null");
}

static void changed(void)
{
    const struct person *who = sign_up();
    const char *path = written_path(review(who, album(4), "T", "First."));
    struct answer *old = get_as(who->token, path), *now;
    const char *match = text("If-Match: %s", answer_header(old, "ETag"));
    const char *body = "{\"title\": \"U\", \"content\": \"Second.\"}";

    now = CALL(.method = "PUT", .path = path, .token = who->token, .body = body,
               .headers = {match});
    EXPECT_STATUS(now, 200);
    EXPECT_JSON(now, "/version", "2");
    EXPECT_TEXT(text_at(now, "/content"), "Second.");
    EXPECT_TEXT(text_at(now, "/created_at"), text_at(old, "/created_at"));
    EXPECT_OTHER(answer_header(now, "ETag"), answer_header(old, "ETag"));
    EXPECT_PROBLEM(CALL(.method = "PUT", .path = path, .token = who->token, .body = body,
                        .headers = {match}),
                   412, "stale");
    EXPECT_PROBLEM(
        CALL(.method = "DELETE", .path = path, .token = who->token, .headers = {match}),
        412, "stale");
    EXPECT_STATUS(
        CALL(.path = path, .token = who->token,
             .headers = {text("If-None-Match: %s", answer_header(now, "ETag"))}),
        304);
    EXPECT_WRONG(
        put(who->token, path,
            text("{\"album_id\": %" PRId64 ", \"title\": \"U\", \"content\": \"C\"}",
                 album(5))),
        "album_id", "fixed");
    EXPECT_PROBLEM(put(bob()->token, path, body), 403, "forbidden");
    EXPECT_PROBLEM(del(bob()->token, path), 403, "forbidden");
    EXPECT_PROBLEM(put(NULL, path, body), 401, "unauthorized");
}

static void removed(void)
{
    const struct person *who = sign_up();
    const char *path = written_path(review(who, album(7), "T", "C"));

    EXPECT_STATUS(put(bob()->token, text("%s/like", path), NULL), 204);
    EXPECT_STATUS(del(who->token, path), 204);
    EXPECT_PROBLEM(get_as(who->token, path), 404, "not-found");
    EXPECT_PROBLEM(del(who->token, path), 404, "not-found");
    EXPECT_PROBLEM(put(bob()->token, text("%s/like", path), NULL), 404, "not-found");
    EXPECT_STATUS(review(who, album(7), "T", "C"), 201);
}

/* The author sees what they wrote before; so do moderators, and nobody else. */
static void history(void)
{
    const struct person *who = sign_up();
    const char *path = written_path(review(who, album(8), "T", "First."));
    const char *of = text("%s/history", path);
    struct answer *met;

    EXPECT_STATUS(put(who->token, path, "{\"title\": \"T\", \"content\": \"Second.\"}"),
                  200);
    EXPECT_STATUS(put(who->token, path, "{\"title\": \"T\", \"content\": \"Third.\"}"),
                  200);
    met = get_as(who->token, text("%s?limit=1", of));
    EXPECT_STATUS(met, 200);
    EXPECT_TEXT(text_at(met, "/history/0/content"), "Second.");
    EXPECT_JSON(met, "/history/0/version", "2");
    met = get_as(who->token,
                 text("%s?limit=1&cursor=%s", of, text_at(met, "/next_cursor")));
    EXPECT_TEXT(text_at(met, "/history/0/content"), "First.");
    EXPECT_STATUS(get_as(moderator()->token, of), 200);
    EXPECT_PROBLEM(get_as(bob()->token, of), 403, "forbidden");
    EXPECT_PROBLEM(get(of), 401, "unauthorized");
}

/* A draft is its author's alone until it is published. */
static void draft(void)
{
    const struct person *who = sign_up();
    struct answer *made = post(who->token, REVIEWS,
                               text("{\"album_id\": %" PRId64 ", \"title\": \"T\", "
                                    "\"content\": \"C\", \"draft\": true}",
                                    album(9)));
    const char *path = written_path(made), *mine = text("?user_id=%" PRId64, who->id);

    EXPECT_JSON(made, "/draft", "true");
    EXPECT_PROBLEM(get(path), 404, "not-found");
    EXPECT_PROBLEM(get_as(moderator()->token, path), 404, "not-found");
    EXPECT_PROBLEM(put(bob()->token, text("%s/like", path), NULL), 404, "not-found");
    EXPECT_JSON(get_as(bob()->token, text(REVIEWS "%s", mine)), "/reviews", "[]");
    EXPECT_INT((int64_t)json_array_size(json_at(
                   get_as(who->token, text(REVIEWS "%s", mine))->json, "/reviews")),
               1);
    EXPECT_STATUS(
        put(who->token, path, "{\"title\": \"T\", \"content\": \"D\", \"draft\": true}"),
        200);
    EXPECT_JSON(put(who->token, path, "{\"title\": \"T\", \"content\": \"E\"}"), "/draft",
                "false");
    EXPECT_TEXT(text_at(get_as(bob()->token, path), "/content"), "E");
    EXPECT_JSON(get_as(who->token, text("%s/history", path)), "/history", "[]");
    EXPECT_WRONG(
        put(who->token, path, "{\"title\": \"T\", \"content\": \"E\", \"draft\": true}"),
        "draft", "published");
}

static void likes(void)
{
    const struct person *who = sign_up();
    const char *path = written_path(review(who, album(10), "T", "C"));
    const char *like = text("%s/like", path);

    EXPECT_STATUS(put(bob()->token, like, NULL), 204);
    EXPECT_STATUS(put(bob()->token, like, NULL), 204);
    EXPECT_STATUS(put(alice()->token, like, NULL), 204);
    EXPECT_JSON(get_as(who->token, path), "/likes", "2");
    EXPECT_JSON(get_as(who->token, path), "/version", "1");
    EXPECT_STATUS(del(bob()->token, like), 204);
    EXPECT_STATUS(del(bob()->token, like), 204);
    EXPECT_JSON(get_as(who->token, path), "/likes", "1");
    EXPECT_PROBLEM(put(NULL, like, NULL), 401, "unauthorized");
    EXPECT_PROBLEM(put(bob()->token, REVIEWS "/9007199254740991/like", NULL), 404,
                   "not-found");
}

static void lists(void)
{
    const struct person *people[4];
    int64_t of = album(12);
    json_t *by_likes, *newest, *oldest;

    for (size_t i = 0; i < 4; i++) {
        const char *path;

        people[i] = sign_up();
        path = written_path(review(people[i], of, "T", text("Number %zu.", i)));
        for (size_t n = 0; n < i; n++)
            EXPECT_STATUS(put(people[n]->token, text("%s/like", path), NULL), 204);
    }
    by_likes = walk_as(people[0]->token, "reviews",
                       text("album_id=%" PRId64 "&sort=-likes", of), 0);
    newest = walk_as(people[0]->token, "reviews", text("album_id=%" PRId64, of), 0);
    oldest = walk_as(people[0]->token, "reviews",
                     text("album_id=%" PRId64 "&sort=created_at", of), 0);
    EXPECT_INT((int64_t)json_array_size(by_likes), 4);
    EXPECT_INT(json_integer_value(json_at(by_likes, "/0/likes")), 3);
    EXPECT(same_list(by_likes, newest), "the latest has most likes, and comes first");
    EXPECT(reversed_list(newest, oldest), "created_at is not the reverse");
    EXPECT_PROBLEM(get(REVIEWS "?sort=title"), 400, "bad-parameter");
    EXPECT_PROBLEM(get(REVIEWS "?album_id=x"), 400, "bad-parameter");
    json_decref(by_likes);
    json_decref(newest);
    json_decref(oldest);
}

static void become(const struct person *who, bool private)
{
    EXPECT_STATUS(put(who->token, "/api/v1/users/profile",
                      private ? "{\"private\": true}" : "{\"private\": false}"),
                  200);
}

static void of_private_users(void)
{
    const struct person *who = sign_up();
    const char *path = written_path(review(who, album(13), "T", "C"));
    bool gone;

    become(who, true);
    gone = UNTIL(WITHIN, get_as(bob()->token, path)->status == 404);
    EXPECT(gone, "it is still shown after %d s", WITHIN);
    EXPECT_JSON(get_as(bob()->token, text(REVIEWS "?user_id=%" PRId64, who->id)),
                "/reviews", "[]");
    EXPECT_PROBLEM(put(bob()->token, text("%s/like", path), NULL), 404, "not-found");
    EXPECT_PROBLEM(del(bob()->token, path), 404, "not-found");
    EXPECT_STATUS(get_as(who->token, path), 200);
    become(who, false);
    gone = !UNTIL(WITHIN, get_as(bob()->token, path)->status == 200);
    EXPECT(!gone, "it is still hidden after %d s", WITHIN);
}

static const struct test tests[] = {
    {"POST /reviews: 201, Location, the whole review",                            created         },
    {"POST /reviews: content is kept and given as it is, 20,000 characters",      as_it_is        },
    {"POST /reviews: what is wrong is named, and nothing is kept",                refused         },
    {"POST /reviews: a second one of an album is 409 with the first's Location",
     conflict                                                                                     },
    {"POST /reviews: an Idempotency-Key gives the first answer again",            by_key          },
    {"reviews: the rating shown is the author's, and can be given with a review", rated           },
    {"PUT /reviews/{id}: versions, If-Match, 403, 401",                           changed         },
    {"DELETE /reviews/{id}: 204, then 404; the album can be reviewed anew",       removed         },
    {"GET /reviews/{id}/history: earlier texts, for author and moderators",       history         },
    {"reviews: a draft is its author's alone until it is published",              draft           },
    {"PUT, DELETE /reviews/{id}/like: each twice is as once",                     likes           },
    {"GET /reviews: by album and user, newest first or by likes",                 lists           },
    {"reviews: a private user's are shown to nobody else",                        of_private_users},
};
const struct suite reviews_suite = SUITE("reviews", tests);
