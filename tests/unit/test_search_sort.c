/* test_search_sort.c - what the search index is built with: sorting beyond memory, words
 * by number, beginnings. */
#include "search/search_beginnings.h"
#include "search/search_sort.h"
#include "search/search_vocabulary.h"
#include "catalog/search_postings.h"

#include "tool_unit.h"

#include "core/banned.h"

#define MANY 9000000u /* more than two runs */

static void sorts(void)
{
    struct sorter *sorter = sorter_new();
    uint64_t number, last = 0, count = 0;
    bool ascending = true;
    int got;

    CU_ASSERT_PTR_NOT_NULL_FATAL(sorter);
    for (uint64_t i = 0; i < MANY; i++)
        if (!sorter_put(sorter, i * UINT64_C(0x9e3779b97f4a7c15) >> 8 | (i & 1)))
            break;
    CU_ASSERT_TRUE(sorter_put(sorter, 5) && sorter_put(sorter, 5));
    CU_ASSERT_TRUE(sorter_turn(sorter));
    while ((got = sorter_take(sorter, &number)) == 1) {
        ascending = ascending && (count == 0 || number > last);
        last = number;
        count++;
    }
    CU_ASSERT_EQUAL(got, 0);
    CU_ASSERT_TRUE(ascending);
    CU_ASSERT(count > MANY - MANY / 100 && count <= MANY + 1);
    sorter_clear(sorter);
    CU_ASSERT_TRUE(sorter_turn(sorter));
    CU_ASSERT_EQUAL(sorter_take(sorter, &number), 0);
    sorter_free(&sorter);
}

static void numbers(void)
{
    struct vocabulary vocabulary = {0};
    char word[16];

    for (uint32_t i = 0; i < 200000; i++) {
        size_t length = (size_t)snprintf(word, sizeof word, "w%u", i);

        if (vocabulary_number(&vocabulary, word, length) != i)
            CU_FAIL_FATAL("a word's number");
    }
    CU_ASSERT_EQUAL(vocabulary_number(&vocabulary, "w77xyz", 3), 77);
    CU_ASSERT_TRUE(same_text(vocabulary_word(&vocabulary, 199999), "w199999"));
    vocabulary_clear(&vocabulary);
    CU_ASSERT_EQUAL(vocabulary_number(&vocabulary, "w5", 2), 0);
    vocabulary_free(&vocabulary);
}

static void beginnings(void)
{
    struct beginnings all = {0};
    uint64_t some[3] = {4, 7, 9}, *many = malloc(5000 * sizeof *many);
    const uint64_t *places;
    uint32_t number;

    CU_ASSERT_PTR_NOT_NULL_FATAL(many);
    for (uint64_t i = 0; i < 5000; i++)
        many[i] = 2 * i;
    CU_ASSERT_TRUE(beginnings_add(&all, "radio", some, 3));
    CU_ASSERT_TRUE(beginnings_add(&all, "rad", some, 2));
    number = vocabulary_number(&all.words, "rad", 3);
    CU_ASSERT_EQUAL(beginnings_take(&all, number, &places), 3);
    CU_ASSERT_EQUAL(memcmp(places, some, sizeof some), 0);
    for (int i = 0; i < 4; i++)
        CU_ASSERT_TRUE(beginnings_add(&all, "zoo", many, 5000));
    number = vocabulary_number(&all.words, "z", 1);
    CU_ASSERT_EQUAL(beginnings_take(&all, number, &places), SEARCH_BEGINNING_PLACES);
    CU_ASSERT_EQUAL(places[SEARCH_BEGINNING_PLACES - 1],
                    2 * (SEARCH_BEGINNING_PLACES - 1));
    beginnings_free(&all);
    free(many);
}

int main(void)
{
    static const struct unit units[] = {
        {"numbers come back in order, each once, from several runs", sorts     },
        {"each word has one number",                                 numbers   },
        {"a beginning has the best known, each once",                beginnings},
    };

    return run_units("search_sort", units, sizeof units / sizeof *units);
}
