/* album_api.c - GET /albums, /albums/{id}. The cover is cover_api.c, changes are
 * album_edit.c. */
#include <inttypes.h>

#include "catalog/album_store.h"
#include "catalog/ids.h"
#include "catalog/routes.h"
#include "catalog/search_find.h"
#include "core/arena.h"
#include "core/reply.h"

#include "core/banned.h"

int album_list(struct request *rq)
{
    struct page page;
    int listed = search_filter(rq->db, rq->arena, rq->query, SEARCH_ALBUM);

    if (listed == 0)
        listed = album_store_list(rq->db, rq->arena, rq->query, &page);
    return reply_page(rq, listed, &page);
}

/* An album that was merged is found where it is now. */
static int show_gone(struct request *rq)
{
    struct standing standing = {0};
    int found = album_store_standing(rq->db, rq->arena, rq->id, &standing);

    if (found < 1 || standing.merged_into == 0)
        return reply_found(rq, found < 0 ? found : 0, "album", &album_shape, NULL, 0);
    rq->reply.location =
        arena_printf(rq->arena, "/api/v1/albums/%" PRIu64, standing.merged_into);
    return reply_empty(rq, 308);
}

int album_show(struct request *rq)
{
    struct album album;
    int found = album_store_find(rq->db, rq->arena, rq->id, &album);

    if (found == 0)
        return show_gone(rq);
    return reply_found(rq, found, "album", &album_shape, &album, (uint64_t)album.version);
}
