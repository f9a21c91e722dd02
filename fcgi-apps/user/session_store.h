/* session_store.h - sessions and their refresh tokens: the only code that touches
 * `sessions`.
 *
 * A refresh token is a family (16 random bytes, the session's name) and a secret (32),
 * together in base64url. Each use gives a new secret; the one before is remembered by its
 * hash. A token whose family is known and whose secret is neither was copied: the session
 * ends. */
#ifndef VH_USER_SESSION_STORE_H
#define VH_USER_SESSION_STORE_H

#include "core/codec.h"
#include "core/db.h"
#include "core/listing.h"

#define FAMILY_BYTES 16
#define SECRET_BYTES 32
#define HASH_BYTES 32

struct refresh_token {
    unsigned char family[FAMILY_BYTES], secret[SECRET_BYTES];
};

#define REFRESH_TEXT_SIZE BASE64URL_SIZE(sizeof(struct refresh_token))

struct session {
    uint64_t id, user_id;
    unsigned char secret_hash[HASH_BYTES], previous_hash[HASH_BYTES];
    bool just_rotated, expired;
};

extern const struct shape session_shape;

/* A session as its owner sees it. */
struct own_session {
    uint64_t id;
    const char *created_at, *last_used_at, *user_agent, *ip;
    bool current;
};

struct session_id {
    uint64_t id;
};

extern const struct shape own_session_shape, session_id_shape;
extern const struct listing session_listing;

/* Sessions a user may have at once; the least used end when one more begins. */
#define SESSIONS_MOST 100

enum refresh_result {
    REFRESH_ROTATED, /* *token is the new one */
    REFRESH_AGAIN, /* the former token within 10 s: two tabs of one browser; no new one is
                      given */
    REFRESH_REUSED,  /* an old token: the session has been ended */
    REFRESH_UNKNOWN, /* no such session, or it has expired */
    REFRESH_FAILED   /* the database, logged */
};

/* Begins a session. 0 or -1. */
int session_store_begin(struct db *db, uint64_t user_id, const char *user_agent,
                        const char *ip, struct refresh_token *token,
                        uint64_t *session_id);

/* What presenting `token` comes to; *out is the session where the result is one of the
 * first three. */
enum refresh_result session_store_refresh(struct db *db, struct arena *arena,
                                          struct refresh_token *token,
                                          struct session *out);

/* The page of the caller's sessions that `query` asks for; `current` is the one of that
 * number. 0 or -1. */
int session_store_list(struct db *db, struct arena *arena, const struct query *query,
                       uint64_t current, struct page *page);

/* Whether a user has that session: 1, 0 or -1. */
int session_store_exists(struct db *db, struct arena *arena, uint64_t user_id,
                         uint64_t session_id);

/* The user's sessions but the one of number `but`, as struct session_id. 0 or -1. */
int session_store_others(struct db *db, struct arena *arena, uint64_t user_id,
                         uint64_t but, struct rows *rows);

/* Ends one session of a user: 1, 0 if there is none, -1. */
int session_store_end(struct db *db, uint64_t user_id, uint64_t session_id);

void refresh_token_write(const struct refresh_token *token, char out[REFRESH_TEXT_SIZE]);
bool refresh_token_read(const char *text, struct refresh_token *out);

#endif
