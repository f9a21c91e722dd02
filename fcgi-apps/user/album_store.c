/* album_store.c - what the catalogue has told of the albums in people's collections. */
#include "user/album_store.h"

#include <string.h>

#include "user/statements.h"

#include "core/banned.h"

static const struct field known_album_fields[] = {
    FIELD(struct known_album, album_id, FIELD_ID),
    FIELD(struct known_album, title, FIELD_TEXT),
    FIELD(struct known_album, artist, FIELD_TEXT),
    FIELD(struct known_album, release_year, FIELD_YEAR),
    FIELD(struct known_album, cover_url, FIELD_TEXT),
    FIELD(struct known_album, deleted, FIELD_BOOL),
    FIELD(struct known_album, stale, FIELD_COUNT),
};
const struct shape known_album_shape = SHAPE(struct known_album, known_album_fields);

int album_store_find(struct db *db, struct arena *arena, uint64_t album_id,
                     struct known_album *out)
{
    return db_find(db, arena, KNOWN_ALBUM_FIND, ARGS(A_UINT(album_id)), out);
}

static int run(struct db *db, int statement, struct db_args args)
{
    return db_run(db, statement, args) < 0 ? DB_FAILED : 0;
}

static int keep_genres(struct db *db, uint64_t album_id, const char *genres)
{
    if (run(db, ALBUM_GENRES_CLEAR, ARGS(A_UINT(album_id))) != 0)
        return DB_FAILED;
    while (genres != NULL && *genres != '\0') {
        size_t length = strcspn(genres, "\n");

        if (length > 0 &&
            run(db, ALBUM_GENRE_ADD,
                ARGS(A_UINT(album_id),
                     (struct db_arg){
                         .kind = ARG_KIND_TEXT, .bytes = {genres, length}
        })) != 0)
            return DB_FAILED;
        genres += length + (genres[length] == '\n');
    }
    return 0;
}

int album_store_keep(struct db *db, const struct known_album *album)
{
    if (run(db, KNOWN_ALBUM_KEEP,
            ARGS(A_UINT(album->album_id), A_TEXT(album->title), A_TEXT(album->artist),
                 A_INT(album->release_year), A_TEXT(album->cover_url),
                 A_INT(album->stale))) != 0 ||
        keep_genres(db, album->album_id, album->genres) != 0)
        return DB_FAILED;
    return run(db, ITEMS_FOLLOW, ARGS(A_UINT(album->album_id)));
}

int album_store_changed(struct db *db, uint64_t album_id, int64_t release_year,
                        const char *genres)
{
    int64_t known =
        db_run(db, KNOWN_ALBUM_CHANGED, ARGS(A_INT(release_year), A_UINT(album_id)));

    if (known <= 0)
        return known < 0 ? DB_FAILED : 0;
    if (keep_genres(db, album_id, genres) != 0)
        return DB_FAILED;
    return run(db, ITEMS_FOLLOW, ARGS(A_UINT(album_id)));
}

int album_store_deleted(struct db *db, uint64_t album_id)
{
    return run(db, KNOWN_ALBUM_DELETED, ARGS(A_UINT(album_id)));
}

int album_store_merged(struct db *db, uint64_t album_id, uint64_t into)
{
    int64_t made = db_run(db, KNOWN_ALBUM_MERGE, ARGS(A_UINT(into), A_UINT(album_id)));

    if (made < 0 ||
        (made == 1 &&
         run(db, ALBUM_GENRES_MERGE, ARGS(A_UINT(into), A_UINT(album_id))) != 0) ||
        run(db, ALBUM_GENRES_CLEAR, ARGS(A_UINT(album_id))) != 0 ||
        run(db, KNOWN_ALBUM_FORGET, ARGS(A_UINT(album_id))) != 0)
        return DB_FAILED;
    return run(db, ITEMS_FOLLOW, ARGS(A_UINT(into)));
}
