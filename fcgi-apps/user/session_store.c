/* session_store.c - sessions and their refresh tokens. */
#include "user/session_store.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
#include <string.h>

#include "user/statements.h"

#include "core/banned.h"

static const struct field session_fields[] = {
    FIELD(struct session, id, FIELD_ID),
    FIELD(struct session, user_id, FIELD_ID),
    FIELD(struct session, secret_hash, FIELD_BYTES, .max = HASH_BYTES),
    FIELD(struct session, previous_hash, FIELD_BYTES, .max = HASH_BYTES),
    FIELD(struct session, just_rotated, FIELD_BOOL),
    FIELD(struct session, expired, FIELD_BOOL),
};
const struct shape session_shape = SHAPE(struct session, session_fields);

static const struct field own_session_fields[] = {
    FIELD(struct own_session, id, FIELD_ID),
    FIELD(struct own_session, created_at, FIELD_TIME),
    FIELD(struct own_session, last_used_at, FIELD_TIME),
    FIELD(struct own_session, user_agent, FIELD_TEXT),
    FIELD(struct own_session, ip, FIELD_TEXT),
    FIELD(struct own_session, current, FIELD_BOOL),
};
const struct shape own_session_shape = SHAPE(struct own_session, own_session_fields);

static const struct field session_id_fields[] = {
    FIELD(struct session_id, id, FIELD_ID),
};
const struct shape session_id_shape = SHAPE(struct session_id, session_id_fields);

const struct listing session_listing = {
    .plural = "sessions",
    .select = "SELECT s.id, s.created_at, s.last_used_at, s.user_agent, s.ip "
              "FROM sessions s",
    .where = "s.user_id = ? AND NOT " SESSION_EXPIRED,
    .where_caller = true,
    .id_column = "s.id",
    .row = &own_session_shape,
    .descending = true,
};

void refresh_token_write(const struct refresh_token *token, char out[REFRESH_TEXT_SIZE])
{
    base64url_encode(token, sizeof *token, out);
}

bool refresh_token_read(const char *text, struct refresh_token *out)
{
    return strlen(text) == REFRESH_TEXT_SIZE - 1 &&
           base64url_decode(text, strlen(text), out, sizeof *out) == sizeof *out;
}

static void hash_secret(const struct refresh_token *token, unsigned char out[HASH_BYTES])
{
    SHA256(token->secret, SECRET_BYTES, out);
}

int session_store_begin(struct db *db, uint64_t user_id, const char *user_agent,
                        const char *ip, struct refresh_token *token, uint64_t *session_id)
{
    unsigned char hash[HASH_BYTES];

    if (RAND_bytes(token->family, FAMILY_BYTES) != 1 ||
        RAND_bytes(token->secret, SECRET_BYTES) != 1)
        return DB_FAILED;
    hash_secret(token, hash);
    if (db_run(db, SESSION_PRUNE, ARGS(A_UINT(user_id), A_UINT(user_id))) < 0 ||
        db_run(db, SESSION_ADD,
               ARGS(A_UINT(user_id), A_BYTES(token->family, FAMILY_BYTES),
                    A_BYTES(hash, HASH_BYTES), A_TEXT(user_agent), A_TEXT(ip))) != 1)
        return DB_FAILED;
    *session_id = db_last_id(db);
    return 0;
}

static enum refresh_result rotate(struct db *db, const struct session *session,
                                  struct refresh_token *token)
{
    unsigned char hash[HASH_BYTES];

    if (RAND_bytes(token->secret, SECRET_BYTES) != 1)
        return REFRESH_FAILED;
    hash_secret(token, hash);
    return db_run(db, SESSION_ROTATE,
                  ARGS(A_BYTES(hash, HASH_BYTES), A_UINT(session->id))) == 1
               ? REFRESH_ROTATED
               : REFRESH_FAILED;
}

enum refresh_result session_store_refresh(struct db *db, struct arena *arena,
                                          struct refresh_token *token,
                                          struct session *out)
{
    unsigned char hash[HASH_BYTES];
    int found =
        db_find(db, arena, SESSION_LOCK, ARGS(A_BYTES(token->family, FAMILY_BYTES)), out);

    if (found != 1)
        return found < 0 ? REFRESH_FAILED : REFRESH_UNKNOWN;
    hash_secret(token, hash);
    if (!out->expired && CRYPTO_memcmp(hash, out->secret_hash, HASH_BYTES) == 0)
        return rotate(db, out, token);
    if (!out->expired && out->just_rotated &&
        CRYPTO_memcmp(hash, out->previous_hash, HASH_BYTES) == 0)
        return db_run(db, SESSION_TOUCH, ARGS(A_UINT(out->id))) < 0 ? REFRESH_FAILED
                                                                    : REFRESH_AGAIN;
    if (session_store_end(db, out->user_id, out->id) < 0)
        return REFRESH_FAILED;
    return out->expired ? REFRESH_UNKNOWN : REFRESH_REUSED;
}

int session_store_list(struct db *db, struct arena *arena, const struct query *query,
                       uint64_t current, struct page *page)
{
    int listed = listing_fetch(db, arena, query, page);
    struct own_session *sessions = page->rows.items;

    for (size_t i = 0; listed == 0 && i < page->rows.count; i++)
        sessions[i].current = sessions[i].id == current;
    return listed;
}

int session_store_exists(struct db *db, struct arena *arena, uint64_t user_id,
                         uint64_t session_id)
{
    struct session_id found;

    return db_find(db, arena, SESSION_EXISTS, ARGS(A_UINT(session_id), A_UINT(user_id)),
                   &found);
}

int session_store_others(struct db *db, struct arena *arena, uint64_t user_id,
                         uint64_t but, struct rows *rows)
{
    return db_list(db, arena, SESSION_OTHERS, ARGS(A_UINT(user_id), A_UINT(but)), rows);
}

int session_store_end(struct db *db, uint64_t user_id, uint64_t session_id)
{
    return (int)db_run(db, SESSION_END, ARGS(A_UINT(session_id), A_UINT(user_id)));
}
