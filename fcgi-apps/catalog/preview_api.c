/* preview_api.c - GET /albums/{id}/preview: what stands in the head of the album's page,
 * so that whoever follows a link without running the page (a messenger, a search engine)
 * can show what it leads to: Open Graph (https://ogp.me) and JSON-LD of a schema.org
 * MusicAlbum. The gateway puts it into the page (conf/gateway/static.conf). */
#include <inttypes.h>
#include <string.h>

#include "catalog/album_store.h"
#include "catalog/routes.h"
#include "core/arena.h"
#include "core/markup.h"
#include "core/problem.h"
#include "core/reply.h"

#include "core/banned.h"

/* "Album by Artist, 1973. Rated 4.12 of 5 by 17." */
static const char *description(struct arena *arena, const struct album *album)
{
    const char *year = album->release_year == 0
                           ? ""
                           : arena_printf(arena, ", %" PRId64, album->release_year);
    const char *rated = album->rating_count == 0
                            ? ""
                            : arena_printf(arena, " Rated %.2f of 5 by %" PRId64 ".",
                                           album->weighted_rating, album->rating_count);

    return arena_printf(arena, "%s by %s%s.%s", album->title, album->artist, year, rated);
}

static json_t *lines(const char *text)
{
    json_t *list = json_array();

    while (text != NULL && *text != '\0') {
        size_t length = strcspn(text, "\n");

        json_array_append_new(list, json_stringn(text, length));
        text += length + (text[length] == '\n');
    }
    return list;
}

/* The album as schema.org says it. In a script no `<` may stand, lest it end there. */
static const char *linked_data(struct arena *arena, const struct album *album,
                               const char *url, const char *cover)
{
    json_t *data = json_pack(
        "{s:s, s:s, s:s, s:{s:s, s:s}, s:o, s:s, s:s}", "@context", "https://schema.org",
        "@type", "MusicAlbum", "name", album->title, "byArtist", "@type", "MusicGroup",
        "name", album->artist, "genre", lines(album->genres), "url", url, "image", cover);
    size_t used = 0;
    char *text, *out;

    if (album->release_year != 0)
        json_object_set_new(data, "datePublished",
                            json_sprintf("%04" PRId64, album->release_year));
    if (album->rating_count > 0)
        json_object_set_new(data, "aggregateRating",
                            json_pack("{s:s, s:f, s:I, s:f, s:f}", "@type",
                                      "AggregateRating", "ratingValue",
                                      album->weighted_rating, "ratingCount",
                                      (json_int_t)album->rating_count, "bestRating", 5.0,
                                      "worstRating", 0.5));
    text = json_dumps(data, JSON_COMPACT | JSON_REAL_PRECISION(4));
    out = text == NULL ? NULL : arena_alloc(arena, strlen(text) * 6 + 1);
    for (; out != NULL && *text != '\0'; text++) {
        size_t n = *text == '<' ? 6 : 1;

        memcpy(out + used, *text == '<' ? "\\u003c" : text, n);
        used += n;
    }
    return out;
}

/* What the page asks for first, so that it need not wait for its script. */
static const char *early(struct arena *arena, const struct album *album)
{
    return arena_printf(arena,
                        "<link rel=\"preload\" as=\"image\" href=\"%s\" "
                        "fetchpriority=\"high\" />\n"
                        "<link rel=\"preload\" as=\"fetch\" crossorigin "
                        "href=\"/api/v1/albums/%" PRIu64 "\" />\n",
                        album->cover_url, album->id);
}

int album_preview(struct request *rq)
{
    struct album album;
    struct arena *arena = rq->arena;
    int found = album_store_find(rq->db, arena, rq->id, &album);
    const char *title, *said, *url, *cover, *feed, *data, *head;

    if (found < 1)
        return reply_found(rq, found, "album", &album_shape, &album, 0);
    title = markup_escape(arena,
                          arena_printf(arena, "%s \u2013 %s", album.title, album.artist));
    said = markup_escape(arena, description(arena, &album));
    url = arena_printf(arena, "%s/albums/%" PRIu64, request_origin(rq), rq->id);
    cover = arena_printf(arena, "%s/api/v1/albums/%" PRIu64 "/cover", request_origin(rq),
                         rq->id);
    feed = arena_printf(arena, "%s/api/v1/reviews/feed?album_id=%" PRIu64,
                        request_origin(rq), rq->id);
    data = linked_data(arena, &album, url, cover);
    head = arena_printf(arena,
                        "<title>%s \u00b7 Vinylhound</title>\n"
                        "<meta name=\"description\" content=\"%s\" />\n"
                        "<link rel=\"canonical\" href=\"%s\" />\n"
                        "<link rel=\"alternate\" type=\"application/atom+xml\" "
                        "title=\"Reviews\" href=\"%s\" />\n"
                        "<meta property=\"og:type\" content=\"music.album\" />\n"
                        "<meta property=\"og:site_name\" content=\"Vinylhound\" />\n"
                        "<meta property=\"og:title\" content=\"%s\" />\n"
                        "<meta property=\"og:description\" content=\"%s\" />\n"
                        "<meta property=\"og:url\" content=\"%s\" />\n"
                        "<meta property=\"og:image\" content=\"%s\" />\n"
                        "<script type=\"application/ld+json\">%s</script>\n%s",
                        title, said, url, feed, title, said, url, cover,
                        data == NULL ? "" : data, early(arena, &album));
    if (data == NULL || head == NULL || arena_failed(arena))
        return fail(rq, P_UNAVAILABLE,
                    "The server is out of memory. Try again in a moment.");
    return reply_bytes(rq, 200, "text/html; charset=utf-8", head, strlen(head));
}
