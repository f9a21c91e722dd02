/* search_correct.h - what a misspelt word may mean. */
#ifndef VH_CATALOG_SEARCH_CORRECT_H
#define VH_CATALOG_SEARCH_CORRECT_H

#include "core/db.h"

enum { SEARCH_ALTERNATIVES = 4 };

struct search_alternative {
    const char *word;
    unsigned distance; /* letters added, left out, changed, or two swapped */
    double cost;       /* of taking it: by distance, and how often it is used */
};

extern const struct shape search_typo_shape;

struct search_typo {
    const char *words;
};

/* The nearest words that the catalogue knows, cheapest first; none for a word that is too
 * short to be corrected. 0 or DB_FAILED. */
int search_alternatives(struct db *db, struct arena *arena, const char *word,
                        struct search_alternative out[SEARCH_ALTERNATIVES],
                        size_t *count);

/* The distance of two words, by characters (optimal string alignment); `most` + 1 if it
 * is greater. */
unsigned search_distance(const char *a, const char *b, unsigned most);

#endif
