/* label_store.c - record labels. */
#include "catalog/label_store.h"

#include "catalog/statements.h"

#include "core/banned.h"

static const struct field fields[] = {
    FIELD(struct label, id, FIELD_ID),
    FIELD(struct label, name, FIELD_TEXT),
    FIELD(struct label, profile, FIELD_TEXT),
    FIELD(struct label, parent_label, FIELD_TEXT),
    FIELD(struct label, release_count, FIELD_COUNT),
};
const struct shape label_shape = SHAPE(struct label, fields);

static const struct sort sorts[] = {
    {"name", "l.name", "name", KEY_TEXT},
};

static const struct walk walks[] = {
    {.alias = 'l', .select = LABEL_SELECT, .keys = "", .joined = ""},
};

const struct listing label_listing = {
    .plural = "labels",
    SORTS(sorts),
    .select = LABEL_SELECT,
    WALKS(walks),
    .id_column = "l.id",
    .row = &label_shape,
};

int label_store_find(struct db *db, struct arena *arena, uint64_t id, struct label *out)
{
    return db_find(db, arena, LABEL_FIND, ARGS(A_UINT(id)), out);
}

int label_store_list(struct db *db, struct arena *arena, struct query *query,
                     struct page *page)
{
    query->walk = walks;
    return listing_fetch(db, arena, query, page);
}
