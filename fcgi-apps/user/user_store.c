/* user_store.c - accounts. */
#include "user/user_store.h"

#include <stdio.h>
#include <string.h>

#include "core/request.h"
#include "user/email.h"
#include "user/name.h"
#include "user/statements.h"

#include "core/banned.h"

/* In the order of who sees how much: a login's answer is the first four, others see nine,
   the owner all but the last. */
static const struct field user_fields[] = {
    FIELD(struct user, id, FIELD_ID),
    FIELD(struct user, username, FIELD_TEXT),
    FIELD(struct user, display_name, FIELD_TEXT),
    FIELD(struct user, roles, FIELD_LINES),
    FIELD(struct user, bio, FIELD_TEXT),
    FIELD(struct user, location, FIELD_TEXT),
    FIELD(struct user, private, FIELD_BOOL),
    FIELD(struct user, created_at, FIELD_TIME),
    FIELD(struct user, updated_at, FIELD_TIME),
    FIELD(struct user, email, FIELD_TEXT),
    FIELD(struct user, email_sealed, FIELD_TEXT, .flags = ROW_ONLY),
    FIELD(struct user, password_hash, FIELD_TEXT, .flags = HIDDEN),
    FIELD(struct user, disabled, FIELD_BOOL, .flags = HIDDEN),
};
const struct shape user_shape = SHAPE(struct user, user_fields);
#define FIRST(n)                                                                         \
    {                                                                                    \
        .fields = user_fields, .count = n, .size = sizeof(struct user)                   \
    }
const struct shape login_user_shape = FIRST(4);
const struct shape public_shape = FIRST(9);

static const struct field signup_fields[] = {
    FIELD(struct signup, username, FIELD_TEXT, .flags = REQUIRED, .min = NAME_LEAST,
          .max = NAME_MOST, .allowed = NAME_CHARACTERS),
    FIELD(struct signup, password, FIELD_TEXT, .flags = REQUIRED, .min = 8, .max = 128),
    FIELD(struct signup, email, FIELD_TEXT, .min = 3, .max = 254),
    FIELD(struct signup, display_name, FIELD_TEXT, .min = 1, .max = 64),
};
const struct shape signup_shape = SHAPE(struct signup, signup_fields);

static const struct field login_fields[] = {
    FIELD(struct login, username, FIELD_TEXT, .flags = REQUIRED, .min = 1, .max = 32),
    FIELD(struct login, password, FIELD_TEXT, .flags = REQUIRED, .min = 1, .max = 128),
};
const struct shape login_shape = SHAPE(struct login, login_fields);

static const struct field password_change_fields[] = {
    FIELD(struct password_change, current_password, FIELD_TEXT, .flags = REQUIRED,
          .min = 1, .max = 128),
    FIELD(struct password_change, new_password, FIELD_TEXT, .flags = REQUIRED, .min = 8,
          .max = 128),
};
const struct shape password_change_shape =
    SHAPE(struct password_change, password_change_fields);

static const struct field departure_fields[] = {
    FIELD(struct departure, password, FIELD_TEXT, .flags = REQUIRED, .min = 1,
          .max = 128),
    FIELD(struct departure, keep_reviews, FIELD_BOOL),
};
const struct shape departure_shape = SHAPE(struct departure, departure_fields);

static const struct field profile_fields[] = {
    FIELD(struct profile, display_name, FIELD_TEXT, .min = 1, .max = 64),
    FIELD(struct profile, bio, FIELD_TEXT, .min = 0, .max = 2000),
    FIELD(struct profile, location, FIELD_TEXT, .min = 0, .max = 100),
    FIELD(struct profile, email, FIELD_TEXT, .min = 3, .max = 254),
    FIELD(struct profile, private, FIELD_BOOL),
};
const struct shape profile_shape = SHAPE(struct profile, profile_fields);

int user_store_find(struct db *db, struct arena *arena, uint64_t id, struct user *out)
{
    return db_find(db, arena, USER_FIND, ARGS(A_UINT(id)), out);
}

int user_store_by_name(struct db *db, struct arena *arena, const char *username,
                       struct user *out)
{
    /* A name outside the column's alphabet is nobody's, and must not reach a comparison
     * of other character sets. */
    if (username[strspn(username, NAME_CHARACTERS)] != '\0')
        return 0;
    return db_find(db, arena, USER_BY_NAME, ARGS(A_TEXT(username)), out);
}

int user_store_hold(struct db *db, struct arena *arena, uint64_t id)
{
    struct user user;

    return db_find(db, arena, USER_HOLD, ARGS(A_UINT(id)), &user);
}

int user_store_lock(struct db *db, struct arena *arena, uint64_t id)
{
    struct user user;

    return db_find(db, arena, USER_LOCK, ARGS(A_UINT(id)), &user);
}

int user_store_add(struct db *db, const struct signup *signup, const char *password_hash,
                   uint64_t *id)
{
    int64_t added = db_run(db, USER_ADD,
                           ARGS(A_TEXT(signup->username), A_TEXT(signup->display_name),
                                A_TEXT(password_hash)));

    if (added < 0)
        return (int)added;
    *id = db_last_id(db);
    return 0;
}

int user_store_change(struct db *db, struct arena *arena, struct seal_keys *seals,
                      uint64_t id, const struct profile *profile)
{
    bool good;
    const char *sealed = email_seal(seals, arena, id, profile->email, &good);

    return !good || db_run(db, USER_CHANGE,
                           ARGS(A_TEXT(profile->display_name), A_TEXT(sealed),
                                A_TEXT(profile->bio), A_TEXT(profile->location),
                                A_INT(profile->private), A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}

int user_store_set_email(struct db *db, struct arena *arena, struct seal_keys *seals,
                         uint64_t id, const char *address)
{
    bool good;
    const char *sealed = email_seal(seals, arena, id, address, &good);

    return !good || db_run(db, USER_SET_EMAIL, ARGS(A_TEXT(sealed), A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}

int user_store_email(struct db *db, struct arena *arena, struct seal_keys *seals,
                     uint64_t id, const char **address)
{
    struct user user;
    int found = user_store_find(db, arena, id, &user);

    if (found != 1)
        return found;
    if (!email_open(seals, arena, &user))
        return DB_FAILED;
    *address = user.email;
    return user.email != NULL;
}

int user_store_set_password(struct db *db, uint64_t id, const char *password_hash)
{
    return db_run(db, USER_SET_PASSWORD, ARGS(A_TEXT(password_hash), A_UINT(id))) < 0
               ? DB_FAILED
               : 0;
}

int user_store_remove(struct db *db, const struct user *user)
{
    char location[64];
    int64_t copies;

    snprintf(location, sizeof location, "/api/v1/users/%s", user->username);

    /* a large collection a piece at a time: one statement may take two seconds */
    do
        copies = db_run(db, ITEMS_REMOVE, ARGS(A_UINT(user->id)));
    while (copies > 0);
    return copies < 0 || db_run(db, SIGNUP_FORGET, ARGS(A_TEXT(location))) < 0 ||
                   db_run(db, USER_REMOVE, ARGS(A_UINT(user->id))) < 0
               ? DB_FAILED
               : 0;
}

unsigned user_roles(const struct user *user)
{
    unsigned roles = 0;

    if (strstr(user->roles, "editor") != NULL)
        roles |= ROLE_EDITOR;
    if (strstr(user->roles, "moderator") != NULL)
        roles |= ROLE_MODERATOR;
    if (strstr(user->roles, "admin") != NULL)
        roles |= ROLE_ADMIN;
    return roles;
}
