/* song_store.c - songs. */
#include "catalog/song_store.h"

#include "catalog/search_find.h"
#include "catalog/statements.h"

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
    FIELD(struct song, ordinal, FIELD_COUNT, .flags = HIDDEN),
};
const struct shape song_shape = SHAPE(struct song, fields);

static const struct filter filters[] = {
    SEARCH_FILTER("s.id"),
    FILTER("album_id", BY_ID, "s.album_id = ?"),
    FILTER("artist_id", BY_ID, "s.artist_id = ?"),
};

static const struct sort sorts[] = {
    {"position", "s.ordinal", "ordinal", KEY_INT },
    {"title",    "s.title",   "title",   KEY_TEXT},
};

const struct listing song_listing = {
    .plural = "songs",
    FILTERS(filters),
    SORTS(sorts),
    .select = SONG_SELECT,
    .id_column = "s.id",
    .row = &song_shape,
};

int song_store_find(struct db *db, struct arena *arena, uint64_t id, struct song *out)
{
    return db_find(db, arena, SONG_FIND, ARGS(A_UINT(id)), out);
}

int song_store_list(struct db *db, struct arena *arena, const struct query *query,
                    struct page *page)
{
    return listing_fetch(db, arena, query, page);
}
