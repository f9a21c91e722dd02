/* search_gather.h - the documents that may answer, before any is looked at. */
#ifndef VH_CATALOG_SEARCH_GATHER_H
#define VH_CATALOG_SEARCH_GATHER_H

#include "catalog/search_store.h"

enum {
    SEARCH_ASKED_WORDS = 12, /* of what is asked for; the others do not count */
    SEARCH_CANDIDATES = 400, /* of a kind that are looked at */
};

/* The lists of the words asked for, and what hangs together with them; kept while
   variants of the same words are tried. */
struct search_gathering {
    struct db *db;
    struct arena *arena;
    struct gathered_word {
        const char *word;
        bool beginning;
        struct search_lists lists;
    } words[64];
    size_t count;
    /* of each kind, how many documents have been looked at that may lack a word */
    size_t unsure[SEARCH_KINDS + 1];
    enum { NOT_ASKED, NONE_CHANGED, SOME_CHANGED } changed; /* since the index was made */
};

/* Candidates: ids of a kind. */
struct search_candidates {
    uint64_t *ids;
    size_t count, room;
};

/* The lists of a word, or of what begins so. NULL if the database failed. */
struct search_lists *search_gather_word(struct search_gathering *gathering,
                                        const char *word, bool beginning);

/* How many documents of any kind have the word. -1 if the database failed. */
int64_t search_gather_count(struct search_gathering *gathering, const char *word);

/* Adds the best known documents of a kind that have all the words, as far as can be seen
   from lists: what is added may lack one. `skip` is a word that may lack (the words'
   count: none). 0 or DB_FAILED. */
int search_gather(struct search_gathering *gathering, const struct search_asked *asked,
                  enum search_kind kind, size_t skip, struct search_candidates *out);

/* Adds those that have changed since the index was made, of all kinds. */
int search_gather_recent(struct search_gathering *gathering,
                         const struct search_asked *asked,
                         struct search_candidates out[SEARCH_KINDS + 1]);

/* Adds an id if there is room. */
void search_candidate(struct search_candidates *out, uint64_t id);

/* Each once. */
void search_candidates_tidy(struct search_candidates *out);

#endif
