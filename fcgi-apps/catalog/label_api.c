/* label_api.c - GET /labels, /labels/{id}. */
#include "catalog/label_store.h"
#include "catalog/routes.h"
#include "core/reply.h"

#include "core/banned.h"

int label_list(struct request *rq)
{
    struct page page;
    int listed = label_store_list(rq->db, rq->arena, rq->query, &page);

    return reply_page(rq, listed, &page);
}

int label_show(struct request *rq)
{
    struct label label;
    int found = label_store_find(rq->db, rq->arena, rq->id, &label);

    return reply_found(rq, found, "label", &label_shape, &label, 0);
}
