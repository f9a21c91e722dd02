/* test_feeds.c - reviews as Atom feeds, read with an XML parser as a feed reader would.
 */
#include <expat.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "written.h"

#include "core/banned.h"

#define FEED "/api/v1/reviews/feed"
#define ATOM "http://www.w3.org/2005/Atom "
#define DEEPEST 8

/* Where the stack under test is. */
static const char *site(void)
{
    const char *url = getenv("BASE_URL");

    return url == NULL ? "" : url;
}

/* What a reader finds, one line each: "entry/title=..." and "link@next=...". */
struct reading {
    XML_Parser parser;
    const char *path[DEEPEST];
    int depth;
    char *found, *characters;
};

static void open_element(void *data, const char *name, const char **attributes)
{
    struct reading *reading = data;
    const char *rel = NULL, *href = NULL;

    EXPECT(strncmp(name, ATOM, strlen(ATOM)) == 0, "%s is none of Atom's", name);
    REQUIRE(reading->depth < DEEPEST, "%s lies too deep", name);
    reading->path[reading->depth++] = text("%s", strrchr(name, ' ') + 1);
    reading->characters = text("%s", "");
    for (; *attributes != NULL; attributes += 2) {
        rel = strcmp(attributes[0], "rel") == 0 ? attributes[1] : rel;
        href = strcmp(attributes[0], "href") == 0 ? attributes[1] : href;
    }
    if (rel != NULL && href != NULL)
        reading->found = text("%s%slink@%s=%s\n", reading->found,
                              reading->depth == 3 ? "entry/" : "", rel, href);
}

static void hear(void *data, const char *bytes, int length)
{
    struct reading *reading = data;

    reading->characters = text("%s%.*s", reading->characters, length, bytes);
}

static void close_element(void *data, const char *name)
{
    struct reading *reading = data;

    (void)name;
    if (reading->depth >= 2)
        reading->found =
            text("%s%s%s=%s\n", reading->found, reading->depth >= 3 ? "entry/" : "",
                 reading->path[reading->depth - 1], reading->characters);
    reading->depth--;
}

/* What is in a feed; ends the test if it is no well-formed XML. */
static const char *read_feed(const struct answer *answer)
{
    struct reading reading = {.parser = XML_ParserCreateNS(NULL, ' '),
                              .found = text("%s", "\n")};
    bool whole;

    REQUIRE_STATUS(answer, 200);
    EXPECT_HEADER(answer, "Content-Type", "application/atom+xml; charset=utf-8");
    XML_SetUserData(reading.parser, &reading);
    XML_SetElementHandler(reading.parser, open_element, close_element);
    XML_SetCharacterDataHandler(reading.parser, hear);
    whole =
        XML_Parse(reading.parser, answer->body, (int)answer->length, 1) == XML_STATUS_OK;
    EXPECT(whole, "it is no XML: %s at line %lu",
           XML_ErrorString(XML_GetErrorCode(reading.parser)),
           XML_GetCurrentLineNumber(reading.parser));
    XML_ParserFree(reading.parser);
    return reading.found;
}

#define EXPECT_FOUND(found, line)                                                        \
    EXPECT(strstr(found, text("\n%s\n", line)) != NULL, "no \"%s\" in%s", line, found)

static void of_album(void)
{
    const struct person *who = sign_up();
    int64_t album_id = album(30);
    struct answer *shown = get(text("/api/v1/albums/%" PRId64, album_id));
    const char *base = site(), *found;
    struct answer *made = post(
        who->token, "/api/v1/reviews",
        text(
            "{\"album_id\": %" PRId64 ", \"title\": \"<Loud> & clear\", "
            "\"content\": \"One ]]> two\\n\\\"three\\\" \xf0\x9f\x8e\xb5\", \"rating\": 4.5}",
            album_id));

    REQUIRE_STATUS(made, 201);
    found = read_feed(get(text(FEED "?album_id=%" PRId64, album_id)));
    EXPECT_FOUND(found, text("title=Reviews of %s by %s", text_at(shown, "/title"),
                             text_at(shown, "/artist")));
    EXPECT_FOUND(found, text("link@self=%s" FEED "?album_id=%" PRId64, base, album_id));
    EXPECT_FOUND(found, text("link@alternate=%s/albums/%" PRId64, base, album_id));
    EXPECT_FOUND(found, text("updated=%s", text_at(made, "/updated_at")));
    EXPECT_FOUND(found, "entry/title=<Loud> & clear (4.5 of 5)");
    EXPECT_FOUND(found, text("entry/name=%s", who->name));
    EXPECT_FOUND(found, text("entry/published=%s", text_at(made, "/created_at")));
    EXPECT_FOUND(found, "entry/content=One ]]> two\n\"three\" \xf0\x9f\x8e\xb5");
    EXPECT_FOUND(found, text("entry/link@alternate=%s/albums/%" PRId64, base, album_id));
    EXPECT_FOUND(found, text("entry/id=tag:127.0.0.1,2026:/reviews/%" PRId64,
                             int_at(made, "/id")));
    EXPECT_FOUND(found,
                 text("id=tag:127.0.0.1,2026:/reviews?album_id=%" PRId64, album_id));
}

static void of_user(void)
{
    const struct person *who = sign_up();
    const char *path = text(FEED "?user_id=%" PRId64, who->id), *found;
    struct answer *shown = get(text("/api/v1/albums/%" PRId64, album(31)));

    REQUIRE_STATUS(review(who, album(31), "First", "C"), 201);
    REQUIRE_STATUS(review(who, album(32), "Second", "C"), 201);
    found = read_feed(get(path));
    EXPECT_FOUND(found, text("title=Reviews by %s", who->name));
    EXPECT_FOUND(found, text("link@alternate=%s/users/%s", site(), who->name));
    EXPECT_FOUND(found, text("entry/title=%s by %s: First", text_at(shown, "/title"),
                             text_at(shown, "/artist")));
    EXPECT(strstr(found, ": Second") < strstr(found, ": First"), "the newest is first");
    found = read_feed(get(text("%s&limit=1", path)));
    EXPECT(strstr(found, ": First") == NULL, "a page is as long as it may be");
    found = strstr(found, "link@next=");
    REQUIRE(found != NULL, "the first page leads to no other");
    found += strlen("link@next=") + strlen(site());
    /* the page that follows is as long as is usual */
    found = read_feed(get(text("%.*s", (int)strcspn(found, "\n"), found)));
    EXPECT(strstr(found, ": First") != NULL && strstr(found, ": Second") == NULL,
           "the next page goes on:%s", found);
}

static void published_only(void)
{
    const struct person *who = sign_up();
    const char *path = text(FEED "?user_id=%" PRId64, who->id), *found;
    struct answer *hidden = review(who, album(31), "To be hidden", "C");

    REQUIRE_STATUS(post(who->token, "/api/v1/reviews",
                        text("{\"album_id\": %" PRId64 ", \"title\": \"Unfinished\", "
                             "\"content\": \"C\", \"draft\": true}",
                             album(32))),
                   201);
    REQUIRE_STATUS(put(moderator()->token, text("%s/hidden", written_path(hidden)),
                       "{\"hidden\": true, \"reason\": \"R\"}"),
                   200);
    /* not even to the author, nor to a moderator: it is what a reader keeps */
    found = read_feed(get_as(who->token, path));
    EXPECT(strstr(found, "entry/") == NULL, "there is%s", found);
    found = read_feed(get_as(moderator()->token, path));
    EXPECT(strstr(found, "entry/") == NULL, "there is%s", found);
    EXPECT_FOUND(found, "title=Reviews");
    EXPECT_FOUND(found, "updated=2026-01-01T00:00:00.000Z");
}

static void conditional(void)
{
    const struct person *who = sign_up();
    const char *path = text(FEED "?user_id=%" PRId64, who->id);
    struct answer *first, *again;

    REQUIRE_STATUS(review(who, album(33), "T", "C"), 201);
    first = get(path);
    EXPECT_HEADER_HOLDS(first, "Last-Modified", " GMT");
    again = CALL(.path = path,
                 .headers = {text("If-None-Match: %s", answer_header(first, "ETag"))});
    EXPECT_STATUS(again, 304);
    again = CALL(.path = path, .headers = {text("If-Modified-Since: %s",
                                                answer_header(first, "Last-Modified"))});
    EXPECT_STATUS(again, 304);
    EXPECT_STATUS(CALL(.method = "HEAD", .path = path), 200);
    REQUIRE_STATUS(review(who, album(34), "T", "C"), 201);
    again = CALL(.path = path, .token = who->token,
                 .headers = {text("If-None-Match: %s", answer_header(first, "ETag"))});
    EXPECT_STATUS(again, 200);
}

/* Two names of one site: neither is answered with the other's address, from the cache
 * either. */
static void by_host(void)
{
    const char *const paths[] = {text(FEED "?album_id=%" PRId64, album(35)),
                                 text("/api/v1/albums/%" PRId64 "/preview", album(35))};

    for (size_t i = 0; i < 2; i++) {
        struct answer *one = CALL(.path = paths[i], .headers = {"Host: one.example"}),
                      *two = CALL(.path = paths[i], .headers = {"Host: two.example:81"}),
                      *odd = CALL(.path = paths[i], .headers = {"Host: <script>"});

        EXPECT(strstr(one->body, "http://one.example/") != NULL, "%s", one->body);
        EXPECT(strstr(two->body, "http://two.example:81/") != NULL, "%s", two->body);
        EXPECT(strstr(two->body, "one.example") == NULL, "%s", two->body);
        EXPECT(strstr(odd->body, "<script>/") == NULL, "%s", odd->body);
    }
}

static void refused(void)
{
    EXPECT_PROBLEM(get(FEED "?album_id=9007199254740991"), 404, "not-found");
    EXPECT_PROBLEM(get(FEED "?album_id=x"), 400, "bad-parameter");
    EXPECT_PROBLEM(get(FEED "?cursor=x"), 400, "bad-cursor");
    EXPECT_PROBLEM(get(FEED "?format=rss"), 400, "bad-parameter");
    EXPECT_PROBLEM(post(NULL, FEED, "{}"), 405, "method-not-allowed");
}

static const struct test tests[] = {
    {"GET /reviews/feed: an album's, well-formed whatever people write", of_album      },
    {"GET /reviews/feed: a user's, with its next page",                  of_user       },
    {"GET /reviews/feed: what is published, whoever asks",               published_only},
    {"GET /reviews/feed: ETag, Last-Modified, 304, HEAD",                conditional   },
    {"feeds and previews: a host is never shown another's address",      by_host       },
    {"GET /reviews/feed: 400, 404, 405",                                 refused       },
};
const struct suite feeds_suite = SUITE("feeds", tests);
