/* album_store.c - albums and their credits. */
#include "catalog/album_store.h"

#include <stdlib.h>

#include "catalog/statements.h"
#include "core/arena.h"

#include "core/banned.h"

static const struct field credit_fields[] = {
    FIELD(struct credit, album_id, FIELD_ID, .flags = HIDDEN),
    FIELD(struct credit, position, FIELD_COUNT, .flags = HIDDEN),
    FIELD(struct credit, id, FIELD_ID),
    FIELD(struct credit, name, FIELD_TEXT),
    FIELD(struct credit, join, FIELD_TEXT),
};
static const struct shape credit_shape = SHAPE(struct credit, credit_fields);

/* A column of the join that finds an album with its credits. */
#define CREDIT(column, member, kind)                                                     \
    {                                                                                    \
        .name = column, .type = kind, .offset = offsetof(struct album, credit.member),   \
        .flags = HIDDEN                                                                  \
    }

static const struct field album_fields[] = {
    FIELD(struct album, id, FIELD_ID),
    FIELD(struct album, title, FIELD_TEXT),
    FIELD(struct album, artist, FIELD_TEXT),
    FIELD(struct album, artist_id, FIELD_ID),
    FIELD(struct album, artists, FIELD_ROWS, .rows = &credit_shape),
    FIELD(struct album, release_year, FIELD_YEAR),
    FIELD(struct album, genre, FIELD_TEXT),
    FIELD(struct album, genres, FIELD_LINES),
    FIELD(struct album, styles, FIELD_LINES),
    FIELD(struct album, description, FIELD_TEXT),
    FIELD(struct album, cover_url, FIELD_TEXT),
    FIELD(struct album, track_count, FIELD_COUNT),
    FIELD(struct album, release_count, FIELD_COUNT),
    FIELD(struct album, average_rating, FIELD_SCORE),
    FIELD(struct album, weighted_rating, FIELD_SCORE),
    FIELD(struct album, rating_count, FIELD_COUNT),
    FIELD(struct album, version, FIELD_COUNT),
    FIELD(struct album, created_at, FIELD_TIME),
    FIELD(struct album, updated_at, FIELD_TIME),
    CREDIT("position", position, FIELD_COUNT),
    CREDIT("credit_id", id, FIELD_ID),
    CREDIT("credit_name", name, FIELD_TEXT),
    CREDIT("credit_join", join, FIELD_TEXT),
};
const struct shape album_shape = SHAPE(struct album, album_fields);

static const struct filter filters[] = {
    {"q",          BY_WORDS, "MATCH (a.title, a.artist) AGAINST (? IN BOOLEAN MODE)", 0,    0,    false},
    {"artist",     BY_TEXT,
     "a.id IN (SELECT k.album_id FROM artists n JOIN album_artists k ON k.artist_id = "
     "n.id WHERE n.name = ?)",                                                        0,    0,    false},
    {"artist_id",  BY_ID,
     "a.id IN (SELECT k.album_id FROM album_artists k WHERE k.artist_id = ?)",        0,    0,
     false                                                                                             },
    {"genre",      BY_TEXT,
     "a.id IN (SELECT k.album_id FROM genres n JOIN album_genres k ON k.genre_id = n.id "
     "WHERE n.name = ?)",                                                             0,    0,    false},
    {"style",      BY_TEXT,
     "a.id IN (SELECT k.album_id FROM styles n JOIN album_styles k ON k.style_id = n.id "
     "WHERE n.name = ?)",                                                             0,    0,    false},
    {"label_id",   BY_ID,
     "a.id IN (SELECT r.album_id FROM release_labels k JOIN releases r ON r.id = "
     "k.release_id WHERE k.label_id = ?)",                                            0,    0,    false},
    {"year",       BY_INT,   "a.release_year = ?",                                    1000, 9999, false},
    {"year_from",  BY_INT,   "a.release_year >= ?",                                   1000, 9999, false},
    {"year_to",    BY_INT,   "a.release_year BETWEEN 1 AND ?",                        1000, 9999, false},
    {"format",     BY_TEXT,
     "a.id IN (SELECT r.album_id FROM release_formats k JOIN releases r ON r.id = "
     "k.release_id WHERE k.name = ?)",                                                0,    0,    false},
    {"country",    BY_TEXT,
     "a.id IN (SELECT r.album_id FROM releases r WHERE r.country = ?)",               0,    0,    false},
    {"min_rating", BY_REAL,  "a.weighted_rating >= ?",                                0.5,  5,    false},
    {"ids",        BY_IDS,   "a.id IN",                                               0,    0,    false},
};

static const struct sort sorts[] = {
    {"title",        "a.title",           "title",           KEY_TEXT},
    {"release_year", "a.release_year",    "release_year",    KEY_INT },
    {"created_at",   "a.created_at",      "created_at",      KEY_TIME},
    {"rating",       "a.weighted_rating", "weighted_rating", KEY_REAL},
    {"popularity",   "a.rating_count",    "rating_count",    KEY_INT },
};

const struct listing album_listing = {
    .plural = "albums",
    FILTERS(filters),
    SORTS(sorts),
    .select = "SELECT " ALBUM_COLUMNS " FROM albums a",
    .id_column = "a.id",
    .row = &album_shape,
};

static int by_position(const void *a, const void *b)
{
    const struct credit *one = a, *other = b;

    return one->position < other->position ? -1 : one->position > other->position;
}

/* The rows of ALBUM_FIND, one for each part of the credit, as one album. 0 or -1. */
static int fold(struct arena *arena, const struct rows *rows, struct album *out)
{
    const struct album *albums = rows->items;
    struct credit *credits = arena_alloc(arena, rows->count * sizeof *credits);
    size_t parts = 0;

    if (credits == NULL)
        return DB_FAILED;
    for (size_t i = 0; i < rows->count; i++)
        if (albums[i].credit.name != NULL)
            credits[parts++] = albums[i].credit;
    qsort(credits, parts, sizeof *credits, by_position);
    *out = albums[0];
    out->artists = (struct rows){credits, parts};
    return 0;
}

int album_store_find(struct db *db, struct arena *arena, uint64_t id, struct album *out)
{
    struct rows rows;

    if (db_list(db, arena, ALBUM_FIND, ARGS(A_UINT(id)), &rows) != 0)
        return DB_FAILED;
    if (rows.count == 0)
        return 0;
    return fold(arena, &rows, out) == 0 ? 1 : DB_FAILED;
}

/* Gives each album of a page its credits, which come in the order of the table's key: an
   album's side by side and by position. */
static void hand_out(const struct rows *albums, const struct rows *credits)
{
    struct credit *all = credits->items;

    for (size_t i = 0; i < albums->count; i++) {
        struct album *album = (struct album *)albums->items + i;

        for (size_t c = 0; c < credits->count; c++) {
            if (all[c].album_id != album->id)
                continue;
            if (album->artists.count++ == 0)
                album->artists.items = &all[c];
        }
    }
}

int album_store_list(struct db *db, struct arena *arena, const struct query *query,
                     struct page *page)
{
    uint64_t ids[LISTING_MOST];
    struct rows credits;

    if (listing_fetch(db, arena, query, page) != 0)
        return DB_FAILED;
    for (size_t i = 0; i < page->rows.count; i++)
        ids[i] = ((const struct album *)page->rows.items)[i].id;
    if (listing_of_ids(db, arena, CREDITS_OF, &credit_shape, ids, page->rows.count,
                       &credits) != 0)
        return DB_FAILED;
    hand_out(&page->rows, &credits);
    return 0;
}

int album_store_score(struct db *db, const struct album_score *score)
{
    return db_run(db, ALBUM_SCORE,
                  ARGS(A_INT(score->count), A_REAL(score->mean), A_REAL(score->weighted),
                       A_UINT(score->album_id))) < 0
               ? DB_FAILED
               : 0;
}
