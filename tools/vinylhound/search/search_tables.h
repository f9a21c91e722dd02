/* search_tables.h - the rows of a new search index on their way to the database. */
#ifndef VH_SEARCH_TABLES_H
#define VH_SEARCH_TABLES_H

#include "import/import_load.h"
#include "search_vocabulary.h"

enum index_table { I_POSTINGS, I_WORDS, I_TYPOS, INDEX_TABLES };

struct index_writer {
    struct loader *loader;
    struct rows rows[INDEX_TABLES];
    struct buffer list; /* a list being cut into blocks */
};

/* Each false after a complaint. */
bool index_begin(struct index_writer *writer,
                 struct loader *loader); /* empty new tables */
bool index_list(struct index_writer *writer, const char *word, unsigned kind,
                const uint64_t *places, size_t count);
bool index_word(struct index_writer *writer, const char *word, uint32_t documents);
bool index_typo(struct index_writer *writer, uint32_t typo, const char *words,
                size_t length);
bool index_flush(struct index_writer *writer);
bool index_swap(struct index_writer *writer); /* the new tables for the old ones */
void index_end(struct index_writer *writer);

#endif
