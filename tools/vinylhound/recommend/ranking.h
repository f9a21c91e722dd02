/* ranking.h - how good lists of ten and twenty are: of items a user does not have yet,
 * ranked by score over the whole catalogue, against those set aside. */
#ifndef VH_RANKING_H
#define VH_RANKING_H

#include "matrix.h"
#include "model_linear.h"

enum { NDCG_AT = 10, RECALL_AT = 20 };

struct ranking {
    double ndcg; /* mean over users of DCG@10 / the best possible DCG@10; gain 1, discount
                    log2(rank + 1) */
    double recall; /* mean over users of hits@20 / how many were set aside */
    size_t users;  /* who have items in both parts */
};

/* By the weights of linear_fit. Of more than `users_most` users, evenly chosen ones. */
void ranking_of_weights(struct ranking *out, const struct neighbours *weights,
                        const struct linear_settings *settings, const struct matrix *have,
                        const struct matrix *aside, uint32_t users_most);

/* By EASE's P (gram_invert), of which the lower triangle is given and the upper one is
   filled. */
void ranking_of_inverse(struct ranking *out, double *inverse,
                        const struct linear_settings *settings, const struct matrix *have,
                        const struct matrix *aside, uint32_t users_most);

/* The same list for everybody: items by how many have them. */
void ranking_of_popularity(struct ranking *out, const struct matrix *have,
                           const struct matrix *aside);

#endif
