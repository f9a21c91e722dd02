/* genre_api.c - GET /genres. */
#include "catalog/genre_store.h"
#include "catalog/routes.h"
#include "core/reply.h"

#include "core/banned.h"

int genre_list(struct request *rq)
{
    struct page page;
    int listed = genre_store_list(rq->db, rq->arena, rq->query, &page);

    return reply_page(rq, listed, &page);
}
