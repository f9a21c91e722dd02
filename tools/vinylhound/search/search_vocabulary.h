/* search_vocabulary.h - words numbered in the order they are met. */
#ifndef VH_SEARCH_VOCABULARY_H
#define VH_SEARCH_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct vocabulary {
    struct buffer bytes;      /* the words, each ended by NUL */
    uint32_t *places, *slots; /* of each word in `bytes`; hash table of number + 1 */
    uint32_t *documents;      /* of each word, counted by whoever uses it */
    size_t count, room, slots_room;
};

enum { VOCABULARY_MOST = 1 << 28 };
#define VOCABULARY_FULL UINT32_MAX

/* The word's number, from 0; VOCABULARY_FULL if memory is out or there are too many. */
uint32_t vocabulary_number(struct vocabulary *vocabulary, const char *word,
                           size_t length);

/* Until the next vocabulary_number. */
const char *vocabulary_word(const struct vocabulary *vocabulary, uint32_t number);

void vocabulary_clear(struct vocabulary *vocabulary); /* keeps memory */
void vocabulary_free(struct vocabulary *vocabulary);

#endif
