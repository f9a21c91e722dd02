/* positives.c - what users are taken to like. */
#include "positives.h"

#include <math.h>
#include <stdlib.h>

#include "generate/generate_random.h"
#include "base/room.h"

#include "core/banned.h"

#define LIKED 4.0f

/* Counts of entries of each row and column that are left; drops entries of those with too
   few. Returns how many are left. */
static size_t thin(struct triple *triples, size_t count, uint32_t *of_row,
                   uint32_t *of_column)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        of_row[triples[i].row]++;
        of_column[triples[i].column]++;
    }
    for (size_t i = 0; i < count; i++)
        if (of_row[triples[i].row] >= POSITIVE_LEAST &&
            of_column[triples[i].column] >= POSITIVE_LEAST)
            triples[kept++] = triples[i];
    return kept;
}

/* Until nothing is dropped any more. */
static size_t thin_all(struct triple *triples, size_t count, uint32_t rows,
                       uint32_t columns)
{
    for (;;) {
        uint32_t *of_row = room_for(rows, sizeof *of_row);
        uint32_t *of_column = room_for(columns, sizeof *of_column);
        size_t left = thin(triples, count, of_row, of_column);

        free(of_row);
        free(of_column);
        if (left == count)
            return count;
        count = left;
    }
}

/* Those that are met get numbers in the order of their former ones. Returns how many;
 *former, unless NULL, is the caller's to free. */
static uint32_t number_anew(uint32_t *first, size_t step, size_t count, uint32_t former,
                            uint32_t **former_of)
{
    uint32_t *number = room_for(former, sizeof *number), numbers = 0;
    uint32_t *back = room_for(former, sizeof *back);

    for (size_t i = 0; i < count; i++)
        number[first[i * step]] = 1;
    for (uint32_t f = 0; f < former; f++)
        if (number[f] != 0) {
            back[numbers] = f;
            number[f] = numbers++;
        }
    for (size_t i = 0; i < count; i++)
        first[i * step] = number[first[i * step]];
    free(number);
    if (former_of == NULL)
        free(back);
    else
        *former_of = back;
    return numbers;
}

static void weigh_counts(struct matrix *matrix)
{
    for (uint32_t r = 0; r < matrix->rows; r++) {
        double sum = 0, n = (double)matrix_row(matrix, r);

        for (size_t k = matrix->start[r]; k < matrix->start[r + 1]; k++)
            sum += log1p((double)matrix->value[k]);
        for (size_t k = matrix->start[r]; k < matrix->start[r + 1]; k++)
            matrix->value[k] = (float)(log1p((double)matrix->value[k]) * n / sum);
    }
}

static void weigh_stars(struct matrix *matrix)
{
    for (size_t k = 0; k < matrix_count(matrix); k++)
        matrix->value[k] = (matrix->value[k] - 2.5f) / 2.5f;
}

void positives_take(const struct matrix *by_user, bool counts, struct matrix *out,
                    uint32_t **items)
{
    struct triple *triples = matrix_triples(by_user);
    size_t all = matrix_count(by_user), count = 0;
    uint32_t rows, columns;

    for (size_t i = 0; i < all; i++)
        if (counts || triples[i].value >= LIKED)
            triples[count++] = triples[i];
    count = thin_all(triples, count, by_user->rows, by_user->columns);
    rows = number_anew(&triples[0].row, sizeof *triples / sizeof(uint32_t), count,
                       by_user->rows, NULL);
    columns = number_anew(&triples[0].column, sizeof *triples / sizeof(uint32_t), count,
                          by_user->columns, items);
    matrix_make(out, triples, count, rows, columns);
    free(triples);
    if (counts)
        weigh_counts(out);
    else
        weigh_stars(out);
}

void positives_split(const struct matrix *all, unsigned one_of, uint64_t seed,
                     struct matrix *have, struct matrix *aside)
{
    struct triple *triples = matrix_triples(all), *dealt[2];
    size_t count = matrix_count(all), counts[2] = {0, 0};
    struct random random = random_start(seed, STREAM_SPLIT, 0);

    for (int i = 0; i < 2; i++)
        dealt[i] = room_for(count, sizeof *dealt[i]);
    for (size_t i = 0; i < count; i++) {
        int side = random_below(&random, one_of) == 0;

        dealt[side][counts[side]++] = triples[i];
    }
    matrix_make(have, dealt[0], counts[0], all->rows, all->columns);
    matrix_make(aside, dealt[1], counts[1], all->rows, all->columns);
    for (int i = 0; i < 2; i++)
        free(dealt[i]);
    free(triples);
}
