/* album_body.c - an album's body, completed from the catalogue. */
#include "catalog/album_body.h"

#include <inttypes.h>
#include <string.h>

#include "catalog/album_parts_store.h"
#include "catalog/album_store.h"
#include "catalog/artist_store.h"
#include "catalog/genre_store.h"
#include "catalog/song_store.h"
#include "catalog/statements.h"
#include "core/arena.h"
#include "core/artist_name.h"
#include "core/problem.h"

#include "core/banned.h"

#define PRINTED_MOST 700 /* characters of albums.artist */

static const struct field credit_fields[] = {
    FIELD(struct credit, id, FIELD_ID),
    FIELD(struct credit, name, FIELD_TEXT, .flags = ONE_LINE, .min = 1, .max = 512),
    FIELD(struct credit, join, FIELD_TEXT, .flags = ONE_LINE, .min = 1, .max = 64),
};
static const struct shape credit_body_shape = SHAPE(struct credit, credit_fields);

static const struct field track_fields[] = {
    FIELD(struct track, position, FIELD_TEXT, .flags = ONE_LINE, .min = 1, .max = 64),
    FIELD(struct track, title, FIELD_TEXT, .flags = REQUIRED | ONE_LINE, .min = 1,
          .max = 700),
    FIELD(struct track, duration, FIELD_MAYBE, .min = 0, .max = 864000),
};
const struct shape track_shape = SHAPE(struct track, track_fields);

static const struct field body_fields[] = {
    FIELD(struct album_body, title, FIELD_TEXT, .flags = REQUIRED | ONE_LINE, .min = 1,
          .max = 700),
    FIELD(struct album_body, artist, FIELD_TEXT, .flags = ONE_LINE, .min = 1, .max = 512),
    FIELD(struct album_body, artists, FIELD_ROWS, .min = 1, .max = 100,
          .rows = &credit_body_shape),
    FIELD(struct album_body, release_year, FIELD_YEAR, .min = 1000, .max = 9999),
    FIELD(struct album_body, genres, FIELD_LINES, .max = 15, .each = 64),
    FIELD(struct album_body, styles, FIELD_LINES, .max = 30, .each = 64),
    FIELD(struct album_body, description, FIELD_TEXT, .min = 1, .max = 20000),
    FIELD(struct album_body, tracks, FIELD_ROWS, .max = 2000, .rows = &track_shape),
};
const struct shape album_body_shape = {
    .fields = body_fields,
    .count = sizeof body_fields / sizeof *body_fields,
    .size = sizeof(struct album_body),
    .body_most = 256 * 1024,
};

/* ---- artists */

/* `artist` by name becomes `artists` by id. */
static enum step find_artist(struct request *rq, struct album_body *body)
{
    struct credit *credit = arena_alloc(rq->arena, sizeof *credit);
    struct artist_name artist;

    if (body->artists.items != NULL) {
        fail_field(rq, "artist", "conflict", "stands instead of artists, not beside it");
        return STEP_ANSWERED;
    }
    if (credit == NULL ||
        artist_store_named(rq->db, rq->arena, body->artist, &artist) != 0)
        return STEP_FAILED;
    credit->id = artist.id;
    body->artists = (struct rows){credit, 1};
    body->artist = NULL;
    return STEP_DONE;
}

static enum step refuse(struct request *rq, size_t i, const char *code,
                        const char *detail)
{
    fail_field(rq, arena_printf(rq->arena, "artists[%zu].id", i), code, "%s", detail);
    return STEP_ANSWERED;
}

/* Completes a part of the credit; *printed is its name as printed. A name that is the
   artist's own is left out, so that it follows the artist's. */
static enum step complete_credit(struct request *rq, struct credit *credit, size_t i,
                                 const char **printed)
{
    struct artist_name artist;
    int found;

    *printed = credit->name;
    if (credit->id == 0 && credit->name == NULL)
        return refuse(rq, i, "required", "is required where no name is given");
    if (credit->id == 0)
        return STEP_DONE;
    found = artist_store_lock(rq->db, rq->arena, credit->id, &artist);
    if (found < 0)
        return STEP_FAILED;
    if (found == 0 || artist.deleted)
        return refuse(rq, i, "unknown", "names no artist");
    if (credit->name != NULL && strcmp(credit->name, artist.plain) == 0)
        credit->name = NULL;
    if (credit->name == NULL)
        *printed = artist.plain;
    return *printed == NULL ? STEP_FAILED : STEP_DONE;
}

/* What stands between two names: ", ", " & ". */
static const char *separator(struct request *rq, const char *join)
{
    if (join == NULL)
        return ", ";
    return arena_printf(rq->arena, "%s%s ", strchr(",;:", join[0]) == NULL ? " " : "",
                        join);
}

/* The credit as printed and as it is stored. */
static enum step complete_credits(struct request *rq, struct album_body *body)
{
    struct credit *credits = body->artists.items;

    body->printed = body->credits = "";
    for (size_t i = 0; i < body->artists.count; i++) {
        bool last = i + 1 == body->artists.count;
        const char *name;
        enum step step = complete_credit(rq, &credits[i], i, &name);

        if (step != STEP_DONE)
            return step;
        if (last)
            credits[i].join = NULL;
        ids_add(&body->artist_ids, credits[i].id);
        body->printed = arena_printf(rq->arena, "%s%s%s", body->printed, name,
                                     last ? "" : separator(rq, credits[i].join));
        body->credits = arena_printf(rq->arena, "%s%s%" PRIu64 "\t%s\t%s", body->credits,
                                     i == 0 ? "" : "\n", credits[i].id, name,
                                     credits[i].join == NULL ? "" : credits[i].join);
    }
    body->artist_id = body->artist_ids.count == 0 ? 0 : body->artist_ids.items[0];
    return body->credits == NULL || arena_failed(rq->arena) ? STEP_FAILED : STEP_DONE;
}

static enum step complete_artists(struct request *rq, struct album_body *body)
{
    enum step step = body->artist == NULL ? STEP_DONE : find_artist(rq, body);

    if (step != STEP_DONE)
        return step;
    if (body->artists.items == NULL) {
        fail_field(rq, "artists", "required", "is required, or artist by its name");
        return STEP_ANSWERED;
    }
    if (!ids_make(rq->arena, body->artists.count, &body->artist_ids))
        return STEP_FAILED;
    step = complete_credits(rq, body);
    if (step == STEP_DONE && text_characters(body->printed) > PRINTED_MOST) {
        fail_field(rq, "artists", "length", "come to more than %d characters as printed",
                   PRINTED_MOST);
        return STEP_ANSWERED;
    }
    return step;
}

/* ---- the rest */

static size_t lines_in(const char *text)
{
    size_t count = 0;

    for (; text != NULL && *text != '\0'; text++)
        count += *text == '\n' || text[1] == '\0';
    return count;
}

enum step names_resolve(struct request *rq, const char *field, int statement,
                        const char *names, struct ids *ids, const char **known)
{
    *known = "";
    if (!ids_make(rq->arena, lines_in(names), ids))
        return STEP_FAILED;
    while (names != NULL && *names != '\0') {
        size_t length = strcspn(names, "\n");
        const char *name = arena_strndup(rq->arena, names, length);
        struct genre genre;
        int found = genre_store_named(rq->db, rq->arena, statement, name, &genre);

        if (found < 0)
            return STEP_FAILED;
        if (found == 0) {
            fail_field(rq, field, "unknown", "%.64s is none of the catalogue's", name);
            return STEP_ANSWERED;
        }
        if (!ids_have(ids, genre.id))
            *known = arena_printf(rq->arena, "%s%s%s", *known,
                                  **known == '\0' ? "" : "\n", genre.name);
        ids_add(ids, genre.id);
        names += length + (names[length] == '\n');
        if (*known == NULL)
            return STEP_FAILED;
    }
    return STEP_DONE;
}

enum step album_complete(struct change *change)
{
    const struct album_body *before = change->before;
    struct album_body *after = change->after;
    struct request *rq = change->rq;
    enum step step = complete_artists(rq, after);

    if (step == STEP_DONE)
        step = names_resolve(rq, "genres", GENRE_NAMED, after->genres, &after->genre_ids,
                             &after->genres);
    if (step == STEP_DONE)
        step = names_resolve(rq, "styles", STYLE_NAMED, after->styles, &after->style_ids,
                             &after->styles);
    if (after->tracks.items == NULL && before != NULL)
        after->tracks = before->tracks;
    return step;
}

/* The names that are their artists' own are left out, as complete_credit does it. */
static int load_credits(struct request *rq, struct album_body *body)
{
    struct credit *credits = body->artists.items;

    if (!ids_make(rq->arena, body->artists.count, &body->artist_ids))
        return -1;
    for (size_t i = 0; i < body->artists.count; i++) {
        struct artist_name artist;
        int found = credits[i].id == 0
                        ? 0
                        : artist_store_lock(rq->db, rq->arena, credits[i].id, &artist);

        if (found < 0)
            return -1;
        if (found == 1 && strcmp(credits[i].name, artist.plain) == 0)
            credits[i].name = NULL;
        ids_add(&body->artist_ids, credits[i].id);
    }
    return 0;
}

int album_load(struct request *rq, uint64_t id, void *state)
{
    struct album_body *body = state;
    struct album album;

    if (album_store_find(rq->db, rq->arena, id, &album) != 1)
        return -1;
    *body = (struct album_body){
        .title = album.title,
        .artists = album.artists,
        .release_year = album.release_year,
        .genres = album.genres,
        .styles = album.styles,
        .description = album.description,
        .artist_id = album.artist_id,
    };
    if (song_store_tracks(rq->db, rq->arena, id, &body->tracks) != 0 ||
        album_parts_store_genres(rq->db, rq->arena, id, &body->genre_ids) != 0)
        return -1;
    return load_credits(rq, body);
}
