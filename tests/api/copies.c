/* copies.c - copies in people's collections, for tests. */
#include "copies.h"

#include <inttypes.h>

#include "core/banned.h"

#define USERS "vinylhound_user"

struct answer *add_copy(const struct person *who, int64_t album_id, const char *members)
{
    return post(who->token, COLLECTION,
                text("{\"album_id\": %" PRId64 ", %s}", album_id, members));
}

int64_t copies_of(const struct person *who)
{
    return sql_number(
        USERS,
        text("SELECT COUNT(*) FROM collection_items WHERE user_id = %" PRId64, who->id));
}

static int64_t told(const struct person *who, const char *member)
{
    return sql_number(USERS,
                      text("SELECT JSON_VALUE(payload, '$.%s') FROM outbox WHERE type = "
                           "'collection.changed' AND subject = %" PRId64
                           " ORDER BY id DESC LIMIT 1",
                           member, who->id));
}

const char *last_told(const struct person *who)
{
    return text("%" PRId64 " owned %" PRId64 " wanted %" PRId64, told(who, "album_id"),
                told(who, "owned"), told(who, "wanted"));
}
