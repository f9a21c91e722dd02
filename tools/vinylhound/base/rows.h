/* rows.h - rows on their way into a staging table: the text that LOAD DATA reads, kept in
 * memory. */
#ifndef VH_ROWS_H
#define VH_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"

struct column {
    const char *name;
    const char *type;    /* as CREATE TABLE has it */
    unsigned width;      /* characters that fit into a text; 0: as many as there are */
    const char *nothing; /* what a missing text becomes; NULL: SQL's NULL */
};

/* A table that a batch is loaded into: mostly a temporary one. */
struct staging {
    const char *name;
    const struct column *columns; /* ended by a NULL name; the order fields are put in */
    const char *more; /* further columns and keys, as CREATE TABLE has them; "" for none;
                         NULL: not to be made, the table is a lasting one */
    const char *charset; /* of what is loaded; NULL: utf8mb4 */
};

enum { COLUMNS_MOST = 24 };

/* Of all temporary tables: the collation that columns they are joined with have. */
#define STAGING_OPTIONS                                                                  \
    "ENGINE = Aria TRANSACTIONAL = 0 CHARACTER SET utf8mb4 COLLATE "                     \
    "utf8mb4_uca1400_ai_ci"

struct rows {
    const struct staging *staging;
    struct buffer text;
    size_t count;
    unsigned column;             /* the next field's */
    uint64_t cuts[COLUMNS_MOST]; /* how many texts were cut, for each column */
};

/* Each puts the next field; a row has exactly its table's columns (asserted by rows_end).
   NULL and rows_none are SQL's NULL, or what the column has for nothing. A text longer
   than its column is cut behind a whole character. */
void rows_text(struct rows *rows, const char *text);
void rows_bytes(struct rows *rows, const void *bytes, size_t length); /* never cut */
void rows_number(struct rows *rows, uint64_t number);
void rows_none(struct rows *rows);
void rows_id(struct rows *rows, uint32_t id); /* 0 is NULL */
void rows_end(struct rows *rows);

/* Forgets the rows, keeps memory and counts of cuts. */
void rows_clear(struct rows *rows);

/* The statements that make and fill the table, appended with no semicolon. */
void staging_create(const struct staging *staging, struct buffer *out);
void staging_load(const struct staging *staging, struct buffer *out);

/* How many bytes of `text` hold its first `width` characters. */
size_t utf8_prefix(const char *text, size_t length, unsigned width);

#endif
