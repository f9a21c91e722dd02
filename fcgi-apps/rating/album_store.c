/* album_store.c - which albums there are, as far as the catalogue has been asked. */
#include "rating/album_store.h"

#include "rating/statements.h"

#include "core/banned.h"

static const struct field known_album_fields[] = {
    FIELD(struct known_album, album_id, FIELD_ID),
};
const struct shape known_album_shape = SHAPE(struct known_album, known_album_fields);

int album_store_knows(struct db *db, struct arena *arena, uint64_t album_id)
{
    struct known_album album;

    return db_find(db, arena, KNOWN_ALBUM_FIND, ARGS(A_UINT(album_id)), &album);
}

int album_store_learn(struct db *db, uint64_t album_id, uint64_t artist_id)
{
    struct db_arg artist = artist_id == 0 ? A_NULL : A_UINT(artist_id);

    return db_run(db, KNOWN_ALBUM_ADD, ARGS(A_UINT(album_id), artist)) < 0 ? DB_FAILED
                                                                           : 0;
}
