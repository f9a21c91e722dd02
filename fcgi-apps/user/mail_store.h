/* mail_store.h - mails to be sent and what their links prove: the only code that touches
 * `mails`, `mail_tokens` and `verified_emails`. */
#ifndef VH_USER_MAIL_STORE_H
#define VH_USER_MAIL_STORE_H

#include "core/codec.h"
#include "core/db.h"

/* As their columns have it. */
#define MAIL_VERIFY "verify"
#define MAIL_RESET "reset"

#define MAIL_TOKEN_BYTES 32
#define MAIL_TOKEN_TEXT BASE64URL_SIZE(MAIL_TOKEN_BYTES)

struct mail {
    uint64_t id, user_id; /* user_id 0: nobody's, to be dropped */
    const char *kind;
    int64_t tries;
};

/* The bodies of POST /auth/password/forgot, /auth/password/reset and /auth/email/verify.
 */
struct forgotten {
    const char *username;
};
struct password_reset {
    const char *token, *new_password;
};
struct verification {
    const char *token;
};

extern const struct shape mail_shape, mail_user_shape;
extern const struct shape forgotten_shape, password_reset_shape, verification_shape;

/* A mail to a user (0: to nobody), unless one of the kind waits already. 0 or -1. */
int mail_store_queue(struct db *db, uint64_t user_id, const char *kind);

/* Takes the next mail that is due, in the transaction that is open: nobody else tries it
   within five minutes. 1, 0 or -1. */
int mail_store_claim(struct db *db, struct arena *arena, struct mail *out);

/* It was sent, or is not to be. 0 or -1. */
int mail_store_done(struct db *db, uint64_t id);

/* It could not be sent: later, each time twice as long, for a day. 0 or -1. */
int mail_store_later(struct db *db, uint64_t id);

/* Whether one of the kind was sent to the user within five minutes: 1, 0 or -1. */
int mail_store_is_recent(struct db *db, struct arena *arena, uint64_t user_id,
                         const char *kind);

/* A new token in place of any of the kind that the user has, its text in `out`; good for
   30 minutes if it resets a password, for a day otherwise. 0 or -1. */
int mail_store_make_token(struct db *db, uint64_t user_id, const char *kind,
                          char out[MAIL_TOKEN_TEXT]);

/* Uses a token up: whose it was in *user_id. 1, 0 if it is none of the kind, was used or
   has expired, or -1. */
int mail_store_take_token(struct db *db, struct arena *arena, const char *text,
                          const char *kind, uint64_t *user_id);

/* The user's present address is theirs; it is another one, and nothing that was mailed to
   the last counts. 0 or -1. */
int mail_store_verified(struct db *db, uint64_t user_id);
int mail_store_changed(struct db *db, uint64_t user_id);

/* 1, 0 or -1. */
int mail_store_is_verified(struct db *db, struct arena *arena, uint64_t user_id);

#endif
