/* artist_api.c - GET /artists, /artists/{id}. */
#include "catalog/artist_store.h"
#include "catalog/routes.h"
#include "catalog/search_find.h"
#include "core/reply.h"

#include "core/banned.h"

int artist_list(struct request *rq)
{
    struct page page;
    int listed = search_filter(rq->db, rq->arena, rq->query, SEARCH_ARTIST);

    if (listed == 0)
        listed = artist_store_list(rq->db, rq->arena, rq->query, &page);
    return reply_page(rq, listed, &page);
}

int artist_show(struct request *rq)
{
    struct artist artist;
    int found = artist_store_find(rq->db, rq->arena, rq->id, &artist);

    return reply_found(rq, found, "artist", &artist_shape, &artist,
                       (uint64_t)artist.version);
}
