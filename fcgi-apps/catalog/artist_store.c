/* artist_store.c - artists. */
#include "catalog/artist_store.h"

#include "catalog/search_find.h"
#include "catalog/statements.h"

#include "core/banned.h"

static const struct field fields[] = {
    FIELD(struct artist, id, FIELD_ID),
    FIELD(struct artist, name, FIELD_TEXT),
    FIELD(struct artist, sort_name, FIELD_TEXT),
    FIELD(struct artist, real_name, FIELD_TEXT),
    FIELD(struct artist, biography, FIELD_TEXT),
    FIELD(struct artist, genres, FIELD_LINES),
    FIELD(struct artist, image_url, FIELD_TEXT),
    FIELD(struct artist, album_count, FIELD_COUNT),
    FIELD(struct artist, version, FIELD_COUNT),
    FIELD(struct artist, created_at, FIELD_TIME),
    FIELD(struct artist, updated_at, FIELD_TIME),
};
const struct shape artist_shape = SHAPE(struct artist, fields);

static const struct filter filters[] = {
    SEARCH_FILTER("n.id"),
    FILTER("genre", BY_TEXT,
           "n.id IN (SELECT k.artist_id FROM genres g "
           "JOIN artist_genres k ON k.genre_id = g.id WHERE g.name = ?)"),
};

static const struct sort sorts[] = {
    {"name",       "n.name",       "name",       KEY_TEXT},
    {"created_at", "n.created_at", "created_at", KEY_TIME},
};

const struct listing artist_listing = {
    .plural = "artists",
    FILTERS(filters),
    SORTS(sorts),
    .select = ARTIST_SELECT,
    .id_column = "n.id",
    .row = &artist_shape,
};

int artist_store_find(struct db *db, struct arena *arena, uint64_t id, struct artist *out)
{
    return db_find(db, arena, ARTIST_FIND, ARGS(A_UINT(id)), out);
}

int artist_store_list(struct db *db, struct arena *arena, const struct query *query,
                      struct page *page)
{
    return listing_fetch(db, arena, query, page);
}
