/* album_api.c - GET /albums, /albums/{id}. The cover is cover_api.c, changes are
 * album_edit.c. */
#include "catalog/album_merge.h"
#include "catalog/album_store.h"
#include "catalog/routes.h"
#include "catalog/search_find.h"
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

int album_show(struct request *rq)
{
    struct album album;
    int found = album_store_find(rq->db, rq->arena, rq->id, &album);

    if (found == 0)
        return album_merge_follow(rq, "");
    return reply_found(rq, found, "album", &album_shape, &album, (uint64_t)album.version);
}
