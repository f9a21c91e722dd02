/* projections.c - whose ratings are not shown follows the user service's events. */
#include "rating/projections.h"

#include <string.h>

#include "core/event.h"
#include "rating/rater_store.h"

#include "core/banned.h"

/* user.registered and user.changed tell whether the user is private. */
static int apply_user(struct db *db, struct arena *arena, const struct event *event,
                      const json_t *payload)
{
    (void)arena;
    if (strcmp(event->type, "user.registered") != 0 &&
        strcmp(event->type, "user.changed") != 0)
        return 0;
    return rater_store_hide(db, event->subject,
                            json_is_true(json_object_get(payload, "private")));
}

const struct consumer rating_consumers[] = {
    {"user", apply_user},
};
const size_t rating_consumer_count = sizeof rating_consumers / sizeof *rating_consumers;
