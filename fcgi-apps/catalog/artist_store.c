/* artist_store.c - artists. */
#include "catalog/artist_store.h"

#include "catalog/search_find.h"
#include <string.h>

#include "catalog/genre_store.h"
#include "catalog/statements.h"
#include "core/arena.h"
#include "core/artist_name.h"

#include "core/banned.h"

static const struct field artist_fields[] = {
    FIELD(struct artist, id, FIELD_ID),
    FIELD(struct artist, name, FIELD_TEXT),
    FIELD(struct artist, sort_name, FIELD_TEXT),
    FIELD(struct artist, real_name, FIELD_TEXT),
    FIELD(struct artist, biography, FIELD_TEXT),
    FIELD(struct artist, genres, FIELD_LINES),
    FIELD(struct artist, image_url, FIELD_TEXT),
    FIELD(struct artist, album_count, FIELD_COUNT),
    FIELD(struct artist, version, FIELD_COUNT),
    FIELD(struct artist, created_at, FIELD_TIME),
    FIELD(struct artist, updated_at, FIELD_TIME),
};
const struct shape artist_shape = SHAPE(struct artist, artist_fields);

static const struct field name_fields[] = {
    FIELD(struct artist_name, id, FIELD_ID),
    FIELD(struct artist_name, name, FIELD_TEXT),
    FIELD(struct artist_name, deleted, FIELD_BOOL),
    FIELD(struct artist_name, genres_edited, FIELD_BOOL),
};
const struct shape artist_name_shape = SHAPE(struct artist_name, name_fields);

static const struct field body_fields[] = {
    FIELD(struct artist_body, name, FIELD_TEXT, .flags = REQUIRED | ONE_LINE, .min = 1,
          .max = 512),
    FIELD(struct artist_body, sort_name, FIELD_TEXT, .flags = ONE_LINE, .min = 1,
          .max = 512),
    FIELD(struct artist_body, real_name, FIELD_TEXT, .flags = ONE_LINE, .min = 1,
          .max = 512),
    FIELD(struct artist_body, biography, FIELD_TEXT, .min = 1, .max = 20000),
    FIELD(struct artist_body, genres, FIELD_LINES, .max = 15, .each = 64),
};
const struct shape artist_body_shape = {
    .fields = body_fields,
    .count = sizeof body_fields / sizeof *body_fields,
    .size = sizeof(struct artist_body),
    .body_most = 128 * 1024,
};

enum { ARTIST_GENRE = 1 };

static const struct filter filters[] = {
    SEARCH_FILTER("@.id"),
    [ARTIST_GENRE] = FILTER("genre", BY_TEXT,
                            "(SELECT COUNT(*) FROM artist_facets c WHERE c.id = @.id "
                            "AND c.value = ?) = 1"),
};

static const struct sort sorts[] = {
    {"name",       "@.name",       "name",       KEY_TEXT},
    {"created_at", "@.created_at", "created_at", KEY_TIME},
};

static const struct walk walks[] = {
    {.alias = 'n', .select = ARTIST_SELECT,               .keys = "", .joined = ""},
    { .alias = 'f',
     .select = ARTIST_COLUMNS " FROM artist_facets f",
     .keys = "",
     .joined = " STRAIGHT_JOIN artists n ON n.id = f.id",
     .where = "f.value = ?",
     .arg_count = 1},
};

const struct listing artist_listing = {
    .plural = "artists",
    FILTERS(filters),
    SORTS(sorts),
    .select = ARTIST_SELECT,
    .alias = 'n',
    WALKS(walks),
    .where = "n.deleted_at IS NULL",
    .id_column = "@.id",
    .row = &artist_shape,
};

int artist_store_find(struct db *db, struct arena *arena, uint64_t id, struct artist *out)
{
    return db_find(db, arena, ARTIST_FIND, ARGS(A_UINT(id)), out);
}

/* Binds the genre's number in the place of its name, and has its artists walked. 1, or 0
   if there is no such genre; -1. */
static int find_genre(struct db *db, struct arena *arena, struct query *query)
{
    struct walk *walk = arena_alloc(arena, sizeof *walk);
    struct genre genre;
    int found = genre_store_named(db, arena, GENRE_NAMED,
                                  query->values[ARTIST_GENRE].text, &genre);

    if (found != 1 || walk == NULL)
        return found == 1 ? DB_FAILED : found;
    *walk = walks[1];
    walk->args[0] = query->values[ARTIST_GENRE].arg = A_UINT(genre.id);
    if (query_value(query, "q") != NULL)
        return 1;
    query->walk = walk;
    query->values[ARTIST_GENRE].way = WAY_MET;
    return 1;
}

int artist_store_list(struct db *db, struct arena *arena, struct query *query,
                      struct page *page)
{
    int found = 1;

    *page = (struct page){0};
    if (query->values[ARTIST_GENRE].given)
        found = find_genre(db, arena, query);
    else if (query_value(query, "q") == NULL)
        query->walk = &walks[0];
    return found == 1 ? listing_fetch(db, arena, query, page) : found;
}

int artist_store_index(struct db *db, uint64_t id)
{
    return db_run(db, ARTIST_FACETS_CLEAR, ARGS(A_UINT(id))) < 0 ||
                   db_run(db, ARTIST_FACETS_ADD, ARGS(A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}

/* What a look-up of a name came to. */
static int with_plain(struct arena *arena, int found, struct artist_name *out)
{
    if (found == 1)
        out->plain = artist_name_plain(arena, out->name);
    return found == 1 && out->plain == NULL ? DB_FAILED : found;
}

int artist_store_lock(struct db *db, struct arena *arena, uint64_t id,
                      struct artist_name *out)
{
    return with_plain(arena, db_find(db, arena, ARTIST_LOCK, ARGS(A_UINT(id)), out), out);
}

int artist_store_stand(struct db *db, struct arena *arena, uint64_t id,
                       struct standing *out)
{
    return db_find(db, arena, ARTIST_STAND, ARGS(A_UINT(id)), out);
}

int artist_store_standing(struct db *db, struct arena *arena, uint64_t id,
                          struct standing *out)
{
    return db_find(db, arena, ARTIST_STANDING, ARGS(A_UINT(id)), out);
}

int artist_store_other(struct db *db, struct arena *arena, const char *name, uint64_t id,
                       struct artist_name *out)
{
    return with_plain(arena,
                      db_find(db, arena, ARTIST_NAMED,
                              ARGS(A_TEXT(name), A_TEXT(name), A_UINT(id)), out),
                      out);
}

int artist_store_named(struct db *db, struct arena *arena, const char *name,
                       struct artist_name *out)
{
    struct artist_body body = {.name = name,
                               .sort_name = artist_name_sorted(arena, name)};
    int found = artist_store_other(db, arena, name, 0, out);

    if (found != 0)
        return found == 1 ? 0 : DB_FAILED;
    *out = (struct artist_name){.name = name};
    if (body.sort_name == NULL || artist_store_add(db, &body, &out->id) != 0)
        return DB_FAILED;
    return with_plain(arena, 1, out) == 1 ? 0 : DB_FAILED;
}

int artist_store_add(struct db *db, const struct artist_body *body, uint64_t *id)
{
    if (db_run(db, ARTIST_ADD,
               ARGS(A_TEXT(body->name), A_TEXT(body->sort_name), A_TEXT(body->real_name),
                    A_TEXT(body->biography))) != 1)
        return DB_FAILED;
    *id = db_last_id(db);
    return 0;
}

/* Runs a statement that must meet the row. */
static int run(struct db *db, int statement, struct db_args args)
{
    return db_run(db, statement, args) == 1 ? 0 : DB_FAILED;
}

int artist_store_set(struct db *db, uint64_t id, const struct artist_body *body,
                     const char *fields)
{
    return run(db, ARTIST_SET,
               ARGS(A_TEXT(body->name), A_TEXT(body->sort_name), A_TEXT(body->real_name),
                    A_TEXT(body->biography), A_TEXT(fields), A_UINT(id)));
}

int artist_store_remove(struct db *db, uint64_t id)
{
    return run(db, ARTIST_REMOVE, ARGS(A_UINT(id)));
}

int artist_store_restore(struct db *db, uint64_t id)
{
    return run(db, ARTIST_RESTORE, ARGS(A_UINT(id)));
}

int artist_store_used(struct db *db, struct arena *arena, uint64_t id)
{
    struct artist_name user;

    return db_find(db, arena, ARTIST_USED, ARGS(A_UINT(id), A_UINT(id)), &user);
}

int artist_store_count(struct db *db, uint64_t id, int by)
{
    return db_run(db, ARTIST_COUNT, ARGS(A_INT(by), A_UINT(id))) < 0 ? DB_FAILED : 0;
}

int artist_store_set_genres(struct db *db, uint64_t id, const struct ids *genres,
                            const char *names)
{
    if (db_run(db, ARTIST_GENRES_CLEAR, ARGS(A_UINT(id))) < 0)
        return DB_FAILED;
    for (size_t i = 0; i < genres->count; i++)
        if (db_run(db, ARTIST_GENRES_ADD, ARGS(A_UINT(id), A_UINT(genres->items[i]))) !=
            1)
            return DB_FAILED;
    return db_run(db, ARTIST_GENRES_SHOW, ARGS(A_TEXT(names), A_UINT(id))) < 0
               ? DB_FAILED
               : artist_store_index(db, id);
}

int artist_store_derive_genres(struct db *db, struct arena *arena, uint64_t id)
{
    const char *names = "";
    struct rows rows;
    struct ids genres;

    if (db_list(db, arena, ARTIST_GENRES_OF_ALBUMS, ARGS(A_UINT(id)), &rows) != 0 ||
        !ids_make(arena, rows.count, &genres))
        return DB_FAILED;
    for (size_t i = 0; i < rows.count; i++) {
        const struct genre *genre = (const struct genre *)rows.items + i;

        ids_add(&genres, genre->id);
        names = arena_printf(arena, "%s%s%s", names, i == 0 ? "" : "\n", genre->name);
    }
    return names == NULL ? DB_FAILED : artist_store_set_genres(db, id, &genres, names);
}
