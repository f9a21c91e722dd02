/* projections.c - an album's count and scores follow the rating service's events, and
 * editors' names the user service's. */
#include "catalog/projections.h"

#include <string.h>

#include "catalog/album_store.h"
#include "catalog/history_store.h"
#include "core/departed.h"
#include "core/event.h"

#include "core/banned.h"

static int apply_score(struct db *db, const json_t *told)
{
    const struct album_score score = {
        .album_id = (uint64_t)json_integer_value(json_object_get(told, "album_id")),
        .count = json_integer_value(json_object_get(told, "count")),
        .mean = json_number_value(json_object_get(told, "mean")),
        .weighted = json_number_value(json_object_get(told, "weighted")),
    };

    return album_store_score(db, &score);
}

/* rating.set and rating.removed tell what the album's ratings come to after the change,
 * scores.changed what those of several albums do: the last one counts. */
static int apply_rating(struct db *db, struct arena *arena, const struct event *event,
                        const json_t *payload)
{
    const json_t *scores = json_object_get(payload, "scores");

    (void)arena;
    if (strcmp(event->type, "rating.set") == 0 ||
        strcmp(event->type, "rating.removed") == 0)
        return apply_score(db, payload);
    if (strcmp(event->type, "scores.changed") != 0)
        return 0;
    for (size_t i = 0; i < json_array_size(scores); i++)
        if (apply_score(db, json_array_get(scores, i)) != 0)
            return DB_FAILED;
    return 0;
}

#define ALBUMS_THAT_DIFFER "vinylhound_rebuilt r STRAIGHT_JOIN albums a ON a.id = r.id "
#define DIFFER                                                                           \
    "(a.weighted_rating <> r.weighted_rating OR a.rating_count <> r.rating_count)"

static const char *const follow_in_facets[] = {
    "UPDATE " ALBUMS_THAT_DIFFER "STRAIGHT_JOIN album_facets f ON f.id = a.id "
    "SET f.weighted_rating = r.weighted_rating, f.rating_count = r.rating_count "
    "WHERE " DIFFER,
    "DELETE f FROM " ALBUMS_THAT_DIFFER "STRAIGHT_JOIN album_facets f ON f.id = a.id "
    "WHERE " DIFFER " AND f.kind = 8 AND f.value > 2 * r.weighted_rating",
    "INSERT IGNORE INTO album_facets SELECT f.id, w.kind, w.value, f.title, "
    "f.release_year, f.created_at, f.weighted_rating, f.rating_count "
    "FROM " ALBUMS_THAT_DIFFER "STRAIGHT_JOIN album_facets f ON f.id = a.id "
    "STRAIGHT_JOIN facets w WHERE " DIFFER " AND f.kind = 7 AND w.kind = 8 "
    "AND w.value <= 2 * r.weighted_rating",
    NULL,
};

static const struct projection album_scores = {
    .name = "album-scores",
    .table = "albums",
    .key = "id",
    .values = "rating_count, average_rating, weighted_rating",
    .beside = "album_facets",
    .follow = follow_in_facets,
};

/* user.deleted: an editor's name is forgotten. collection.changed: an album that somebody
 * has stays. */
static int apply_user(struct db *db, struct arena *arena, const struct event *event,
                      const json_t *payload)
{
    (void)arena;
    if (strcmp(event->type, "user.deleted") == 0)
        return history_store_forget(db, event->subject);
    if (strcmp(event->type, "collection.changed") == 0)
        return album_store_hold(
            db, (uint64_t)json_integer_value(json_object_get(payload, "album_id")));
    return 0;
}

const struct consumer catalog_consumers[] = {
    {"user",   departed_apply, NULL         },
    {"user",   apply_user,     NULL         },
    {"rating", apply_rating,   &album_scores},
};
const size_t catalog_consumer_count =
    sizeof catalog_consumers / sizeof *catalog_consumers;
