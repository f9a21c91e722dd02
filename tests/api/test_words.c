/* test_words.c - ?q=: words, and what is none. */
#include <string.h>

#include "api.h"
#include "harness/expect.h"
#include "harness/stack.h"
#include "lists.h"

#include "core/banned.h"

static const char *name_of(const json_t *item, const char *member)
{
    const char *name = json_string_value(json_object_get(item, member));

    return name == NULL ? "" : name;
}

static bool finds(const char *list, const char *words, const char *member,
                  const char *wanted)
{
    json_t *met = walk(list, text("q=%s", escaped(words)), 100);
    bool found = false;

    for (size_t i = 0; i < json_array_size(met); i++)
        found = found || strcmp(name_of(json_array_get(met, i), member), wanted) == 0;
    json_decref(met);
    return found;
}

static void words(void)
{
    static const struct {
        const char *list, *words, *member, *wanted;
    } cases[] = {
        {"albums",  "abbey road",    "title", "Abbey Road"   },
        {"albums",  "ABBEY",         "title", "Abbey Road"   },
        {"albums",  "abb",           "title", "Abbey Road"   },
        {"albums",  "road abbey",    "title", "Abbey Road"   },
        {"albums",  "beatles abbey", "title", "Abbey Road"   },
        {"albums",  "radioh",        "title", "OK Computer"  },
        {"albums",  "ok comp",       "title", "OK Computer"  },
        {"artists", "radiohead",     "name",  "Radiohead"    },
        {"artists", "radi",          "name",  "Radiohead"    },
        {"artists", "Bj\xc3\xb6rk",  "name",  "Bj\xc3\xb6rk" },
        {"artists", "bjork",         "name",  "Bj\xc3\xb6rk" },
        {"songs",   "come together", "title", "Come Together"},
        {"songs",   "her maj",       "title", "Her Majesty"  },
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        EXPECT(finds(cases[i].list, cases[i].words, cases[i].member, cases[i].wanted),
               "%s?q=%s does not find %s", cases[i].list, cases[i].words,
               cases[i].wanted);
    EXPECT(!finds("albums", "abbey computer", "title", "Abbey Road"), "one word of two");
    EXPECT(!finds("albums", "bbey", "title", "Abbey Road"), "the middle of a word");
}

/* What a query language would take for something else, and what holds no word. */
static void odd_words(void)
{
    static const char *const all[] = {"+",
                                      "-",
                                      "*",
                                      "\"",
                                      "\"abbey",
                                      "(abbey",
                                      "abbey)",
                                      "@4",
                                      "a*b",
                                      "++--",
                                      "~",
                                      "<>",
                                      "'; DROP TABLE albums; --",
                                      "%",
                                      "_",
                                      "\\",
                                      "\xe5\x9d\x82",
                                      "\xf0\x9f\x8e\xb5",
                                      "abbey +",
                                      "- road",
                                      "&&",
                                      "||"};
    char *longest = text("%0200d", 0);

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        EXPECT_STATUS(get(text("/api/v1/albums?q=%s", escaped(all[i]))), 200);
        EXPECT_STATUS(get(text("/api/v1/songs?q=%s", escaped(all[i]))), 200);
    }
    EXPECT_STATUS(get(text("/api/v1/albums?q=%s", longest)), 200);
    EXPECT_PROBLEM(get(text("/api/v1/albums?q=%s0", longest)), 400, "bad-parameter");
    EXPECT_PROBLEM(get("/api/v1/albums?q="), 400, "bad-parameter");
}

static const struct test tests[] = {
    {"lists: q finds words by their beginnings, without regard to case, accent and order",
     words                                                                                          },
    {"lists: q takes what a query language would trip over",                               odd_words},
};
const struct suite words_suite = SUITE("words", tests);
