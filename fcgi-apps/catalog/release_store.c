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
    {"album_id", BY_ID,     "r.album_id = ?",                                       0,    0,    false},
    {"barcode",  BY_DIGITS,
     "r.id IN (SELECT k.release_id FROM release_identifiers k WHERE k.digits = ?)", 0,    0,
     false                                                                                           },
    {"catno",    BY_TEXT,
     "r.id IN (SELECT k.release_id FROM release_labels k WHERE k.catno = ?)",       0,    0,
     false                                                                                           },
    {"label_id", BY_ID,
     "r.id IN (SELECT k.release_id FROM release_labels k WHERE k.label_id = ?)",    0,    0,
     false                                                                                           },
    {"country",  BY_TEXT,   "r.country = ?",                                        0,    0,    false},
    {"format",   BY_TEXT,
     "r.id IN (SELECT k.release_id FROM release_formats k WHERE k.name = ?)",       0,    0,
     false                                                                                           },
    {"year",     BY_INT,    "r.year = ?",                                           1000, 9999, false},
};

static const struct sort sorts[] = {
    {"year", "r.year", "year", KEY_INT},
};

const struct listing release_listing = {
    .plural = "releases",
    FILTERS(filters),
    SORTS(sorts),
    .select = RELEASE_SELECT,
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
