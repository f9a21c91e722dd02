/* projections.c - what the catalogue's events change here: albums in people's
 * collections. */
#include "user/projections.h"

#include <string.h>

#include "core/event.h"
#include "user/album_check.h"
#include "user/album_store.h"
#include "user/collection_store.h"

#include "core/banned.h"

static bool is(const struct event *event, const char *type)
{
    return strcmp(event->type, type) == 0;
}

/* Tells what somebody has of an album now that the catalogue has changed it. 0 or -1. */
static int tell(struct db *db, const struct event *cause, uint64_t user_id,
                uint64_t album_id, const struct copies *copies)
{
    return event_follow(db, cause, "collection.changed", user_id,
                        json_pack("{s:I, s:I, s:I}", "album_id", (json_int_t)album_id,
                                  "owned", (json_int_t)copies->owned, "wanted",
                                  (json_int_t)copies->wanted));
}

/* Copies of the one are copies of the other from now on. */
static int merge(struct db *db, struct arena *arena, const struct event *event,
                 uint64_t into)
{
    static const struct copies none = {0};
    const struct copies *holders;
    struct rows rows;

    if (collection_store_holders(db, arena, event->subject, &rows) != 0 ||
        collection_store_move(db, event->subject, into) != 0 ||
        album_store_merged(db, event->subject, into) != 0)
        return DB_FAILED;
    holders = rows.items;
    for (size_t i = 0; i < rows.count; i++) {
        struct copies now;

        if (collection_store_count(db, arena, holders[i].user_id, into, &now) != 0 ||
            tell(db, event, holders[i].user_id, event->subject, &none) != 0 ||
            tell(db, event, holders[i].user_id, into, &now) != 0)
            return DB_FAILED;
    }
    return 0;
}

static int apply_album(struct db *db, struct arena *arena, const struct event *event,
                       const json_t *payload)
{
    uint64_t into = (uint64_t)json_integer_value(json_object_get(payload, "into"));

    if (is(event, "album.created") || is(event, "album.updated"))
        return album_store_changed(
            db, event->subject,
            json_integer_value(json_object_get(payload, "release_year")),
            album_lines(arena, json_object_get(payload, "genres")));
    if (is(event, "album.deleted"))
        return album_store_deleted(db, event->subject);
    if (is(event, "album.merged") && into != 0)
        return merge(db, arena, event, into);
    return 0;
}

const struct consumer user_consumers[] = {
    {"catalog", apply_album, NULL}, /* albums are learned by asking, too */
};
const size_t user_consumer_count = sizeof user_consumers / sizeof *user_consumers;
