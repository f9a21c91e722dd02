/* history_store.c - revisions and their editors. */
#include "catalog/history_store.h"

#include "catalog/statements.h"

#include "core/banned.h"

static const struct field fields[] = {
    FIELD(struct revision, id, FIELD_ID, .flags = HIDDEN),
    FIELD(struct revision, version, FIELD_COUNT),
    FIELD(struct revision, action, FIELD_TEXT),
    FIELD(struct revision, undoes, FIELD_ID),
    FIELD(struct revision, user_id, FIELD_ID),
    FIELD(struct revision, username, FIELD_TEXT),
    FIELD(struct revision, created_at, FIELD_TIME),
    FIELD(struct revision, changes, FIELD_JSON),
};
const struct shape revision_shape = SHAPE(struct revision, fields);

#define HISTORY(of)                                                                      \
    {                                                                                    \
        .plural = "revisions", .select = REVISION_SELECT,                                \
        .where = "r.kind = '" of "' AND r.subject_id = ?", .where_id = true,             \
        .id_column = "r.version", .row = &revision_shape, .descending = true             \
    }
const struct listing album_history_listing = HISTORY("album");
const struct listing artist_history_listing = HISTORY("artist");
const struct listing song_history_listing = HISTORY("song");

int history_store_list(struct db *db, struct arena *arena, const struct query *query,
                       struct page *page)
{
    return listing_fetch(db, arena, query, page);
}

int history_store_find(struct db *db, struct arena *arena, const char *kind,
                       uint64_t subject_id, uint64_t version, struct revision *out)
{
    return db_find(db, arena, REVISION_FIND,
                   ARGS(A_TEXT(kind), A_UINT(subject_id), A_UINT(version)), out);
}

int history_store_add(struct db *db, const struct edit *edit)
{
    if (db_run(db, EDITOR_SET, ARGS(A_UINT(edit->user_id), A_TEXT(edit->username))) < 0)
        return DB_FAILED;
    return db_run(db, REVISION_ADD,
                  ARGS(A_TEXT(edit->kind), A_UINT(edit->subject_id), A_INT(edit->version),
                       A_TEXT(edit->action),
                       edit->undoes == 0 ? A_NULL : A_UINT(edit->undoes),
                       A_UINT(edit->user_id), A_TEXT(edit->changes))) == 1
               ? 0
               : DB_FAILED;
}

int history_store_forget(struct db *db, uint64_t user_id)
{
    return db_run(db, EDITOR_FORGET, ARGS(A_UINT(user_id))) < 0 ? DB_FAILED : 0;
}
