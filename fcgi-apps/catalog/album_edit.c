/* album_edit.c - POST /albums, PUT and DELETE /albums/{id}, and what an undo does. */
#include "catalog/album_edit.h"

#include <inttypes.h>
#include <string.h>

#include "catalog/album_counts.h"
#include "catalog/album_parts_store.h"
#include "catalog/album_store.h"
#include "catalog/facet_store.h"
#include "catalog/routes.h"
#include "catalog/search_store.h"
#include "catalog/song_store.h"
#include "core/arena.h"
#include "core/event.h"
#include "core/reply.h"

#include "core/banned.h"

static int lock(struct request *rq, uint64_t id, struct standing *out)
{
    return album_store_lock(rq->db, rq->arena, id, out);
}

static enum step step_of(int result)
{
    return result == 0 ? STEP_DONE : STEP_FAILED;
}

/* What stands in other tables: the credit, genres, styles and songs that have changed. */
static int write_parts(const struct change *change)
{
    const struct album_body *body = change->after;
    struct db *db = change->rq->db;
    struct arena *arena = change->rq->arena;

    if (edit_touches(change, "artists") &&
        (album_parts_store_set_credits(db, arena, change->id, body) != 0 ||
         song_store_credit(db, change->id, body->artist_id) != 0))
        return -1;
    if (edit_touches(change, "genres") &&
        album_parts_store_set_genres(db, change->id, &body->genre_ids) != 0)
        return -1;
    if (edit_touches(change, "styles") &&
        album_parts_store_set_styles(db, change->id, &body->style_ids) != 0)
        return -1;
    if (edit_touches(change, "tracks") &&
        song_store_replace(db, arena, change->id, body->artist_id, &body->tracks) != 0)
        return -1;
    return album_counts_follow(change->rq, change->before, body);
}

static enum step create(struct change *change)
{
    return step_of(album_store_add(change->rq->db, change->after, &change->id) != 0 ||
                   write_parts(change) != 0);
}

static enum step update(struct change *change)
{
    return step_of(
        album_store_set(change->rq->db, change->id, change->after, change->fields) != 0 ||
        write_parts(change) != 0);
}

static enum step remove_album(struct change *change)
{
    return step_of(album_store_remove(change->rq->db, change->id) != 0 ||
                   album_counts_follow(change->rq, change->before, NULL) != 0);
}

/* The row and its parts are there as they were. */
static enum step restore(struct change *change)
{
    return step_of(album_store_restore(change->rq->db, change->id) != 0 ||
                   album_counts_follow(change->rq, NULL, change->after) != 0);
}

static const struct field told_fields[] = {
    FIELD(struct album, artist_id, FIELD_ID),
    FIELD(struct album, release_year, FIELD_YEAR),
    FIELD(struct album, genres, FIELD_LINES),
};
static const struct shape told_shape = SHAPE(struct album, told_fields);

int album_index(struct request *rq, uint64_t id, bool there)
{
    if (there)
        return facet_store_put(rq->db, id) != 0 ||
                       search_store_put(rq->db, rq->arena, SEARCH_ALBUM, id) != 0
                   ? -1
                   : 0;
    return facet_store_remove(rq->db, id) != 0 ||
                   search_store_remove(rq->db, SEARCH_ALBUM, id) != 0
               ? -1
               : 0;
}

int album_publish(struct request *rq, const char *type, uint64_t id)
{
    struct album album;

    if (album_store_find(rq->db, rq->arena, id, &album) != 1)
        return -1;
    return event_publish(rq, type, id, shape_to_json(&told_shape, &album));
}

static int tell(const struct change *change)
{
    const char *type =
        strcmp(change->action, "updated") == 0 ? "album.updated" : "album.created";

    if (album_index(change->rq, change->id, change->after != NULL) != 0)
        return -1;
    return change->after == NULL
               ? event_publish(change->rq, "album.deleted", change->id, json_object())
               : album_publish(change->rq, type, change->id);
}

static int show(struct request *rq, uint64_t id, int status)
{
    struct album album;
    int found = album_store_find(rq->db, rq->arena, id, &album);

    if (found == 1 && status == 201)
        return reply_created(rq, arena_printf(rq->arena, "/api/v1/albums/%" PRIu64, id),
                             shape_to_json(&album_shape, &album),
                             (uint64_t)album.version);
    return reply_found(rq, found, "album", &album_shape, &album, (uint64_t)album.version);
}

const struct editable album_editable = {
    .noun = "album",
    .body = &album_body_shape,
    .lock = lock,
    .load = album_load,
    .complete = album_complete,
    .create = create,
    .update = update,
    .remove = remove_album,
    .restore = restore,
    .tell = tell,
    .show = show,
};

int album_create(struct request *rq)
{
    return edit_create(rq, &album_editable);
}

int album_update(struct request *rq)
{
    return edit_update(rq, &album_editable);
}

int album_remove(struct request *rq)
{
    return edit_remove(rq, &album_editable);
}

int album_undo(struct request *rq)
{
    return edit_undo(rq, &album_editable);
}
