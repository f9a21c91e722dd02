/* collection_store.c - copies that people own, want or have sold. */
#include "user/collection_store.h"

#include "core/arena.h"
#include "user/statements.h"

#include "core/banned.h"

#define STATUSES "owned wanted sold"
#define GRADES "M NM VG+ VG G+ G F P" /* Goldmine's */

static const struct field item_album_fields[] = {
    FIELD(struct item_album, id, FIELD_ID),
    FIELD(struct item_album, title, FIELD_TEXT),
    FIELD(struct item_album, artist, FIELD_TEXT),
    FIELD(struct item_album, release_year, FIELD_YEAR),
    FIELD(struct item_album, cover_url, FIELD_TEXT),
};
static const struct shape item_album_shape = SHAPE(struct item_album, item_album_fields);

/* What everybody may see comes first. */
static const struct field item_fields[] = {
    FIELD(struct item, id, FIELD_ID),
    FIELD(struct item, album, FIELD_RECORD, .rows = &item_album_shape),
    FIELD(struct item, release_id, FIELD_ID),
    FIELD(struct item, status, FIELD_CHOICE),
    FIELD(struct item, media_condition, FIELD_CHOICE),
    FIELD(struct item, sleeve_condition, FIELD_CHOICE),
    FIELD(struct item, acquired_on, FIELD_DATE),
    FIELD(struct item, created_at, FIELD_TIME),
    FIELD(struct item, updated_at, FIELD_TIME),
    FIELD(struct item, user_id, FIELD_ID, .flags = ROW_ONLY),
    FIELD(struct item, album_id, FIELD_ID, .flags = ROW_ONLY),
    FIELD(struct item, title, FIELD_TEXT, .flags = ROW_ONLY),
    FIELD(struct item, artist, FIELD_TEXT, .flags = ROW_ONLY),
    FIELD(struct item, release_year, FIELD_COUNT, .flags = ROW_ONLY),
    FIELD(struct item, cover_url, FIELD_TEXT, .flags = ROW_ONLY),
    FIELD(struct item, stale, FIELD_COUNT, .flags = ROW_ONLY),
    FIELD(struct item, deleted, FIELD_BOOL, .flags = ROW_ONLY),
    FIELD(struct item, due, FIELD_BOOL, .flags = ROW_ONLY),
    FIELD(struct item, version, FIELD_COUNT, .flags = ROW_ONLY),
    FIELD(struct item, purchase_price, FIELD_MONEY),
    FIELD(struct item, currency, FIELD_TEXT),
    FIELD(struct item, location, FIELD_TEXT),
    FIELD(struct item, notes, FIELD_TEXT),
};
#define PRIVATE_FIELDS 4
const struct shape item_shape = SHAPE(struct item, item_fields);
static const struct shape public_item_shape = {
    .fields = item_fields,
    .count = sizeof item_fields / sizeof *item_fields - PRIVATE_FIELDS,
    .size = sizeof(struct item),
};

static const struct field item_body_fields[] = {
    FIELD(struct item_body, album_id, FIELD_ID, .flags = REQUIRED),
    FIELD(struct item_body, release_id, FIELD_ID),
    FIELD(struct item_body, status, FIELD_CHOICE, .flags = REQUIRED, .choices = STATUSES),
    FIELD(struct item_body, media_condition, FIELD_CHOICE, .choices = GRADES),
    FIELD(struct item_body, sleeve_condition, FIELD_CHOICE, .choices = GRADES),
    FIELD(struct item_body, purchase_price, FIELD_MONEY),
    FIELD(struct item_body, currency, FIELD_TEXT, .min = 3, .max = 3),
    FIELD(struct item_body, acquired_on, FIELD_DATE),
    FIELD(struct item_body, location, FIELD_TEXT, .min = 0, .max = 200),
    FIELD(struct item_body, notes, FIELD_TEXT, .min = 0, .max = 2000),
};
const struct shape item_body_shape = SHAPE(struct item_body, item_body_fields);

static const struct field copies_fields[] = {
    FIELD(struct copies, user_id, FIELD_ID),
    FIELD(struct copies, owned, FIELD_COUNT),
    FIELD(struct copies, wanted, FIELD_COUNT),
};
const struct shape copies_shape = SHAPE(struct copies, copies_fields);

static const struct field share_fields[] = {
    FIELD(struct share, part, FIELD_TEXT),
    FIELD(struct share, name, FIELD_TEXT),
    FIELD(struct share, copies, FIELD_COUNT),
    FIELD(struct share, amount, FIELD_MONEY),
};
const struct shape share_shape = SHAPE(struct share, share_fields);

static const struct filter filters[] = {
    FILTER("status", BY_CHOICE, "i.status = ?", .choices = STATUSES),
    FILTER("artist", BY_TEXT, "i.artist = ?"),
    FILTER("year", BY_INT, "i.release_year = ?", .min = 1000, .max = 9999),
    FILTER("condition", BY_CHOICE, "i.media_condition = ?", .choices = GRADES),
    FILTER("q", BY_PARTS, "CONCAT(i.artist, ' ', i.title) LIKE ?"),
};

static const struct sort sorts[] = {
    {"created_at",   "i.created_at",   "created_at",   KEY_TIME},
    {"updated_at",   "i.updated_at",   "updated_at",   KEY_TIME},
    {"artist",       "i.artist",       "artist",       KEY_TEXT},
    {"title",        "i.title",        "title",        KEY_TEXT},
    {"release_year", "i.release_year", "release_year", KEY_INT },
};

const struct listing collection_listing = {
    .plural = "items",
    FILTERS(filters),
    SORTS(sorts),
    .select = ITEM_SELECT,
    .where = "i.user_id = ?",
    .where_caller = true,
    .id_column = "i.id",
    .row = &item_shape,
    .descending = true,
};

const struct listing public_collection_listing = {
    .plural = "items",
    FILTERS(filters),
    SORTS(sorts),
    .select = PUBLIC_ITEM_SELECT,
    .where = "i.user_id = ?",
    .where_caller = true,
    .id_column = "i.id",
    .row = &public_item_shape,
    .descending = true,
};

/* What is shown of the album. 0, or -1 if memory is out. */
static int complete(struct arena *arena, struct item *item)
{
    struct item_album *album = arena_alloc(arena, sizeof *album);

    if (album == NULL)
        return DB_FAILED;
    *album =
        (struct item_album){item->album_id, item->title, item->artist, item->release_year,
                            item->deleted ? NULL : item->cover_url};
    item->album = album;
    return 0;
}

static int find(struct db *db, struct arena *arena, int statement, uint64_t id,
                uint64_t user_id, struct item *out)
{
    int found = db_find(db, arena, statement, ARGS(A_UINT(id), A_UINT(user_id)), out);

    return found == 1 && complete(arena, out) != 0 ? DB_FAILED : found;
}

int collection_store_find(struct db *db, struct arena *arena, uint64_t id,
                          uint64_t user_id, struct item *out)
{
    return find(db, arena, ITEM_FIND, id, user_id, out);
}

int collection_store_lock(struct db *db, struct arena *arena, uint64_t id,
                          uint64_t user_id, struct item *out)
{
    return find(db, arena, ITEM_LOCK, id, user_id, out);
}

int collection_store_list(struct db *db, struct arena *arena, const struct query *query,
                          struct page *page)
{
    struct item *items;

    if (listing_fetch(db, arena, query, page) != 0)
        return DB_FAILED;
    items = page->rows.items;
    for (size_t i = 0; i < page->rows.count; i++)
        if (complete(arena, &items[i]) != 0)
            return DB_FAILED;
    return 0;
}

static int run(struct db *db, int statement, struct db_args args)
{
    return db_run(db, statement, args) < 0 ? DB_FAILED : 0;
}

#define COLUMNS(body)                                                                    \
    (body)->release_id == 0 ? A_NULL : A_UINT((body)->release_id),                       \
        A_TEXT((body)->status), A_TEXT((body)->media_condition),                         \
        A_TEXT((body)->sleeve_condition),                                                \
        (body)->purchase_price == -1 ? A_NULL : A_INT((body)->purchase_price),           \
        A_TEXT((body)->currency), A_TEXT((body)->acquired_on), A_TEXT((body)->location), \
        A_TEXT((body)->notes)

int collection_store_add(struct db *db, uint64_t user_id, const struct item_body *body,
                         uint64_t *id)
{
    if (db_run(db, ITEM_ADD,
               ARGS(A_UINT(user_id), COLUMNS(body), A_UINT(body->album_id))) != 1)
        return DB_FAILED;
    *id = db_last_id(db);
    return 0;
}

int collection_store_change(struct db *db, uint64_t id, const struct item_body *body)
{
    return run(db, ITEM_CHANGE, ARGS(A_UINT(body->album_id), COLUMNS(body), A_UINT(id)));
}

int collection_store_remove(struct db *db, uint64_t id)
{
    return run(db, ITEM_REMOVE, ARGS(A_UINT(id)));
}

int collection_store_count(struct db *db, struct arena *arena, uint64_t user_id,
                           uint64_t album_id, struct copies *out)
{
    return db_find(db, arena, ITEM_COUNT, ARGS(A_UINT(user_id), A_UINT(album_id)), out) ==
                   1
               ? 0
               : DB_FAILED;
}

int collection_store_holders(struct db *db, struct arena *arena, uint64_t album_id,
                             struct rows *out)
{
    return db_list(db, arena, ITEM_HOLDERS, ARGS(A_UINT(album_id)), out);
}

int collection_store_move(struct db *db, uint64_t album_id, uint64_t into)
{
    return run(db, ITEMS_MOVE, ARGS(A_UINT(into), A_UINT(album_id)));
}

int collection_store_shares(struct db *db, struct arena *arena, uint64_t user_id,
                            struct rows *out)
{
    struct db_arg user = A_UINT(user_id);

    return db_list(db, arena, COLLECTION_SHARES, ARGS(user, user, user, user, user), out);
}
