/* search_postings.h - lists of documents as the index keeps them.
 *
 * A document is an album, artist, song or label; its place is `tier << 32 | id`, so that
 * a list in ascending order has what is known best in front, and a search may stop early.
 * A list is cut into blocks, each a row of search_postings, in which a place is written
 * as the difference to the one before it (the first one's to 0), seven bits a byte, the
 * lowest first, the eighth bit telling that more follow. */
#ifndef VH_CATALOG_SEARCH_POSTINGS_H
#define VH_CATALOG_SEARCH_POSTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum search_kind {
    SEARCH_ALBUM = 1,
    SEARCH_ARTIST,
    SEARCH_SONG,
    SEARCH_LABEL,
    SEARCH_KINDS = SEARCH_LABEL
};

enum {
    SEARCH_BLOCK_BYTES = 7000, /* two blocks fill a page of InnoDB */
    SEARCH_PLACE_BYTES = 10,   /* the longest difference */
    SEARCH_TIERS = 16,         /* 0 is known best */
    SEARCH_BEGINNING = 4, /* beginnings of words up to so many characters have lists */
    SEARCH_BEGINNING_PLACES = 1000 /* … of so many documents of each kind */
};

#define SEARCH_PLACE(tier, id) ((uint64_t)(tier) << 32 | (id))
#define SEARCH_ID(place) ((uint32_t)(place))

/* How well known, as a tier: of albums `count` is release_count + 4 * rating_count, of a
   song its album's, of artists and labels what they have made. */
unsigned search_tier(uint64_t count);

/* Writes one difference, at most SEARCH_PLACE_BYTES; the byte behind it. */
unsigned char *search_put(unsigned char *to, uint64_t difference);

/* Reads places until `out` is full or the block ends; how many. A damaged block ends
 * early. */
size_t search_take(const unsigned char *block, size_t length, uint64_t *out, size_t room);

/* The keys that tell a word's nearest neighbours: hashes of its first seven characters,
   and of these without any one (depth 1) or any two (depth 2) of them. Two words whose
   keys meet may be misspellings of each other. How many, at most SEARCH_TYPOS. */
enum { SEARCH_TYPOS = 29 };
size_t search_typos(const char *word, unsigned depth, uint32_t out[SEARCH_TYPOS]);

#endif
