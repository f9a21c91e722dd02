/* recommend_newcomer.c - what to recommend to somebody who has rated little. */
#include "rating/recommend_newcomer.h"

#include <stdbool.h>

#include "core/arena.h"
#include "rating/model_store.h"
#include "rating/preference_store.h"

#include "core/banned.h"

#define CONSIDERED 200    /* of each chart */
#define CHARTS_MOST 8     /* of genres the caller prefers, beside the whole one */
#define WISH_WORTH 1.0    /* stars that a preference of 1 is worth */
#define CROWD_COSTS 0.15  /* stars for each album of the genre that stands before */
#define GENRES_COUNTED 64 /* genres, by their id's remainder */

struct pool {
    struct rows charts[CHARTS_MOST + 1];
    size_t charts_count, count;
    struct model_chart_pick *all;
};

/* The whole chart, or that of `genre`; else those of genres preferred, too. 0 or -1. */
static int read_charts(struct db *db, struct arena *arena, uint64_t user_id,
                       const char *genre, struct pool *pool)
{
    struct preferences wishes;
    const struct preference *wish;

    if (model_store_chart(db, arena, user_id, genre, CONSIDERED, &pool->charts[0]) != 0)
        return -1;
    pool->charts_count = 1;
    if (genre != NULL)
        return 0;
    if (preference_store_list(db, arena, user_id, &wishes) != 0)
        return -1;
    wish = wishes.preferences.items;
    for (size_t i = 0; i < wishes.preferences.count && pool->charts_count <= CHARTS_MOST;
         i++)
        if (wish[i].weight > 0 &&
            model_store_chart(db, arena, user_id, wish[i].genre, CONSIDERED,
                              &pool->charts[pool->charts_count++]) != 0)
            return -1;
    return 0;
}

static bool is_in(const struct pool *pool, uint64_t album_id)
{
    for (size_t i = 0; i < pool->count; i++)
        if (pool->all[i].album_id == album_id)
            return true;
    return false;
}

/* All charts' albums, each once. 0 or -1. */
static int join_charts(struct arena *arena, struct pool *pool)
{
    size_t most = 0;

    for (size_t c = 0; c < pool->charts_count; c++)
        most += pool->charts[c].count;
    pool->all = arena_alloc(arena, (most + 1) * sizeof *pool->all);
    if (pool->all == NULL)
        return -1;
    for (size_t c = 0; c < pool->charts_count; c++) {
        const struct model_chart_pick *picks = pool->charts[c].items;

        for (size_t i = 0; i < pool->charts[c].count; i++)
            if (!is_in(pool, picks[i].album_id))
                pool->all[pool->count++] = picks[i];
    }
    return 0;
}

static double worth(const struct model_chart_pick *pick, const unsigned *crowd)
{
    return pick->low + WISH_WORTH * pick->wish -
           CROWD_COSTS * crowd[pick->genre_id % GENRES_COUNTED];
}

/* One after the other the best that is left, where a genre that has been picked from
   often stands back. */
static size_t pick_in_turn(struct pool *pool, unsigned limit, struct newcomer_pick *out)
{
    unsigned crowd[GENRES_COUNTED] = {0};
    size_t picked = 0;

    while (picked < limit && pool->count > 0) {
        size_t best = 0;

        for (size_t i = 1; i < pool->count; i++)
            if (worth(&pool->all[i], crowd) > worth(&pool->all[best], crowd))
                best = i;
        out[picked++] =
            (struct newcomer_pick){pool->all[best].album_id, pool->all[best].weighted,
                                   worth(&pool->all[best], crowd)};
        crowd[pool->all[best].genre_id % GENRES_COUNTED]++;
        pool->all[best] = pool->all[--pool->count];
    }
    return picked;
}

int newcomer_picks(struct db *db, struct arena *arena, uint64_t user_id,
                   const char *genre, unsigned limit, const struct newcomer_pick **out,
                   size_t *count)
{
    struct newcomer_pick *picks = arena_alloc(arena, limit * sizeof *picks);
    struct pool pool = {0};

    if (picks == NULL || read_charts(db, arena, user_id, genre, &pool) != 0 ||
        join_charts(arena, &pool) != 0)
        return -1;
    *count = pick_in_turn(&pool, limit, picks);
    *out = picks;
    return 0;
}
