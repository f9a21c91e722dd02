/* search_typos.h - which words may be meant by a misspelling. */
#ifndef VH_SEARCH_TYPOS_H
#define VH_SEARCH_TYPOS_H

#include <stdbool.h>

struct index_writer;
struct sorter;
struct vocabulary;

/* Puts every word of three letters or more under the keys of its
 * misspellings. False after a complaint. */
bool typos_write(const struct vocabulary *words, struct sorter *sorter,
                 struct index_writer *writer);

#endif
