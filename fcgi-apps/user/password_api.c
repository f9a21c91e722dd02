/* password_api.c - /auth/password, and what every try of a password goes through. */
#include "user/password_api.h"

#include <inttypes.h>
#include <strings.h>

#include "core/problem.h"
#include "core/reply.h"
#include "core/request.h"
#include "user/account.h"
#include "user/guard_store.h"
#include "user/password_common.h"
#include "user/routes.h"
#include "user/session_api.h"
#include "user/user_store.h"

#include "core/banned.h"

#define NO_MEMORY "The server is out of memory. Try again in a moment."

bool password_may_be(struct request *rq, const char *field, const char *password,
                     const char *username)
{
    if (strcasecmp(password, username) == 0)
        fail_field(rq, field, "weak", "must differ from the username");
    else if (password_is_common(password))
        fail_field(rq, field, "common",
                   "is one of the 10,000 that are tried first by whoever guesses");
    else
        return true;
    return false;
}

bool password_make(struct request *rq, const char *password, char out[PASSWORD_HASH_SIZE])
{
    if (password_hash(password, out) == PASSWORD_GOOD)
        return true;
    fail(rq, P_UNAVAILABLE, NO_MEMORY);
    return false;
}

/* Whether a password may be tried now; false after answering. */
static bool enter(struct request *rq, const char *username, const struct user *user,
                  struct guard *guard)
{
    if (guard_store_enter(rq->db, rq->arena, username, user == NULL ? 0 : user->id,
                          request_param(rq, "REMOTE_ADDR"), guard) != 0) {
        fail(rq, P_DATABASE, "password");
        return false;
    }
    if (guard->wait_s == 0)
        return true;
    reply_header(rq, "Retry-After: %" PRId64 "\r\n", guard->wait_s);
    fail(rq, P_TOO_MANY,
         "The password was wrong too often. Try again in %" PRId64 " seconds.",
         guard->wait_s);
    return false;
}

/* What follows from a right password. 0 or -1. */
static int passed(struct request *rq, const struct guard *guard, const struct user *user,
                  const char *password)
{
    char hash[PASSWORD_HASH_SIZE];

    if (guard_store_passed(rq->db, guard) != 0)
        return DB_FAILED;
    return password_is_old(user->password_hash) &&
                   password_hash(password, hash) == PASSWORD_GOOD
               ? user_store_set_password(rq->db, user->id, hash)
               : 0;
}

enum password_result password_try(struct request *rq, const char *username,
                                  const struct user *user, const char *password)
{
    enum password_result result;
    struct guard guard;

    if (!enter(rq, username, user, &guard))
        return PASSWORD_REFUSED;
    result = password_check(user == NULL ? NULL : user->password_hash, password);
    if (result == PASSWORD_NO_MEMORY) {
        fail(rq, P_UNAVAILABLE, NO_MEMORY);
        return PASSWORD_REFUSED;
    }
    if ((result == PASSWORD_GOOD ? passed(rq, &guard, user, password)
                                 : guard_store_failed(rq->db, &guard)) != 0) {
        fail(rq, P_DATABASE, "password");
        return PASSWORD_REFUSED;
    }
    rq->keep = true; /* the count stands, whatever the answer is */
    return result;
}

int password_change(struct request *rq)
{
    const struct password_change *change = rq->body;
    char hash[PASSWORD_HASH_SIZE];
    enum password_result result;
    struct user user;

    if (!account_find(rq, &user) || !session_lives(rq) ||
        !password_may_be(rq, "new_password", change->new_password, user.username))
        return 0;
    result = password_try(rq, user.username, &user, change->current_password);
    if (result == PASSWORD_WRONG)
        return fail_field(rq, "current_password", "wrong", "is not the password");
    if (result != PASSWORD_GOOD || !password_make(rq, change->new_password, hash))
        return 0;
    if (user_store_set_password(rq->db, user.id, hash) != 0 ||
        session_end_others(rq, user.id, rq->caller.session) != 0)
        return fail(rq, P_DATABASE, "password");
    return reply_empty(rq, 204);
}
