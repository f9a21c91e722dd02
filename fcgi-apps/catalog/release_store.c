/* release_store.c - pressings. */
#include "catalog/release_store.h"

#include "catalog/facet_rows.h"
#include "catalog/facet_store.h"
#include "catalog/statements.h"
#include "core/arena.h"

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

enum { OF_ALBUM, OF_BARCODE, OF_CATNO, OF_LABEL, OF_COUNTRY, OF_FORMAT, OF_YEAR, ANY };

#define RELEASE_FACET_FILTER(name, kind, number)                                         \
    FILTER(name, kind,                                                                   \
           "(SELECT COUNT(*) FROM release_facets c WHERE c.id = @.id "                   \
           "AND c.kind = " number " AND c.value = ?) = 1")

static const struct filter filters[] = {
    [OF_ALBUM] = FILTER("album_id", BY_ID, "r.album_id = ?"),
    [OF_BARCODE] = FILTER("barcode", BY_DIGITS,
                          "r.id IN (SELECT k.release_id FROM release_identifiers k "
                          "WHERE k.digits = ?)"),
    [OF_CATNO] = FILTER("catno", BY_TEXT,
                        "r.id IN (SELECT k.release_id FROM release_labels k "
                        "WHERE k.catno = ?)"),
    [OF_LABEL] = RELEASE_FACET_FILTER("label_id", BY_ID, "4"),
    [OF_COUNTRY] = FILTER("country", BY_TEXT, "r.country = ?"),
    [OF_FORMAT] = RELEASE_FACET_FILTER("format", BY_TEXT, "5"),
    [OF_YEAR] = FILTER("year", BY_INT, "@.year = ?", .min = 1000, .max = 9999),
};

static const struct sort sorts[] = {
    {"year", "@.year", "year", KEY_INT},
};

#define OWN(keys_of)                                                                     \
    {                                                                                    \
        .alias = 'r', .select = RELEASE_COLUMNS " FROM releases r", .keys = keys_of,     \
        .joined = RELEASE_ALBUM                                                          \
    }
#define FACETS                                                                           \
    {                                                                                    \
        .alias = 'f', .select = RELEASE_COLUMNS " FROM release_facets f", .keys = "",    \
        .joined = " STRAIGHT_JOIN releases r ON r.id = f.id" RELEASE_ALBUM,              \
        .where = "f.kind = ? AND f.value = ?", .arg_count = 2                            \
    }

/* What is walked for each filter, the first that is given counting; barcodes and
   catalogue numbers lead to few, which are looked up and sorted. */
static const struct walk walks[] = {
    [OF_ALBUM] = OWN("album_"),
    [OF_BARCODE] = OWN(""),
    [OF_CATNO] = OWN(""),
    [OF_LABEL] = FACETS,
    [OF_COUNTRY] = OWN("country_"),
    [OF_FORMAT] = FACETS,
    [OF_YEAR] = OWN(""),
    [ANY] = OWN(""),
};

const struct listing release_listing = {
    .plural = "releases",
    FILTERS(filters),
    SORTS(sorts),
    .select = RELEASE_SELECT,
    .alias = 'r',
    WALKS(walks),
    .where = "a.deleted_at IS NULL",
    .id_column = "@.id",
    .row = &release_shape,
};

int release_store_find(struct db *db, struct arena *arena, uint64_t id,
                       struct release *out)
{
    return db_find(db, arena, RELEASE_FIND, ARGS(A_UINT(id)), out);
}

/* Binds a format's number in the place of its name. 1, 0 if there is no such format, or
   -1. */
static int find_format(struct db *db, struct arena *arena, struct query *query)
{
    struct facet_size size;
    int found = 1;

    if (query->values[OF_FORMAT].given)
        found = db_find(db, arena, FACET_NAMED,
                        ARGS(A_UINT(FACET_FORMAT), query->values[OF_FORMAT].arg), &size);
    if (query->values[OF_FORMAT].given && found == 1)
        query->values[OF_FORMAT].arg = A_UINT(size.value);
    return found;
}

int release_store_list(struct db *db, struct arena *arena, struct query *query,
                       struct page *page)
{
    struct walk *walk = arena_alloc(arena, sizeof *walk);
    int found = find_format(db, arena, query);
    size_t by = 0;

    *page = (struct page){0};
    if (found != 1 || walk == NULL)
        return found == 1 ? DB_FAILED : found;
    while (by < ANY && !query->values[by].given)
        by++;
    *walk = walks[by];
    if (by == OF_LABEL || by == OF_FORMAT) {
        walk->args[0] = A_UINT(by == OF_LABEL ? FACET_LABEL : FACET_FORMAT);
        walk->args[1] = query->values[by].arg;
        query->values[by].way = WAY_MET;
    } else if (by < ANY) {
        query->values[by].way = WAY_RANGE;
    }
    query->values[OF_YEAR].way = WAY_RANGE;
    if (by != OF_BARCODE && by != OF_CATNO)
        query->walk = walk;
    return listing_fetch(db, arena, query, page);
}

int64_t release_store_move(struct db *db, uint64_t from, uint64_t to)
{
    return db_run(db, RELEASE_MOVE, ARGS(A_UINT(to), A_UINT(from)));
}
