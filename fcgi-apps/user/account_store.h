/* account_store.h - accounts as administrators see them: with user_store the only code
 * that touches `users` and `user_roles`. */
#ifndef VH_USER_ACCOUNT_STORE_H
#define VH_USER_ACCOUNT_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct account {
    uint64_t id;
    const char *username, *display_name;
    const char *roles; /* one a line, `user` first */
    bool private, disabled;
    int64_t sessions; /* that have not ended */
    const char *created_at;
};

/* The body of PUT. */
struct account_body {
    const char *roles; /* one a line; `user` may be among them, and always holds */
    bool disabled;
};

extern const struct shape account_shape, account_body_shape;
extern const struct listing account_listing;

/* The names of enum role, by their bit. */
#define ACCOUNT_ROLES 3
extern const char *const account_role_names[ACCOUNT_ROLES];

/* Roles written one a line as a set of enum role; and whether each of them is a role. */
unsigned account_roles(const char *lines);
bool account_words_known(const char *lines);

/* A page of struct account. 0 or -1. */
int account_store_list(struct db *db, struct arena *arena, const struct query *query,
                       struct page *page);

/* 1 and *out filled, 0 if there is none, -1 if the database failed (logged). */
int account_store_find(struct db *db, struct arena *arena, const char *username,
                       struct account *out);

/* The same, and nobody else changes the account until the transaction ends. */
int account_store_lock(struct db *db, struct arena *arena, const char *username,
                       struct account *out);

/* Makes these the roles of an account, and whether it may log in. 0 or -1. */
int account_store_set(struct db *db, uint64_t id, unsigned roles, bool disabled);

#endif
