/* rbac.c - who may call what. */
#include "rbac.h"

#include <inttypes.h>

#include "harness/expect.h"
#include "written.h"

#include "core/banned.h"

/* no token, owner, other user, editor, moderator, admin */
#define ANYBODY "++++++"
#define USERS "1+++++"
#define EDITORS "133+3+"
#define MODERATORS "1333++"
#define ADMINS "13333+"
#define THE_OWNER "1+3333"  /* of what everybody may see */
#define OWNER_SEES "1+4444" /* of what nobody else may see */

/* ---- what a path names, made for one call */

static const char *a_rating(const struct person *owner)
{
    static size_t next;
    struct answer *made = rate(owner, album(next++), 3);

    REQUIRE_STATUS(made, 201);
    return text("%" PRId64, int_at(made, "/id"));
}

static const char *a_session(const struct person *owner)
{
    struct answer *login =
        post(NULL, "/api/v1/auth/login",
             text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", owner->name));

    REQUIRE_STATUS(login, 200);
    return text("%" PRId64,
                int_at(get_as(text_at(login, "/token"), "/api/v1/auth/sessions"),
                       "/sessions/0/id"));
}

static const char *a_copy(const struct person *owner)
{
    struct answer *made =
        post(owner->token, "/api/v1/users/collection",
             text("{\"album_id\": %" PRId64 ", \"status\": \"owned\"}", album(1)));

    REQUIRE_STATUS(made, 201);
    return text("%" PRId64, int_at(made, "/id"));
}

const char *a_private_user(const struct person *owner)
{
    return owner->name;
}

static const char *a_review(const struct person *owner)
{
    static size_t next;
    struct answer *made = review(owner, album(next++), "A title", "A text.");

    REQUIRE_STATUS(made, 201);
    return text("%" PRId64, int_at(made, "/id"));
}

/* One that the rating service knows. */
static const char *rated_album(int64_t of)
{
    REQUIRE_STATUS(rate(sign_up(), of, 3), 201);
    return text("%" PRId64, of);
}

static const char *a_rated_album(const struct person *owner)
{
    (void)owner;
    return rated_album(album(120));
}

static const char *a_dismissal(const struct person *owner)
{
    const char *of = rated_album(album(121));
    const char *path = text("/api/v1/recommendations/%s/dismissed", of);

    REQUIRE_STATUS(CALL(.method = "PUT", .path = path, .token = owner->token), 204);
    return of;
}

/* Somebody else's, so that the owner may report it too. */
static const char *anothers_review(const struct person *owner)
{
    (void)owner;
    return a_review(sign_up());
}

static const char *a_report(const struct person *owner)
{
    struct answer *made =
        post(owner->token, text("/api/v1/reviews/%s/reports", anothers_review(owner)),
             "{\"reason\": \"Because.\"}");

    REQUIRE_STATUS(made, 201);
    return text("%" PRId64, int_at(made, "/id"));
}

static const char *a_burst(const struct person *owner)
{
    struct st_mysql *rating = sql_open("vinylhound_rating");
    bool made = sql_run(rating, text("INSERT INTO bursts (album_id, direction, found_at, "
                                     "last_at) VALUES (%" PRId64 ", 'low', '2020-01-01', "
                                     "'2020-01-01')",
                                     album(0)));

    (void)owner;
    sql_close(&rating);
    REQUIRE(made, "no burst");
    return text("%" PRId64,
                sql_number("vinylhound_rating", "SELECT MAX(id) FROM bursts"));
}

/* clang-format off */
const struct right rights[] = {
    /* user */
    {"POST",   "/api/v1/auth/signup",                ANYBODY,    NULL, NULL},
    {"POST",   "/api/v1/auth/login",                 ANYBODY,    NULL, NULL},
    {"POST",   "/api/v1/auth/refresh",               ANYBODY,    NULL, NULL},
    {"POST",   "/api/v1/auth/logout",                USERS,      NULL, NULL},
    {"GET",    "/api/v1/auth/sessions",              USERS,      NULL, NULL},
    {"DELETE", "/api/v1/auth/sessions/{id}",         OWNER_SEES, a_session, NULL},
    {"POST",   "/api/v1/auth/password",              USERS,      NULL, NULL},
    {"POST",   "/api/v1/auth/password/forgot",       ANYBODY,    NULL, NULL},
    {"POST",   "/api/v1/auth/password/reset",        ANYBODY,    NULL, NULL},
    {"POST",   "/api/v1/auth/email/send",            USERS,      NULL, NULL},
    {"POST",   "/api/v1/auth/email/verify",          ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/auth/.well-known/jwks.json", ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/users/profile",              USERS,      NULL, NULL},
    {"PUT",    "/api/v1/users/profile",              USERS,      NULL, NULL},
    {"DELETE", "/api/v1/users/profile",              USERS,      NULL, NULL},
    {"GET",    "/api/v1/users/export",               USERS,      NULL, NULL},
    {"GET",    "/api/v1/users/content",              USERS,      NULL, NULL},
    {"PUT",    "/api/v1/users/content",              USERS,      NULL, NULL},
    {"GET",    "/api/v1/users/collection",           USERS,      NULL, NULL},
    {"POST",   "/api/v1/users/collection",           USERS,      NULL, NULL},
    {"GET",    "/api/v1/users/collection/stats",     USERS,      NULL, NULL},
    {"GET",    "/api/v1/users/collection/{id}",      OWNER_SEES, a_copy, NULL},
    {"PUT",    "/api/v1/users/collection/{id}",      OWNER_SEES, a_copy, "{\"album_id\": 1, \"status\": \"sold\"}"},
    {"DELETE", "/api/v1/users/collection/{id}",      OWNER_SEES, a_copy, NULL},
    {"GET",    "/api/v1/users/{name}/collection",    ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/users/{name}",               ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/users",                      ADMINS,     NULL, NULL},
    {"GET",    "/api/v1/users/{name}/account",       ADMINS,     NULL, NULL},
    {"PUT",    "/api/v1/users/{name}/account",       ADMINS,     NULL, NULL},
    {"DELETE", "/api/v1/users/{name}/sessions",      ADMINS,     NULL, NULL},
    /* catalog */
    {"GET",    "/api/v1/albums",                     ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/albums/{id}",                ANYBODY,    NULL, NULL},
    {"POST", "/api/v1/albums", EDITORS, NULL, NULL},
    {"PUT", "/api/v1/albums/{id}", EDITORS, NULL, NULL},
    {"DELETE", "/api/v1/albums/{id}", EDITORS, NULL, NULL},
    {"GET", "/api/v1/albums/{id}/history", ANYBODY, NULL, NULL},
    {"POST", "/api/v1/albums/{id}/history/{version}/undo", EDITORS, NULL, NULL},
    {"POST", "/api/v1/albums/{id}/merge", EDITORS, NULL, NULL},
    {"PUT", "/api/v1/albums/{id}/cover", EDITORS, NULL, NULL},
    {"DELETE", "/api/v1/albums/{id}/cover", EDITORS, NULL, NULL},
    {"GET",    "/api/v1/albums/{id}/cover",          ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/albums/{id}/preview",         ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/artists",                    ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/artists/{id}",               ANYBODY,    NULL, NULL},
    {"POST", "/api/v1/artists", EDITORS, NULL, NULL},
    {"PUT", "/api/v1/artists/{id}", EDITORS, NULL, NULL},
    {"DELETE", "/api/v1/artists/{id}", EDITORS, NULL, NULL},
    {"GET", "/api/v1/artists/{id}/history", ANYBODY, NULL, NULL},
    {"POST", "/api/v1/artists/{id}/history/{version}/undo", EDITORS, NULL, NULL},
    {"GET",    "/api/v1/songs",                      ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/songs/{id}",                 ANYBODY,    NULL, NULL},
    {"POST", "/api/v1/songs", EDITORS, NULL, NULL},
    {"PUT", "/api/v1/songs/{id}", EDITORS, NULL, NULL},
    {"DELETE", "/api/v1/songs/{id}", EDITORS, NULL, NULL},
    {"GET", "/api/v1/songs/{id}/history", ANYBODY, NULL, NULL},
    {"POST", "/api/v1/songs/{id}/history/{version}/undo", EDITORS, NULL, NULL},
    {"GET",    "/api/v1/releases",                   ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/releases/{id}",              ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/labels",                     ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/labels/{id}",                ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/genres",                     ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/search",                     ANYBODY,    NULL, NULL},
    /* rating */
    {"GET",    "/api/v1/ratings",                    ANYBODY,    NULL, NULL},
    {"POST",   "/api/v1/ratings",                    USERS,      NULL, NULL},
    {"GET",    "/api/v1/ratings/summary",            ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/ratings/{id}",               ANYBODY,    NULL, NULL},
    {"PUT",    "/api/v1/ratings/{id}",               THE_OWNER,  a_rating, "{\"rating\": 4}"},
    {"DELETE", "/api/v1/ratings/{id}",               THE_OWNER,  a_rating, NULL},
    {"GET",    "/api/v1/ratings/{id}/history",       THE_OWNER,  a_rating, NULL},
    {"GET",    "/api/v1/reviews",                     ANYBODY,    NULL, NULL},
    {"POST",   "/api/v1/reviews",                     USERS,      NULL, NULL},
    {"GET",    "/api/v1/reviews/feed",                ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/reviews/{id}",                ANYBODY,    a_review, NULL},
    {"PUT",    "/api/v1/reviews/{id}",                THE_OWNER,  a_review, "{\"title\": \"T\", \"content\": \"C\"}"},
    {"DELETE", "/api/v1/reviews/{id}",                THE_OWNER,  a_review, NULL},
    {"PUT",    "/api/v1/reviews/{id}/like",           USERS,      a_review, NULL},
    {"DELETE", "/api/v1/reviews/{id}/like",           USERS,      a_review, NULL},
    {"GET",    "/api/v1/reviews/{id}/history",        "1+33++",   a_review, NULL},
    {"PUT",    "/api/v1/reviews/{id}/hidden",         MODERATORS, a_review, "{\"hidden\": true, \"reason\": \"R\"}"},
    {"POST",   "/api/v1/reviews/{id}/reports",        USERS,      anothers_review, "{\"reason\": \"R\"}"},
    {"GET",    "/api/v1/moderation/reports",          MODERATORS, NULL, NULL},
    {"GET",    "/api/v1/moderation/reports/{id}",     MODERATORS, a_report, NULL},
    {"PUT",    "/api/v1/moderation/reports/{id}",     MODERATORS, a_report, "{\"decision\": \"upheld\", \"reason\": \"R\"}"},
    {"GET",    "/api/v1/moderation/bursts",          MODERATORS, NULL, NULL},
    {"GET",    "/api/v1/moderation/bursts/{id}",     MODERATORS, a_burst, NULL},
    {"PUT",    "/api/v1/moderation/bursts/{id}",     MODERATORS, a_burst, "{\"decision\": \"drop\", \"reason\": \"R\"}"},
    {"GET",    "/api/v1/moderation/acts",             MODERATORS, NULL, NULL},
    {"GET",    "/api/v1/charts",                     ANYBODY,    NULL, NULL},
    {"GET",    "/api/v1/preferences",                USERS,      NULL, NULL},
    {"PUT",    "/api/v1/preferences",                USERS,      NULL, NULL},
    {"GET",    "/api/v1/recommendations",            USERS,      NULL, NULL},
    {"GET",    "/api/v1/recommendations/model",      ANYBODY,    NULL, NULL},
    {"PUT",    "/api/v1/recommendations/{id}/dismissed", USERS,  a_rated_album, NULL},
    {"DELETE", "/api/v1/recommendations/{id}/dismissed", OWNER_SEES, a_dismissal, NULL},
    /* last, for the owner stays private */
    {"GET",    "/api/v1/users/{name}/collection",    "4+4444",   a_private_user, NULL},
    {"GET",    "/api/v1/users/{name}",               "4+4444",   a_private_user, NULL},
};
/* clang-format on */
const size_t right_count = sizeof rights / sizeof *rights;
