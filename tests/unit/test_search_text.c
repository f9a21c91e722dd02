/* test_search_text.c - words, places and misspellings as the search index has them. */
#include "catalog/search_postings.h"
#include "catalog/search_text.h"

#include "tool_unit.h"

#include "core/banned.h"

static struct search_text text;

/* The words with bars between. */
static const char *words(const char *source)
{
    static char out[2048];
    size_t length = 0;

    search_fold(source, &text);
    out[0] = '\0';
    for (size_t i = 0; i < text.count; i++)
        length += (size_t)snprintf(out + length, sizeof out - length, "%s%s",
                                   i == 0 ? "" : "|", text.words[i].text);
    return out;
}

static void folds(void)
{
    CU_ASSERT_TRUE(same_text(words("Björk: HOMOGENIC"), "bjork|homogenic"));
    CU_ASSERT_TRUE(
        same_text(words("Sigur Rós / Ágætis byrjun"), "sigur|ros|agaetis|byrjun"));
    CU_ASSERT_TRUE(same_text(words("Straße ŁÓDŹ Røde"), "strasse|lodz|rode"));
    CU_ASSERT_TRUE(same_text(words("Don't Don’t"), "dont|dont"));
    CU_ASSERT_TRUE(same_text(words("R.E.M. & A.B. Smith"), "rem|ab|smith"));
    CU_ASSERT_TRUE(same_text(words("Ke$ha P!nk Stop!"), "kesha|pink|stop"));
    CU_ASSERT_TRUE(same_text(words("AC/DC U2 1999"), "ac|dc|u2|1999"));
    CU_ASSERT_TRUE(same_text(words("風街ろまん"), "風|街|ろ|ま|ん"));
    CU_ASSERT_TRUE(same_text(words("Группа Крови"), "группа|крови"));
    CU_ASSERT_TRUE(same_text(words(NULL), ""));
    CU_ASSERT_TRUE(same_text(words(" -!- "), ""));
    CU_ASSERT_TRUE(same_text(words("a\xff"
                                   "b"),
                             "a|b"));
}

static void keeps_places(void)
{
    words("É (Tha Remix) ");
    CU_ASSERT_EQUAL(text.words[1].from, 3);
    CU_ASSERT_EQUAL(text.words[1].end, 6);
    CU_ASSERT_FALSE(text.open);
    words("abbey ro");
    CU_ASSERT_TRUE(text.open);
}

static void has_bounds(void)
{
    char many[400], longest[200];

    for (size_t i = 0; i < sizeof many - 1; i++)
        many[i] = i % 2 ? ' ' : 'x';
    many[sizeof many - 1] = '\0';
    words(many);
    CU_ASSERT_EQUAL(text.count, SEARCH_WORDS);
    memset(longest, 'y', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    words(longest);
    CU_ASSERT_EQUAL(text.words[0].length, SEARCH_WORD_BYTES);
    CU_ASSERT_EQUAL(text.words[0].end, sizeof longest - 1);
}

static bool same_key(const char *a, const char *b)
{
    char x[SEARCH_KEY_SIZE], y[SEARCH_KEY_SIZE];
    bool both;

    words(a);
    both = search_exact_key(&text, x);
    words(b);
    return search_exact_key(&text, y) && both && strcmp(x, y) == 0;
}

static void keys(void)
{
    char key[SEARCH_KEY_SIZE];

    CU_ASSERT_TRUE(same_key("AC/DC", "acdc"));
    CU_ASSERT_TRUE(same_key("The Beatles", "beatles"));
    CU_ASSERT_TRUE(same_key("The The", "the the"));
    CU_ASSERT_FALSE(same_key("Abbey Road", "Road Abbey"));
    words("one two three four");
    CU_ASSERT_FALSE(search_exact_key(&text, key));
    words("!");
    CU_ASSERT_FALSE(search_exact_key(&text, key));
}

static void blocks(void)
{
    static const uint64_t places[] = {
        0, 1, 127, 128, 300, SEARCH_PLACE(3, 5), SEARCH_PLACE(15, UINT32_MAX)};
    enum { COUNT = sizeof places / sizeof *places };
    unsigned char block[COUNT * SEARCH_PLACE_BYTES], *to = block;
    uint64_t out[COUNT], before = 0;

    for (size_t i = 0; i < COUNT; i++) {
        to = search_put(to, places[i] - before);
        before = places[i];
    }
    CU_ASSERT_EQUAL(search_take(block, (size_t)(to - block), out, COUNT), COUNT);
    CU_ASSERT_EQUAL(memcmp(out, places, sizeof places), 0);
    CU_ASSERT_EQUAL(search_take(block, (size_t)(to - block), out, 2), 2);
    CU_ASSERT_EQUAL(search_take(block, (size_t)(to - block) - 1, out, COUNT), COUNT - 1);
}

static void tiers(void)
{
    CU_ASSERT_EQUAL(search_tier(0), SEARCH_TIERS - 1);
    CU_ASSERT(search_tier(1) > search_tier(2));
    CU_ASSERT_EQUAL(search_tier(UINT64_MAX), 0);
}

static bool meet(const char *asked, const char *known)
{
    uint32_t a[SEARCH_TYPOS], b[SEARCH_TYPOS];
    size_t m = search_typos(asked, 2, a), n = search_typos(known, 1, b);

    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++)
            if (a[i] == b[j])
                return true;
    return false;
}

static void misspellings(void)
{
    static const char *const pairs[][2] = {
        {"radiohed",    "radiohead"  },
        {"raidohead",   "radiohead"  },
        {"metalica",    "metallica"  },
        {"beetles",     "beatles"    },
        {"rod",         "road"       },
        {"hendricks",   "hendrix"    },
        {"springstien", "springsteen"},
    };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        CU_ASSERT_TRUE(meet(pairs[i][0], pairs[i][1]));
    CU_ASSERT_FALSE(meet("radiohead", "metallica"));
}

int main(void)
{
    static const struct unit units[] = {
        {"words have no case, accents or marks",           folds       },
        {"words know where they stand in the source",      keeps_places},
        {"words are bounded in number and length",         has_bounds  },
        {"a short title has a key without blanks and the", keys        },
        {"places come back from their block",              blocks      },
        {"what is known better has a lower tier",          tiers       },
        {"a misspelling meets what is meant",              misspellings},
    };

    return run_units("search_text", units, sizeof units / sizeof *units);
}
