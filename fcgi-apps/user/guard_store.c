/* guard_store.c - how often a password was wrong, by account. */
#include "user/guard_store.h"

#include "core/arena.h"
#include "user/statements.h"

#include "core/banned.h"

static const struct field guard_number_fields[] = {
    FIELD(struct guard_number, number, FIELD_COUNT),
};
const struct shape guard_number_shape = SHAPE(struct guard_number, guard_number_fields);

/* Of the name in lower case, and the address if it is known. */
static void name_account(struct guard *guard, const char *username, const char *ip)
{
    char text[128];
    size_t length = 0;

    for (; *username != '\0' && length < 64; username++)
        text[length++] =
            *username >= 'A' && *username <= 'Z' ? (char)(*username + 32) : *username;
    if (ip != NULL) {
        text[length++] = ' ';
        for (; *ip != '\0' && length < sizeof text; ip++)
            text[length++] = *ip;
    }
    SHA256((const unsigned char *)text, length, guard->account);
}

int guard_store_enter(struct db *db, struct arena *arena, const char *username,
                      uint64_t user_id, const char *ip, struct guard *guard)
{
    struct guard_number sessions = {0}, wait_s = {0};

    if (db_find(db, arena, GUARD_KNOWS, ARGS(A_UINT(user_id), A_TEXT(ip)), &sessions) !=
        1)
        return DB_FAILED;
    name_account(guard, username, sessions.number > 0 ? ip : NULL);
    if (db_run(db, GUARD_HOLD, ARGS(A_BYTES(guard->account, sizeof guard->account))) <
            0 ||
        db_find(db, arena, GUARD_FIND,
                ARGS(A_BYTES(guard->account, sizeof guard->account)), &wait_s) != 1)
        return DB_FAILED;
    guard->wait_s = wait_s.number;
    return 0;
}

int guard_store_failed(struct db *db, const struct guard *guard)
{
    return db_run(db, GUARD_FAILED,
                  ARGS(A_INT(GUARD_FREE), A_INT(GUARD_FREE),
                       A_BYTES(guard->account, sizeof guard->account))) < 0 ||
                   db_run(db, GUARD_FORGET, NO_ARGS) < 0
               ? DB_FAILED
               : 0;
}

int guard_store_passed(struct db *db, const struct guard *guard)
{
    return db_run(db, GUARD_PASSED,
                  ARGS(A_BYTES(guard->account, sizeof guard->account))) < 0
               ? DB_FAILED
               : 0;
}
