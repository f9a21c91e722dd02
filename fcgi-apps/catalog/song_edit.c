/* song_edit.c - POST /songs, PUT and DELETE /songs/{id}, and what an undo does. A song is
 * part of its album: its change makes a version of the album, too. */
#include "catalog/song_edit.h"

#include <inttypes.h>
#include <string.h>

#include "catalog/album_edit.h"
#include "catalog/album_store.h"
#include "catalog/artist_store.h"
#include "catalog/routes.h"
#include "catalog/search_store.h"
#include "catalog/song_store.h"
#include "core/arena.h"
#include "core/db.h"
#include "core/problem.h"
#include "core/reply.h"

#include "core/banned.h"

static int lock(struct request *rq, uint64_t id, struct standing *out)
{
    return song_store_lock(rq->db, rq->arena, id, out);
}

static int load(struct request *rq, uint64_t id, void *state)
{
    return song_store_state(rq->db, rq->arena, id, state) == 1 ? 0 : -1;
}

/* Locks an album that a song is or shall be on. */
static enum step take_album(struct request *rq, uint64_t id)
{
    struct standing standing;
    int found = album_store_lock(rq->db, rq->arena, id, &standing);

    if (found < 0)
        return STEP_FAILED;
    if (found == 1 && !standing.deleted)
        return STEP_DONE;
    fail_field(rq, "album_id", "unknown", "names no album: there is no album %" PRIu64,
               id);
    return STEP_ANSWERED;
}

/* A song without a credit of its own has the album's; one that says nothing of it keeps
   what it has. */
static enum step complete_credit(struct change *change, const struct album *album)
{
    const struct song_body *before = change->before;
    struct song_body *after = change->after;
    struct artist_name artist = {0};
    int found = 0;

    if (after->artist == NULL && after->artist_id == 0 && before != NULL &&
        change->undoes == 0) {
        after->artist = before->artist;
        after->artist_id = before->artist_id;
    }
    if (after->artist_id != 0)
        found = artist_store_lock(change->rq->db, change->rq->arena, after->artist_id,
                                  &artist);
    if (found < 0)
        return STEP_FAILED;
    if (after->artist_id != 0 && (found == 0 || artist.deleted)) {
        fail_field(change->rq, "artist_id", "unknown", "names no artist");
        return STEP_ANSWERED;
    }
    if (after->artist == NULL)
        after->artist = artist.plain;
    if (after->artist != NULL && strcmp(after->artist, album->artist) == 0) {
        after->artist = NULL;
        after->artist_id = 0;
    }
    after->credited_id = after->artist == NULL ? album->artist_id : after->artist_id;
    return STEP_DONE;
}

static enum step complete(struct change *change)
{
    const struct song_body *before = change->before;
    struct song_body *after = change->after;
    struct request *rq = change->rq;
    enum step step = take_album(rq, after->album_id);
    struct album album;

    if (step == STEP_DONE && before != NULL && before->album_id != after->album_id)
        step = take_album(rq, before->album_id);
    if (step != STEP_DONE)
        return step;
    if (album_store_find(rq->db, rq->arena, after->album_id, &album) != 1)
        return STEP_FAILED;
    if (after->disc_num == 0)
        after->disc_num = 1;
    return complete_credit(change, &album);
}

/* What became of writing a song at its place. */
static enum step placed(struct change *change, int result)
{
    const struct song_body *body = change->after;

    if (result != DB_DUPLICATE)
        return result == 0 ? STEP_DONE : STEP_FAILED;
    fail(change->rq, P_CONFLICT,
         "Another song is track %" PRId64 " of disc %" PRId64 " of album %" PRIu64 ".",
         body->track_num, body->disc_num, body->album_id);
    return STEP_ANSWERED;
}

/* The album has a song more, or fewer, or another one. */
static enum step count(struct change *change, uint64_t album_id, int by, enum step step)
{
    if (step != STEP_DONE)
        return step;
    return album_store_count_songs(change->rq->db, album_id, by) == 0 ? STEP_DONE
                                                                      : STEP_FAILED;
}

static enum step create(struct change *change)
{
    const struct song_body *body = change->after;
    int added = song_store_add(change->rq->db, body, &change->id, change->version);

    return count(change, body->album_id, 1, placed(change, added));
}

static enum step update(struct change *change)
{
    const struct song_body *before = change->before, *after = change->after;
    enum step step =
        placed(change, song_store_set(change->rq->db, change->id, change->after));

    if (before->album_id == after->album_id)
        return count(change, after->album_id, 0, step);
    step = count(change, before->album_id, -1, step);
    return count(change, after->album_id, 1, step);
}

static enum step remove_song(struct change *change)
{
    const struct song_body *body = change->before;
    enum step step = take_album(change->rq, body->album_id);

    if (step == STEP_DONE && song_store_remove(change->rq->db, change->id) != 0)
        step = STEP_FAILED;
    return count(change, body->album_id, -1, step);
}

/* The other services know songs by their albums. */
static int tell(const struct change *change)
{
    const struct song_body *before = change->before, *after = change->after;
    struct db *db = change->rq->db;
    int indexed = after == NULL
                      ? search_store_remove(db, SEARCH_SONG, change->id)
                      : search_store_put(db, change->rq->arena, SEARCH_SONG, change->id);

    if (indexed != 0)
        return -1;
    if (before != NULL && (after == NULL || before->album_id != after->album_id) &&
        album_publish(change->rq, "album.updated", before->album_id) != 0)
        return -1;
    return after == NULL ? 0
                         : album_publish(change->rq, "album.updated", after->album_id);
}

static int show(struct request *rq, uint64_t id, int status)
{
    struct song song;
    int found = song_store_find(rq->db, rq->arena, id, &song);

    if (found == 1 && status == 201)
        return reply_created(rq, arena_printf(rq->arena, "/api/v1/songs/%" PRIu64, id),
                             shape_to_json(&song_shape, &song), (uint64_t)song.version);
    return reply_found(rq, found, "song", &song_shape, &song, (uint64_t)song.version);
}

const struct editable song_editable = {
    .noun = "song",
    .body = &song_body_shape,
    .lock = lock,
    .load = load,
    .complete = complete,
    .create = create,
    .update = update,
    .remove = remove_song,
    .restore = create,
    .tell = tell,
    .show = show,
};

int song_create(struct request *rq)
{
    return edit_create(rq, &song_editable);
}

int song_update(struct request *rq)
{
    return edit_update(rq, &song_editable);
}

int song_remove(struct request *rq)
{
    return edit_remove(rq, &song_editable);
}

int song_undo(struct request *rq)
{
    return edit_undo(rq, &song_editable);
}
