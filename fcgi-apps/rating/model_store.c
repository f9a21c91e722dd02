/* model_store.c - the model that recommendations are made by. */
#include "rating/model_store.h"

#include <string.h>

#include "rating/predict.h"
#include "rating/statements.h"

#include "core/banned.h"

static const struct field model_fields[] = {
    FIELD(struct model, generation, FIELD_ID, .flags = HIDDEN),
    FIELD(struct model, method, FIELD_TEXT),
    FIELD(struct model, generated_at, FIELD_TIME),
    FIELD(struct model, ratings, FIELD_COUNT),
    FIELD(struct model, users, FIELD_COUNT),
    FIELD(struct model, albums, FIELD_COUNT),
    FIELD(struct model, by_stars, FIELD_BOOL, .flags = HIDDEN),
    FIELD(struct model, rmse, FIELD_REAL),
    FIELD(struct model, mae, FIELD_REAL),
    FIELD(struct model, ndcg_at_10, FIELD_REAL),
    FIELD(struct model, recall_at_20, FIELD_REAL),
    FIELD(struct model, popularity_ndcg_at_10, FIELD_REAL),
    FIELD(struct model, popularity_recall_at_20, FIELD_REAL),
    FIELD(struct model, predictor, FIELD_BLOB, .flags = ROW_ONLY),
};
const struct shape model_shape = SHAPE(struct model, model_fields);

static const struct field rated_fields[] = {
    FIELD(struct model_rated, album_id, FIELD_ID),
    FIELD(struct model_rated, rating, FIELD_HALF_STARS),
    FIELD(struct model_rated, bias, FIELD_REAL),
    FIELD(struct model_rated, factors, FIELD_BLOB, .flags = ROW_ONLY),
    FIELD(struct model_rated, similar, FIELD_BLOB, .flags = ROW_ONLY),
};
const struct shape model_rated_shape = SHAPE(struct model_rated, rated_fields);

static const struct field pick_fields[] = {
    FIELD(struct model_pick, album_id, FIELD_ID),
    FIELD(struct model_pick, score, FIELD_REAL),
    FIELD(struct model_pick, bias, FIELD_REAL),
    FIELD(struct model_pick, factors, FIELD_BLOB, .flags = ROW_ONLY),
    FIELD(struct model_pick, near, FIELD_BLOB, .flags = ROW_ONLY),
};
const struct shape model_pick_shape = SHAPE(struct model_pick, pick_fields);

static const struct field chart_pick_fields[] = {
    FIELD(struct model_chart_pick, album_id, FIELD_ID),
    FIELD(struct model_chart_pick, weighted, FIELD_REAL),
    FIELD(struct model_chart_pick, low, FIELD_REAL),
    FIELD(struct model_chart_pick, wish, FIELD_REAL),
    FIELD(struct model_chart_pick, genre_id, FIELD_ID),
};
const struct shape model_chart_pick_shape =
    SHAPE(struct model_chart_pick, chart_pick_fields);

size_t model_weights(const struct blob *blob)
{
    return blob->length / WEIGHT_BYTES;
}

void model_weight(const struct blob *blob, size_t at, uint64_t *album_id, float *weight)
{
    const char *bytes = (const char *)blob->at + at * WEIGHT_BYTES;

    memcpy(album_id, bytes, sizeof *album_id);
    memcpy(weight, bytes + sizeof *album_id, sizeof *weight);
}

const float *model_factors(const struct blob *blob)
{
    return blob->length == FACTOR_FLOATS * sizeof(float) ? blob->at : NULL;
}

int model_store_live(struct db *db, struct arena *arena, struct model *out)
{
    return db_find(db, arena, MODEL_LIVE, NO_ARGS, out);
}

int model_store_rated(struct db *db, struct arena *arena, uint64_t generation,
                      uint64_t user_id, struct rows *out)
{
    return db_list(db, arena, MODEL_RATED,
                   ARGS(A_UINT(user_id), A_UINT(RATED_MOST), A_UINT(generation)), out);
}

int model_store_pick(struct db *db, struct arena *arena, uint64_t generation,
                     uint64_t user_id, const char *candidates, const char *genre,
                     unsigned limit, struct rows *out)
{
    struct db_arg user = A_UINT(user_id), of = A_TEXT(genre);

    return db_list(db, arena, MODEL_PICK,
                   ARGS(A_TEXT(candidates), of, of, user, user, user, A_UINT(limit),
                        A_UINT(generation)),
                   out);
}

int model_store_chart(struct db *db, struct arena *arena, uint64_t user_id,
                      const char *genre, unsigned limit, struct rows *out)
{
    struct db_arg user = A_UINT(user_id), of = A_TEXT(genre);

    return db_list(db, arena, MODEL_CHART,
                   ARGS(user, of, of, user, user, user, A_UINT(limit)), out);
}
