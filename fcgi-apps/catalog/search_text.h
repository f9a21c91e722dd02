/* search_text.h - text as search sees it: words without case and accents. What is indexed
 * and what is asked for go through here alike.
 *
 * Folding is Unicode's compatibility decomposition and case folding without marks
 * (utf8proc), and a few letters that have no decomposition (ø, ł, æ). A word is a run of
 * letters and digits; apostrophes vanish (Don't is dont), so do the dots of an
 * abbreviation (R.E.M. is rem), and within a word $ is s and ! is i. A Chinese or
 * Japanese character is a word of its own: there are no blanks to go by. */
#ifndef VH_CATALOG_SEARCH_TEXT_H
#define VH_CATALOG_SEARCH_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SEARCH_WORD_BYTES = 40, /* longer words are cut */
    SEARCH_WORDS = 48,      /* of a text; what follows is not indexed */
    SEARCH_EXACT_WORDS = 3, /* titles up to so long are also indexed as a whole */
    SEARCH_KEY_SIZE = 8
};

struct search_word {
    const char *text;   /* ended by NUL, in the search_text's `folded` */
    unsigned length;    /* bytes */
    unsigned from, end; /* the characters of the source it was made from */
};

struct search_text {
    size_t count;
    bool open; /* the text ends within the last word, which may be a beginning */
    struct search_word words[SEARCH_WORDS];
    char folded[SEARCH_WORDS * (SEARCH_WORD_BYTES + 1)];
};

/* Replaces *out by the words of `source` (UTF-8, NULL for none). */
void search_fold(const char *source, struct search_text *out);

/* The key under which a text of few words is indexed as a whole, without blanks and a
   leading "the": AC/DC and acdc have the same. Several texts may share one. False if it
   has no words or too many. */
bool search_exact_key(const struct search_text *text, char key[SEARCH_KEY_SIZE]);

/* FNV-1a (Fowler, Noll, Vo). */
uint64_t search_hash(const char *bytes, size_t length);

/* How many bytes hold the first `characters` (1 or more) of a word; 0 if it has fewer. */
size_t search_bytes(const char *word, size_t characters);

#endif
