/* album_parts_store.c - an album's credit, genres and styles. */
#include "catalog/album_parts_store.h"

#include "catalog/album_body.h"
#include "catalog/album_store.h"
#include "catalog/statements.h"

#include "core/banned.h"

int album_parts_store_genres(struct db *db, struct arena *arena, uint64_t album_id,
                             struct ids *out)
{
    struct rows rows;

    if (db_list(db, arena, ALBUM_GENRES, ARGS(A_UINT(album_id)), &rows) != 0 ||
        !ids_make(arena, rows.count, out))
        return DB_FAILED;
    for (size_t i = 0; i < rows.count; i++)
        ids_add(out, ((const struct id_row *)rows.items)[i].id);
    return 0;
}

int album_parts_store_set_credits(struct db *db, struct arena *arena, uint64_t album_id,
                                  const struct album_body *body)
{
    struct rows parts;

    if (db_run(db, ALBUM_CREDITS_CLEAR, ARGS(A_UINT(album_id))) < 0 ||
        album_store_credits(arena, body->credits, &parts) != 0)
        return DB_FAILED;
    for (size_t i = 0; i < parts.count; i++) {
        const struct credit *part = (const struct credit *)parts.items + i;

        if (db_run(db, ALBUM_CREDITS_ADD,
                   ARGS(A_UINT(album_id), A_UINT(i + 1),
                        part->id == 0 ? A_NULL : A_UINT(part->id), A_TEXT(part->name),
                        A_TEXT(part->join == NULL ? "" : part->join))) != 1)
            return DB_FAILED;
    }
    return 0;
}

static int set(struct db *db, uint64_t album_id, const struct ids *ids, int clear,
               int add)
{
    if (db_run(db, clear, ARGS(A_UINT(album_id))) < 0)
        return DB_FAILED;
    for (size_t i = 0; i < ids->count; i++)
        if (db_run(db, add, ARGS(A_UINT(album_id), A_UINT(ids->items[i]))) != 1)
            return DB_FAILED;
    return 0;
}

int album_parts_store_set_genres(struct db *db, uint64_t album_id,
                                 const struct ids *genres)
{
    return set(db, album_id, genres, ALBUM_GENRES_CLEAR, ALBUM_GENRES_ADD);
}

int album_parts_store_set_styles(struct db *db, uint64_t album_id,
                                 const struct ids *styles)
{
    return set(db, album_id, styles, ALBUM_STYLES_CLEAR, ALBUM_STYLES_ADD);
}

int album_parts_store_rename(struct db *db, uint64_t artist_id, const char *from,
                             const char *to)
{
    return db_run(db, ALBUM_CREDITS_RENAME,
                  ARGS(A_TEXT(to), A_UINT(artist_id), A_TEXT(from))) < 0
               ? DB_FAILED
               : 0;
}
