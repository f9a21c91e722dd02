/* aftermath.c - after the walk: nothing acknowledged is missing, nothing took effect
 * twice, and every projection is what the log makes of it. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness/expect.h"
#include "walk.h"

#include "core/banned.h"

#define WITHIN 60

static const char *const services[] = {"user", "catalog", "rating"};

static int64_t cursor_of(const char *service, const char *source)
{
    return sql_number(
        text("vinylhound_%s", service),
        text("SELECT position FROM event_cursors WHERE source = '%s'", source));
}

static int64_t events_of(const char *source)
{
    return sql_number(text("vinylhound_%s", source), "SELECT COUNT(*) FROM outbox");
}

static bool all_applied(void)
{
    for (size_t i = 0; i < 3; i++)
        for (size_t j = 0; j < 3; j++) {
            int64_t cursor = cursor_of(services[i], services[j]);

            if (cursor >= 0 && cursor != events_of(services[j]))
                return false;
        }
    return true;
}

/* An event may cause another, which may cause a third. */
static bool settled(void)
{
    return all_applied() && all_applied() && all_applied();
}

static void caught_up(void)
{
    EXPECT(UNTIL(WITHIN, settled()), "not all events are applied");
    for (size_t i = 0; i < 3; i++)
        EXPECT_INT(sql_number(text("vinylhound_%s", services[i]),
                              "SELECT COUNT(*) - COALESCE(MAX(position), 0) + "
                              "COALESCE(SUM(position IS NULL), 0) FROM outbox"),
                   0);
}

/* Whether it is of an album that stays: what becomes of the others is not remembered. */
static bool counts_here(const json_t *item)
{
    const json_t *id = json_object_get(item, "album_id");

    if (id == NULL)
        id = json_at(item, "/album/id");
    for (size_t n = 0; n < ALBUMS; n++)
        if (walk.albums[n] == json_integer_value(id))
            return true;
    return false;
}

/* A person's list, all its pages: each item's id and what `value` of it is, checked
 * against what was acknowledged. */
static size_t compare(const struct one *who, const char *path, const char *kind,
                      const struct said *said, int (*value)(const json_t *))
{
    const char *cursor = NULL;
    size_t met = 0, wanted = 0, wrong = 0;

    do {
        struct answer *page =
            get_as(who->token,
                   text("%slimit=100%s%s", path,
                        cursor == NULL ? "" : "&cursor=", cursor == NULL ? "" : cursor));
        const json_t *list = json_at(page->json, text("/%s", kind));

        EXPECT_STATUS(page, 200);
        for (size_t i = 0; i < json_array_size(list); i++) {
            const json_t *item = json_array_get(list, i);
            int64_t id = json_integer_value(json_object_get(item, "id"));
            bool found = !counts_here(item);

            met -= found;
            for (size_t n = 0; n < ALBUMS && !found; n++)
                found = said[n].id == id && said[n].value == value(item);
            wrong += !found;
            met++;
        }
        cursor = text_at(page, "/next_cursor");
    } while (cursor != NULL);
    for (size_t n = 0; n < ALBUMS; n++)
        wanted += said[n].id != 0;
    EXPECT(wrong == 0 && met == wanted,
           "user %" PRId64 " has %zu %s, %zu of them not as acknowledged; %zu were",
           who->id, met, kind, wrong, wanted);
    return met;
}

static int half_stars(const json_t *rating)
{
    return (int)(json_number_value(json_object_get(rating, "rating")) * 2 + 0.5);
}

static int number_in(const json_t *review)
{
    const char *content = json_string_value(json_object_get(review, "content"));
    int number = 0;

    return content != NULL && sscanf(content, "For the %dth time.", &number) == 1 ? number
                                                                                  : 0;
}

static int status_of(const json_t *copy)
{
    const char *status = json_string_value(json_object_get(copy, "status"));

    return status == NULL ? 0 : strcmp(status, "owned") == 0 ? 1 : 2;
}

static void compare_person(const struct one *who, size_t *ratings, size_t *reviews,
                           size_t *copies)
{
    struct answer *profile = get_as(who->token, "/api/v1/users/profile"),
                  *content = get_as(who->token, "/api/v1/users/content");

    *ratings += compare(who, text("/api/v1/ratings?user_id=%" PRId64 "&", who->id),
                        "ratings", who->ratings, half_stars);
    *reviews += compare(who, text("/api/v1/reviews?user_id=%" PRId64 "&", who->id),
                        "reviews", who->reviews, number_in);
    *copies += compare(who, "/api/v1/users/collection?", "items", who->copies, status_of);
    EXPECT_JSON(profile, "/private", who->private ? "true" : "false");
    EXPECT_JSON(content, "/content",
                who->lines == 0 ? "[]" : text("[\"%d\"]", who->lines));
}

static void nothing_missing(void)
{
    size_t people = 0, ratings = 0, reviews = 0, copies = 0;

    for (size_t i = 0; i < WALKERS; i++)
        for (size_t n = 0; n < walk.walkers[i].count; n++, people++)
            compare_person(walk.walkers[i].people[n], &ratings, &reviews, &copies);
    printf("       %zu people, %zu ratings, %zu reviews, %zu copies\n", people, ratings,
           reviews, copies);
}

/* Each step of a cursor begins where the one before ended. */
static void steps(void)
{
    for (size_t i = 0; i < 3; i++) {
        const char *database = text("vinylhound_%s", services[i]);

        EXPECT_INT(
            sql_number(database,
                       "SELECT COUNT(*) FROM (SELECT before_, LAG(after_) OVER "
                       "(PARTITION BY source ORDER BY after_, id) AS reached FROM "
                       "walk_steps) s WHERE reached IS NOT NULL AND reached <> before_"),
            0);
        EXPECT(sql_number(database,
                          "SELECT COUNT(*) FROM walk_steps WHERE source <> 'outbox' AND "
                          "after_ <= before_ AND after_ > 0") == 0,
               "a cursor of %s stood still or went back", services[i]);
        printf("       %s: %" PRId64 " steps\n", services[i],
               sql_number(database, "SELECT COUNT(*) FROM walk_steps"));
    }
}

/* What is counted on the way is what there is to count. */
static void counts(void)
{
    EXPECT_INT(
        sql_number("vinylhound_rating",
                   "SELECT COUNT(*) FROM (SELECT s.album_id, "
                   "s.n1+s.n2+s.n3+s.n4+s.n5+s.n6+s.n7+s.n8+s.n9+s.n10 AS n, "
                   "(SELECT COUNT(*) FROM ratings r WHERE r.album_id = s.album_id) "
                   "AS there FROM rating_summaries s) x WHERE n <> there"),
        0);
    EXPECT_INT(sql_number("vinylhound_rating",
                          "SELECT (SELECT SUM(count) FROM rating_totals) - (SELECT "
                          "COUNT(*) FROM ratings)"),
               0);
    EXPECT_INT(sql_number("vinylhound_rating",
                          "SELECT COUNT(*) FROM vinylhound_catalog.albums a WHERE "
                          "a.rating_count <> (SELECT COUNT(*) FROM ratings r WHERE "
                          "r.album_id = a.id)"),
               0);
}

/* "1, 2, 3": the albums that stay. */
static const char *stable_albums(void)
{
    const char *list = text("%" PRId64, walk.albums[0]);

    for (size_t i = 1; i < ALBUMS; i++)
        list = text("%s, %" PRId64, list, walk.albums[i]);
    return list;
}

/* Of each user and album the last event says what there is. */
static void log_is_true(void)
{
    const char *albums_ = stable_albums();

    EXPECT_INT(
        sql_number(
            "vinylhound_rating",
            text(
                "SELECT COUNT(*) FROM (SELECT actor, JSON_VALUE(payload, '$.album_id') AS "
                "album_id, JSON_VALUE(payload, '$.half_stars') AS half_stars, ROW_NUMBER() "
                "OVER (PARTITION BY actor, JSON_VALUE(payload, '$.album_id') ORDER BY "
                "position DESC) AS nth FROM outbox WHERE type IN ('rating.set', "
                "'rating.removed')) e LEFT JOIN ratings r ON r.user_id = e.actor AND "
                "r.album_id = e.album_id WHERE e.nth = 1 AND e.album_id IN (%s) AND "
                "COALESCE(r.half_stars, 0) <> e.half_stars",
                albums_)),
        0);
    EXPECT_INT(
        sql_number("vinylhound_rating",
                   text("SELECT COUNT(*) FROM ratings r WHERE r.album_id IN (%s) AND "
                        "NOT EXISTS (SELECT 1 FROM outbox o WHERE o.actor = "
                        "r.user_id AND o.type = 'rating.set' AND o.subject = r.id)",
                        albums_)),
        0);
}

/* What is gone from the catalogue is gone everywhere. */
static void nothing_of_the_gone(void)
{
    static const char *const tables[] = {"vinylhound_rating.ratings",
                                         "vinylhound_rating.reviews"};
    size_t gone = 0;

    for (size_t i = 0; i < EDITED; i++)
        gone += walk_edited[i].gone;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        EXPECT_INT(sql_number("vinylhound_rating",
                              text("SELECT COUNT(*) FROM %s r LEFT JOIN "
                                   "vinylhound_catalog.albums a ON a.id = r.album_id "
                                   "WHERE a.id IS NULL OR a.deleted_at IS NOT NULL",
                                   tables[i])),
                   0);
    printf("       %zu albums are gone\n", gone);
}

/* What is partly learned by asking cannot be made anew from the log: it must be what the
 * catalogue says. */
static void known_is_true(void)
{
    EXPECT_INT(
        sql_number("vinylhound_rating",
                   "SELECT COUNT(*) FROM known_albums k LEFT JOIN "
                   "vinylhound_catalog.albums a ON a.id = k.album_id AND "
                   "a.deleted_at IS NULL WHERE NOT (a.artist_id <=> k.artist_id) OR "
                   "a.release_year <> k.release_year OR a.id IS NULL OR "
                   "SUBSTRING_INDEX(a.genres, '\\n', 1) <> COALESCE((SELECT "
                   "MIN(g.name) FROM album_genres l JOIN genres g ON g.id = "
                   "l.genre_id WHERE l.album_id = k.album_id AND g.name = "
                   "SUBSTRING_INDEX(a.genres, '\\n', 1)), '')"),
        0);
    EXPECT_INT(
        sql_number("vinylhound_user",
                   "SELECT COUNT(*) FROM known_albums k LEFT JOIN "
                   "vinylhound_catalog.albums a ON a.id = k.album_id WHERE a.id IS "
                   "NULL OR a.merged_into IS NOT NULL OR (a.deleted_at IS NOT "
                   "NULL) <> k.deleted OR (k.deleted = 0 AND a.release_year <> "
                   "k.release_year)"),
        0);
}

static void rebuild(const char *name)
{
    const char *build = getenv("VH_BUILD");
    FILE *pipe =
        popen(text("'%s/tools/vinylhound/vinylhound' projections rebuild %s 2>&1",
                   build == NULL ? "." : build, name),
              "re");
    char line[1000] = "", last[1000] = "";

    while (pipe != NULL && fgets(line, sizeof line, pipe) != NULL)
        snprintf(last, sizeof last, "%s", line);
    EXPECT(pipe != NULL && pclose(pipe) == 0 &&
               strstr(last, "rebuilt, 0 rows differed") != NULL,
           "%s: %s", name, last);
    printf("       %s", last);
}

static void projections(void)
{
    const char *build = getenv("VH_BUILD");
    FILE *pipe = popen(text("'%s/tools/vinylhound/vinylhound' projections list",
                            build == NULL ? "." : build),
                       "re");
    char line[1000], name[64], before[64] = "projection";
    size_t count = 0;

    while (pipe != NULL && fgets(line, sizeof line, pipe) != NULL)
        if (sscanf(line, "%63s", name) == 1 && strcmp(name, before) != 0) {
            snprintf(before, sizeof before, "%s", name);
            rebuild(name);
            count++;
        }
    EXPECT(pipe != NULL && pclose(pipe) == 0 && count >= 3, "%zu projections", count);
}

static const struct test tests[] = {
    {"after the walk: every event is applied, and has its place in the order",                 caught_up          },
    {"after the walk: no acknowledged write is missing, and none is there that was not",
     nothing_missing                                                                                              },
    {"after the walk: no event took effect twice",                                             steps              },
    {"after the walk: sums kept on the way are what there is",                                 counts             },
    {"after the walk: the last event of each rating says what it is",                          log_is_true        },
    {"after the walk: of albums merged and deleted nothing is left",                           nothing_of_the_gone},
    {"after the walk: ratings and copies have followed their albums, the newest rating stays",
     fates_are_right                                                                                              },
    {"after the walk: what the others know of albums is what the catalogue says",
     known_is_true                                                                                                },
    {"after the walk: every projection is what the log makes of it",                           projections        },
};
const struct suite aftermath_suite = SUITE("aftermath", tests);
