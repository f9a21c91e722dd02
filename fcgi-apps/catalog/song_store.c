/* song_store.c - songs. */
#include "catalog/song_store.h"

#include "catalog/search_find.h"
#include <stdlib.h>
#include <string.h>

#include "catalog/album_body.h"
#include "catalog/statements.h"
#include "core/arena.h"

#include "core/banned.h"

static const struct field fields[] = {
    FIELD(struct song, id, FIELD_ID),
    FIELD(struct song, title, FIELD_TEXT),
    FIELD(struct song, album_id, FIELD_ID),
    FIELD(struct song, album, FIELD_TEXT),
    FIELD(struct song, artist, FIELD_TEXT),
    FIELD(struct song, artist_id, FIELD_ID),
    FIELD(struct song, track_num, FIELD_COUNT),
    FIELD(struct song, disc_num, FIELD_COUNT),
    FIELD(struct song, position, FIELD_TEXT),
    FIELD(struct song, duration, FIELD_MAYBE),
    FIELD(struct song, genre, FIELD_TEXT),
    FIELD(struct song, version, FIELD_COUNT, .flags = HIDDEN),
    FIELD(struct song, ordinal, FIELD_COUNT, .flags = HIDDEN),
};
const struct shape song_shape = SHAPE(struct song, fields);

static const struct field body_fields[] = {
    FIELD(struct song_body, album_id, FIELD_ID, .flags = REQUIRED),
    FIELD(struct song_body, title, FIELD_TEXT, .flags = REQUIRED | ONE_LINE, .min = 1,
          .max = 700),
    FIELD(struct song_body, track_num, FIELD_COUNT, .flags = REQUIRED, .min = 1,
          .max = 9999),
    FIELD(struct song_body, disc_num, FIELD_COUNT, .min = 1, .max = 999),
    FIELD(struct song_body, position, FIELD_TEXT, .flags = ONE_LINE, .min = 1, .max = 64),
    FIELD(struct song_body, duration, FIELD_MAYBE, .min = 0, .max = 864000),
    FIELD(struct song_body, artist, FIELD_TEXT, .flags = ONE_LINE, .min = 1, .max = 700),
    FIELD(struct song_body, artist_id, FIELD_ID),
};
const struct shape song_body_shape = SHAPE(struct song_body, body_fields);

static const struct field slot_fields[] = {
    FIELD(struct song_slot, id, FIELD_ID),
    FIELD(struct song_slot, title, FIELD_TEXT),
    FIELD(struct song_slot, artist, FIELD_TEXT),
    FIELD(struct song_slot, artist_id, FIELD_ID),
    FIELD(struct song_slot, version, FIELD_COUNT),
};
const struct shape song_slot_shape = SHAPE(struct song_slot, slot_fields);

enum { SONG_ALBUM_ID = 1, SONG_ARTIST_ID };

static const struct filter filters[] = {
    SEARCH_FILTER("s.id"),
    [SONG_ALBUM_ID] = FILTER("album_id", BY_ID, "s.album_id = ?"),
    [SONG_ARTIST_ID] = FILTER("artist_id", BY_ID, "s.artist_id = ?"),
};

static const struct sort sorts[] = {
    {"position", "@.ordinal", "ordinal", KEY_INT },
    {"title",    "@.title",   "title",   KEY_TEXT},
};

/* An album's songs in playing order are a range of all songs in theirs; by title they are
   few, and sorted. */
enum { WALK_ALL, WALK_ARTIST, WALK_ALBUM, WALK_ALBUM_TITLES };

static const struct walk walks[] = {
    [WALK_ALL] = {.alias = 's',   .select = SONG_COLUMNS, .keys = "", .joined = SONG_ALBUM},
    [WALK_ARTIST] = {.alias = 's',
                  .select = SONG_COLUMNS,
                  .keys = "artist_",
                  .joined = SONG_ALBUM                                                    },
    [WALK_ALBUM] = {.alias = 's',
                  .select = SONG_COLUMNS,
                  .keys = "",
                  .joined = SONG_ALBUM,
                  .where = "s.ordinal >= ? << 32 AND s.ordinal < ? << 32",
                  .arg_count = 2},
    [WALK_ALBUM_TITLES] = {.alias = 's',
                  .select = SONG_COLUMNS,
                  .key = "album_order",
                  .joined = SONG_ALBUM                                                  },
};

const struct listing song_listing = {
    .plural = "songs",
    FILTERS(filters),
    SORTS(sorts),
    .unique_sort = "position",
    .select = SONG_SELECT,
    .alias = 's',
    WALKS(walks),
    .where = "a.deleted_at IS NULL",
    .id_column = "s.id",
    .row = &song_shape,
};

int song_store_find(struct db *db, struct arena *arena, uint64_t id, struct song *out)
{
    return db_find(db, arena, SONG_FIND, ARGS(A_UINT(id)), out);
}

/* What is walked for a query: what the search has found is not. */
static int choose_walk(struct arena *arena, struct query *query)
{
    struct walk *walk = arena_alloc(arena, sizeof *walk);
    uint64_t album = query->values[SONG_ALBUM_ID].arg.uint;
    bool by_title = strcmp(query->sort->name, "title") == 0;

    if (walk == NULL)
        return DB_FAILED;
    *walk = walks[query->values[SONG_ALBUM_ID].given
                      ? (by_title ? WALK_ALBUM_TITLES : WALK_ALBUM)
                      : (query->values[SONG_ARTIST_ID].given ? WALK_ARTIST : WALK_ALL)];
    walk->args[0] = A_UINT(album);
    walk->args[1] = A_UINT(album + 1);
    query->values[SONG_ALBUM_ID].way = query->values[SONG_ARTIST_ID].way = WAY_RANGE;
    query->walk = walk;
    return 0;
}

int song_store_list(struct db *db, struct arena *arena, struct query *query,
                    struct page *page)
{
    if (query_value(query, "q") == NULL && choose_walk(arena, query) != 0)
        return DB_FAILED;
    return listing_fetch(db, arena, query, page);
}

int song_store_state(struct db *db, struct arena *arena, uint64_t id,
                     struct song_body *out)
{
    return db_find(db, arena, SONG_STATE, ARGS(A_UINT(id)), out);
}

int song_store_lock(struct db *db, struct arena *arena, uint64_t id, struct standing *out)
{
    return db_find(db, arena, SONG_LOCK, ARGS(A_UINT(id)), out);
}

int song_store_standing(struct db *db, struct arena *arena, uint64_t id,
                        struct standing *out)
{
    return db_find(db, arena, SONG_STANDING, ARGS(A_UINT(id)), out);
}

static struct db_arg or_null(uint64_t id)
{
    return id == 0 ? A_NULL : A_UINT(id);
}

static struct db_arg seconds(int64_t duration)
{
    return duration < 0 ? A_NULL : A_INT(duration);
}

int song_store_add(struct db *db, const struct song_body *body, uint64_t *id,
                   int64_t version)
{
    int64_t added =
        db_run(db, SONG_ADD,
               ARGS(or_null(*id), A_UINT(body->album_id), A_INT(body->disc_num),
                    A_INT(body->track_num), A_TEXT(body->position), A_TEXT(body->title),
                    A_TEXT(body->artist), or_null(body->credited_id),
                    seconds(body->duration), A_INT(version)));

    if (added == 1 && *id == 0)
        *id = db_last_id(db);
    return added == 1 ? 0 : added == DB_DUPLICATE ? DB_DUPLICATE : DB_FAILED;
}

int song_store_set(struct db *db, uint64_t id, const struct song_body *body)
{
    int64_t set =
        db_run(db, SONG_SET,
               ARGS(A_UINT(body->album_id), A_INT(body->disc_num), A_INT(body->track_num),
                    A_TEXT(body->position), A_TEXT(body->title), A_TEXT(body->artist),
                    or_null(body->credited_id), seconds(body->duration), A_UINT(id)));

    return set == 1 ? 0 : set == DB_DUPLICATE ? DB_DUPLICATE : DB_FAILED;
}

int song_store_remove(struct db *db, uint64_t id)
{
    return db_run(db, SONG_REMOVE, ARGS(A_UINT(id))) == 1 ? 0 : DB_FAILED;
}

int song_store_tracks(struct db *db, struct arena *arena, uint64_t album_id,
                      struct rows *out)
{
    return db_list(db, arena, SONG_TRACKS, ARGS(A_UINT(album_id)), out);
}

/* The disc that a position names, 0 if it names none. */
static unsigned disc_of(const char *position)
{
    char *end;
    unsigned long disc = position == NULL ? 0 : strtoul(position, &end, 10);

    return disc >= 1 && disc <= 99 && *end == '-' && end[1] != '\0' ? (unsigned)disc : 0;
}

/* The song that a track goes on with, taken out of the slots: the first of its title, or
   the one at its place; NULL if there is none. */
static struct song_slot *take_slot(struct song_slot **slots, size_t count, size_t place,
                                   const char *title)
{
    struct song_slot *taken = NULL;

    for (size_t i = 0; i < count && taken == NULL; i++)
        if (slots[i] != NULL &&
            (title == NULL ? i == place : strcmp(slots[i]->title, title) == 0)) {
            taken = slots[i];
            slots[i] = NULL;
        }
    return taken;
}

/* Which song each track goes on with; titles first, so that a song moved keeps its id. */
static struct song_slot **match(struct arena *arena, const struct rows *songs,
                                const struct rows *tracks)
{
    struct song_slot **slots = arena_alloc(arena, (songs->count + 1) * sizeof *slots);
    struct song_slot **of = arena_alloc(arena, (tracks->count + 1) * sizeof *of);
    const struct track *track = tracks->items;

    if (slots == NULL || of == NULL)
        return NULL;
    for (size_t i = 0; i < songs->count; i++)
        slots[i] = (struct song_slot *)songs->items + i;
    for (size_t i = 0; i < tracks->count; i++)
        of[i] = take_slot(slots, songs->count, i, track[i].title);
    for (size_t i = 0; i < tracks->count; i++)
        if (of[i] == NULL)
            of[i] = take_slot(slots, songs->count, i, NULL);
    return of;
}

/* Writes a track as the `number`-th of its disc; `slot` is the song that it goes on with,
   or NULL. */
static int add_track(struct db *db, uint64_t album_id, uint64_t artist_id,
                     const struct track *track, const struct song_slot *slot,
                     unsigned disc, unsigned number)
{
    struct song_slot song = {0};

    if (slot != NULL)
        song = *slot;
    return db_run(db, SONG_ADD,
                  ARGS(or_null(song.id), A_UINT(album_id), A_UINT(disc), A_UINT(number),
                       A_TEXT(track->position), A_TEXT(track->title), A_TEXT(song.artist),
                       or_null(song.artist == NULL ? artist_id : song.artist_id),
                       seconds(track->duration), A_INT(song.version + 1))) == 1
               ? 0
               : DB_FAILED;
}

int song_store_replace(struct db *db, struct arena *arena, uint64_t album_id,
                       uint64_t artist_id, const struct rows *tracks)
{
    const struct track *track = tracks->items;
    unsigned last[100] = {0}, disc = 1;
    struct song_slot **of;
    struct rows songs;

    if (db_list(db, arena, SONG_SLOTS, ARGS(A_UINT(album_id)), &songs) != 0 ||
        (of = match(arena, &songs, tracks)) == NULL ||
        db_run(db, SONG_CLEAR, ARGS(A_UINT(album_id))) < 0)
        return DB_FAILED;
    for (size_t i = 0; i < tracks->count; i++) {
        unsigned named = disc_of(track[i].position);

        disc = named == 0 ? disc : named;
        if (add_track(db, album_id, artist_id, &track[i], of[i], disc, ++last[disc]) != 0)
            return DB_FAILED;
    }
    return 0;
}

int song_store_credit(struct db *db, uint64_t album_id, uint64_t artist_id)
{
    return db_run(db, SONG_CREDIT, ARGS(or_null(artist_id), A_UINT(album_id))) < 0
               ? DB_FAILED
               : 0;
}

int song_store_rename(struct db *db, uint64_t artist_id, const char *from, const char *to)
{
    return db_run(db, SONG_RENAME, ARGS(A_TEXT(to), A_UINT(artist_id), A_TEXT(from))) < 0
               ? DB_FAILED
               : 0;
}
