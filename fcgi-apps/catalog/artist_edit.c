/* artist_edit.c - POST /artists, PUT and DELETE /artists/{id}, and what an undo does. */
#include "catalog/artist_edit.h"

#include <inttypes.h>
#include <string.h>

#include "catalog/album_body.h"
#include "catalog/album_parts_store.h"
#include "catalog/album_store.h"
#include "catalog/artist_store.h"
#include "catalog/routes.h"
#include "catalog/search_store.h"
#include "catalog/song_store.h"
#include "catalog/statements.h"
#include "core/arena.h"
#include "core/artist_name.h"
#include "core/event.h"
#include "core/problem.h"
#include "core/reply.h"

#include "core/banned.h"

static int lock(struct request *rq, uint64_t id, struct standing *out)
{
    return artist_store_stand(rq->db, rq->arena, id, out);
}

static int load(struct request *rq, uint64_t id, void *state)
{
    struct artist artist;

    if (artist_store_find(rq->db, rq->arena, id, &artist) != 1)
        return -1;
    *(struct artist_body *)state = (struct artist_body){
        .name = artist.name,
        .sort_name = artist.sort_name,
        .real_name = artist.real_name,
        .biography = artist.biography,
        .genres = artist.genres,
    };
    return 0;
}

/* Two artists of one name are told apart by a number. */
static enum step refuse_taken(struct request *rq, const char *name, uint64_t id)
{
    struct artist_name other;
    int found = artist_store_other(rq->db, rq->arena, name, id, &other);

    if (found <= 0)
        return found == 0 ? STEP_DONE : STEP_FAILED;
    fail(rq, P_CONFLICT,
         "Artist %" PRIu64
         " has this name. If this is another one, write \"%.200s (2)\", "
         "or the next number that is free.",
         other.id, name);
    rq->reply.location = arena_printf(rq->arena, "/api/v1/artists/%" PRIu64, other.id);
    return STEP_ANSWERED;
}

static enum step complete(struct change *change)
{
    const struct artist_body *before = change->before;
    struct artist_body *after = change->after;
    struct request *rq = change->rq;
    enum step step = refuse_taken(rq, after->name, change->id);

    if (after->sort_name == NULL)
        after->sort_name = artist_name_sorted(rq->arena, after->name);
    if (after->genres == NULL && before != NULL)
        after->genres = before->genres;
    if (step == STEP_DONE)
        step = names_resolve(rq, "genres", GENRE_NAMED, after->genres, &after->genre_ids,
                             &after->genres);
    return step;
}

/* Albums and songs that print the artist's name print the new one. */
static int rename_credits(const struct change *change)
{
    const struct artist_body *before = change->before, *after = change->after;
    struct request *rq = change->rq;
    const char *from = artist_name_plain(rq->arena, before->name);
    const char *to = artist_name_plain(rq->arena, after->name);

    if (from == NULL || to == NULL)
        return -1;
    if (strcmp(from, to) == 0)
        return 0;
    return album_parts_store_rename(rq->db, change->id, from, to) != 0 ||
                   album_store_credit_artist(rq->db, change->id) != 0 ||
                   song_store_rename(rq->db, change->id, from, to) != 0
               ? -1
               : 0;
}

static int write_genres(const struct change *change)
{
    const struct artist_body *body = change->after;

    return edit_touches(change, "genres")
               ? artist_store_set_genres(change->rq->db, change->id, &body->genre_ids,
                                         body->genres)
               : 0;
}

static enum step create(struct change *change)
{
    return artist_store_add(change->rq->db, change->after, &change->id) == 0 &&
                   write_genres(change) == 0
               ? STEP_DONE
               : STEP_FAILED;
}

static enum step update(struct change *change)
{
    return artist_store_set(change->rq->db, change->id, change->after, change->fields) ==
                       0 &&
                   write_genres(change) == 0 && rename_credits(change) == 0
               ? STEP_DONE
               : STEP_FAILED;
}

static enum step remove_artist(struct change *change)
{
    int used = artist_store_used(change->rq->db, change->rq->arena, change->id);

    if (used == 1) {
        fail(change->rq, P_CONFLICT,
             "Albums or songs name this artist. Give them to another one first.");
        return STEP_ANSWERED;
    }
    return used == 0 && artist_store_remove(change->rq->db, change->id) == 0
               ? STEP_DONE
               : STEP_FAILED;
}

static enum step restore(struct change *change)
{
    return artist_store_restore(change->rq->db, change->id) == 0 ? STEP_DONE
                                                                 : STEP_FAILED;
}

static int tell(const struct change *change)
{
    struct db *db = change->rq->db;
    bool back = strcmp(change->action, "restored") == 0;
    const char *type =
        arena_printf(change->rq->arena, "artist.%s", back ? "created" : change->action);

    if (artist_store_index(db, change->id) != 0)
        return -1;
    if (change->after == NULL
            ? search_store_remove(db, SEARCH_ARTIST, change->id) != 0
            : search_store_put(db, change->rq->arena, SEARCH_ARTIST, change->id) != 0)
        return -1;
    return type == NULL ? -1 : event_publish(change->rq, type, change->id, json_object());
}

static int show(struct request *rq, uint64_t id, int status)
{
    struct artist artist;
    int found = artist_store_find(rq->db, rq->arena, id, &artist);

    if (found == 1 && status == 201)
        return reply_created(rq, arena_printf(rq->arena, "/api/v1/artists/%" PRIu64, id),
                             shape_to_json(&artist_shape, &artist),
                             (uint64_t)artist.version);
    return reply_found(rq, found, "artist", &artist_shape, &artist,
                       (uint64_t)artist.version);
}

const struct editable artist_editable = {
    .noun = "artist",
    .body = &artist_body_shape,
    .lock = lock,
    .load = load,
    .complete = complete,
    .create = create,
    .update = update,
    .remove = remove_artist,
    .restore = restore,
    .tell = tell,
    .show = show,
};

int artist_create(struct request *rq)
{
    return edit_create(rq, &artist_editable);
}

int artist_update(struct request *rq)
{
    return edit_update(rq, &artist_editable);
}

int artist_remove(struct request *rq)
{
    return edit_remove(rq, &artist_editable);
}

int artist_undo(struct request *rq)
{
    return edit_undo(rq, &artist_editable);
}
