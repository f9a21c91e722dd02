/* matrix.c - who rated what, by rows. */
#include "matrix.h"

#include <stdlib.h>
#include <string.h>

#include "base/room.h"

#include "core/banned.h"

static void matrix_new(struct matrix *matrix, uint32_t rows, uint32_t columns,
                       size_t count)
{
    *matrix = (struct matrix){.rows = rows, .columns = columns};
    matrix->start = room_for((size_t)rows + 1, sizeof *matrix->start);
    matrix->column = room_for(count, sizeof *matrix->column);
    matrix->value = room_for(count, sizeof *matrix->value);
}

void matrix_free(struct matrix *matrix)
{
    free(matrix->start);
    free(matrix->column);
    free(matrix->value);
    *matrix = (struct matrix){0};
}

/* From counts of each row in start[row + 1] to where each row begins. */
static void add_up(struct matrix *matrix)
{
    for (uint32_t r = 0; r < matrix->rows; r++)
        matrix->start[r + 1] += matrix->start[r];
}

/* After each row's beginning has been moved to its end: back. */
static void move_back(struct matrix *matrix)
{
    memmove(matrix->start + 1, matrix->start, matrix->rows * sizeof *matrix->start);
    matrix->start[0] = 0;
}

static void put(struct matrix *matrix, uint32_t row, uint32_t column, float value)
{
    size_t at = matrix->start[row]++;

    matrix->column[at] = column;
    matrix->value[at] = value;
}

void matrix_turn(const struct matrix *matrix, struct matrix *turned)
{
    matrix_new(turned, matrix->columns, matrix->rows, matrix_count(matrix));
    for (size_t i = 0; i < matrix_count(matrix); i++)
        turned->start[matrix->column[i] + 1]++;
    add_up(turned);
    for (uint32_t r = 0; r < matrix->rows; r++)
        for (size_t i = matrix->start[r]; i < matrix->start[r + 1]; i++)
            put(turned, matrix->column[i], r, matrix->value[i]);
    move_back(turned);
}

/* Of entries for one place keeps the last. Equal columns stand side by side. */
static void drop_earlier(struct matrix *matrix)
{
    size_t kept = 0;

    for (uint32_t r = 0; r < matrix->rows; r++) {
        size_t from = matrix->start[r], to = matrix->start[r + 1];

        matrix->start[r] = kept;
        for (size_t i = from; i < to; i++) {
            if (i + 1 < to && matrix->column[i] == matrix->column[i + 1])
                continue;
            matrix->column[kept] = matrix->column[i];
            matrix->value[kept++] = matrix->value[i];
        }
    }
    matrix->start[matrix->rows] = kept;
}

/* By columns first, keeping the order of the triples; turned, that is by rows with
   ascending columns, and triples of one place are still in their order. */
void matrix_make(struct matrix *matrix, const struct triple *triples, size_t count,
                 uint32_t rows, uint32_t columns)
{
    struct matrix by_column;

    matrix_new(&by_column, columns, rows, count);
    for (size_t i = 0; i < count; i++)
        by_column.start[triples[i].column + 1]++;
    add_up(&by_column);
    for (size_t i = 0; i < count; i++)
        put(&by_column, triples[i].column, triples[i].row, triples[i].value);
    move_back(&by_column);
    matrix_turn(&by_column, matrix);
    matrix_free(&by_column);
    drop_earlier(matrix);
}

float matrix_least(const struct matrix *matrix)
{
    float least = matrix_count(matrix) == 0 ? 0 : matrix->value[0];

    for (size_t i = 1; i < matrix_count(matrix); i++)
        least = matrix->value[i] < least ? matrix->value[i] : least;
    return least;
}

struct triple *matrix_triples(const struct matrix *matrix)
{
    struct triple *triples = room_for(matrix_count(matrix), sizeof *triples);

    for (uint32_t r = 0; r < matrix->rows; r++)
        for (size_t i = matrix->start[r]; i < matrix->start[r + 1]; i++)
            triples[i] = (struct triple){r, matrix->column[i], matrix->value[i]};
    return triples;
}
