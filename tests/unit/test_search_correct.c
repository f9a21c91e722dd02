/* test_search_correct.c - how far words are from each other, and how well a title
 * answers. */
#include "catalog/search_correct.h"
#include "catalog/search_rank.h"

#include "tool_unit.h"

#include "core/banned.h"

static void distances(void)
{
    CU_ASSERT_EQUAL(search_distance("radiohed", "radiohead", 3), 1);
    CU_ASSERT_EQUAL(search_distance("raidohead", "radiohead", 3), 1);
    CU_ASSERT_EQUAL(search_distance("hendricks", "hendrix", 3), 3);
    CU_ASSERT_EQUAL(search_distance("абв", "абг", 3), 1);
    CU_ASSERT_EQUAL(search_distance("same", "same", 3), 0);
    CU_ASSERT_EQUAL(search_distance("abcdefgh", "stuvwxyz", 3), 4);
    CU_ASSERT_EQUAL(search_distance("a", "abcdef", 3), 4);
}

static double score(const char *words, const char *title, const char *artist, bool any)
{
    static struct search_text text;
    struct search_asked asked = {.words = &text, .any = any, .factor = 1};
    struct search_document document = {
        .title = title, .artist = artist, .kind = SEARCH_ALBUM, .known = 1};

    search_fold(words, &text);
    asked.open = text.open;
    search_score(&asked, &document);
    return document.score;
}

static void scores(void)
{
    double exact = score("abbey road", "Abbey Road", "The Beatles", false);

    CU_ASSERT(exact > score("abbey road", "Abbey Road Live", "Somebody", false));
    CU_ASSERT(exact > score("pinkfloyd", "Pink Floyd", NULL, false));
    CU_ASSERT(score("beatles abbey road", "Abbey Road", "The Beatles", false) >
              score("beatles abbey road", "Abbey Road Medley", "The Beatles", false));
    CU_ASSERT(score("love", "Love", NULL, false) >
              score("love", "Love Song", NULL, false));
    CU_ASSERT(score("love", "A Love", NULL, false) >
              score("love", "Other", "Love", false));
    CU_ASSERT(score("abb", "Abbey Road", NULL, false) > 0);
    CU_ASSERT_EQUAL(score("abb ", "Abbey Road", NULL, false), 0);
    CU_ASSERT_EQUAL(score("abbey road xyz", "Abbey Road", NULL, false), 0);
    CU_ASSERT(score("abbey road xyz ", "Abbey Road", NULL, true) > 0);
    CU_ASSERT_EQUAL(score("the the", "The Low End Theory ", NULL, true) > 0.9, 0);
}

int main(void)
{
    static const struct unit units[] = {
        {"words are as far apart as letters differ",                     distances},
        {"what fits better scores higher, what lacks a word not at all", scores   },
    };

    return run_units("search_correct", units, sizeof units / sizeof *units);
}
