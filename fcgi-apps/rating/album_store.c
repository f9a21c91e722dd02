/* album_store.c - which albums there are and what they are, as far as the catalogue has
 * told. */
#include "rating/album_store.h"

#include <string.h>

#include "core/arena.h"
#include "rating/statements.h"

#include "core/banned.h"

static const struct field known_album_fields[] = {
    FIELD(struct known_album, album_id, FIELD_ID),
    FIELD(struct known_album, artist_id, FIELD_ID),
    FIELD(struct known_album, release_year, FIELD_YEAR),
};
const struct shape known_album_shape = SHAPE(struct known_album, known_album_fields);

static const struct field genre_fields[] = {
    FIELD(struct genre, id, FIELD_ID),
};
const struct shape genre_shape = SHAPE(struct genre, genre_fields);

int album_store_find(struct db *db, struct arena *arena, uint64_t album_id,
                     struct known_album *out)
{
    return db_find(db, arena, KNOWN_ALBUM_FIND, ARGS(A_UINT(album_id)), out);
}

int album_store_genre(struct db *db, struct arena *arena, const char *name, uint64_t *out)
{
    struct genre genre = {0};
    int found = db_find(db, arena, GENRE_FIND, ARGS(A_TEXT(name)), &genre);

    *out = genre.id;
    return found;
}

/* The genre's id, made if it is new; looked up first, or each look would use up a number.
 * 0 or -1. */
static int genre_id(struct db *db, struct arena *arena, const char *name, uint64_t *out)
{
    int found = album_store_genre(db, arena, name, out);

    if (found == 0) {
        if (db_run(db, GENRE_ADD, ARGS(A_TEXT(name))) == DB_FAILED)
            return DB_FAILED;
        found = album_store_genre(db, arena, name, out);
    }
    return found == 1 ? 0 : DB_FAILED;
}

static int keep_genres(struct db *db, struct arena *arena,
                       const struct known_album *album)
{
    const char *name = album->genres == NULL ? "" : album->genres;

    if (db_run(db, ALBUM_GENRES_CLEAR, ARGS(A_UINT(album->album_id))) < 0)
        return DB_FAILED;
    while (*name != '\0') {
        size_t length = strcspn(name, "\n");
        const char *one = arena_strndup(arena, name, length);
        uint64_t id;

        if (one == NULL || genre_id(db, arena, one, &id) != 0 ||
            db_run(db, ALBUM_GENRE_ADD, ARGS(A_UINT(album->album_id), A_UINT(id))) < 0)
            return DB_FAILED;
        name += length + (name[length] == '\n');
    }
    return 0;
}

int album_store_keep(struct db *db, struct arena *arena, const struct known_album *album)
{
    struct db_arg artist = album->artist_id == 0 ? A_NULL : A_UINT(album->artist_id);

    if (db_run(db, KNOWN_ALBUM_KEEP,
               ARGS(A_UINT(album->album_id), artist, A_INT(album->release_year))) < 0)
        return DB_FAILED;
    return keep_genres(db, arena, album);
}

int album_store_forget(struct db *db, uint64_t album_id)
{
    return db_run(db, ALBUM_GENRES_CLEAR, ARGS(A_UINT(album_id))) < 0 ||
                   db_run(db, KNOWN_ALBUM_FORGET, ARGS(A_UINT(album_id))) < 0
               ? DB_FAILED
               : 0;
}

int album_store_copy(struct db *db, uint64_t from, uint64_t into)
{
    return db_run(db, KNOWN_ALBUM_COPY, ARGS(A_UINT(into), A_UINT(from))) < 0 ||
                   db_run(db, ALBUM_GENRES_COPY, ARGS(A_UINT(into), A_UINT(from))) < 0
               ? DB_FAILED
               : 0;
}

int album_store_own(struct db *db, uint64_t user_id, uint64_t album_id, int64_t copies)
{
    int64_t done =
        copies > 0 ? db_run(db, OWNED_KEEP,
                            ARGS(A_UINT(user_id), A_UINT(album_id), A_INT(copies)))
                   : db_run(db, OWNED_REMOVE, ARGS(A_UINT(user_id), A_UINT(album_id)));

    return done < 0 ? DB_FAILED : 0;
}

int album_store_disown(struct db *db, uint64_t user_id)
{
    return db_run(db, OWNED_CLEAR, ARGS(A_UINT(user_id))) < 0 ? DB_FAILED : 0;
}
