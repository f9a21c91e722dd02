/* projections.c - an album's count and scores follow the rating service's events. */
#include "catalog/projections.h"

#include <string.h>

#include "catalog/album_store.h"
#include "core/event.h"

#include "core/banned.h"

/* rating.set and rating.removed tell what the album's ratings come to after the change,
 * so that the last one counts. */
static int apply_rating(struct db *db, struct arena *arena, const struct event *event,
                        const json_t *payload)
{
    const struct album_score score = {
        .album_id = (uint64_t)json_integer_value(json_object_get(payload, "album_id")),
        .count = json_integer_value(json_object_get(payload, "count")),
        .mean = json_number_value(json_object_get(payload, "mean")),
        .weighted = json_number_value(json_object_get(payload, "weighted")),
    };

    (void)arena;
    if (strncmp(event->type, "rating.", 7) != 0)
        return 0;
    return album_store_score(db, &score);
}

static const struct projection album_scores = {
    .name = "album-scores",
    .table = "albums",
    .key = "id",
    .values = "rating_count, average_rating, weighted_rating",
};

const struct consumer catalog_consumers[] = {
    {"rating", apply_rating, &album_scores},
};
const size_t catalog_consumer_count =
    sizeof catalog_consumers / sizeof *catalog_consumers;
