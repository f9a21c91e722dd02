/* guard_store.h - how often a password was wrong, by account: the only code that touches
 * `login_failures`.
 *
 * After GUARD_FREE failures no password is tried for 1 s, after the next for 2 s, then 4
 * s and so on, 15 minutes at most; after 15 minutes without a failure all is forgotten.
 * What is refused meanwhile does not count. Failures from an address where the account
 * has a session are counted apart from everybody else's, so that nobody locks an owner
 * out who is logged in somewhere at home. */
#ifndef VH_USER_GUARD_STORE_H
#define VH_USER_GUARD_STORE_H

#include <openssl/sha.h>

#include "core/db.h"

#define GUARD_FREE 5

/* Whose failures are counted together. */
struct guard {
    unsigned char account[SHA256_DIGEST_LENGTH];
    int64_t wait_s; /* before the next password may be tried; 0: now */
};

struct guard_number {
    int64_t number;
};

extern const struct shape guard_number_shape;

/* Fills *guard for a name, whether or not it is somebody's (then `user_id` is 0), and an
   address, and keeps all others who try that account waiting until the transaction ends.
   0 or -1. */
int guard_store_enter(struct db *db, struct arena *arena, const char *username,
                      uint64_t user_id, const char *ip, struct guard *guard);

/* A password was wrong: counts it. To stand, the transaction must be kept. 0 or -1. */
int guard_store_failed(struct db *db, const struct guard *guard);

/* One was right: forgets. 0 or -1. */
int guard_store_passed(struct db *db, const struct guard *guard);

#endif
