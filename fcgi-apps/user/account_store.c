/* account_store.c - accounts as administrators see them. */
#include "user/account_store.h"

#include <string.h>

#include "core/request.h"
#include "user/statements.h"
#include "user/user_store.h"

#include "core/banned.h"

const char *const account_role_names[ACCOUNT_ROLES] = {"editor", "moderator", "admin"};

static const struct field account_fields[] = {
    FIELD(struct account, id, FIELD_ID),
    FIELD(struct account, username, FIELD_TEXT),
    FIELD(struct account, display_name, FIELD_TEXT),
    FIELD(struct account, roles, FIELD_LINES),
    FIELD(struct account, private, FIELD_BOOL),
    FIELD(struct account, disabled, FIELD_BOOL),
    FIELD(struct account, sessions, FIELD_COUNT),
    FIELD(struct account, created_at, FIELD_TIME),
};
const struct shape account_shape = SHAPE(struct account, account_fields);

static const struct field body_fields[] = {
    FIELD(struct account_body, roles, FIELD_LINES, .flags = REQUIRED, .max = 4,
          .each = 16),
    FIELD(struct account_body, disabled, FIELD_BOOL, .flags = REQUIRED),
};
const struct shape account_body_shape = SHAPE(struct account_body, body_fields);

static const struct filter filters[] = {
    FILTER("q", BY_PARTS, "CONCAT_WS(' ', u.username, u.display_name) LIKE ?"),
    FILTER("role", BY_CHOICE,
           "EXISTS (SELECT 1 FROM user_roles r WHERE r.user_id = u.id AND r.role = ?)",
           .choices = "editor moderator admin"),
    FILTER("disabled", BY_CHOICE,
           "IF(u.disabled_at IS NULL, 'false', 'true') = ? COLLATE utf8mb4_bin",
           .choices = "true false"),
};

static const struct sort sorts[] = {
    {"created_at", "u.created_at", "created_at", KEY_TIME},
};

const struct listing account_listing = {
    .plural = "users",
    FILTERS(filters),
    SORTS(sorts),
    .select = ACCOUNT_SELECT,
    .id_column = "u.id",
    .row = &account_shape,
    .descending = true,
};

/* The set, and in *strange how many words are no role. */
static unsigned read_roles(const char *lines, size_t *strange)
{
    unsigned roles = 0;

    *strange = 0;
    for (const char *at = lines == NULL ? "" : lines; *at != '\0';) {
        size_t length = strcspn(at, "\n"), i = 0;

        while (i < ACCOUNT_ROLES && (strlen(account_role_names[i]) != length ||
                                     strncmp(at, account_role_names[i], length) != 0))
            i++;
        if (i < ACCOUNT_ROLES)
            roles |= 1u << i;
        else if (length != 4 || strncmp(at, "user", 4) != 0)
            ++*strange;
        at += length + (at[length] == '\n');
    }
    return roles;
}

unsigned account_roles(const char *lines)
{
    size_t strange;

    return read_roles(lines, &strange);
}

bool account_words_known(const char *lines)
{
    size_t strange;

    read_roles(lines, &strange);
    return strange == 0;
}

int account_store_list(struct db *db, struct arena *arena, const struct query *query,
                       struct page *page)
{
    return listing_fetch(db, arena, query, page);
}

int account_store_find(struct db *db, struct arena *arena, const char *username,
                       struct account *out)
{
    struct user user;
    int found = user_store_by_name(db, arena, username, &user);

    return found != 1 ? found
                      : db_find(db, arena, ACCOUNT_FIND, ARGS(A_UINT(user.id)), out);
}

int account_store_lock(struct db *db, struct arena *arena, const char *username,
                       struct account *out)
{
    struct user user;
    int found = user_store_by_name(db, arena, username, &user);

    if (found == 1)
        found = user_store_lock(db, arena, user.id);
    return found != 1 ? found
                      : db_find(db, arena, ACCOUNT_FIND, ARGS(A_UINT(user.id)), out);
}

int account_store_set(struct db *db, uint64_t id, unsigned roles, bool disabled)
{
    if (db_run(db, ROLES_CLEAR, ARGS(A_UINT(id), A_UINT(roles))) < 0 ||
        db_run(db, disabled ? USER_DISABLE : USER_ENABLE, ARGS(A_UINT(id))) < 0)
        return DB_FAILED;
    for (size_t i = 0; i < ACCOUNT_ROLES; i++)
        if ((roles & (1u << i)) != 0 &&
            db_run(db, ROLE_ADD, ARGS(A_UINT(id), A_TEXT(account_role_names[i]))) < 0)
            return DB_FAILED;
    return 0;
}
