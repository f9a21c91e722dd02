/* recommend_score.h - from a user's ratings and the weights of their albums to scores of
 * others, and back to the ratings that weigh most. No database. */
#ifndef VH_RATING_RECOMMEND_SCORE_H
#define VH_RATING_RECOMMEND_SCORE_H

#include "rating/model_store.h"
#include "rating/predict.h"

struct arena;

enum { REASONS = 3 };

struct reason {
    uint64_t album_id;
    int64_t rating; /* half-stars */
    double weight;  /* its part of all that speaks for the album, above 0 to 1 */
};

struct reasons {
    struct reason list[REASONS]; /* heaviest first */
    size_t count;
};

/* How much a rating puts in: 0 for one below 4 stars. */
float score_input(const struct model *model, int64_t half_stars);

/* The `most` albums with the highest score above 0 that are not among `rated`, as JSON
   `[[album_id, score], …]`, best first; "[]" if there are none, NULL if memory is out. */
const char *score_candidates(struct arena *arena, const struct model *model,
                             const struct rows *rated, size_t most);

/* Why each of `picks` was: out[i] for the i-th. */
void score_reasons(const struct model *model, const struct rows *rated,
                   const struct rows *picks, struct reasons *out);

/* Which rating the user would give each of `picks`: out[i] in stars. */
void score_predict(struct arena *arena, const struct predictor *predictor,
                   const struct rows *rated, const struct rows *picks, double *out);

#endif
