/* test_markup.c - text inside HTML and XML. */
#include <string.h>

#include "core/arena.h"
#include "core/markup.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

static void as_text(void)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {NULL,                           ""                            },
        {"",                             ""                            },
        {"OK Computer",                  "OK Computer"                 },
        {"R&B <b>\"'",                   "R&amp;B &lt;b&gt;&quot;&#39;"},
        {"]]>",                          "]]&gt;"                      },
        {"a\tb\nc",                      "a\tb\nc"                     },
        {"a\001b\rc\037",                "abc"                         },
        {"\xe6\x97\xa5\xf0\x9f\x8e\xb5", "\xe6\x97\xa5\xf0\x9f\x8e\xb5"},
        {"a\xef\xbf\xbe"
         "b\xef\xbf\xbf",       "ab"                          },
        {"\xef\xbf\xbd",                 "\xef\xbf\xbd"                }, /* U+FFFD may stand */
    };
    struct arena *arena = arena_new();

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        EXPECT_TEXT(markup_escape(arena, cases[i].text), cases[i].wanted);
    arena_free(&arena);
}

static const struct test tests[] = {
    {"markup: what means something is an entity, what XML cannot hold is gone", as_text},
};
const struct suite markup_suite = SUITE("markup", tests);
