/* test_suggest.c - the distance between words. */
#include "base/suggest.h"

#include "tool_unit.h"

#include "core/banned.h"

static void distances(void)
{
    CU_ASSERT_EQUAL(edit_distance("migrate", "migrate"), 0);
    CU_ASSERT_EQUAL(edit_distance("migrat", "migrate"), 1);
    CU_ASSERT_EQUAL(edit_distance("mirgate", "migrate"), 1);
    CU_ASSERT_EQUAL(edit_distance("imprt", "import"), 1);
    CU_ASSERT_EQUAL(edit_distance("", "keys"), 4);
    CU_ASSERT_EQUAL(edit_distance("user", ""), 4);
    CU_ASSERT_EQUAL(edit_distance("abc", "xyz"), 3);
}

static void long_words(void)
{
    char a[300], b[300];

    memset(a, 'a', sizeof a - 1);
    memset(b, 'b', sizeof b - 1);
    a[sizeof a - 1] = b[sizeof b - 1] = '\0';
    CU_ASSERT_EQUAL(edit_distance(a, b), 63);
}

int main(void)
{
    static const struct unit units[] = {
        {"letters put in, left out, changed and swapped are counted", distances },
        {"long words are compared by their beginnings",               long_words},
    };

    return run_units("suggest", units, sizeof units / sizeof *units);
}
