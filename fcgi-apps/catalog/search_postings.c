/* search_postings.c - lists of documents as the index keeps them. */
#include "catalog/search_postings.h"

#include <string.h>

#include "catalog/search_text.h"

#include "core/banned.h"

#define TYPO_CHARACTERS 7

unsigned search_tier(uint64_t count)
{
    unsigned bits = 0;

    for (; count > 0; count >>= 1)
        bits++;
    return bits >= SEARCH_TIERS ? 0 : SEARCH_TIERS - 1 - bits;
}

unsigned char *search_put(unsigned char *to, uint64_t difference)
{
    for (; difference >= 0x80; difference >>= 7)
        *to++ = (unsigned char)(difference | 0x80);
    *to++ = (unsigned char)difference;
    return to;
}

size_t search_take(const unsigned char *block, size_t length, uint64_t *out, size_t room)
{
    uint64_t place = 0;
    size_t count = 0;

    for (size_t at = 0; at < length && count < room;) {
        uint64_t difference = 0;
        unsigned shift = 0;

        for (; at < length && (block[at] & 0x80) != 0 && shift < 56; shift += 7)
            difference |= (uint64_t)(block[at++] & 0x7f) << shift;
        if (at == length)
            break;
        difference |= (uint64_t)block[at++] << shift;
        place += difference;
        out[count++] = place;
    }
    return count;
}

/* The hash of the characters (ends in `ends`) but for two, or one if they are the same,
   or none if they are `count`. */
static uint32_t hash_without(const char *word, const size_t *ends, size_t count,
                             size_t first, size_t second)
{
    char left[TYPO_CHARACTERS * 4];
    size_t length = 0;

    for (size_t i = 0; i < count; i++) {
        size_t from = i == 0 ? 0 : ends[i - 1];

        if (i == first || i == second)
            continue;
        memcpy(left + length, word + from, ends[i] - from);
        length += ends[i] - from;
    }
    return (uint32_t)search_hash(left, length);
}

size_t search_typos(const char *word, unsigned depth, uint32_t out[SEARCH_TYPOS])
{
    size_t ends[TYPO_CHARACTERS], count = 0, keys = 0;

    while (count < TYPO_CHARACTERS && (ends[count] = search_bytes(word, count + 1)) != 0)
        count++;
    out[keys++] = hash_without(word, ends, count, count, count);
    for (size_t i = 0; i < count && depth > 0; i++)
        out[keys++] = hash_without(word, ends, count, i, i);
    for (size_t i = 0; i < count && depth > 1; i++)
        for (size_t j = i + 1; j < count; j++)
            out[keys++] = hash_without(word, ends, count, i, j);
    return keys;
}
