/* search_vocabulary.c - words numbered in the order they are met: open addressing. */
#include "search_vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/search_text.h"

#include "core/banned.h"

#define SLOTS_FIRST 65536u

static size_t find_slot(const struct vocabulary *vocabulary, const char *word,
                        size_t length)
{
    size_t at = search_hash(word, length) & (vocabulary->slots_room - 1);

    for (;; at = (at + 1) & (vocabulary->slots_room - 1)) {
        const char *there;

        if (vocabulary->slots[at] == 0)
            return at;
        there = vocabulary_word(vocabulary, vocabulary->slots[at] - 1);
        if (strncmp(there, word, length) == 0 && there[length] == '\0')
            return at;
    }
}

/* Twice as many slots, all words put anew. */
static bool grow_slots(struct vocabulary *vocabulary)
{
    size_t room = vocabulary->slots_room == 0 ? SLOTS_FIRST : vocabulary->slots_room * 2;
    uint32_t *slots = calloc(room, sizeof *slots);

    if (slots == NULL)
        return false;
    free(vocabulary->slots);
    vocabulary->slots = slots;
    vocabulary->slots_room = room;
    for (uint32_t i = 0; i < vocabulary->count; i++) {
        const char *word = vocabulary_word(vocabulary, i);

        slots[find_slot(vocabulary, word, strlen(word))] = i + 1;
    }
    return true;
}

static bool grow(struct vocabulary *vocabulary)
{
    size_t room = vocabulary->room == 0 ? SLOTS_FIRST : vocabulary->room * 2;
    uint32_t *places = realloc(vocabulary->places, room * sizeof *places);
    uint32_t *documents;

    if (places == NULL)
        return false;
    vocabulary->places = places;
    documents = realloc(vocabulary->documents, room * sizeof *documents);
    if (documents == NULL)
        return false;
    vocabulary->documents = documents;
    vocabulary->room = room;
    return true;
}

uint32_t vocabulary_number(struct vocabulary *vocabulary, const char *word, size_t length)
{
    size_t slot;

    if (vocabulary->count * 4 >= vocabulary->slots_room * 3 && !grow_slots(vocabulary))
        return VOCABULARY_FULL;
    slot = find_slot(vocabulary, word, length);
    if (vocabulary->slots[slot] != 0)
        return vocabulary->slots[slot] - 1;
    if ((vocabulary->count == vocabulary->room && !grow(vocabulary)) ||
        vocabulary->count == VOCABULARY_MOST ||
        vocabulary->bytes.length + length >= UINT32_MAX)
        return VOCABULARY_FULL;
    vocabulary->places[vocabulary->count] = (uint32_t)vocabulary->bytes.length;
    vocabulary->documents[vocabulary->count] = 0;
    buffer_add(&vocabulary->bytes, word, length);
    buffer_add_char(&vocabulary->bytes, '\0');
    if (vocabulary->bytes.failed)
        return VOCABULARY_FULL;
    vocabulary->slots[slot] = (uint32_t)++vocabulary->count;
    return (uint32_t)vocabulary->count - 1;
}

const char *vocabulary_word(const struct vocabulary *vocabulary, uint32_t number)
{
    return vocabulary->bytes.data + vocabulary->places[number];
}

void vocabulary_clear(struct vocabulary *vocabulary)
{
    vocabulary->bytes.length = 0;
    vocabulary->count = 0;
    if (vocabulary->slots != NULL)
        memset(vocabulary->slots, 0, vocabulary->slots_room * sizeof *vocabulary->slots);
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    buffer_free(&vocabulary->bytes);
    free(vocabulary->places);
    free(vocabulary->slots);
    free(vocabulary->documents);
    *vocabulary = (struct vocabulary){0};
}
