/* recommend_evaluate.h - how good the models are on given ratings: measured on what they
 * have not seen. */
#ifndef VH_RECOMMEND_EVALUATE_H
#define VH_RECOMMEND_EVALUATE_H

#include <stdbool.h>

#include "matrix.h"
#include "model_rating.h"
#include "model_linear.h"
#include "ranking.h"

enum { FOLDS = 5 };

struct error_sums {
    double squares, absolute;
    size_t count;
};

struct evaluation {
    struct error_sums parts[PARTS];         /* over all folds */
    double rmse[FOLDS];                     /* of the whole, by fold */
    struct rating_settings rating_settings; /* of the last fold */
    double rating_seconds;

    uint32_t users, items; /* that have enough positives */
    size_t positives;
    struct ranking popularity, model;
    struct linear_settings linear_settings;
    double ranking_seconds;
    double megabytes;
};

struct evaluation_wish {
    bool counts;      /* plays: no ratings are predicted */
    uint64_t seed;    /* of what is set aside */
    double megabytes; /* bounds EASE's matrix */
    unsigned folds;   /* of the FOLDS parts that ratings are dealt into, how many are
                         predicted from the others */
    unsigned kept;    /* weights of each item, at most */
};

/* False after a complaint. */
bool evaluate(struct evaluation *out, const struct matrix *by_user,
              const struct evaluation_wish *wish);

#endif
