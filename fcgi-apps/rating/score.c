/* score.c - what an album's ratings come to. */
#include "rating/score.h"

#include <math.h>

#include "core/banned.h"

#define TWENTIETHS 20.0
#define Z                                                                                \
    1.28 /* nine tenths of a normal distribution lie above its mean less 1.28 deviations \
          */
#define LEAST 0.5
#define MOST 5.0

static double clip(double stars)
{
    return fmin(MOST, fmax(LEAST, stars));
}

struct score score_of(const struct score_sums *sums, const struct score_parameters *site)
{
    double w = (double)sums->weight / TWENTIETHS;
    double wr = (double)sums->weighted / TWENTIETHS / 2;
    double wr2 = (double)sums->weighted_squares / TWENTIETHS / 4;
    double score = (wr + site->m * site->prior) / (w + site->m);
    double squares = wr2 - 2 * score * wr + score * score * w;
    double reach = Z * sqrt(fmax(0, squares) + site->m * site->spread) / (w + site->m);

    return (struct score){score, clip(score - reach), clip(score + reach)};
}
