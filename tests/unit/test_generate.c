/* test_generate.c - the made-up catalogue: the same again from the same seed, spread as
 * it should be. */
#include <math.h>
#include <stdlib.h>

#include "generate/generate_album.h"
#include "generate/generate_catalog.h"
#include "generate/generate_random.h"
#include "generate/generate_taste.h"

#include "tool_unit.h"

#include "core/banned.h"

#define ALBUMS 3000

static void make(struct catalog *catalog, uint64_t seed)
{
    *catalog = (struct catalog){.seed = seed, .albums = ALBUMS, .pressings = 4.6};
    CU_ASSERT_TRUE_FATAL(catalog_init(catalog));
    while (catalog->made < catalog->albums)
        catalog_artist(catalog);
    catalog_labels(catalog, 0, catalog->labels);
    CU_ASSERT_FALSE(catalog_failed(catalog));
}

static int same_rows(const struct catalog *a, const struct catalog *b, int table)
{
    const struct buffer *x = &a->rows[table].text, *y = &b->rows[table].text;

    return x->length == y->length && memcmp(x->data, y->data, x->length) == 0;
}

static void repeats(void)
{
    struct catalog one, two, other;

    make(&one, 1);
    make(&two, 1);
    make(&other, 2);
    for (int i = 0; i < MADE_TABLES; i++) {
        CU_ASSERT(one.rows[i].count > 0);
        CU_ASSERT_TRUE(same_rows(&one, &two, i));
        CU_ASSERT_FALSE(same_rows(&one, &other, i));
    }
    catalog_free(&one);
    catalog_free(&two);
    catalog_free(&other);
}

static void spread(void)
{
    struct catalog catalog;
    double albums = ALBUMS;

    make(&catalog, 42);
    CU_ASSERT_DOUBLE_EQUAL((double)catalog.tracks / (double)catalog.releases, 9.2, 0.7);
    CU_ASSERT_DOUBLE_EQUAL((double)catalog.releases / albums, 4.6, 0.4);
    CU_ASSERT_EQUAL(catalog.rows[M_ALBUMS].count, ALBUMS);
    CU_ASSERT_EQUAL(catalog.rows[M_SONGS].count, catalog.songs);
    CU_ASSERT_EQUAL(catalog.rows[M_RELEASE_TRACKS].count, catalog.tracks);
    CU_ASSERT_EQUAL(catalog.rows[M_RELEASES].count, catalog.releases);
    CU_ASSERT_EQUAL(catalog.rows[M_LABELS].count, catalog.labels);
    catalog_free(&catalog);
}

/* P(k) of the zeta distribution: k^-s / zeta(s); zeta(2.15) = 1.52. */
static void zeta(void)
{
    struct random random = random_start(7, STREAM_ARTIST, 0);
    unsigned counts[4] = {0}, most = 0;

    for (int i = 0; i < 100000; i++) {
        uint32_t k = random_zeta(&random, 2.15, 2000);

        counts[k < 4 ? k : 0]++;
        most = k > most ? k : most;
    }
    CU_ASSERT_DOUBLE_EQUAL(counts[1] / 1e5, 1 / 1.52, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(counts[2] / 1e5, pow(2, -2.15) / 1.52, 0.01);
    CU_ASSERT_DOUBLE_EQUAL(counts[3] / 1e5, pow(3, -2.15) / 1.52, 0.01);
    CU_ASSERT(most > 200 && most <= 2000);
}

static void even(void)
{
    struct random random = random_start(7, STREAM_ALBUM, 0);
    double sum = 0, squares = 0;
    unsigned low = 0, fifths[5] = {0};

    for (int i = 0; i < 100000; i++) {
        double x = random_normal(&random);

        sum += x;
        squares += x * x;
        low += random_rank(&random, 100000) < 316;
        fifths[random_below(&random, 5)]++;
    }
    CU_ASSERT_DOUBLE_EQUAL(sum / 1e5, 0, 0.02);
    CU_ASSERT_DOUBLE_EQUAL(squares / 1e5, 1, 0.03);
    CU_ASSERT_DOUBLE_EQUAL(low / 1e5, 0.5, 0.01);
    for (int i = 0; i < 5; i++)
        CU_ASSERT_DOUBLE_EQUAL(fifths[i] / 1e5, 0.2, 0.01);
}

static void years(void)
{
    struct random random = random_start(7, STREAM_ALBUM, 1);
    unsigned recent = 0;

    for (int i = 0; i < 10000; i++) {
        int year = album_year(&random);

        CU_ASSERT(year >= 1920 && year <= 2026);
        recent += year >= 1990;
    }
    CU_ASSERT(recent > 5000 && recent < 7000);
}

static int more_first(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return x < y ? 1 : x > y ? -1 : 0;
}

/* Of a crowd that rates thirty in the mean: nobody rates an album twice, 51 in 100 albums
   are never rated, the hundredth that is rated most has 53 in 100 of the ratings. */
static void shares(void)
{
    struct taste_world world = {
        .seed = 1, .ratings = 2400000, .users = 80000, .albums = 80000, .unrated = 0.51};
    uint32_t *ratings = calloc(world.albums, sizeof *ratings), unrated = 0, twice = 0;
    uint32_t *last = calloc(world.albums, sizeof *last);
    double all = 0, head = 0;

    CU_ASSERT_FATAL(ratings != NULL && last != NULL);
    taste_world_make(&world);
    for (uint32_t u = 0; u < world.users; u++) {
        const struct opinion *opinions;
        size_t given = taste_world_ask(&world, u, &opinions);

        for (size_t i = 0; i < given; i++) {
            twice += last[opinions[i].album] == u + 1;
            last[opinions[i].album] = u + 1;
            ratings[opinions[i].album]++;
        }
    }
    taste_world_free(&world);
    qsort(ratings, world.albums, sizeof *ratings, more_first);
    for (uint32_t a = 0; a < world.albums; a++) {
        all += ratings[a];
        head += a < world.albums / 100 ? ratings[a] : 0;
        unrated += ratings[a] == 0;
    }
    free(ratings);
    free(last);
    printf("\n    %.3f unrated, %.3f of ratings at the head ", unrated / 80000.0,
           head / all);
    CU_ASSERT_EQUAL(twice, 0);
    CU_ASSERT_DOUBLE_EQUAL(all, 2.4e6, 0.05e6);
    CU_ASSERT_DOUBLE_EQUAL(unrated / 80000.0, 0.51, 0.02);
    CU_ASSERT_DOUBLE_EQUAL(head / all, 0.53, 0.04);
}

int main(void)
{
    static const struct unit units[] = {
        {"the same seed makes the same rows, another one others",          repeats},
        {"tracks, pressings and albums are as many as they say",           spread },
        {"albums per artist follow the zeta distribution",                 zeta   },
        {"the normal, the even and the words' distribution",               even   },
        {"years are those of Discogs' releases",                           years  },
        {"ratings: 51 in 100 albums have none, a hundredth has 53 in 100", shares },
    };

    return run_units("generate", units, sizeof units / sizeof *units);
}
