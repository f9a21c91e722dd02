/* matrix.h - who rated what, as a matrix by rows of which only what is there is kept. */
#ifndef VH_MATRIX_H
#define VH_MATRIX_H

#include <stddef.h>
#include <stdint.h>

struct triple {
    uint32_t row, column;
    float value;
};

struct matrix {
    uint32_t rows, columns;
    size_t *start; /* rows + 1: where a row's entries begin; start[rows] is how many there
                      are */
    uint32_t *column; /* ascending within a row */
    float *value;
};

/* Of triples in any order; of two for the same place the last counts. */
void matrix_make(struct matrix *matrix, const struct triple *triples, size_t count,
                 uint32_t rows, uint32_t columns);
void matrix_turn(const struct matrix *matrix, struct matrix *turned); /* transpose */
void matrix_free(struct matrix *matrix);

/* The least value there is; 0 if there is none. */
float matrix_least(const struct matrix *matrix);

/* All entries, row by row; the caller's to free. */
struct triple *matrix_triples(const struct matrix *matrix);

static inline size_t matrix_count(const struct matrix *matrix)
{
    return matrix->start[matrix->rows];
}

static inline size_t matrix_row(const struct matrix *matrix, uint32_t row)
{
    return matrix->start[row + 1] - matrix->start[row];
}

#endif
