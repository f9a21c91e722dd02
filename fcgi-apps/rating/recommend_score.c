/* recommend_score.c - scores of albums from the caller's ratings, and reasons. */
#include "rating/recommend_score.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"

#include "core/banned.h"

#define LIKED 8      /* half-stars: 4 stars */
#define PAIR_ROOM 40 /* characters of `[album_id,score],` */

/* Open addressing, at most half full. */
struct slot {
    uint64_t album_id; /* 0: empty */
    double score;
};

struct table {
    struct slot *slots;
    size_t mask;
};

float score_input(const struct model *model, int64_t half_stars)
{
    if (half_stars < LIKED)
        return 0;
    return model->by_stars ? ((float)half_stars / 2 - 2.5f) / 2.5f : 1;
}

static struct slot *slot_of(const struct table *table, uint64_t album_id)
{
    size_t at = (size_t)(album_id * 0x9e3779b97f4a7c15u >> 32) & table->mask;

    while (table->slots[at].album_id != 0 && table->slots[at].album_id != album_id)
        at = (at + 1) & table->mask;
    table->slots[at].album_id = album_id;
    return &table->slots[at];
}

/* With room for every album the ratings weigh on. False if memory is out. */
static bool table_make(struct table *table, struct arena *arena,
                       const struct model *model, const struct rows *rated)
{
    const struct model_rated *all = rated->items;
    size_t most = (size_t)model->albums, weights = rated->count, room = 64;

    for (size_t i = 0; i < rated->count; i++)
        weights += model_weights(&all[i].similar);
    most = (weights < most + rated->count ? weights : most + rated->count) * 2;
    while (room < most)
        room *= 2;
    *table = (struct table){arena_alloc(arena, room * sizeof *table->slots), room - 1};
    return table->slots != NULL;
}

static void add_up(const struct table *table, const struct model *model,
                   const struct rows *rated)
{
    const struct model_rated *all = rated->items;

    for (size_t i = 0; i < rated->count; i++) {
        float x = score_input(model, all[i].rating);

        for (size_t k = 0; x > 0 && k < model_weights(&all[i].similar); k++) {
            uint64_t album_id;
            float weight;

            model_weight(&all[i].similar, k, &album_id, &weight);
            slot_of(table, album_id)->score += (double)(x * weight);
        }
    }
    for (size_t i = 0; i < rated->count; i++)
        slot_of(table, all[i].album_id)->score = -INFINITY;
}

static int best_first(const void *a, const void *b)
{
    const struct slot *x = a, *y = b;

    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    return x->album_id < y->album_id ? -1 : x->album_id > y->album_id;
}

const char *score_candidates(struct arena *arena, const struct model *model,
                             const struct rows *rated, size_t most)
{
    struct table table;
    size_t count = 0, length = 1;
    char *json;

    if (!table_make(&table, arena, model, rated))
        return NULL;
    add_up(&table, model, rated);
    for (size_t i = 0; i <= table.mask; i++)
        if (table.slots[i].album_id != 0 && table.slots[i].score > 0)
            table.slots[count++] = table.slots[i];
    qsort(table.slots, count, sizeof *table.slots, best_first);
    count = count < most ? count : most;
    json = arena_alloc(arena, count * PAIR_ROOM + 3);
    if (json == NULL)
        return NULL;
    json[0] = '[';
    for (size_t i = 0; i < count; i++)
        length += (size_t)snprintf(json + length, PAIR_ROOM, "%s[%" PRIu64 ",%.6g]",
                                   i == 0 ? "" : ",", table.slots[i].album_id,
                                   table.slots[i].score);
    json[length] = ']';
    return json;
}

/* Which of the picks an album is, by bisection of their ids in order; -1: none. */
struct place {
    uint64_t album_id;
    size_t pick;
};

static int by_album(const void *a, const void *b)
{
    uint64_t x = ((const struct place *)a)->album_id,
             y = ((const struct place *)b)->album_id;

    return x < y ? -1 : x > y;
}

static void add_reason(struct reasons *reasons, const struct reason *reason)
{
    size_t at = reasons->count;

    if (at == REASONS) {
        if (reasons->list[--at].weight >= reason->weight)
            return;
    } else
        reasons->count++;
    for (; at > 0 && reasons->list[at - 1].weight < reason->weight; at--)
        reasons->list[at] = reasons->list[at - 1];
    reasons->list[at] = *reason;
}

enum { PICKS_MOST = 100 };

void score_reasons(const struct model *model, const struct rows *rated,
                   const struct rows *picks, struct reasons *out)
{
    const struct model_rated *all = rated->items;
    const struct model_pick *picked = picks->items;
    struct place places[PICKS_MOST] = {{0}};
    double sums[PICKS_MOST] = {0};
    size_t count = picks->count < PICKS_MOST ? picks->count : PICKS_MOST;

    for (size_t i = 0; i < count; i++)
        places[i] = (struct place){picked[i].album_id, i};
    qsort(places, count, sizeof *places, by_album);
    memset(out, 0, picks->count * sizeof *out);
    for (size_t i = 0; i < rated->count; i++) {
        float x = score_input(model, all[i].rating);

        for (size_t k = 0; x > 0 && k < model_weights(&all[i].similar); k++) {
            struct place of = {0};
            const struct place *place;
            float weight;

            model_weight(&all[i].similar, k, &of.album_id, &weight);
            place = weight > 0 ? bsearch(&of, places, count, sizeof of, by_album) : NULL;
            if (place == NULL)
                continue;
            sums[place->pick] += (double)(x * weight);
            add_reason(&out[place->pick], &(struct reason){all[i].album_id, all[i].rating,
                                                           (double)(x * weight)});
        }
    }
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < out[i].count; k++)
            out[i].list[k].weight /= sums[i];
}

static int by_rated(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a;
    uint64_t y = (*(const struct model_rated *const *)b)->album_id;

    return x < y ? -1 : x > y;
}

static int rated_order(const void *a, const void *b)
{
    uint64_t x = (*(const struct model_rated *const *)a)->album_id;

    return by_rated(&x, b);
}

/* Of the caller's ratings the ones likest to a pick. */
static void add_near(const struct predictor *predictor, const struct taste *taste,
                     const struct model_rated *const *rated, size_t count,
                     const struct model_pick *pick, struct near_sum *sum)
{
    for (size_t k = 0; k < model_weights(&pick->near) && !near_sum_full(predictor, sum);
         k++) {
        const struct model_rated *const *at;
        uint64_t album_id;
        float weight;

        model_weight(&pick->near, k, &album_id, &weight);
        at = rated == NULL ? NULL
                           : bsearch(&album_id, rated, count, sizeof *rated, by_rated);
        if (at != NULL)
            near_sum_add(sum, (double)weight,
                         (double)(*at)->rating / 2 - predictor->mean - taste->bias -
                             (*at)->bias);
    }
}

void score_predict(struct arena *arena, const struct predictor *predictor,
                   const struct rows *rated, const struct rows *picks, double *out)
{
    const struct model_rated *all = rated->items, **known;
    const struct model_pick *picked = picks->items;
    struct rated *given;
    struct taste taste;
    size_t count = 0;

    known = arena_alloc(arena, (rated->count + 1) * sizeof *known);
    given = arena_alloc(arena, (rated->count + 1) * sizeof *given);
    for (size_t i = 0; known != NULL && given != NULL && i < rated->count; i++) {
        if (isnan(all[i].bias))
            continue;
        known[count] = &all[i];
        given[count++] = (struct rated){(float)all[i].rating / 2, (float)all[i].bias,
                                        model_factors(&all[i].factors)};
    }
    taste_of(predictor, given, count, &taste);
    if (known != NULL)
        qsort(known, count, sizeof *known, rated_order);
    for (size_t i = 0; i < picks->count; i++) {
        struct near_sum sum = {0};

        add_near(predictor, &taste, known, count, &picked[i], &sum);
        out[i] = predict(predictor, &taste, isnan(picked[i].bias) ? 0 : picked[i].bias,
                         model_factors(&picked[i].factors), &sum);
    }
}
