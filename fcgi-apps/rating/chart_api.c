/* chart_api.c - GET /charts: the best, the most rated, and those rated more than usual.
 */
#include "core/reply.h"
#include "core/request.h"
#include "rating/chart_store.h"
#include "rating/routes.h"

#include "core/banned.h"

int chart_list(struct request *rq)
{
    struct page page;
    int listed = chart_store_list(rq->db, rq->arena, rq->query, &page);

    return reply_page(rq, listed, &page);
}
