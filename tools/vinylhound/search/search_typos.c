/* search_typos.c - which words may be meant by a misspelling: under each key the words
 * that have it, most used first. */
#include "search_typos.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/search_postings.h"
#include "catalog/search_text.h"
#include "command.h"
#include "search_sort.h"
#include "search_tables.h"

#include "core/banned.h"

#define LEAST_CHARACTERS 3
#define LIST_BYTES 900

struct used {
    uint32_t word, documents;
};

static int by_use(const void *a, const void *b)
{
    const struct used *x = a, *y = b;

    if (x->documents != y->documents)
        return x->documents < y->documents ? 1 : -1;
    return (x->word > y->word) - (x->word < y->word);
}

/* The words that are worth correcting to, most used first; how many. */
static size_t choose(const struct vocabulary *words, struct used *used)
{
    size_t count = 0;

    for (uint32_t i = 0; i < words->count; i++) {
        const char *word = vocabulary_word(words, i);

        if (*word != '=' && search_bytes(word, LEAST_CHARACTERS) != 0)
            used[count++] = (struct used){i, words->documents[i]};
    }
    qsort(used, count, sizeof *used, by_use);
    return count;
}

static bool put_keys(const struct vocabulary *words, const struct used *used,
                     size_t count, struct sorter *sorter)
{
    for (uint32_t rank = 0; rank < count; rank++) {
        uint32_t keys[SEARCH_TYPOS];
        size_t n = search_typos(vocabulary_word(words, used[rank].word), 1, keys);

        for (size_t i = 0; i < n; i++)
            if (!sorter_put(sorter, (uint64_t)keys[i] << 32 | rank))
                return false;
    }
    return sorter_turn(sorter);
}

static bool write_keys(const struct vocabulary *words, const struct used *used,
                       struct sorter *sorter, struct index_writer *writer)
{
    struct buffer list = {0};
    uint64_t number;
    uint32_t key = 0;
    bool fine = true;
    int got;

    while (fine && (got = sorter_take(sorter, &number)) == 1) {
        const struct used *one = &used[(uint32_t)number];
        const char *word = vocabulary_word(words, one->word);

        if (number >> 32 != key && list.length > 0) {
            fine = index_typo(writer, key, list.data, list.length);
            list.length = 0;
        }
        key = (uint32_t)(number >> 32);
        if (list.length + strlen(word) + 12 <= LIST_BYTES)
            buffer_addf(&list, "%s %u\n", word, one->documents);
    }
    if (fine && list.length > 0)
        fine = index_typo(writer, key, list.data, list.length);
    fine = fine && got == 0 && !list.failed;
    buffer_free(&list);
    return fine;
}

bool typos_write(const struct vocabulary *words, struct sorter *sorter,
                 struct index_writer *writer)
{
    struct used *used = calloc(words->count + 1, sizeof *used);
    size_t count = used == NULL ? 0 : choose(words, used);
    bool fine;

    if (used == NULL)
        complain("out of memory");
    fine = used != NULL && put_keys(words, used, count, sorter) &&
           write_keys(words, used, sorter, writer);
    sorter_clear(sorter);
    free(used);
    return fine;
}
