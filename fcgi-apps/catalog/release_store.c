/* release_store.c - pressings. */
#include "catalog/release_store.h"

#include "catalog/statements.h"

#include "core/banned.h"

static const struct field fields[] = {
    FIELD(struct release, id, FIELD_ID),
    FIELD(struct release, album_id, FIELD_ID),
    FIELD(struct release, title, FIELD_TEXT),
    FIELD(struct release, label, FIELD_TEXT),
    FIELD(struct release, catno, FIELD_TEXT),
    FIELD(struct release, country, FIELD_TEXT),
    FIELD(struct release, released, FIELD_TEXT),
    FIELD(struct release, year, FIELD_YEAR, .flags = HIDDEN),
    FIELD(struct release, format, FIELD_TEXT),
    FIELD(struct release, formats, FIELD_LINES),
    FIELD(struct release, barcode, FIELD_TEXT),
    FIELD(struct release, notes, FIELD_TEXT),
};
const struct shape release_shape = SHAPE(struct release, fields);

static const struct filter filters[] = {
    FILTER("album_id", BY_ID, "r.album_id = ?"),
    FILTER("barcode", BY_DIGITS,
           "r.id IN (SELECT k.release_id FROM release_identifiers k "
           "WHERE k.digits = ?)"),
    FILTER("catno", BY_TEXT,
           "r.id IN (SELECT k.release_id FROM release_labels k "
           "WHERE k.catno = ?)"),
    FILTER("label_id", BY_ID,
           "r.id IN (SELECT k.release_id FROM release_labels k "
           "WHERE k.label_id = ?)"),
    FILTER("country", BY_TEXT, "r.country = ?"),
    FILTER("format", BY_TEXT,
           "r.id IN (SELECT k.release_id FROM release_formats k "
           "WHERE k.name = ?)"),
    FILTER("year", BY_INT, "r.year = ?", .min = 1000, .max = 9999),
};

static const struct sort sorts[] = {
    {"year", "r.year", "year", KEY_INT},
};

const struct listing release_listing = {
    .plural = "releases",
    FILTERS(filters),
    SORTS(sorts),
    .select = RELEASE_SELECT,
    .where = "a.deleted_at IS NULL",
    .id_column = "r.id",
    .row = &release_shape,
};

int release_store_find(struct db *db, struct arena *arena, uint64_t id,
                       struct release *out)
{
    return db_find(db, arena, RELEASE_FIND, ARGS(A_UINT(id)), out);
}

int release_store_list(struct db *db, struct arena *arena, const struct query *query,
                       struct page *page)
{
    return listing_fetch(db, arena, query, page);
}

int64_t release_store_move(struct db *db, uint64_t from, uint64_t to)
{
    return db_run(db, RELEASE_MOVE, ARGS(A_UINT(to), A_UINT(from)));
}
