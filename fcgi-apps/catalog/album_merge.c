/* album_merge.c - POST /albums/{id}/merge: two albums that are one. The pressings move;
 * ratings, reviews and copies follow by the event. */
#include "catalog/album_merge.h"

#include <inttypes.h>

#include "catalog/album_counts.h"
#include "catalog/album_edit.h"
#include "catalog/album_store.h"
#include "catalog/history_store.h"
#include "catalog/release_store.h"
#include "catalog/routes.h"
#include "core/arena.h"
#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"
#include "core/shape_diff.h"

#include "core/banned.h"

static const struct field fields[] = {
    FIELD(struct merge_body, into, FIELD_ID, .flags = REQUIRED),
};
const struct shape merge_body_shape = SHAPE(struct merge_body, fields);

/* Locks both, the one with the lower id first: two merges at once wait in one direction.
   False after answering. */
static bool take_both(struct request *rq, uint64_t into, struct standing *from)
{
    uint64_t first = rq->id < into ? rq->id : into;
    struct standing standing[2] = {{0}};

    for (int i = 0; i < 2; i++)
        if (album_store_lock(rq->db, rq->arena, i == 0 ? first : rq->id + into - first,
                             &standing[i]) < 0) {
            fail(rq, P_DATABASE, "album %" PRIu64, rq->id);
            return false;
        }
    *from = standing[first == rq->id ? 0 : 1];
    if (from->id == 0 || from->deleted)
        fail(rq, P_NOT_FOUND, "There is no album %" PRIu64 ".", rq->id);
    else if (standing[first == rq->id ? 1 : 0].id == 0 ||
             standing[first == rq->id ? 1 : 0].deleted)
        fail_field(rq, "into", "unknown", "names no album: there is no album %" PRIu64,
                   into);
    else
        return reply_unchanged(rq, (uint64_t)from->version);
    return false;
}

/* What both albums' histories say. */
static int keep(struct request *rq, uint64_t into, int64_t version,
                const struct album_body *gone)
{
    struct edit edit = {
        .kind = "album",
        .subject_id = rq->id,
        .user_id = rq->caller.id,
        .username = rq->caller.name,
        .version = version,
        .action = "merged",
        .changes = shape_diff(&album_body_shape, gone, NULL),
    };
    struct standing other;

    if (edit.changes == NULL || history_store_add(rq->db, &edit) != 0 ||
        album_store_standing(rq->db, rq->arena, into, &other) != 1)
        return -1;
    edit.subject_id = into;
    edit.version = other.version;
    edit.changes = arena_printf(
        rq->arena, "[{\"field\":\"merged\",\"before\":null,\"after\":%" PRIu64 "}]",
        rq->id);
    return edit.changes == NULL ? -1 : history_store_add(rq->db, &edit);
}

static int merge(struct request *rq, uint64_t into, int64_t version)
{
    struct album_body gone;
    int64_t moved;

    if (album_load(rq, rq->id, &gone) != 0 ||
        (moved = release_store_move(rq->db, rq->id, into)) < 0 ||
        album_store_merge(rq->db, rq->id, into, moved) != 0 ||
        album_counts_follow(rq, &gone, NULL) != 0 ||
        keep(rq, into, version, &gone) != 0 || album_index(rq, rq->id, false) != 0 ||
        album_index(rq, into, true) != 0)
        return -1;
    return event_publish(rq, "album.merged", rq->id,
                         json_pack("{s:I}", "into", (json_int_t)into));
}

int album_merge(struct request *rq)
{
    const struct merge_body *body = rq->body;
    struct standing from;

    if (body->into == rq->id)
        return fail_field(rq, "into", "range", "is the album itself");
    if (!take_both(rq, body->into, &from))
        return 0;
    if (merge(rq, body->into, from.version + 1) != 0)
        return fail(rq, P_DATABASE, "album %" PRIu64, rq->id);
    return album_editable.show(rq, body->into, 200);
}

int album_merge_follow(struct request *rq, const char *below)
{
    struct standing standing = {0};
    int found = album_store_standing(rq->db, rq->arena, rq->id, &standing);

    if (found < 1 || standing.merged_into == 0)
        return reply_found(rq, found < 0 ? found : 0, "album", &album_shape, NULL, 0);
    rq->reply.location = arena_printf(rq->arena, "/api/v1/albums/%" PRIu64 "%s",
                                      standing.merged_into, below);
    return reply_empty(rq, 308);
}
