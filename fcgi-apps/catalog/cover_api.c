/* cover_api.c - GET, PUT and DELETE /albums/{id}/cover. */
#include "catalog/cover_api.h"

#include <inttypes.h>

#include "catalog/album_edit.h"
#include "catalog/album_merge.h"
#include "catalog/album_store.h"
#include "catalog/cover_drawing.h"
#include "catalog/cover_program.h"
#include "catalog/cover_store.h"
#include "catalog/history_store.h"
#include "catalog/routes.h"
#include "core/arena.h"
#include "core/problem.h"
#include "core/reply.h"

#include "core/banned.h"

/* `v` is what cover_url has, so that a new cover has a new address. */
static const struct filter filters[] = {
    FILTER("size", BY_CHOICE, NULL, .choices = "small medium large"),
    FILTER("v", BY_INT, NULL, .min = 1, .max = 4294967295.0),
};
const struct listing cover_parameters = {FILTERS(filters)};

const struct shape cover_body = {
    .media = "image/jpeg image/png image/webp",
    .body_most = 2 * 1024 * 1024,
};

static int show_drawing(struct request *rq)
{
    size_t length;
    const char *drawing = cover_draw(rq->arena, rq->id, &length);

    if (drawing == NULL)
        return fail(rq, P_UNAVAILABLE,
                    "The server is out of memory. Try again in a moment.");
    rq->reply.resource = true;
    return reply_bytes(rq, 200, "image/svg+xml", drawing, length);
}

int album_cover(struct request *rq)
{
    const struct db_arg *version = query_value(rq->query, "v"),
                        *size = query_value(rq->query, "size");
    struct album album;
    struct cover cover;
    int found = album_store_find(rq->db, rq->arena, rq->id, &album);

    if (found == 0)
        return album_merge_follow(rq, "/cover");
    if (found < 0)
        return reply_found(rq, found, "album", &album_shape, &album, 0);
    if (album.cover_version == 0)
        return show_drawing(rq);
    found = cover_store_find(rq->db, rq->arena, rq->id,
                             size == NULL ? "medium" : size->bytes.at, &cover);
    if (found < 1)
        return fail(rq, P_DATABASE, "cover of album %" PRIu64, rq->id);
    rq->reply.lasting = version != NULL && version->integer == album.cover_version;
    rq->reply.resource = true;
    rq->reply.version = (uint64_t)album.cover_version;
    return reply_bytes(rq, 200, cover.type, cover.image.at, cover.image.length);
}

/* The album of the path, locked. False after answering. */
static bool take(struct request *rq, struct standing *out)
{
    int found = album_store_lock(rq->db, rq->arena, rq->id, out);

    if (found == 1 && !out->deleted)
        return reply_unchanged(rq, (uint64_t)out->version);
    reply_found(rq, found < 0 ? found : 0, "album", &album_shape, NULL, 0);
    return false;
}

/* The album has another cover, or none (`version` 0). 0 or -1. */
static int keep(struct request *rq, const struct standing *standing, int64_t version)
{
    struct album album;
    struct edit edit = {
        .kind = "album",
        .subject_id = rq->id,
        .user_id = rq->caller.id,
        .username = rq->caller.name,
        .version = standing->version + 1,
        .action = "updated",
    };

    if (album_store_find(rq->db, rq->arena, rq->id, &album) != 1 ||
        album_store_cover(rq->db, rq->id, version) != 0)
        return -1;
    edit.changes = arena_printf(
        rq->arena, "[{\"field\":\"cover\",\"before\":%" PRId64 ",\"after\":%" PRId64 "}]",
        album.cover_version, version);
    return edit.changes == NULL || history_store_add(rq->db, &edit) != 0
               ? -1
               : album_publish(rq, "album.updated", rq->id);
}

int album_cover_set(struct request *rq)
{
    struct blob images[COVER_SIZES];
    struct standing standing;
    const char *why;

    switch (cover_make(rq->content, rq->content_length, rq->arena, images, &why)) {
    case COVER_MADE:
        break;
    case COVER_REFUSED:
        return fail(rq, P_INVALID, "The picture %.200s.", why);
    case COVER_FAILED:
        return fail(rq, P_UNAVAILABLE, "Pictures cannot be read just now.");
    }
    if (!take(rq, &standing))
        return 0;
    if (cover_store_set(rq->db, rq->id, images) != 0 ||
        keep(rq, &standing, standing.version + 1) != 0)
        return fail(rq, P_DATABASE, "cover of album %" PRIu64, rq->id);
    return album_editable.show(rq, rq->id, 200);
}

int album_cover_remove(struct request *rq)
{
    struct standing standing;
    struct album album;

    if (!take(rq, &standing))
        return 0;
    if (album_store_find(rq->db, rq->arena, rq->id, &album) != 1)
        return fail(rq, P_DATABASE, "album %" PRIu64, rq->id);
    if (album.cover_version == 0)
        return fail(rq, P_NOT_FOUND, "Album %" PRIu64 " has no uploaded cover.", rq->id);
    if (cover_store_remove(rq->db, rq->id) != 0 || keep(rq, &standing, 0) != 0)
        return fail(rq, P_DATABASE, "cover of album %" PRIu64, rq->id);
    return reply_empty(rq, 204);
}
