/* projections.c - what the other services' events change here: who is private and since
 * when, what albums are. */
#include "rating/projections.h"

#include <string.h>

#include "core/event.h"
#include "rating/album_check.h"
#include "rating/chart_store.h"
#include "rating/rater_store.h"
#include "rating/summary_store.h"

#include "core/banned.h"

static bool is(const struct event *event, const char *type)
{
    return strcmp(event->type, type) == 0;
}

/* user.registered and user.changed tell whether the user is private. */
static int apply_privacy(struct db *db, struct arena *arena, const struct event *event,
                         const json_t *payload)
{
    (void)arena;
    if (!is(event, "user.registered") && !is(event, "user.changed"))
        return 0;
    return rater_store_hide(db, event->subject,
                            json_is_true(json_object_get(payload, "private")));
}

static int apply_account(struct db *db, struct arena *arena, const struct event *event,
                         const json_t *payload)
{
    (void)arena;
    (void)payload;
    if (!is(event, "user.registered"))
        return 0;
    return rater_store_register(db, event->subject, event->created_at);
}

static int apply_album(struct db *db, struct arena *arena, const struct event *event,
                       const json_t *payload)
{
    if (!is(event, "album.created") && !is(event, "album.updated"))
        return 0;
    if (summary_store_lock_rated(db, arena, event->subject) != 0 ||
        album_learn(db, arena, event->subject, payload) != 0)
        return DB_FAILED;
    return chart_store_follow_album(db, event->subject);
}

static const struct projection private_users = {
    .name = "private-users",
    .table = "private_users",
    .key = "user_id",
    .values = "",
    .whole = true,
};

static const struct projection accounts = {
    .name = "accounts",
    .table = "accounts",
    .key = "user_id",
    .values = "registered_at",
    .whole = true,
};

const struct consumer rating_consumers[] = {
    {"user",    apply_privacy, &private_users},
    {"user",    apply_account, &accounts     },
    {"catalog", apply_album,   NULL          }, /* albums are learned by asking, too */
};
const size_t rating_consumer_count = sizeof rating_consumers / sizeof *rating_consumers;
