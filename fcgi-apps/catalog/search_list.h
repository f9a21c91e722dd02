/* search_list.h - words' lists read from the index, and the documents that lists have in
 * common. */
#ifndef VH_CATALOG_SEARCH_LIST_H
#define VH_CATALOG_SEARCH_LIST_H

#include <stdbool.h>

#include "catalog/search_postings.h"
#include "core/db.h"

/* A word's documents of one kind, best known first, as far as they have been read. */
struct search_list {
    const char *word;
    unsigned kind, blocks; /* blocks read */
    uint64_t documents;    /* in the whole list */
    uint64_t *places;
    size_t count;
    bool partial; /* of a beginning: there are more documents than the list has */
};

/* The lists of a word, by kind; those that do not exist have no documents. */
struct search_lists {
    struct search_list kinds[SEARCH_KINDS + 1];
};

extern const struct shape search_block_shape, search_word_shape;

struct search_block {
    int64_t kind, documents;
    struct blob postings;
};

struct search_known {
    const char *word;
};

/* Reads the first block of each of the word's lists. 0 or DB_FAILED. */
int search_lists_open(struct db *db, struct arena *arena, const char *word,
                      struct search_lists *out);

/* The lists of all words that begin so, merged: where there are many, of the documents
   known best and the words used most. 0 or DB_FAILED. */
int search_lists_begin(struct db *db, struct arena *arena, const char *beginning,
                       struct search_lists *out);

/* What to look for in several lists of one kind. */
struct search_meeting {
    struct search_list *lists[64];
    size_t count;
    size_t most;     /* documents wanted */
    unsigned blocks; /* … and blocks read of a list, at most */
};

/* Puts the documents that are in all lists into `out`, best known first, and counts them.
 * *left tells which list has documents left that could not be looked up in the others
 * within `blocks`, and where they begin (NULL, if none has): they may be common too.
 * 0 or DB_FAILED. */
int search_meet(struct db *db, struct arena *arena, struct search_meeting *meeting,
                uint64_t *out, size_t *count, const struct search_list **left,
                size_t *from);

#endif
