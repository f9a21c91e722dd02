/* search_tables.c - the rows of a new search index on their way to the database. */
#include "search_tables.h"

#include <string.h>

#include "catalog/search_postings.h"
#include "command.h"
#include "base/sql.h"

#include "core/banned.h"

#define FLUSH_BYTES (4u << 20)
#define PLAIN NULL, 0, NULL

/* Version 14 misaligns rows of macros. */
/* clang-format off */
static const struct column posting_columns[] = {
    {"word", PLAIN}, {"kind", PLAIN}, {"block", PLAIN}, {"documents", PLAIN},
    {"postings", PLAIN}, {0},
};
static const struct column word_columns[] = {
    {"word", PLAIN}, {"documents", PLAIN}, {0},
};
static const struct column typo_columns[] = {
    {"typo", PLAIN}, {"words", PLAIN}, {0},
};
static const struct staging tables[INDEX_TABLES] = {
    [I_POSTINGS] = {"search_postings_new", posting_columns, "", "binary"},
    [I_WORDS] = {"search_words_new", word_columns, "", "binary"},
    [I_TYPOS] = {"search_typos_new", typo_columns, "", "binary"},
};
/* clang-format on */

bool index_begin(struct index_writer *writer, struct loader *loader)
{
    static const char *const statements[] = {
        "DROP TABLE IF EXISTS search_postings_new, search_words_new, search_typos_new, "
        "search_postings_old, search_words_old, search_typos_old",
        "CREATE TABLE search_postings_new LIKE search_postings",
        "CREATE TABLE search_words_new LIKE search_words",
        "CREATE TABLE search_typos_new LIKE search_typos",
    };

    *writer = (struct index_writer){.loader = loader};
    for (int i = 0; i < INDEX_TABLES; i++)
        writer->rows[i].staging = &tables[i];
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++)
        if (!sql_run(loader->mysql, "making the new index's tables", statements[i]))
            return false;
    return true;
}

static bool flush(struct index_writer *writer, enum index_table table)
{
    struct rows *rows = &writer->rows[table];
    bool fine = rows->count == 0 || loader_fill(writer->loader, rows);

    rows_clear(rows);
    return fine;
}

static bool end_row(struct index_writer *writer, enum index_table table)
{
    struct rows *rows = &writer->rows[table];

    rows_end(rows);
    if (rows->text.failed || writer->list.failed) {
        complain("out of memory");
        return false;
    }
    return rows->text.length < FLUSH_BYTES || flush(writer, table);
}

static bool put_block(struct index_writer *writer, const char *word, unsigned kind,
                      unsigned block, size_t documents)
{
    struct rows *rows = &writer->rows[I_POSTINGS];

    rows_bytes(rows, word, strlen(word));
    rows_number(rows, kind);
    rows_number(rows, block);
    rows_number(rows, documents);
    rows_bytes(rows, writer->list.data, writer->list.length);
    writer->list.length = 0;
    return end_row(writer, I_POSTINGS);
}

bool index_list(struct index_writer *writer, const char *word, unsigned kind,
                const uint64_t *places, size_t count)
{
    uint64_t before = 0;
    unsigned block = 0;

    for (size_t i = 0; i < count; i++) {
        unsigned char bytes[SEARCH_PLACE_BYTES];

        if (writer->list.length + SEARCH_PLACE_BYTES > SEARCH_BLOCK_BYTES) {
            if (!put_block(writer, word, kind, block++, count))
                return false;
            before = 0;
        }
        buffer_add(&writer->list, bytes,
                   (size_t)(search_put(bytes, places[i] - before) - bytes));
        before = places[i];
    }
    return count == 0 || put_block(writer, word, kind, block, count);
}

bool index_word(struct index_writer *writer, const char *word, uint32_t documents)
{
    struct rows *rows = &writer->rows[I_WORDS];

    rows_bytes(rows, word, strlen(word));
    rows_number(rows, documents);
    return end_row(writer, I_WORDS);
}

bool index_typo(struct index_writer *writer, uint32_t typo, const char *words,
                size_t length)
{
    struct rows *rows = &writer->rows[I_TYPOS];

    rows_number(rows, typo);
    rows_bytes(rows, words, length);
    return end_row(writer, I_TYPOS);
}

bool index_flush(struct index_writer *writer)
{
    for (int i = 0; i < INDEX_TABLES; i++)
        if (!flush(writer, (enum index_table)i))
            return false;
    return true;
}

bool index_swap(struct index_writer *writer)
{
    return sql_run(
               writer->loader->mysql, "putting the new index in place",
               "RENAME TABLE search_postings TO search_postings_old, "
               "search_postings_new TO search_postings, "
               "search_words TO search_words_old, search_words_new TO search_words, "
               "search_typos TO search_typos_old, search_typos_new TO search_typos") &&
           sql_run(writer->loader->mysql, "dropping the old index",
                   "DROP TABLE search_postings_old, search_words_old, search_typos_old");
}

void index_end(struct index_writer *writer)
{
    for (int i = 0; i < INDEX_TABLES; i++)
        buffer_free(&writer->rows[i].text);
    buffer_free(&writer->list);
}
