/* album_store.c - albums and their credits. */
#include "catalog/album_store.h"

#include "catalog/statements.h"
#include "core/arena.h"

#include "core/banned.h"

static const struct field credit_fields[] = {
    FIELD(struct credit, id, FIELD_ID),
    FIELD(struct credit, name, FIELD_TEXT),
    FIELD(struct credit, join, FIELD_TEXT),
};
static const struct shape credit_shape = SHAPE(struct credit, credit_fields);

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
    {.name = "credit_id",
                                            .type = FIELD_ID,
                                            .offset = offsetof(struct album, credit.id),
                                            .flags = HIDDEN},
    {.name = "credit_name",
                                            .type = FIELD_TEXT,
                                            .offset = offsetof(struct album, credit.name),
                                            .flags = HIDDEN},
    {.name = "credit_join",
                                            .type = FIELD_TEXT,
                                            .offset = offsetof(struct album, credit.join),
                                            .flags = HIDDEN},
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
    .select = "SELECT a.* FROM albums a",
    .id_column = "a.id",
    .outer = "SELECT " ALBUM_COLUMNS " FROM (",
    .inner_as = ") a " ALBUM_CREDITS,
    .outer_order = "c.position",
    .row = &album_shape,
};

/* How many rows from the first on are of the same album. */
static size_t same_album(const struct album *rows, size_t count)
{
    size_t n = 1;

    while (n < count && rows[n].id == rows[0].id)
        n++;
    return n;
}

/* Rows come one for each part of a credit, an album's side by side; folds them into one
 * for each album, in place. */
static int fold(struct arena *arena, struct rows *rows)
{
    struct album *albums = rows->items;
    size_t kept = 0;

    for (size_t at = 0, n; at < rows->count; at += n) {
        struct credit *credits;
        size_t parts = 0;

        n = same_album(&albums[at], rows->count - at);
        credits = arena_alloc(arena, n * sizeof *credits);
        if (credits == NULL)
            return DB_FAILED;
        for (size_t i = 0; i < n; i++)
            if (albums[at + i].credit.name != NULL)
                credits[parts++] = albums[at + i].credit;
        albums[kept] = albums[at];
        albums[kept++].artists = (struct rows){credits, parts};
    }
    rows->count = kept;
    return 0;
}

int album_store_find(struct db *db, struct arena *arena, uint64_t id, struct album *out)
{
    struct rows rows;

    if (db_list(db, arena, ALBUM_FIND, ARGS(A_UINT(id)), &rows) != 0 ||
        fold(arena, &rows) != 0)
        return DB_FAILED;
    if (rows.count == 0)
        return 0;
    *out = *(const struct album *)rows.items;
    return 1;
}

int album_store_list(struct db *db, struct arena *arena, const struct query *query,
                     struct page *page)
{
    struct rows rows;

    if (listing_rows(db, arena, query, &rows) != 0 || fold(arena, &rows) != 0)
        return DB_FAILED;
    return listing_page(query, arena, &rows, page);
}

int album_store_score(struct db *db, const struct album_score *score)
{
    return db_run(db, ALBUM_SCORE,
                  ARGS(A_INT(score->count), A_REAL(score->mean), A_REAL(score->weighted),
                       A_UINT(score->album_id))) < 0
               ? DB_FAILED
               : 0;
}
