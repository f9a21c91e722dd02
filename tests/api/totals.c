/* totals.c - the kept sums of ratings against the ratings themselves. */
#include "totals.h"

#include <inttypes.h>

#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

/* Albums whose kept sums differ from what their ratings come to. */
static const char wrong_albums[] =
    "SELECT COUNT(*) FROM rating_summaries s LEFT JOIN (SELECT r.album_id, "
    "SUM(half_stars = 1) a1, SUM(half_stars = 2) a2, SUM(half_stars = 3) a3, "
    "SUM(half_stars = 4) a4, SUM(half_stars = 5) a5, SUM(half_stars = 6) a6, "
    "SUM(half_stars = 7) a7, SUM(half_stars = 8) a8, SUM(half_stars = 9) a9, "
    "SUM(half_stars = 10) a10, SUM(w.weight) w, SUM(w.weight * half_stars) wr, "
    "SUM(w.weight * half_stars * half_stars) wrr FROM ratings r JOIN raters w ON "
    "w.user_id = r.user_id WHERE r.held IS NULL GROUP BY r.album_id) c ON c.album_id = s.album_id WHERE NOT "
    "(s.n1, s.n2, s.n3, s.n4, s.n5, s.n6, s.n7, s.n8, s.n9, s.n10, s.weight, s.weighted, "
    "s.weighted_squares) <=> (IFNULL(a1, 0), IFNULL(a2, 0), IFNULL(a3, 0), IFNULL(a4, 0), "
    "IFNULL(a5, 0), IFNULL(a6, 0), IFNULL(a7, 0), IFNULL(a8, 0), IFNULL(a9, 0), "
    "IFNULL(a10, 0), IFNULL(w, 0), IFNULL(wr, 0), IFNULL(wrr, 0))";

static const char albums_without_sums[] =
    "SELECT COUNT(*) FROM ratings r LEFT JOIN rating_summaries s ON s.album_id = "
    "r.album_id WHERE s.album_id IS NULL";

static const char wrong_raters[] =
    "SELECT COUNT(*) FROM raters w LEFT JOIN (SELECT r.user_id, LEAST(20, COUNT(DISTINCT "
    "COALESCE(k.artist_id, 0))) n FROM ratings r JOIN known_albums k ON k.album_id = "
    "r.album_id GROUP BY r.user_id) c ON c.user_id = w.user_id WHERE w.weight <> "
    "IFNULL(c.n, 0)";

static const char wrong_totals[] =
    "SELECT COUNT(*) FROM (SELECT SUM(count) n, SUM(sum) s, SUM(squares) q FROM "
    "rating_totals) t JOIN (SELECT COUNT(*) n, IFNULL(SUM(half_stars), 0) s, "
    "IFNULL(SUM(half_stars * half_stars), 0) q FROM ratings WHERE held IS NULL) c WHERE t.n <> c.n OR t.s <> "
    "c.s OR t.q <> c.q";

static void expect_shown(int64_t album_id)
{
    json_t *list =
        walk_as(alice()->token, "ratings", text("album_id=%" PRId64, album_id), 100);
    struct answer *shown = get_as(
        alice()->token, text("/api/v1/ratings/summary?album_id=%" PRId64, album_id));
    double sum = 0;

    for (size_t i = 0; i < json_array_size(list); i++)
        sum += json_number_value(json_at(json_array_get(list, i), "/rating"));
    EXPECT_INT(int_at(shown, "/count"), (int64_t)json_array_size(list));
    if (json_array_size(list) > 0)
        EXPECT_REAL(shown, "/mean", sum / (double)json_array_size(list), 5e-5);
    json_decref(list);
}

void expect_sums(void)
{
    EXPECT_INT(sql_number("vinylhound_rating", wrong_albums), 0);
    EXPECT_INT(sql_number("vinylhound_rating", albums_without_sums), 0);
    EXPECT_INT(sql_number("vinylhound_rating", wrong_raters), 0);
    EXPECT_INT(sql_number("vinylhound_rating", wrong_totals), 0);
    if (sql_number("vinylhound_rating", "SELECT COUNT(*) FROM private_users") == 0)
        for (size_t i = 0; i < albums(); i += 6)
            expect_shown(album(i));
}
