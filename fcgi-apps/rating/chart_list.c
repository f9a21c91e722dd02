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

/* What is read: one genre (0: all), and of it all years, a decade or a year. */
enum { GENRE, DECADE, YEAR, TREND };
static const struct filter read[] = {
    [GENRE] = FILTER("genre_id", BY_ID, "c.genre_id = ?"),
    [DECADE] = FILTER("decade", BY_INT, "c.decade = ?"),
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

/* A piece of the time there are albums of: all of it, a decade (197) or a year. */
struct span {
    enum { SPAN_ALL, SPAN_DECADE, SPAN_YEAR } unit;
    int64_t value;
};

/* The query for a piece of the chart: of one genre and one span. */
static struct query piece_of(const struct query *query, uint64_t genre_id,
                             struct span span)
{
    struct query piece = *query;

    memset(piece.values, 0, sizeof piece.values);
    for (size_t i = 0; i < pieces.filter_count; i++)
        piece.values[i].text = ""; /* its cursor is not the one that is given */
    piece.listing = &pieces;
    piece.values[GENRE].given = true;
    piece.values[GENRE].arg = A_UINT(genre_id);
    piece.values[DECADE].given = span.unit == SPAN_DECADE;
    piece.values[DECADE].arg = A_INT(span.value);
    piece.values[YEAR].given = span.unit == SPAN_YEAR;
    piece.values[YEAR].arg = A_INT(span.value);
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

/* The spans that the years there are, ascending, have from `from` to `to`: all of them at
   once, or decades at once, where none is left out. Returns how many; *out has room for
   as many as years. */
static size_t cover(const struct rows *years, int64_t from, int64_t to, struct span *out)
{
    const struct chart_year *all = years->items;
    size_t count = years->count, spans = 0;

    if (count == 0)
        return 0;
    if (all[0].release_year >= from && all[count - 1].release_year <= to) {
        out[0] = (struct span){SPAN_ALL, 0};
        return 1;
    }
    for (size_t i = 0, next; i < count; i = next) {
        int64_t decade = all[i].release_year / 10;

        for (next = i + 1; next < count && all[next].release_year / 10 == decade;)
            next++;
        if (all[i].release_year >= from && all[next - 1].release_year <= to)
            out[spans++] = (struct span){SPAN_DECADE, decade};
        else
            for (size_t k = i; k < next; k++)
                if (all[k].release_year >= from && all[k].release_year <= to)
                    out[spans++] = (struct span){SPAN_YEAR, all[k].release_year};
    }
    return spans;
}

/* The pages of the spans, merged. */
static int list_spans(struct db *db, struct arena *arena, const struct query *query,
                      uint64_t genre_id, const struct span *spans, size_t count,
                      struct page *page)
{
    size_t met = 0;
    bool more = false;

    *page = (struct page){0};
    for (size_t i = 0; i < count; i++) {
        struct query piece = piece_of(query, genre_id, spans[i]);
        struct placed *room = arena_alloc(arena, query->limit * sizeof *room);
        struct page of_span;

        if (room == NULL || listing_fetch(db, arena, &piece, &of_span) != 0)
            return DB_FAILED;
        met += of_span.rows.count;
        more = more || of_span.next_cursor != NULL;
        merge(query, &page->rows, &of_span.rows, room);
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
    struct span *spans, whole = {SPAN_ALL, 0};
    struct rows years;

    if (from == NULL && to == NULL)
        return list_spans(db, arena, query, genre_id, &whole, 1, page);
    if (db_list(db, arena, CHART_YEARS, ARGS(A_UINT(genre_id)), &years) != 0)
        return DB_FAILED;
    spans = arena_alloc(arena, (years.count + 1) * sizeof *spans);
    return spans == NULL
               ? DB_FAILED
               : list_spans(db, arena, query, genre_id, spans,
                            cover(&years, from == NULL ? YEAR_LEAST : from->integer,
                                  to == NULL ? YEAR_MOST : to->integer, spans),
                            page);
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
