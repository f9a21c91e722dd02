/* album_store.c - albums. */
#include "catalog/album_store.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/search_find.h"
#include "catalog/album_body.h"
#include "catalog/facet_store.h"
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
    FIELD(struct album, credits, FIELD_TEXT, .flags = HIDDEN),
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
    FIELD(struct album, cover_version, FIELD_COUNT, .flags = HIDDEN),
    FIELD(struct album, created_at, FIELD_TIME),
    FIELD(struct album, updated_at, FIELD_TIME),
};
const struct shape album_shape = SHAPE(struct album, album_fields);

static const struct filter filters[] = {
    SEARCH_FILTER("@.id"),
    /* several may have the name, whose condition it therefore stays */
    FILTER("artist", BY_TEXT,
           "@.id IN (SELECT k.album_id FROM artists n "
           "JOIN album_artists k ON k.artist_id = n.id WHERE n.name = ?)"),
    FACET_FILTER("artist_id", BY_ID, "3"),
    FACET_FILTER("genre", BY_TEXT, "1"),
    FACET_FILTER("style", BY_TEXT, "2"),
    FACET_FILTER("label_id", BY_ID, "4"),
    FILTER("year", BY_INT, "@.release_year = ?", .min = 1000, .max = 9999),
    FILTER("year_from", BY_INT, "@.release_year >= ?", .min = 1000, .max = 9999),
    FILTER("year_to", BY_INT, "@.release_year BETWEEN 1 AND ?", .min = 1000, .max = 9999),
    FACET_FILTER("format", BY_TEXT, "5"),
    FACET_FILTER("country", BY_TEXT, "6"),
    FILTER("min_rating", BY_REAL, "@.weighted_rating >= ?", .min = 0.5, .max = 5),
    FILTER("ids", BY_IDS, "@.id IN"),
};

static const struct sort sorts[] = {
    {"title",        "@.title",           "title",           KEY_TEXT},
    {"release_year", "@.release_year",    "release_year",    KEY_INT },
    {"created_at",   "@.created_at",      "created_at",      KEY_TIME},
    {"rating",       "@.weighted_rating", "weighted_rating", KEY_REAL},
    {"popularity",   "@.rating_count",    "rating_count",    KEY_INT },
};

const struct listing album_listing = {
    .plural = "albums",
    FILTERS(filters),
    SORTS(sorts),
    .select = ALBUM_SELECT,
    .alias = 'a',
    WALKS(facet_walks),
    .where = "a.deleted_at IS NULL",
    .id_column = "@.id",
    .row = &album_shape,
};

/* Cuts `line` at its first tab and returns what follows; NULL if there is none. */
static char *cut(char *line)
{
    char *tab = strchr(line, '\t');

    if (tab != NULL)
        *tab++ = '\0';
    return tab;
}

/* Reads one "id<tab>name<tab>joiner". */
static struct credit read_credit(char *line)
{
    char *name = cut(line), *joiner = name == NULL ? NULL : cut(name);

    if (joiner != NULL && *joiner == '\0')
        joiner = NULL;
    return (struct credit){strtoull(line, NULL, 10), name, joiner};
}

int album_store_credits(struct arena *arena, const char *text, struct rows *out)
{
    char *line = arena_strdup(arena, text);
    struct credit *credits;
    size_t most = 1;

    for (const char *at = text; *at != '\0'; at++)
        most += *at == '\n';
    credits = arena_alloc(arena, most * sizeof *credits);
    if (line == NULL || credits == NULL)
        return DB_FAILED;
    *out = (struct rows){credits, 0};
    while (line != NULL && *line != '\0') {
        char *end = strchr(line, '\n');

        if (end != NULL)
            *end++ = '\0';
        credits[out->count++] = read_credit(line);
        line = end;
    }
    return 0;
}

/* What is shown of an album and stands in no column. 0, or -1 if memory is out. */
static int complete(struct arena *arena, struct album *album)
{
    album->cover_url =
        album->cover_version == 0
            ? arena_printf(arena, "/api/v1/albums/%" PRIu64 "/cover", album->id)
            : arena_printf(arena, "/api/v1/albums/%" PRIu64 "/cover?v=%" PRId64,
                           album->id, album->cover_version);
    if (*album->genres != '\0')
        album->genre = arena_strndup(arena, album->genres, strcspn(album->genres, "\n"));
    return album_store_credits(arena, album->credits, &album->artists);
}

int album_store_find(struct db *db, struct arena *arena, uint64_t id, struct album *out)
{
    int found = db_find(db, arena, ALBUM_FIND, ARGS(A_UINT(id)), out);

    return found == 1 && complete(arena, out) != 0 ? DB_FAILED : found;
}

int album_store_list(struct db *db, struct arena *arena, struct query *query,
                     struct page *page)
{
    int met = facet_store_walk(db, arena, query);
    struct album *albums;

    *page = (struct page){0};
    if (met < 1)
        return met;
    if (listing_fetch(db, arena, query, page) != 0)
        return DB_FAILED;
    albums = page->rows.items;
    for (size_t i = 0; i < page->rows.count; i++)
        if (complete(arena, &albums[i]) != 0)
            return DB_FAILED;
    return 0;
}

int album_store_hold(struct db *db, uint64_t album_id)
{
    return db_run(db, ALBUM_HOLD, ARGS(A_UINT(album_id))) < 0 ? DB_FAILED : 0;
}

int album_store_score(struct db *db, const struct album_score *score)
{
    return db_run(db, ALBUM_SCORE,
                  ARGS(A_INT(score->count), A_REAL(score->mean), A_REAL(score->weighted),
                       A_UINT(score->album_id))) < 0
               ? DB_FAILED
               : facet_store_score(db, score);
}

int album_store_lock(struct db *db, struct arena *arena, uint64_t id,
                     struct standing *out)
{
    return db_find(db, arena, ALBUM_LOCK, ARGS(A_UINT(id)), out);
}

int album_store_standing(struct db *db, struct arena *arena, uint64_t id,
                         struct standing *out)
{
    return db_find(db, arena, ALBUM_STANDING, ARGS(A_UINT(id)), out);
}

static struct db_arg linked(uint64_t id)
{
    return id == 0 ? A_NULL : A_UINT(id);
}

int album_store_add(struct db *db, const struct album_body *body, uint64_t *id)
{
    if (db_run(db, ALBUM_ADD,
               ARGS(A_TEXT(body->title), A_TEXT(body->printed), A_TEXT(body->credits),
                    linked(body->artist_id), A_INT(body->release_year),
                    A_TEXT(body->genres), A_TEXT(body->styles), A_TEXT(body->description),
                    A_UINT(body->tracks.count))) != 1)
        return DB_FAILED;
    *id = db_last_id(db);
    return 0;
}

int album_store_set(struct db *db, uint64_t id, const struct album_body *body,
                    const char *fields)
{
    return db_run(db, ALBUM_SET,
                  ARGS(A_TEXT(body->title), A_TEXT(body->printed), A_TEXT(body->credits),
                       linked(body->artist_id), A_INT(body->release_year),
                       A_TEXT(body->genres), A_TEXT(body->styles),
                       A_TEXT(body->description), A_UINT(body->tracks.count),
                       A_TEXT(fields), A_UINT(id))) == 1
               ? 0
               : DB_FAILED;
}

/* Runs a statement that must meet the row. */
static int run(struct db *db, int statement, struct db_args args)
{
    return db_run(db, statement, args) == 1 ? 0 : DB_FAILED;
}

int album_store_count_songs(struct db *db, uint64_t id, int by)
{
    return run(db, ALBUM_COUNT_SONGS, ARGS(A_INT(by), A_UINT(id)));
}

int album_store_cover(struct db *db, uint64_t id, int64_t cover_version)
{
    return run(db, ALBUM_COVER, ARGS(A_INT(cover_version), A_UINT(id)));
}

int album_store_remove(struct db *db, uint64_t id)
{
    return run(db, ALBUM_REMOVE, ARGS(A_UINT(id)));
}

int album_store_restore(struct db *db, uint64_t id)
{
    return run(db, ALBUM_RESTORE, ARGS(A_UINT(id)));
}

int album_store_merge(struct db *db, uint64_t id, uint64_t into, int64_t releases)
{
    if (db_run(db, ALBUM_FOLLOW, ARGS(A_UINT(into), A_UINT(id))) < 0 ||
        run(db, ALBUM_MERGE, ARGS(A_UINT(into), A_UINT(id))) != 0)
        return DB_FAILED;
    return run(db, ALBUM_COUNT_RELEASES, ARGS(A_INT(releases), A_UINT(into)));
}

int album_store_credit_artist(struct db *db, uint64_t artist_id)
{
    return db_run(db, ALBUM_CREDIT_ARTIST, ARGS(A_UINT(artist_id))) < 0 ? DB_FAILED : 0;
}
