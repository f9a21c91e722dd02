/* feed_api.c - GET /reviews/feed: what GET /reviews lists, as an Atom feed, for readers
 * that look again by themselves. */
#include <inttypes.h>
#include <string.h>

#include "core/arena.h"
#include "core/internal_call.h"
#include "core/problem.h"
#include "core/reply.h"
#include "rating/feed_text.h"
#include "rating/review_store.h"
#include "rating/routes.h"

#include "core/banned.h"

#define CATALOG_MS 300 /* how long a feed waits for the names of its albums */

static uint64_t asked(const struct request *rq, const char *filter)
{
    const struct db_arg *arg = query_value(rq->query, filter);

    return arg == NULL ? 0 : arg->uint;
}

/* The albums that reviews are of, as the catalogue shows them, in one call. NULL: it does
   not answer, and the feed goes without their names. */
static const json_t *albums_of(struct request *rq, const struct feed *feed)
{
    const char *ids =
        feed->album_id == 0 ? NULL : arena_printf(rq->arena, "%" PRIu64, feed->album_id);
    json_t *answer = NULL;

    for (size_t i = 0; feed->album_id == 0 && i < feed->count; i++)
        ids = arena_printf(rq->arena, "%s%s%" PRIu64, ids == NULL ? "" : ids,
                           ids == NULL ? "" : ",", feed->reviews[i].album_id);
    if (ids == NULL ||
        internal_get(
            rq->internal,
            arena_printf(rq->arena, "/pools/catalog/api/v1/albums?limit=100&ids=%s", ids),
            CATALOG_MS, &answer) != 200)
        return NULL;
    return json_object_get(answer, "albums");
}

int review_feed(struct request *rq)
{
    struct query query = *rq->query;
    struct page page;
    struct feed feed = {
        .origin = request_origin(rq),
        .album_id = asked(rq, "album_id"),
        .user_id = asked(rq, "user_id"),
    };
    const char *text;
    char changed[32];

    query.caller_id = 0; /* it holds what everybody may see, whoever asks */
    if (review_store_list(rq->db, rq->arena, &query, false, &page) < 0)
        return fail(rq, P_DATABASE, "reviews");
    feed.reviews = page.rows.items;
    feed.count = page.rows.count;
    feed.next_cursor = page.next_cursor;
    feed.albums = albums_of(rq, &feed);
    if (feed.album_id != 0 && feed.albums != NULL &&
        feed_album(feed.albums, feed.album_id) == NULL)
        return fail(rq, P_NOT_FOUND, "There is no album %" PRIu64 ".", feed.album_id);
    text = feed_text(rq->arena, &feed);
    if (text == NULL)
        return fail(rq, P_UNAVAILABLE,
                    "The server is out of memory. Try again in a moment.");
    feed_http_date(feed_changed(&feed), changed, sizeof changed);
    reply_header(rq, "Last-Modified: %s\r\n", changed);
    rq->reply.resource = true;
    return reply_bytes(rq, 200, "application/atom+xml; charset=utf-8", text,
                       strlen(text));
}
