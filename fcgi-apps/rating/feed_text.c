/* feed_text.c - reviews written as an Atom feed (RFC 4287). */
#include "rating/feed_text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/arena.h"
#include "core/markup.h"

#include "core/banned.h"

/* A feed with nothing in it has to say when it was changed as well, and always the same.
 */
#define NEVER "2026-01-01T00:00:00.000Z"

#define TAG_YEAR "2026" /* of the ids' form (RFC 4151): they must never change */

const json_t *feed_album(const json_t *albums, uint64_t id)
{
    for (size_t i = 0; i < json_array_size(albums); i++) {
        const json_t *album = json_array_get(albums, i);

        if ((uint64_t)json_integer_value(json_object_get(album, "id")) == id)
            return album;
    }
    return NULL;
}

/* "OK Computer by Radiohead", escaped; NULL if the catalogue does not say. */
static const char *name_of(struct arena *arena, const json_t *albums, uint64_t id)
{
    const json_t *album = feed_album(albums, id);
    const char *title = json_string_value(json_object_get(album, "title")),
               *artist = json_string_value(json_object_get(album, "artist"));

    return title == NULL || artist == NULL
               ? NULL
               : arena_printf(arena, "%s by %s", markup_escape(arena, title),
                              markup_escape(arena, artist));
}

/* The host without scheme and port, whatever the site is reached by: ids outlive a move
   to https. */
static const char *authority(struct arena *arena, const char *origin)
{
    const char *host = strstr(origin, "://");
    size_t length = host == NULL ? 0 : strcspn(host + 3, ":[]/");

    return length == 0 ? "localhost" : arena_strndup(arena, host + 3, length);
}

/* "?album_id=12", or "". */
static const char *query_of(struct arena *arena, const struct feed *feed)
{
    const char *album = feed->album_id == 0
                            ? ""
                            : arena_printf(arena, "album_id=%" PRIu64, feed->album_id),
               *user = feed->user_id == 0
                           ? ""
                           : arena_printf(arena, "user_id=%" PRIu64, feed->user_id);

    return arena_printf(arena, "%s%s%s%s", feed->album_id + feed->user_id == 0 ? "" : "?",
                        album, feed->album_id != 0 && feed->user_id != 0 ? "&amp;" : "",
                        user);
}

/* Whose reviews they are, if they are one user's and there is one. */
static const char *author_of(const struct feed *feed)
{
    return feed->user_id == 0 || feed->count == 0 ? NULL : feed->reviews[0].username;
}

static const char *title_of(struct arena *arena, const struct feed *feed)
{
    const char *album =
        feed->album_id == 0 ? NULL : name_of(arena, feed->albums, feed->album_id);
    const char *of = album == NULL ? "" : arena_printf(arena, " of %s", album);
    const char *user = author_of(feed);
    const char *by =
        user == NULL ? "" : arena_printf(arena, " by %s", markup_escape(arena, user));

    return arena_printf(arena, "Reviews%s%s", of, by);
}

static const char *entry(struct arena *arena, const struct feed *feed,
                         const struct review *review)
{
    const char *album =
        feed->album_id != 0 ? NULL : name_of(arena, feed->albums, review->album_id);
    const char *stars = review->rating == 0 ? ""
                                            : arena_printf(arena, " (%.1f of 5)",
                                                           (double)review->rating / 2);

    return arena_printf(
        arena,
        "  <entry>\n"
        "    <id>tag:%s," TAG_YEAR ":/reviews/%" PRIu64 "</id>\n"
        "    <title>%s%s%s%s</title>\n"
        "    <author><name>%s</name></author>\n"
        "    <published>%s</published>\n"
        "    <updated>%s</updated>\n"
        "    <link rel=\"alternate\" type=\"text/html\" href=\"%s/albums/%" PRIu64
        "\"/>\n"
        "    <content type=\"text\">%s</content>\n"
        "  </entry>\n",
        authority(arena, feed->origin), review->id, album == NULL ? "" : album,
        album == NULL ? "" : ": ", markup_escape(arena, review->title), stars,
        review->username == NULL ? "somebody who has left"
                                 : markup_escape(arena, review->username),
        review->created_at, review->updated_at, feed->origin, review->album_id,
        markup_escape(arena, review->content));
}

const char *feed_changed(const struct feed *feed)
{
    const char *last = NULL;

    for (size_t i = 0; i < feed->count; i++)
        if (last == NULL || strcmp(feed->reviews[i].updated_at, last) > 0)
            last = feed->reviews[i].updated_at;
    return last == NULL ? NEVER : last;
}

void feed_http_date(const char *time, char *out, size_t size)
{
    struct tm tm = {.tm_isdst = 0};

    if (strptime(time, "%Y-%m-%dT%H:%M:%S", &tm) == NULL ||
        strftime(out, size, "%a, %d %b %Y %H:%M:%S GMT", &tm) == 0)
        *out = '\0';
}

/* The pieces, one after the other. */
static const char *joined(struct arena *arena, const char *const *pieces, size_t count)
{
    size_t length = 0, used = 0;
    char *all;

    for (size_t i = 0; i < count; i++)
        length += pieces[i] == NULL ? 0 : strlen(pieces[i]);
    all = arena_alloc(arena, length + 1);
    for (size_t i = 0; all != NULL && i < count; i++) {
        size_t n = pieces[i] == NULL ? 0 : strlen(pieces[i]);

        memcpy(all + used, pieces[i] == NULL ? "" : pieces[i], n);
        used += n;
    }
    return all;
}

/* What goes on elsewhere (RFC 5005), or "". */
static const char *next(struct arena *arena, const struct feed *feed, const char *query)
{
    return feed->next_cursor == NULL
               ? ""
               : arena_printf(arena,
                              "  <link rel=\"next\" href=\"%s/api/v1/reviews/feed"
                              "%s%scursor=%s\"/>\n",
                              feed->origin, query, *query == '\0' ? "?" : "&amp;",
                              feed->next_cursor);
}

/* The page that shows the same, to people. */
static const char *page_of(struct arena *arena, const struct feed *feed)
{
    const char *user = author_of(feed);

    if (feed->album_id != 0)
        return arena_printf(arena, "/albums/%" PRIu64, feed->album_id);
    return user == NULL ? "/"
                        : arena_printf(arena, "/users/%s", markup_escape(arena, user));
}

const char *feed_text(struct arena *arena, const struct feed *feed)
{
    size_t count = feed->count;
    const char *query = query_of(arena, feed);
    const char **pieces = arena_alloc(arena, (count + 2) * sizeof *pieces);

    if (pieces == NULL)
        return NULL;
    pieces[0] =
        arena_printf(arena,
                     "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                     "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
                     "  <id>tag:%s," TAG_YEAR ":/reviews%s</id>\n"
                     "  <title>%s</title>\n"
                     "  <updated>%s</updated>\n"
                     "  <generator>Vinylhound</generator>\n"
                     "  <link rel=\"self\" type=\"application/atom+xml\" "
                     "href=\"%s/api/v1/reviews/feed%s\"/>\n"
                     "  <link rel=\"alternate\" type=\"text/html\" href=\"%s%s\"/>\n"
                     "%s",
                     authority(arena, feed->origin), query, title_of(arena, feed),
                     feed_changed(feed), feed->origin, query, feed->origin,
                     page_of(arena, feed), next(arena, feed, query));
    for (size_t i = 0; i < count; i++)
        pieces[i + 1] = entry(arena, feed, &feed->reviews[i]);
    pieces[count + 1] = "</feed>\n";
    return arena_failed(arena) ? NULL : joined(arena, pieces, count + 2);
}
