/* song_api.c - GET /songs, /songs/{id}. */
#include "catalog/song_store.h"
#include "catalog/routes.h"
#include "catalog/search_find.h"
#include "core/reply.h"

#include "core/banned.h"

int song_list(struct request *rq)
{
    struct page page;
    int listed = search_filter(rq->db, rq->arena, rq->query, SEARCH_SONG);

    if (listed == 0)
        listed = song_store_list(rq->db, rq->arena, rq->query, &page);
    return reply_page(rq, listed, &page);
}

int song_show(struct request *rq)
{
    struct song song;
    int found = song_store_find(rq->db, rq->arena, rq->id, &song);

    return reply_found(rq, found, "song", &song_shape, &song, (uint64_t)song.version);
}
