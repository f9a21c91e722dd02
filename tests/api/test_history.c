/* test_history.c - who changed what, undoing it, and albums that are merged. */
#include <inttypes.h>
#include <string.h>

#include "api.h"
#include "editing.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

static struct answer *undo(const char *path, int version)
{
    return edit("POST", text("%s/history/%d/undo", path, version), NULL);
}

static struct answer *retitle(const char *path, const char *title, const char *more)
{
    return edit("PUT", path,
                text("{\"title\": \"%s\", \"artist\": \"History\"%s}", title, more));
}

static struct answer *new_album(void)
{
    return make_album("History", "");
}

static void told(void)
{
    struct answer *made = new_album(), *all;
    const char *path = answer_header(made, "Location");
    const char *history = text("%s/history", path);

    EXPECT_STATUS(retitle(path, "Two", ", \"genres\": [\"Rock\"]"), 200);
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    all = seen(history);
    REQUIRE_STATUS(all, 200);
    EXPECT_INT((int64_t)json_array_size(json_at(all->json, "/revisions")), 3);
    EXPECT_JSON(all, "/revisions/0/action", "\"deleted\"");
    EXPECT_JSON(all, "/revisions/1/action", "\"updated\"");
    EXPECT_JSON(all, "/revisions/1/version", "2");
    EXPECT_JSON(all, "/revisions/1/undoes", "null");
    EXPECT_INT(int_at(all, "/revisions/1/user_id"), editor()->id);
    EXPECT_TEXT(text_at(all, "/revisions/1/username"), editor()->name);
    EXPECT_JSON(all, "/revisions/1/changes",
                text("[{\"field\":\"title\",\"before\":\"%s\",\"after\":\"Two\"},"
                     "{\"field\":\"genres\",\"before\":[],\"after\":[\"Rock\"]}]",
                     text_at(made, "/title")));
    EXPECT_JSON(all, "/revisions/2/action", "\"created\"");
    EXPECT_JSON(all, "/next_cursor", "null");
    EXPECT_JSON(seen("/api/v1/albums/3/history"), "/revisions", "[]");
    EXPECT_PROBLEM(seen("/api/v1/albums/9007199254740991/history"), 404, "not-found");
    EXPECT_PROBLEM(seen(text("%s?sort=version", history)), 400, "bad-parameter");
}

static void paged(void)
{
    struct answer *made = new_album(), *page;
    const char *path = answer_header(made, "Location"), *cursor;

    for (int i = 0; i < 6; i++)
        EXPECT_STATUS(retitle(path, text("Title %d", i), ""), 200);
    page = seen(text("%s/history?limit=4", path));
    EXPECT_JSON(page, "/revisions/0/version", "7");
    EXPECT_JSON(page, "/revisions/3/version", "4");
    cursor = text_at(page, "/next_cursor");
    page = seen(text("%s/history?limit=4&cursor=%s", path, cursor));
    EXPECT_JSON(page, "/revisions/0/version", "3");
    EXPECT_JSON(page, "/revisions/2/version", "1");
    EXPECT_JSON(page, "/next_cursor", "null");
}

static void undone(void)
{
    struct answer *made = make_album("History", ", \"tracks\": [{\"title\": \"a\"}]"),
                  *back;
    const char *path = answer_header(made, "Location");

    EXPECT_STATUS(retitle(path, "Two",
                          ", \"tracks\": [{\"title\": \"b\"}, "
                          "{\"title\": \"c\"}]"),
                  200);
    EXPECT_STATUS(retitle(path, "Two", ", \"release_year\": 1990"), 200);
    back = undo(path, 2); /* the year, a later edit, stays */
    EXPECT_STATUS(back, 200);
    EXPECT_TEXT(text_at(back, "/title"), text_at(made, "/title"));
    EXPECT_JSON(back, "/release_year", "1990");
    EXPECT_JSON(back, "/track_count", "1");
    EXPECT_JSON(back, "/version", "4");
    back = seen(text("%s/history", path));
    EXPECT_JSON(back, "/revisions/0/undoes", "2");
    EXPECT_JSON(back, "/revisions/0/action", "\"updated\"");
    EXPECT_STATUS(undo(path, 4), 200); /* and that, too */
    EXPECT_JSON(seen(path), "/title", "\"Two\"");
    EXPECT_JSON(seen(path), "/track_count", "2");
}

static void conflicts(void)
{
    struct answer *made = new_album(), *refused;
    const char *path = answer_header(made, "Location");

    EXPECT_STATUS(retitle(path, "Two", ""), 200);
    EXPECT_STATUS(retitle(path, "Three", ""), 200);
    refused = undo(path, 2);
    EXPECT_PROBLEM(refused, 409, "conflict");
    EXPECT(strstr(text_at(refused, "/detail"), "(title)") != NULL, "%s", refused->body);
    EXPECT_PROBLEM(undo(path, 1), 409, "conflict"); /* delete it instead */
    EXPECT_PROBLEM(undo(path, 4), 404, "not-found");
    EXPECT_PROBLEM(edit("POST", text("%s/history/0/undo", path), NULL), 404, "not-found");
    EXPECT_PROBLEM(edit("POST", text("%s/history/x/undo", path), NULL), 404, "not-found");
    EXPECT_PROBLEM(edit_if("\"2-x\"", "POST", text("%s/history/3/undo", path), NULL), 412,
                   "stale");
    EXPECT_STATUS(undo(path, 3), 200);
    EXPECT_STATUS(undo(path, 2), 200); /* now nothing stands in the way */
    EXPECT_TEXT(text_at(seen(path), "/title"), text_at(made, "/title"));
}

static void restored(void)
{
    struct answer *made = make_album(
        "History", ", \"genres\": [\"Rock\"], \"tracks\": [{\"title\": \"a\"}]");
    const char *path = answer_header(made, "Location");
    int64_t rock = genre_count("Rock"), id = int_at(made, "/id");
    struct answer *back;

    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    EXPECT_INT(genre_count("Rock"), rock - 1);
    EXPECT_PROBLEM(undo(path, 1), 409, "conflict");
    back = undo(path, 2);
    EXPECT_STATUS(back, 200);
    EXPECT_JSON(back, "/version", "3");
    EXPECT_TEXT(text_at(back, "/title"), text_at(made, "/title"));
    EXPECT_INT(genre_count("Rock"), rock);
    EXPECT_JSON(seen(text("/api/v1/songs?album_id=%" PRId64, id)), "/songs/0/title",
                "\"a\"");
    EXPECT_PROBLEM(undo(path, 2), 409, "conflict"); /* it is back already */
    EXPECT_JSON(seen(text("%s/history", path)), "/revisions/0/action", "\"restored\"");
    EXPECT_INT(sql_number("vinylhound_catalog",
                          text("SELECT COUNT(*) FROM outbox WHERE type = 'album.created' "
                               "AND subject = %" PRId64,
                               id)),
               2);
}

static void artists(void)
{
    int64_t id = make_artist("Undone");
    const char *path = text("/api/v1/artists/%" PRId64, id), *name = name_of(id);
    struct answer *album = make_album(name, "");

    EXPECT_STATUS(edit("PUT", path, text("{\"name\": \"%s Two\"}", name)), 200);
    EXPECT_STATUS(undo(path, 2), 200);
    EXPECT_TEXT(text_at(seen(path), "/name"), name);
    EXPECT_TEXT(text_at(seen(answer_header(album, "Location")), "/artist"), name);
    EXPECT_STATUS(edit("DELETE", answer_header(album, "Location"), NULL), 204);
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    /* an album whose artist is gone has to wait for the artist */
    EXPECT_WRONG(undo(answer_header(album, "Location"), 4), "artists[0].id", "unknown");
    EXPECT_STATUS(undo(path, 4), 200);
    EXPECT_STATUS(undo(answer_header(album, "Location"), 4), 200);
    EXPECT_JSON(seen(path), "/album_count", "1");
    EXPECT_JSON(seen(text("%s/history", path)), "/revisions/0/action", "\"restored\"");
}

static void songs(void)
{
    struct answer *album = new_album(), *made, *back;
    const char *body = text("{\"album_id\": %" PRId64 ", \"title\": \"S\", "
                            "\"track_num\": 1, \"artist\": \"Guest\"}",
                            int_at(album, "/id"));
    const char *path;

    made = edit("POST", "/api/v1/songs", body);
    REQUIRE_STATUS(made, 201);
    path = answer_header(made, "Location");
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    EXPECT_INT((int64_t)json_array_size(
                   json_at(seen(text("%s/history", path))->json, "/revisions")),
               2);
    back = undo(path, 2);
    EXPECT_STATUS(back, 200);
    EXPECT_TEXT(back->body, made->body);
    EXPECT_STATUS(edit("DELETE", path, NULL), 204);
    EXPECT_STATUS(edit("POST", "/api/v1/songs", body), 201);
    EXPECT_PROBLEM(undo(path, 4), 409, "conflict"); /* its place is taken */
}

static void forgotten(void)
{
    struct person *leaver = with_role("editor");
    struct answer *made = CALL(.path = "/api/v1/albums", .token = leaver->token,
                               .body = "{\"title\": \"Left\", \"artist\": \"History\"}");
    const char *history = text("%s/history", answer_header(made, "Location"));
    struct st_mysql *users = sql_open("vinylhound_user");

    REQUIRE_STATUS(made, 201);
    EXPECT_TEXT(text_at(seen(history), "/revisions/0/username"), leaver->name);
    EXPECT(
        sql_run(users, text("INSERT INTO outbox (type, subject, payload) VALUES "
                            "('user.deleted', %" PRId64 ", '{\"keep_reviews\": true}')",
                            leaver->id)),
        "the event is not told");
    sql_close(&users);
    EXPECT(UNTIL(10, json_is_null(json_at(seen(history)->json, "/revisions/0/username"))),
           "a name is kept: %s", seen(history)->body);
    EXPECT_INT(int_at(seen(history), "/revisions/0/user_id"), leaver->id);
}

static void merged(void)
{
    struct answer *one = make_album("History", ", \"genres\": [\"Rock\"]"),
                  *two = make_album("History", ""), *answer;
    int64_t from = int_at(one, "/id"), into = int_at(two, "/id"),
            rock = genre_count("Rock");
    const char *path = answer_header(one, "Location"),
               *body = text("{\"into\": %" PRId64 "}", into);
    struct st_mysql *catalog = sql_open("vinylhound_catalog");

    EXPECT(sql_run(catalog, text("INSERT INTO releases (album_id, title, artist) VALUES "
                                 "(%" PRId64 ", 'P', 'A')",
                                 from)),
           "no pressing");
    EXPECT(sql_run(catalog,
                   text("UPDATE albums SET release_count = 1 WHERE id = %" PRId64, from)),
           "no count");
    sql_close(&catalog);
    EXPECT_WRONG(edit("POST", text("%s/merge", path), "{\"into\": 99999999}"), "into",
                 "unknown");
    EXPECT_WRONG(
        edit("POST", text("%s/merge", path), text("{\"into\": %" PRId64 "}", from)),
        "into", "range");
    EXPECT_PROBLEM(edit_if("\"9-x\"", "POST", text("%s/merge", path), body), 412,
                   "stale");
    answer = edit("POST", text("%s/merge", path), body);
    EXPECT_STATUS(answer, 200);
    EXPECT_INT(int_at(answer, "/id"), into);
    EXPECT_JSON(answer, "/release_count", "1");
    answer = seen(path);
    EXPECT_STATUS(answer, 308);
    EXPECT_HEADER(answer, "Location", answer_header(two, "Location"));
    answer = seen(text("%s/cover?size=small", path));
    EXPECT_STATUS(answer, 308);
    EXPECT_HEADER(answer, "Location", text("%s/cover", answer_header(two, "Location")));
    EXPECT_JSON(seen(text("/api/v1/releases?album_id=%" PRId64, into)),
                "/releases/0/title", "\"P\"");
    EXPECT_INT(genre_count("Rock"), rock - 1);
    EXPECT_PROBLEM(edit("POST", text("%s/merge", path), body), 404, "not-found");
    EXPECT_PROBLEM(undo(path, 2), 409, "conflict");
    EXPECT_JSON(seen(text("%s/history", path)), "/revisions/0/action", "\"merged\"");
    EXPECT_JSON(seen(text("%s/history", answer_header(two, "Location"))),
                "/revisions/0/changes/0/after", text("%" PRId64, from));
    EXPECT_INT(sql_number("vinylhound_catalog",
                          text("SELECT JSON_VALUE(payload, '$.into') FROM outbox WHERE "
                               "type = 'album.merged' AND subject = %" PRId64,
                               from)),
               into);
    /* and on: who was sent to the second is sent to the third */
    two = new_album();
    EXPECT_STATUS(edit("POST", text("/api/v1/albums/%" PRId64 "/merge", into),
                       text("{\"into\": %" PRId64 "}", int_at(two, "/id"))),
                  200);
    EXPECT_HEADER(seen(path), "Location", answer_header(two, "Location"));
}

static const struct test tests[] = {
    {"GET /albums/{id}/history: who, when and what, newest first; 404 for what never was",
     told                                                                                           },
    {"GET /albums/{id}/history: pages go on where the last one ended",                     paged    },
    {"undo: what an edit changed goes back, later edits of other fields stay",             undone   },
    {"undo: 409 where later edits changed the same, until they are undone",                conflicts},
    {"undo: a deleted album is back with its songs and in every count",                    restored },
    {"undo: an artist's name is printed again, a deleted artist is back",                  artists  },
    {"undo: a deleted song is back at its place, unless that is taken",                    songs    },
    {"user.deleted: the history keeps the edit and forgets the name",                      forgotten},
    {"POST /albums/{id}/merge: pressings move, the old address leads to the other",
     merged                                                                                         },
};
const struct suite history_suite = SUITE("history", tests);
