/* history_api.c - GET /albums/{id}/history, and those of artists and songs. */
#include <inttypes.h>

#include "catalog/album_store.h"
#include "catalog/artist_store.h"
#include "catalog/history_store.h"
#include "catalog/routes.h"
#include "catalog/song_store.h"
#include "core/problem.h"
#include "core/reply.h"

#include "core/banned.h"

/* What is gone keeps its history, and what nobody has edited has an empty one: only what
   never was has none. */
static int show_history(struct request *rq, const char *noun,
                        int (*stands)(struct db *db, struct arena *arena, uint64_t id,
                                      struct standing *out))
{
    struct standing standing;
    struct page page;
    int listed = history_store_list(rq->db, rq->arena, rq->query, &page), found = 1;

    if (listed == 0 && page.rows.count == 0)
        found = stands(rq->db, rq->arena, rq->id, &standing);
    if (found == 0)
        return fail(rq, P_NOT_FOUND, "There is no %s %" PRIu64 ".", noun, rq->id);
    return reply_page(rq, found < 0 ? found : listed, &page);
}

int album_history(struct request *rq)
{
    return show_history(rq, "album", album_store_standing);
}

int artist_history(struct request *rq)
{
    return show_history(rq, "artist", artist_store_standing);
}

int song_history(struct request *rq)
{
    return show_history(rq, "song", song_store_standing);
}
