/* score.c - what an album's ratings come to. */
#include "rating/score.h"

#include <math.h>

#include "core/banned.h"

#define TWENTIETHS 20.0
#define Z                                                                                \
    1.28 /* nine tenths of a normal distribution lie above its mean less 1.28 deviations \
          */
#define ALBUMS_LEAST 20   /* fewer tell nothing of how albums differ */
#define RATINGS_LEAST 100 /* nor do fewer ratings beyond the first of each */
#define M_LEAST 1.0
#define M_MOST 50.0
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

/* Within albums over between them; bounded. */
static double estimate_m(const struct site_sums *s)
{
    double within = (s->squares - s->album_squares) / (s->count - s->albums);
    double across = (s->album_squares - s->sum * s->sum / s->count) / (s->albums - 1);
    double n0 = (s->count - s->count_squares / s->count) / (s->albums - 1);
    double between = (across - within) / n0;

    if (s->albums < ALBUMS_LEAST || s->count - s->albums < RATINGS_LEAST)
        return SCORE_M;
    if (between <= within / M_MOST)
        return M_MOST;
    return fmax(M_LEAST, within / between);
}

struct score_parameters score_estimate(const struct site_sums *sums)
{
    double n = sums->count, mean = n > 0 ? sums->sum / n / 2 : SCORE_MIDDLE;
    double off = sums->squares / 4 - n * mean * mean;

    return (struct score_parameters){mean, estimate_m(sums),
                                     (fmax(0, off) + SCORE_UNIFORM_SPREAD) / (n + 1)};
}
