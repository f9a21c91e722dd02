/* search_beginnings.h - for each beginning of a word the documents known best that have a
 * word so beginning. */
#ifndef VH_SEARCH_BEGINNINGS_H
#define VH_SEARCH_BEGINNINGS_H

#include "search_vocabulary.h"

struct beginnings {
    struct vocabulary words;
    struct beginning {
        uint64_t *places, last; /* last: of those that count, once there are enough */
        size_t count, room;
        bool full;
    } * items;
    size_t room;
};

/* Takes a word's documents, ascending, for each of its beginnings. False if memory is
 * out. */
bool beginnings_add(struct beginnings *beginnings, const char *word,
                    const uint64_t *places, size_t count);

/* The documents of a beginning by its number, ascending, each once; how many. */
size_t beginnings_take(struct beginnings *beginnings, uint32_t number,
                       const uint64_t **places);

void beginnings_clear(struct beginnings *beginnings);
void beginnings_free(struct beginnings *beginnings);

#endif
