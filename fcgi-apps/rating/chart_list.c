/* chart_list.c - pages of charts. */
#include "rating/chart_store.h"

#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "rating/album_store.h"
#include "rating/statements.h"

#include "core/banned.h"

#define YEAR_LEAST 1
#define YEAR_MOST 9999

static const struct field placed_fields[] = {
    FIELD(struct placed, id, FIELD_ID, .flags = HIDDEN),
    FIELD(struct placed, album_id, FIELD_ID),
    FIELD(struct placed, rank, FIELD_COUNT),
    FIELD(struct placed, weighted, FIELD_SCORE),
    FIELD(struct placed, mean, FIELD_SCORE),
    FIELD(struct placed, count, FIELD_COUNT),
    FIELD(struct placed, low, FIELD_REAL, .flags = HIDDEN),
    FIELD(struct placed, trend, FIELD_REAL, .flags = HIDDEN),
};
const struct shape placed_shape = SHAPE(struct placed, placed_fields);

static const struct field chart_year_fields[] = {
    FIELD(struct chart_year, release_year, FIELD_YEAR),
};
const struct shape chart_year_shape = SHAPE(struct chart_year, chart_year_fields);

static const struct filter asked[] = {
    FILTER("genre", BY_TEXT, NULL),
    FILTER("year_from", BY_INT, NULL, .min = YEAR_LEAST, .max = YEAR_MOST),
    FILTER("year_to", BY_INT, NULL, .min = YEAR_LEAST, .max = YEAR_MOST),
};

/* What is read: one genre (0: all), and of it all years or one. */
enum { GENRE, YEAR, TREND };
static const struct filter read[] = {
    [GENRE] = FILTER("genre_id", BY_ID, "c.genre_id = ?"),
    [YEAR] = FILTER("year", BY_INT, "c.release_year = ?"),
    [TREND] = FILTER("trend", BY_REAL, "c.trend > ?"),
};

enum { TOP, POPULAR, TRENDING };
static const struct sort sorts[] = {
    [TOP] = {"top",      "c.low",   "low",   KEY_REAL},
    [POPULAR] = {"popular",  "c.count", "count", KEY_INT },
    [TRENDING] = {"trending", "c.trend", "trend", KEY_REAL},
};

#define LISTING(filters)                                                                 \
    {                                                                                    \
        .plural = "albums", FILTERS(filters), SORTS(sorts),                              \
        .select = "SELECT c.album_id AS id, c.album_id, c.count, c.mean, c.weighted, "   \
                  "c.low, c.trend FROM charts c",                                        \
        .where = "c.generation = " SQL_LIVE, .id_column = "c.album_id",                  \
        .row = &placed_shape, .descending = true, .ranked = true                         \
    }
const struct listing chart_listing = LISTING(asked);
static const struct listing pieces = LISTING(read);

/* The query for a piece of the chart: of one genre, and one year or (0) all. */
static struct query piece_of(const struct query *query, uint64_t genre_id, int64_t year)
{
    struct query piece = *query;

    memset(piece.values, 0, sizeof piece.values);
    for (size_t i = 0; i < pieces.filter_count; i++)
        piece.values[i].text = ""; /* its cursor is not the one that is given */
    piece.listing = &pieces;
    piece.values[GENRE].given = true;
    piece.values[GENRE].arg = A_UINT(genre_id);
    piece.values[YEAR].given = year != 0;
    piece.values[YEAR].arg = A_INT(year);
    piece.values[TREND].given = query->sort == &sorts[TRENDING];
    piece.values[TREND].arg = A_REAL(0);
    return piece;
}

static double key_of(const struct query *query, const struct placed *placed)
{
    if (query->sort == &sorts[POPULAR])
        return (double)placed->count;
    return query->sort == &sorts[TRENDING] ? placed->trend : placed->low;
}

static bool is_before(const struct query *query, const struct placed *a,
                      const struct placed *b)
{
    double of_a = key_of(query, a), of_b = key_of(query, b);

    return of_a != of_b ? of_a > of_b : a->id > b->id;
}

/* Both are in order; the first `limit` of all go to *out, which has room for them. */
static void merge(const struct query *query, struct rows *so_far, const struct rows *more,
                  struct placed *out)
{
    const struct placed *a = so_far->items, *b = more->items;
    size_t i = 0, j = 0, n = 0;

    while (n < query->limit && (i < so_far->count || j < more->count)) {
        bool first =
            j == more->count || (i < so_far->count && is_before(query, &a[i], &b[j]));

        out[n++] = first ? a[i++] : b[j++];
    }
    *so_far = (struct rows){out, n};
}

/* The pages of each of the years there are, merged. */
static int list_years(struct db *db, struct arena *arena, const struct query *query,
                      uint64_t genre_id, const struct rows *years, struct page *page)
{
    const struct chart_year *all = years->items;
    size_t met = 0;
    bool more = false;

    *page = (struct page){0};
    for (size_t i = 0; i < years->count; i++) {
        struct query piece = piece_of(query, genre_id, all[i].release_year);
        struct placed *room = arena_alloc(arena, query->limit * sizeof *room);
        struct page of_year;

        if (room == NULL || listing_fetch(db, arena, &piece, &of_year) != 0)
            return DB_FAILED;
        met += of_year.rows.count;
        more = more || of_year.next_cursor != NULL;
        merge(query, &page->rows, &of_year.rows, room);
    }
    if (!more && met <= query->limit)
        return 0;
    page->next_cursor = query_cursor(
        query, (struct placed *)page->rows.items + page->rows.count - 1, arena);
    return page->next_cursor == NULL ? DB_FAILED : 0;
}

static int list(struct db *db, struct arena *arena, const struct query *query,
                uint64_t genre_id, struct page *page)
{
    const struct db_arg *from = query_value(query, "year_from");
    const struct db_arg *to = query_value(query, "year_to");
    struct query piece = piece_of(query, genre_id, 0);
    struct rows years;

    if (from == NULL && to == NULL) {
        int listed = listing_fetch(db, arena, &piece, page);

        if (listed == 0 && page->next_cursor != NULL)
            page->next_cursor = query_cursor(
                query, (struct placed *)page->rows.items + page->rows.count - 1, arena);
        return listed;
    }
    if (db_list(db, arena, CHART_YEARS,
                ARGS(A_UINT(genre_id), from == NULL ? A_INT(YEAR_LEAST) : *from,
                     to == NULL ? A_INT(YEAR_MOST) : *to),
                &years) != 0)
        return DB_FAILED;
    return list_years(db, arena, query, genre_id, &years, page);
}

int chart_store_list(struct db *db, struct arena *arena, const struct query *query,
                     struct page *page)
{
    const struct db_arg *genre = query_value(query, "genre");
    struct placed *placed;
    uint64_t genre_id = 0;
    int found =
        genre == NULL ? 1 : album_store_genre(db, arena, genre->bytes.at, &genre_id);

    *page = (struct page){0};
    if (found != 1)
        return found;
    if (list(db, arena, query, genre_id, page) != 0)
        return DB_FAILED;
    placed = page->rows.items;
    for (size_t i = 0; i < page->rows.count; i++)
        placed[i].rank = (int64_t)(query->before + i + 1);
    return 0;
}
