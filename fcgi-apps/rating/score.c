/* score.c - what an album's ratings come to. */
#include "rating/score.h"

#include <math.h>

#include "core/banned.h"

#define TWENTIETHS 20.0
#define Z                                                                                \
    1.28 /* nine tenths of a normal distribution lie above its mean less 1.28 deviations \
          */
#define MIDDLE 2.75 /* of 0.5 to 5: the mean of a site without ratings */
#define UNIFORM_SPREAD                                                                   \
    2.0625 /* variance of the ten steps from 0.5 to 5, each as likely */
#define LEAST 0.5
#define MOST 5.0

static double clip(double stars)
{
    return fmin(MOST, fmax(LEAST, stars));
}

struct score score_of(const struct score_sums *sums)
{
    double n = (double)sums->site_count;
    double mean = n > 0 ? (double)sums->site_sum / n / 2 : MIDDLE;
    double off = (double)sums->site_squares / 4 - n * mean * mean;
    double spread = (fmax(0, off) + UNIFORM_SPREAD) / (n + 1);
    double w = (double)sums->weight / TWENTIETHS;
    double wr = (double)sums->weighted / TWENTIETHS / 2;
    double wr2 = (double)sums->weighted_squares / TWENTIETHS / 4;
    double score = (wr + SCORE_M * mean) / (w + SCORE_M);
    double squares = wr2 - 2 * score * wr + score * score * w;
    double sigma = sqrt((fmax(0, squares) + SCORE_M * spread) / (w + SCORE_M));
    double reach = Z * sigma / sqrt(w + SCORE_M);

    return (struct score){mean, score, clip(score - reach), clip(score + reach)};
}
