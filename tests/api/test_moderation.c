/* test_moderation.c - reviews are reported and hidden, and all that is kept. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "written.h"

#include "core/banned.h"

#define REPORTS "/api/v1/moderation/reports"
#define ACTS "/api/v1/moderation/acts"

static void hidden(void)
{
    const struct person *who = sign_up();
    struct answer *made = review(who, album(20), "T", "C"), *met;
    const char *path = written_path(made), *hide = text("%s/hidden", path);
    const char *acts =
        text(ACTS "?act=review.hidden&subject_id=%" PRId64, int_at(made, "/id"));

    met =
        put(moderator()->token, hide, "{\"hidden\": true, \"reason\": \"It is rude.\"}");
    EXPECT_STATUS(met, 200);
    EXPECT_JSON(met, "/hidden", "true");
    EXPECT_TEXT(text_at(met, "/hidden_reason"), "It is rude.");
    EXPECT_JSON(met, "/version", "2");
    EXPECT_PROBLEM(get_as(bob()->token, path), 404, "not-found");
    EXPECT_JSON(get_as(bob()->token, text("/api/v1/reviews?user_id=%" PRId64, who->id)),
                "/reviews", "[]");
    EXPECT_JSON(get_as(who->token, path), "/hidden", "true");
    EXPECT_JSON(
        get_as(moderator()->token, text("/api/v1/reviews?user_id=%" PRId64, who->id)),
        "/reviews/0/hidden", "true");
    met = get_as(moderator()->token, acts);
    EXPECT_TEXT(text_at(met, "/acts/0/reason"), "It is rude.");
    EXPECT_INT(int_at(met, "/acts/0/moderator_id"), moderator()->id);
    EXPECT_STATUS(
        put(moderator()->token, hide, "{\"hidden\": false, \"reason\": \"It is not.\"}"),
        200);
    EXPECT_STATUS(get_as(bob()->token, path), 200);
    EXPECT_INT((int64_t)json_array_size(
                   json_at(get_as(moderator()->token, acts)->json, "/acts")),
               2);
}

static void hide_refused(void)
{
    const char *path = written_path(review(sign_up(), album(21), "T", "C"));
    const char *hide = text("%s/hidden", path), *body;
    struct answer *old = get_as(bob()->token, path);

    body = "{\"hidden\": true, \"reason\": \"R\"}";
    EXPECT_PROBLEM(put(NULL, hide, body), 401, "unauthorized");
    EXPECT_PROBLEM(put(bob()->token, hide, body), 403, "forbidden");
    EXPECT_WRONG(put(moderator()->token, hide, "{\"hidden\": true}"), "reason",
                 "required");
    EXPECT_WRONG(put(moderator()->token, hide, "{\"reason\": \"R\"}"), "hidden",
                 "required");
    EXPECT_PROBLEM(
        put(moderator()->token, "/api/v1/reviews/9007199254740991/hidden", body), 404,
        "not-found");
    EXPECT_STATUS(put(moderator()->token, hide, body), 200);
    EXPECT_PROBLEM(CALL(.method = "PUT", .path = hide, .token = moderator()->token,
                        .body = body,
                        .headers = {text("If-Match: %s", answer_header(old, "ETag"))}),
                   412, "stale");
}

static void reported(void)
{
    const struct person *who = sign_up();
    struct answer *made = review(who, album(22), "T", "C"), *report, *met;
    const char *to = text("%s/reports", written_path(made)), *path;

    report = post(bob()->token, to, "{\"reason\": \"It is an advertisement.\"}");
    EXPECT_STATUS(report, 201);
    path = written_path(report);
    EXPECT_JSON(report, "/decision", "null");
    EXPECT_PROBLEM(post(bob()->token, to, "{\"reason\": \"Again.\"}"), 409, "conflict");
    EXPECT_PROBLEM(post(who->token, to, "{\"reason\": \"Mine.\"}"), 403, "forbidden");
    EXPECT_PROBLEM(post(NULL, to, "{\"reason\": \"Mine.\"}"), 401, "unauthorized");
    EXPECT_WRONG(post(alice()->token, to, "{\"reason\": \"\"}"), "reason", "length");
    EXPECT_PROBLEM(post(alice()->token, "/api/v1/reviews/9007199254740991/reports",
                        "{\"reason\": \"R\"}"),
                   404, "not-found");
    met = get_as(moderator()->token,
                 text(REPORTS "?decision=open&review_id=%" PRId64, int_at(made, "/id")));
    EXPECT_TEXT(text_at(met, "/reports/0/reason"), "It is an advertisement.");
    EXPECT_PROBLEM(get_as(bob()->token, REPORTS), 403, "forbidden");
    EXPECT_PROBLEM(get_as(bob()->token, path), 403, "forbidden");
    EXPECT_PROBLEM(get_as(moderator()->token, REPORTS "?decision=maybe"), 400,
                   "bad-parameter");
}

static void decided(void)
{
    struct answer *made = review(sign_up(), album(23), "T", "C"), *met;
    const char *path = written_path(post(
        alice()->token, text("%s/reports", written_path(made)), "{\"reason\": \"R\"}"));
    struct answer *old = get_as(moderator()->token, path);
    const char *body = "{\"decision\": \"dismissed\", \"reason\": \"It is not.\"}";

    EXPECT_STATUS(old, 200);
    met = put(moderator()->token, path, body);
    EXPECT_STATUS(met, 200);
    EXPECT_TEXT(text_at(met, "/decision"), "dismissed");
    EXPECT_TEXT(text_at(met, "/decision_reason"), "It is not.");
    EXPECT_INT(int_at(met, "/decided_by"), moderator()->id);
    EXPECT_PROBLEM(CALL(.method = "PUT", .path = path, .token = moderator()->token,
                        .body = body,
                        .headers = {text("If-Match: %s", answer_header(old, "ETag"))}),
                   412, "stale");
    EXPECT_STATUS(put(moderator()->token, path,
                      "{\"decision\": \"upheld\", \"reason\": \"It is after all.\"}"),
                  200);
    EXPECT_WRONG(
        put(moderator()->token, path, "{\"decision\": \"perhaps\", \"reason\": \"R\"}"),
        "decision", "choice");
    EXPECT_PROBLEM(put(bob()->token, path, body), 403, "forbidden");
    EXPECT_PROBLEM(get_as(moderator()->token, REPORTS "/9007199254740991"), 404,
                   "not-found");
    met = get_as(moderator()->token,
                 text(ACTS "?act=report.upheld&subject_id=%" PRId64, int_at(old, "/id")));
    EXPECT_TEXT(text_at(met, "/acts/0/reason"), "It is after all.");
    EXPECT_PROBLEM(get_as(bob()->token, ACTS), 403, "forbidden");
    EXPECT_PROBLEM(get(ACTS), 401, "unauthorized");
}

static const struct test tests[] = {
    {"PUT /reviews/{id}/hidden: seen by author and moderators alone, the reason is kept",
     hidden                                                                                           },
    {"PUT /reviews/{id}/hidden: who may not, and what is missing",                        hide_refused},
    {"POST /reviews/{id}/reports: once for each user, listed for moderators",             reported    },
    {"PUT /moderation/reports/{id}: a decision and its reason are kept",                  decided     },
};
const struct suite moderation_suite = SUITE("moderation", tests);
