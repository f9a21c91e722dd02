/* cover_store.c - uploaded covers. */
#include "catalog/cover_store.h"

#include "catalog/statements.h"

#include "core/banned.h"

static const struct field fields[] = {
    FIELD(struct cover, type, FIELD_TEXT),
    FIELD(struct cover, image, FIELD_BLOB),
};
const struct shape cover_shape = SHAPE(struct cover, fields);

int cover_store_find(struct db *db, struct arena *arena, uint64_t album_id,
                     const char *size, struct cover *out)
{
    return db_find(db, arena, COVER_FIND, ARGS(A_UINT(album_id), A_TEXT(size)), out);
}

int cover_store_set(struct db *db, uint64_t album_id,
                    const struct blob images[COVER_SIZES])
{
    static const char *const sizes[] = {"small", "medium", "large"};

    for (int i = 0; i < COVER_SIZES; i++)
        if (db_run(db, COVER_SET,
                   ARGS(A_UINT(album_id), A_TEXT(sizes[i]), A_TEXT("image/jpeg"),
                        A_BYTES(images[i].at, images[i].length))) < 0)
            return DB_FAILED;
    return 0;
}

int cover_store_remove(struct db *db, uint64_t album_id)
{
    return db_run(db, COVER_REMOVE, ARGS(A_UINT(album_id))) < 0 ? DB_FAILED : 0;
}
