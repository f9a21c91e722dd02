/* model_rating.h - the model that predicts ratings: biases, factors and neighbours, and
 * how they are blended. Settings are chosen on a part of the ratings it is given that is
 * set aside for that. */
#ifndef VH_MODEL_RATING_H
#define VH_MODEL_RATING_H

#include "matrix.h"
#include "model_bias.h"
#include "model_factors.h"
#include "model_near.h"

struct rating_settings {
    double user_damping, item_damping, shrinkage, near_damping;
    unsigned near_most, rounds;
    double blend[BLEND];
};

struct rating_model {
    struct predictor predictor;
    struct bias bias;
    struct factors factors;
    struct neighbours near;
};

enum { NEIGHBOURS_KEPT = 128 };

/* What a prediction is made of, for the table of an evaluation. */
enum rating_part {
    PART_ITEM_MEAN,
    PART_BIAS,
    PART_NEAR,
    PART_FACTORS,
    PART_BLEND,
    PARTS
};

/* Chooses settings; of very many ratings those of some users are enough. */
void rating_settings_choose(struct rating_settings *settings,
                            const struct matrix *by_user, uint64_t seed);

void rating_model_fit(struct rating_model *model, const struct matrix *by_user,
                      const struct rating_settings *settings, uint64_t seed);
void rating_model_free(struct rating_model *model);

/* One user's predictions. */
struct reader {
    const struct rating_model *model;
    struct rated *rated;
    float *residual; /* of each item the user has rated; others NAN */
    const uint32_t *items;
    size_t count;
    struct taste taste;
};
void reader_open(struct reader *reader, const struct rating_model *model);
void reader_user(struct reader *reader, const uint32_t *items, const float *stars,
                 size_t count);
void reader_near(const struct reader *reader, uint32_t item, struct near_sum *sum);
double reader_predict(const struct reader *reader, uint32_t item, enum rating_part part);
void reader_close(struct reader *reader);

#endif
