/* score_sql.h - the arithmetic of score.h as pieces of SQL, for what is set by the
 * database for many albums at once: s is a row of rating_summaries, p of
 * score_parameters. `vinylhound doctor` holds them to score.c. */
#ifndef VH_RATING_SCORE_SQL_H
#define VH_RATING_SCORE_SQL_H

#define SQL_COUNT "(s.n1 + s.n2 + s.n3 + s.n4 + s.n5 + s.n6 + s.n7 + s.n8 + s.n9 + s.n10)"
#define SQL_MEAN                                                                         \
    "((s.n1 + 2 * s.n2 + 3 * s.n3 + 4 * s.n4 + 5 * s.n5 + 6 * s.n6 + 7 * s.n7 + "        \
    "8 * s.n8 + 9 * s.n9 + 10 * s.n10) / 2e0 / " SQL_COUNT ")"
#define SQL_ALL_SQUARES                                                                  \
    "(s.n1 + 4 * s.n2 + 9 * s.n3 + 16 * s.n4 + 25 * s.n5 + 36 * s.n6 + 49 * s.n7 + "     \
    "64 * s.n8 + 81 * s.n9 + 100 * s.n10)"
#define SQL_WEIGHT "(s.weight / 20e0 + p.m)"
#define SQL_WEIGHTED "((s.weighted / 40e0 + p.m * p.prior) / " SQL_WEIGHT ")"
#define SQL_SQUARES                                                                      \
    "GREATEST(0e0, s.weighted_squares / 80e0 - 2e0 * " SQL_WEIGHTED " * s.weighted / "   \
    "40e0 + " SQL_WEIGHTED " * " SQL_WEIGHTED " * s.weight / 20e0)"
#define SQL_LOW                                                                          \
    "GREATEST(0.5e0, LEAST(5e0, " SQL_WEIGHTED " - 1.28e0 * SQRT(" SQL_SQUARES           \
    " + p.m * p.spread) / " SQL_WEIGHT "))"

/* The columns of `charts` but its genre, in this order. */
#define SQL_CHART_COLUMNS                                                                \
    "genre_id, generation, album_id, release_year, count, mean, weighted, low, "         \
    "recent, earlier"
#define SQL_CHART_VALUES                                                                 \
    "p.generation, s.album_id, k.release_year, " SQL_COUNT ", " SQL_MEAN                 \
    ", " SQL_WEIGHTED ", " SQL_LOW

#endif
