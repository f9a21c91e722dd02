/* model_store.h - the model that `vinylhound recommend` has made, and what a user may be
 * recommended by it: the only code that reads `models` and `model_albums`.
 *
 * Of two models one is live; the former one's rows stay until the next is made, so that a
 * request which has begun with it can end with it. */
#ifndef VH_RATING_MODEL_STORE_H
#define VH_RATING_MODEL_STORE_H

#include "core/db.h"

struct model {
    uint64_t generation;
    const char *method; /* "ease", "likeness" */
    const char *generated_at;
    int64_t ratings, users, albums; /* it was made of; albums it can recommend */
    bool by_stars;                  /* a rating of 4 stars and more counts by its stars */
    /* On ratings that were set aside; NaN: too few to tell. */
    double rmse, mae, ndcg_at_10, recall_at_20, popularity_ndcg_at_10,
        popularity_recall_at_20;
    struct blob predictor; /* struct predictor (predict.h) */
};

/* A rating of the caller's, and what the model knows of its album. */
struct model_rated {
    uint64_t album_id;
    int64_t rating; /* half-stars */
    double bias;    /* NaN: the model does not know the album, and the rest is empty */
    struct blob factors, similar, near;
};

/* An album to recommend, best first. */
struct model_pick {
    uint64_t album_id;
    double score, bias;
    struct blob factors, near;
};

/* An album of the chart, for somebody of whom little is known. */
struct model_chart_pick {
    uint64_t album_id;
    double weighted, low; /* its score and the lower end, stars */
    double wish;          /* mean of the caller's preferences for its genres, 0: none */
    uint64_t genre_id;    /* one of its genres, 0: none */
};

/* A column of weights (similar, near) is a list of these, heaviest first: the id of an
 * album in 8 bytes, a float in 4, as this machine has them. */
enum { WEIGHT_BYTES = 12 };
size_t model_weights(const struct blob *blob);
void model_weight(const struct blob *blob, size_t at, uint64_t *album_id, float *weight);

/* FACTOR_FLOATS floats, or NULL if there are none. */
const float *model_factors(const struct blob *blob);

extern const struct shape model_shape, model_rated_shape, model_pick_shape,
    model_chart_pick_shape;

/* 1, 0 if none has been made, or -1. */
int model_store_live(struct db *db, struct arena *arena, struct model *out);

/* The caller's latest ratings, RATED_MOST of them. struct model_rated. 0 or -1. */
enum { RATED_MOST = 300 };
int model_store_rated(struct db *db, struct arena *arena, uint64_t generation,
                      uint64_t user_id, struct rows *out);

/* Of `candidates`, JSON `[[album_id, score], …]`, the `limit` best that the user has
   neither rated nor owns nor dismissed, and that are of `genre` unless that is NULL.
   struct model_pick. 0 or -1. */
int model_store_pick(struct db *db, struct arena *arena, uint64_t generation,
                     uint64_t user_id, const char *candidates, const char *genre,
                     unsigned limit, struct rows *out);

/* The chart's beginning, of all genres (NULL) or of `genre`, less what model_store_pick
   leaves out. struct model_chart_pick. 0 or -1. */
int model_store_chart(struct db *db, struct arena *arena, uint64_t user_id,
                      const char *genre, unsigned limit, struct rows *out);

#endif
