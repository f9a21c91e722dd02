/* mail_store.c - mails to be sent and what their links prove. */
#include "user/mail_store.h"

#include <openssl/rand.h>
#include <openssl/sha.h>
#include <string.h>

#include "user/statements.h"

#include "core/banned.h"

static const struct field mail_fields[] = {
    FIELD(struct mail, id, FIELD_ID),
    FIELD(struct mail, user_id, FIELD_ID),
    FIELD(struct mail, kind, FIELD_TEXT),
    FIELD(struct mail, tries, FIELD_COUNT),
};
const struct shape mail_shape = SHAPE(struct mail, mail_fields);

struct mail_user {
    uint64_t user_id;
};

static const struct field mail_user_fields[] = {
    FIELD(struct mail_user, user_id, FIELD_ID),
};
const struct shape mail_user_shape = SHAPE(struct mail_user, mail_user_fields);

static const struct field forgotten_fields[] = {
    FIELD(struct forgotten, username, FIELD_TEXT, .flags = REQUIRED, .min = 1, .max = 32),
};
const struct shape forgotten_shape = SHAPE(struct forgotten, forgotten_fields);

static const struct field password_reset_fields[] = {
    FIELD(struct password_reset, token, FIELD_TEXT, .flags = REQUIRED, .min = 1,
          .max = 64),
    FIELD(struct password_reset, new_password, FIELD_TEXT, .flags = REQUIRED, .min = 8,
          .max = 128),
};
const struct shape password_reset_shape =
    SHAPE(struct password_reset, password_reset_fields);

static const struct field verification_fields[] = {
    FIELD(struct verification, token, FIELD_TEXT, .flags = REQUIRED, .min = 1, .max = 64),
};
const struct shape verification_shape = SHAPE(struct verification, verification_fields);

static int done(int64_t changed)
{
    return changed < 0 && changed != DB_DUPLICATE ? DB_FAILED : 0;
}

int mail_store_queue(struct db *db, uint64_t user_id, const char *kind)
{
    return done(db_run(db, MAIL_ADD,
                       ARGS(user_id == 0 ? A_NULL : A_UINT(user_id), A_TEXT(kind))));
}

int mail_store_claim(struct db *db, struct arena *arena, struct mail *out)
{
    int found = db_find(db, arena, MAIL_DUE, NO_ARGS, out);

    return found == 1 && db_run(db, MAIL_CLAIM, ARGS(A_UINT(out->id))) < 0 ? DB_FAILED
                                                                           : found;
}

int mail_store_done(struct db *db, uint64_t id)
{
    return done(db_run(db, MAIL_DONE, ARGS(A_UINT(id))));
}

int mail_store_later(struct db *db, uint64_t id)
{
    return done(db_run(db, MAIL_LATER, ARGS(A_UINT(id)))) == 0
               ? done(db_run(db, MAIL_GIVE_UP, ARGS(A_UINT(id))))
               : DB_FAILED;
}

int mail_store_is_recent(struct db *db, struct arena *arena, uint64_t user_id,
                         const char *kind)
{
    struct mail_user found;

    return db_find(db, arena, MAIL_TOKEN_RECENT, ARGS(A_UINT(user_id), A_TEXT(kind)),
                   &found);
}

int mail_store_make_token(struct db *db, uint64_t user_id, const char *kind,
                          char out[MAIL_TOKEN_TEXT])
{
    unsigned char token[MAIL_TOKEN_BYTES], hash[SHA256_DIGEST_LENGTH];

    if (RAND_priv_bytes(token, sizeof token) != 1)
        return DB_FAILED;
    SHA256(token, sizeof token, hash);
    base64url_encode(token, sizeof token, out);
    return done(db_run(db, MAIL_TOKEN_SET,
                       ARGS(A_UINT(user_id), A_TEXT(kind), A_BYTES(hash, sizeof hash),
                            A_INT(strcmp(kind, MAIL_RESET) == 0 ? 30 : 24 * 60))));
}

int mail_store_take_token(struct db *db, struct arena *arena, const char *text,
                          const char *kind, uint64_t *user_id)
{
    unsigned char token[MAIL_TOKEN_BYTES], hash[SHA256_DIGEST_LENGTH];
    struct mail_user found;
    int known;

    if (base64url_decode(text, strlen(text), token, sizeof token) != sizeof token)
        return 0;
    SHA256(token, sizeof token, hash);
    known = db_find(db, arena, MAIL_TOKEN_FIND,
                    ARGS(A_BYTES(hash, sizeof hash), A_TEXT(kind)), &found);
    if (known != 1)
        return known;
    *user_id = found.user_id;
    return db_run(db, MAIL_TOKEN_DONE, ARGS(A_BYTES(hash, sizeof hash))) < 0 ? DB_FAILED
                                                                             : 1;
}

int mail_store_verified(struct db *db, uint64_t user_id)
{
    return done(db_run(db, EMAIL_VERIFIED, ARGS(A_UINT(user_id))));
}

int mail_store_changed(struct db *db, uint64_t user_id)
{
    return db_run(db, EMAIL_UNVERIFIED, ARGS(A_UINT(user_id))) < 0 ||
                   db_run(db, MAIL_TOKENS_DROP, ARGS(A_UINT(user_id))) < 0
               ? DB_FAILED
               : 0;
}

int mail_store_is_verified(struct db *db, struct arena *arena, uint64_t user_id)
{
    struct mail_user found;

    return db_find(db, arena, EMAIL_IS_VERIFIED, ARGS(A_UINT(user_id)), &found);
}
