/* search_beginnings.c - for each beginning of a word the documents known best. */
#include "search_beginnings.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/search_postings.h"
#include "catalog/search_text.h"

#include "core/banned.h"

#define MOST SEARCH_BEGINNING_PLACES

static int compare(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* Sorted, each once, no more than are wanted. */
static void tidy(struct beginning *beginning)
{
    size_t kept = 0;

    if (beginning->count == 0)
        return;
    qsort(beginning->places, beginning->count, sizeof *beginning->places, compare);
    for (size_t i = 0; i < beginning->count && kept < MOST; i++)
        if (kept == 0 || beginning->places[i] != beginning->places[kept - 1])
            beginning->places[kept++] = beginning->places[i];
    beginning->count = kept;
    beginning->full = kept == MOST;
    beginning->last = beginning->places[kept - 1];
}

static bool put(struct beginning *beginning, uint64_t place)
{
    if (beginning->count == 2 * MOST)
        tidy(beginning);
    if (beginning->count == beginning->room) {
        size_t room = beginning->room == 0 ? 4 : beginning->room * 2;
        uint64_t *places = realloc(beginning->places, room * sizeof *places);

        if (places == NULL)
            return false;
        beginning->places = places;
        beginning->room = room;
    }
    beginning->places[beginning->count++] = place;
    return true;
}

static struct beginning *find(struct beginnings *beginnings, const char *word,
                              size_t length)
{
    uint32_t number = vocabulary_number(&beginnings->words, word, length);

    if (number == VOCABULARY_FULL)
        return NULL;
    if (number >= beginnings->room) {
        size_t room = beginnings->room == 0 ? 4096 : beginnings->room * 2;
        struct beginning *items = realloc(beginnings->items, room * sizeof *items);

        if (items == NULL)
            return NULL;
        memset(items + beginnings->room, 0, (room - beginnings->room) * sizeof *items);
        beginnings->items = items;
        beginnings->room = room;
    }
    return &beginnings->items[number];
}

bool beginnings_add(struct beginnings *beginnings, const char *word,
                    const uint64_t *places, size_t count)
{
    for (size_t n = 1; n <= SEARCH_BEGINNING; n++) {
        size_t length = search_bytes(word, n);
        struct beginning *beginning;

        if (length == 0)
            return true;
        beginning = find(beginnings, word, length);
        if (beginning == NULL)
            return false;
        for (size_t i = 0; i < count && i < MOST; i++) {
            if (beginning->full && places[i] >= beginning->last)
                break;
            if (!put(beginning, places[i]))
                return false;
        }
    }
    return true;
}

size_t beginnings_take(struct beginnings *beginnings, uint32_t number,
                       const uint64_t **places)
{
    struct beginning *beginning = &beginnings->items[number];

    tidy(beginning);
    *places = beginning->places;
    return beginning->count;
}

void beginnings_clear(struct beginnings *beginnings)
{
    for (size_t i = 0; i < beginnings->room; i++)
        free(beginnings->items[i].places);
    memset(beginnings->items, 0, beginnings->room * sizeof *beginnings->items);
    vocabulary_clear(&beginnings->words);
}

void beginnings_free(struct beginnings *beginnings)
{
    if (beginnings->items != NULL)
        beginnings_clear(beginnings);
    free(beginnings->items);
    vocabulary_free(&beginnings->words);
}
