/* content_store.c - the lines that users keep for themselves. */
#include "user/content_store.h"

#include "user/statements.h"

#include "core/banned.h"

#define LINES 200
#define CHARACTERS 500
/* a character outside the BMP, written as two escapes, takes 12 bytes */
#define BODY_MOST (LINES * (CHARACTERS * 12 + 8) + 1024)

static const struct field content_fields[] = {
    FIELD(struct content, content, FIELD_LINES, .flags = REQUIRED, .max = LINES,
          .each = CHARACTERS),
};
const struct shape content_shape = {
    .fields = content_fields,
    .count = sizeof content_fields / sizeof *content_fields,
    .size = sizeof(struct content),
    .body_most = BODY_MOST,
};

int content_store_find(struct db *db, struct arena *arena, uint64_t user_id,
                       struct content *out)
{
    *out = (struct content){0};
    return db_find(db, arena, CONTENT_FIND, ARGS(A_UINT(user_id)), out) < 0 ? DB_FAILED
                                                                            : 0;
}

int content_store_set(struct db *db, uint64_t user_id, const struct content *content)
{
    return db_run(db, CONTENT_SET, ARGS(A_UINT(user_id), A_TEXT(content->content))) < 0
               ? DB_FAILED
               : 0;
}
