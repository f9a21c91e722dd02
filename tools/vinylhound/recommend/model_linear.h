/* model_linear.h - which items go with which: EASE, the linear autoencoder with an empty
 * diagonal and a closed form (Steck, "Embarrassingly shallow autoencoders for sparse
 * data", WWW 2019), with his drop-out weight (Steck, "Autoencoders that don't overfit
 * towards the identity", NeurIPS 2020) and users damped by how much they have:
 *   G = X' D X,  D = diag(entries of user ^ -evenness),
 *   P = (G + lambda mean(diag(G)) I + drop_out/(1 - drop_out) diag(G))^-1
 *   B(i,j) = -P(i,j)/P(j,j)
 * and, where the items are too many for a matrix of their pairs, likeness: the cosine of
 * items' columns, drawn to 0 by `lambda` times their mean length (Sarwar et al., WWW
 * 2001). */
#ifndef VH_MODEL_LINEAR_H
#define VH_MODEL_LINEAR_H

#include <stdbool.h>

#include "matrix.h"
#include "neighbours.h"

enum linear_kind { LINEAR_EASE, LINEAR_LIKENESS };
enum linear_input { INPUT_ONES, INPUT_VALUES };

struct linear_settings {
    enum linear_kind kind;
    enum linear_input input;
    double lambda, drop_out, evenness;
};

/* The most items for which EASE is worked out in `megabytes` of memory. */
uint32_t linear_most_items(double megabytes);

/* G, before what lambda and drop-out add to its diagonal: those are tried with one G. */
struct gram {
    size_t items;
    double *pairs; /* items * items, the lower triangle by rows */
    double mean;   /* of the diagonal */
};
void gram_make(struct gram *gram, const struct matrix *by_user,
               const struct linear_settings *settings);
void gram_free(struct gram *gram);

/* P, the lower triangle, into `inverse` (which may be gram->pairs). False as below. */
bool gram_invert(const struct gram *gram, const struct linear_settings *settings,
                 double *inverse);

/* Fits to what users have; each item's list is what it weighs on most. False if the
   matrix has no inverse, or the arithmetic library's inverse is none (after a complaint).
 */
bool linear_fit(struct neighbours *weights, const struct matrix *by_user,
                const struct linear_settings *settings, unsigned most);

/* An item's part of a user's input. */
float linear_input(const struct linear_settings *settings, float value);

#endif
