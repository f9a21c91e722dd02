/* genre_store.c - genres. */
#include "catalog/genre_store.h"

#include "catalog/statements.h"

#include "core/banned.h"

static const struct field fields[] = {
    FIELD(struct genre, id, FIELD_ID, .flags = HIDDEN),
    FIELD(struct genre, name, FIELD_TEXT),
    FIELD(struct genre, album_count, FIELD_COUNT),
};
const struct shape genre_shape = SHAPE(struct genre, fields);

static const struct sort sorts[] = {
    {"name", "g.name", "name", KEY_TEXT},
};

const struct listing genre_listing = {
    .plural = "genres",
    SORTS(sorts),
    .select = "SELECT g.id, g.name, g.album_count FROM genres g",
    .id_column = "g.id",
    .row = &genre_shape,
};

int genre_store_list(struct db *db, struct arena *arena, const struct query *query,
                     struct page *page)
{
    return listing_fetch(db, arena, query, page);
}

int genre_store_named(struct db *db, struct arena *arena, int statement, const char *name,
                      struct genre *out)
{
    return db_find(db, arena, statement, ARGS(A_TEXT(name)), out);
}

int genre_store_count(struct db *db, uint64_t id, int by)
{
    return db_run(db, GENRE_COUNT, ARGS(A_INT(by), A_UINT(id))) < 0 ? DB_FAILED : 0;
}
