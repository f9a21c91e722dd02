/* fates.c - what has become of ratings and copies of albums that were merged and deleted:
 * they follow a merge, of two ratings the newer stays, and a deletion takes ratings. */
#include <inttypes.h>
#include <stdio.h>

#include "harness/expect.h"
#include "walk.h"

#include "core/banned.h"

/* Where each album is now, and whether that is gone. */
static struct {
    int64_t id;
    bool gone;
} now[EDITED];

static int64_t in_catalogue(const char *column, int64_t id)
{
    return sql_number("vinylhound_catalog",
                      text("SELECT %s FROM albums WHERE id = %" PRId64, column, id));
}

static void look_up(void)
{
    for (size_t i = 0; i < EDITED && walk_edited[i].id != 0; i++) {
        now[i].id = in_catalogue("COALESCE(merged_into, id)", walk_edited[i].id);
        now[i].gone = in_catalogue("deleted_at IS NOT NULL", now[i].id) != 0;
    }
}

/* Of the same person, album and kind, the ones after `from`. */
static size_t further(const struct walker *walker, size_t from)
{
    const struct fate *first = &walker->fates[from];
    size_t count = 0;

    for (size_t i = from + 1; i < walker->fated; i++) {
        const struct fate *other = &walker->fates[i];

        count += other->user_id == first->user_id &&
                 now[other->edited].id == now[first->edited].id &&
                 (other->half_stars == 0) == (first->half_stars == 0);
    }
    return count;
}

/* "7, 8, 9": the albums that everything is of now. */
static const char *places(void)
{
    const char *list = text("%" PRId64, now[0].id);

    for (size_t i = 1; i < EDITED && now[i].id != 0; i++)
        list = text("%s, %" PRId64, list, now[i].id);
    return list;
}

static int64_t rating_of(const struct fate *fate)
{
    return sql_number(
        "vinylhound_rating",
        text("SELECT COALESCE((SELECT half_stars FROM ratings WHERE user_id "
             "= %" PRId64 " AND album_id = %" PRId64 "), 0)",
             fate->user_id, now[fate->edited].id));
}

static void ratings_are_right(void)
{
    int64_t wanted = 0, there;

    for (size_t w = 0; w < WALKERS; w++)
        for (size_t i = 0; i < walk.walkers[w].fated; i++) {
            const struct fate *fate = &walk.walkers[w].fates[i];
            bool gone = now[fate->edited].gone;

            if (fate->half_stars == 0 || further(&walk.walkers[w], i) > 0)
                continue; /* a copy, or not the newest */
            EXPECT_INT(rating_of(fate), gone ? 0 : fate->half_stars);
            wanted += !gone;
        }
    there =
        sql_number("vinylhound_rating",
                   text("SELECT COUNT(*) FROM ratings WHERE album_id IN (%s)", places()));
    EXPECT_INT(there, wanted);
    printf("       %" PRId64 " ratings", wanted);
}

static void copies_are_right(void)
{
    int64_t copies = 0;

    for (size_t w = 0; w < WALKERS; w++)
        for (size_t i = 0; i < walk.walkers[w].fated; i++)
            copies += walk.walkers[w].fates[i].half_stars == 0;
    EXPECT_INT(sql_number("vinylhound_user",
                          text("SELECT COUNT(*) FROM collection_items WHERE album_id IN "
                               "(%s)",
                               places())),
               copies);
    printf(" and %" PRId64 " copies of albums that came and went\n", copies);
}

void fates_are_right(void)
{
    look_up();
    if (now[0].id == 0)
        return; /* a short walk may make none */
    ratings_are_right();
    copies_are_right();
}
