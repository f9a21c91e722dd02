/* album_counts.c - counts that follow an album's change. */
#include "catalog/album_counts.h"

#include "catalog/artist_store.h"
#include "catalog/genre_store.h"
#include "core/db.h"

#include "core/banned.h"

static const struct ids none;

/* Each id that is only in one of the sets is counted down or up. 0 or -1. */
static int count(struct db *db, const struct ids *before, const struct ids *after,
                 int (*by_one)(struct db *db, uint64_t id, int by))
{
    for (size_t i = 0; i < before->count; i++)
        if (!ids_have(after, before->items[i]) && by_one(db, before->items[i], -1) != 0)
            return -1;
    for (size_t i = 0; i < after->count; i++)
        if (!ids_have(before, after->items[i]) && by_one(db, after->items[i], 1) != 0)
            return -1;
    return 0;
}

static bool same(const struct ids *a, const struct ids *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (!ids_have(b, a->items[i]))
            return false;
    return a->count == b->count;
}

/* An artist's genres are those of the albums, unless somebody has set them. */
static int derive_genres(struct request *rq, const struct ids *artists)
{
    for (size_t i = 0; i < artists->count; i++) {
        struct artist_name artist;
        int found = artist_store_lock(rq->db, rq->arena, artists->items[i], &artist);

        if (found < 0 || (found == 1 && !artist.genres_edited &&
                          artist_store_derive_genres(rq->db, rq->arena, artist.id) != 0))
            return -1;
    }
    return 0;
}

int album_counts_follow(struct request *rq, const struct album_body *before,
                        const struct album_body *after)
{
    const struct ids *old = before == NULL ? &none : &before->artist_ids;
    const struct ids *new = after == NULL ? &none : &after->artist_ids;
    const struct ids *old_genres = before == NULL ? &none : &before->genre_ids;
    const struct ids *new_genres = after == NULL ? &none : &after->genre_ids;

    if (count(rq->db, old, new, artist_store_count) != 0 ||
        count(rq->db, old_genres, new_genres, genre_store_count) != 0)
        return -1;
    if (same(old, new) && same(old_genres, new_genres))
        return 0;
    return derive_genres(rq, old) != 0 || derive_genres(rq, new) != 0 ? -1 : 0;
}
