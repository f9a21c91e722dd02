/* projections.c - what the other services' events change here: who is private and since
 * when, what albums are. */
#include "rating/projections.h"

#include <string.h>

#include "core/departed.h"
#include "core/event.h"
#include "core/request.h"
#include "rating/album_check.h"
#include "rating/album_store.h"
#include "rating/chart_store.h"
#include "rating/rater_store.h"
#include "rating/removal.h"
#include "rating/summary_store.h"

#include "core/banned.h"

static bool is(const struct event *event, const char *type)
{
    return strcmp(event->type, type) == 0;
}

/* What an event does beyond projections is done as a request would do it. */
static struct request request_for(struct db *db, struct arena *arena,
                                  const struct event *event)
{
    return (struct request){.db = db, .arena = arena, .trace_id = event->trace};
}

static int apply_departure(struct db *db, struct arena *arena, const struct event *event,
                           const json_t *payload)
{
    struct request rq = request_for(db, arena, event);

    if (!is(event, "user.deleted"))
        return 0;
    return removal_of_user(&rq, event->subject,
                           json_is_true(json_object_get(payload, "keep_reviews")));
}

static int apply_collection(struct db *db, struct arena *arena, const struct event *event,
                            const json_t *payload)
{
    (void)arena;
    if (is(event, "user.deleted"))
        return album_store_disown(db, event->subject);
    if (!is(event, "collection.changed"))
        return 0;
    return album_store_own(
        db, event->subject,
        (uint64_t)json_integer_value(json_object_get(payload, "album_id")),
        json_integer_value(json_object_get(payload, "owned")));
}

/* user.registered and user.changed tell whether the user is private. */
static int apply_privacy(struct db *db, struct arena *arena, const struct event *event,
                         const json_t *payload)
{
    (void)arena;
    if (is(event, "user.deleted"))
        return rater_store_hide(db, event->subject, false);
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
    if (is(event, "user.deleted"))
        return rater_store_unregister(db, event->subject);
    if (!is(event, "user.registered"))
        return 0;
    return rater_store_register(db, event->subject, event->created_at);
}

static int apply_album(struct db *db, struct arena *arena, const struct event *event,
                       const json_t *payload)
{
    struct request rq = request_for(db, arena, event);

    if (is(event, "album.deleted"))
        return removal_of_album(&rq, event->subject);
    if (is(event, "album.merged"))
        return removal_by_merge(
            &rq, event->subject,
            (uint64_t)json_integer_value(json_object_get(payload, "into")));
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

static const struct projection owned_albums = {
    .name = "owned-albums",
    .table = "owned_albums",
    .key = "user_id, album_id",
    .values = "copies",
    .whole = true,
};

const struct consumer rating_consumers[] = {
    {"user",    departed_apply,   NULL          },
    {"user",    apply_departure,  NULL          }, /* while it is known whether they are private */
    {"user",    apply_collection, &owned_albums },
    {"user",    apply_privacy,    &private_users},
    {"user",    apply_account,    &accounts     },
    {"catalog", apply_album,      NULL          }, /* albums are learned by asking, too */
};
const size_t rating_consumer_count = sizeof rating_consumers / sizeof *rating_consumers;
