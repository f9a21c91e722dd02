/* user_store.h - accounts: with account_store the only code that touches `users` and
 * `user_roles`. */
#ifndef VH_USER_USER_STORE_H
#define VH_USER_USER_STORE_H

#include "core/db.h"

struct seal_keys;

/* `email` is in clear: from before addresses were sealed, or filled by email_open. */
struct user {
    uint64_t id;
    const char *username, *display_name, *email, *password_hash, *bio, *location;
    bool private, disabled;
    const char *roles; /* one a line, `user` first */
    const char *created_at, *updated_at;
    const char *email_sealed; /* email.h */
};

/* The bodies of POST /auth/signup, POST /auth/login, POST /auth/password and PUT
 * /users/profile. */
struct signup {
    const char *username, *password, *email, *display_name;
};
struct login {
    const char *username, *password;
};
struct password_change {
    const char *current_password, *new_password;
};
struct departure {
    const char *password;
    bool keep_reviews;
};
struct profile {
    const char *display_name, *bio, *location, *email;
    bool private;
};

/* user_shape is what a row holds and its owner sees (but the hash), public_shape what
   others do, login_user_shape what a login gives. */
extern const struct shape user_shape, public_shape, login_user_shape;
extern const struct shape departure_shape, signup_shape, login_shape,
    password_change_shape, profile_shape;

/* 1 and *out filled (texts in the arena), 0 if there is none (*out untouched), -1 if the
 * database failed (logged). */
int user_store_find(struct db *db, struct arena *arena, uint64_t id, struct user *out);
int user_store_by_name(struct db *db, struct arena *arena, const char *username,
                       struct user *out);

/* Whether there is such a user, who then stays until the transaction ends. 1, 0 or -1. */
int user_store_hold(struct db *db, struct arena *arena, uint64_t id);

/* The same, and nobody else holds or locks the user until then. */
int user_store_lock(struct db *db, struct arena *arena, uint64_t id);

/* Without the address, which is sealed for the id. The new id in *id. 0, DB_DUPLICATE if
 * the name is taken, or -1. */
int user_store_add(struct db *db, const struct signup *signup, const char *password_hash,
                   uint64_t *id);

/* The address is sealed. 0 or -1. */
int user_store_change(struct db *db, struct arena *arena, struct seal_keys *seals,
                      uint64_t id, const struct profile *profile);
int user_store_set_email(struct db *db, struct arena *arena, struct seal_keys *seals,
                         uint64_t id, const char *address);

/* A user's address in clear, in the arena: 1, 0 if there is no such user or no address,
   -1 if the database failed or it does not open (logged). */
int user_store_email(struct db *db, struct arena *arena, struct seal_keys *seals,
                     uint64_t id, const char **address);

/* 0 or -1. */
int user_store_set_password(struct db *db, uint64_t id, const char *password_hash);

/* Takes the account and all that belongs to it out of every table of this service. 0 or
 * -1. */
int user_store_remove(struct db *db, const struct user *user);

/* The roles of a user's row as a set of enum role. */
unsigned user_roles(const struct user *user);

#endif
