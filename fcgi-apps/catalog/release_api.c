/* release_api.c - GET /releases, /releases/{id}. */
#include "catalog/release_store.h"
#include "catalog/routes.h"
#include "core/reply.h"

#include "core/banned.h"

int release_list(struct request *rq)
{
    struct page page;
    int listed = release_store_list(rq->db, rq->arena, rq->query, &page);

    return reply_page(rq, listed, &page);
}

int release_show(struct request *rq)
{
    struct release release;
    int found = release_store_find(rq->db, rq->arena, rq->id, &release);

    return reply_found(rq, found, "release", &release_shape, &release, 0);
}
