/* test_discogs_place.c - on which disc a track is, told from positions as real records
 * have them. */
#include "import/discogs_place.h"

#include "tool_unit.h"

#include "core/banned.h"

/* Numbers the positions, separated by blanks (`_` is one, `-` alone is none):
 * "disc/track" of each. */
static void check(unsigned discs, const char *positions, const char *wanted)
{
    static struct numbering numbering;
    char got[1024] = "", word[32];
    size_t length = 0;
    int used;

    numbering_init(&numbering, discs);
    while (sscanf(positions, " %31s%n", word, &used) == 1) {
        unsigned disc, track;

        positions += used;
        for (char *c = word; *c != '\0'; c++)
            *c = *c == '_' ? ' ' : *c;
        numbering_next(&numbering, strcmp(word, "-") == 0 ? NULL : word, &disc, &track);
        length += (size_t)snprintf(got + length, sizeof got - length, "%s%u/%u",
                                   length == 0 ? "" : " ", disc, track);
    }
    CU_ASSERT_TRUE(same_text(got, wanted));
}

static void plain(void)
{
    check(1, "1 2 3", "1/1 1/2 1/3");
    check(0, "1 2 - 3", "1/1 1/2 1/3 1/4");
    check(1, "1a 1b 2 Video", "1/1 1/2 1/3 1/4");
    check(1, "(0,1) (0,2)", "1/1 1/2");
}

static void sides(void)
{
    check(1, "A B", "1/1 1/2");
    check(1, "A1 A2 B1 B2", "1/1 1/2 1/3 1/4");
    check(1, "A AA", "1/1 1/2");
    check(1, "a1 b1", "1/1 1/2");
    check(2, "A1 A2 B1 C1 C2 D", "1/1 1/2 1/3 2/1 2/2 2/3");
    check(3, "A B C1 D E2.1 F2", "1/1 1/2 2/1 2/2 3/1 3/2");
    check(0, "A1 B1 C1", "1/1 1/2 2/1");
    check(1, "A B C D", "1/1 1/2 1/3 1/4");
    check(15, "Z1 AA1 AB1 AC1", "13/1 14/1 14/2 15/1");
}

static void numbers(void)
{
    check(2, "1-1 1-2 2-1 2-2", "1/1 1/2 2/1 2/2");
    check(2, "1-01 1-05.1 2-Video 2-7.2", "1/1 1/2 2/1 2/2");
    check(4, "3A-1 3B-1 4-1", "3/1 3/2 4/1");
    check(2, "1-A 1-B1 2-A1", "1/1 1/2 2/1");
    check(1, "0-1 99999999999-1", "1/1 1/2");
}

static void dots(void)
{
    check(2, "1.01 1.02 2.01", "1/1 1/2 2/1");
    check(1, "13.1 13.2 14", "1/1 1/2 1/3");
    check(2, "1.A 2.A1", "1/1 2/1");
    check(2, "1 12.1 12.2", "1/1 1/2 1/3");
}

static void media(void)
{
    check(3, "CD1-1 CD1-2 CD2-4 DVD-1 DVD-2", "1/1 1/2 2/1 3/1 3/2");
    check(4, "CD1.01 CD2.01 CD3.01 DVD.01", "1/1 2/1 3/1 4/1");
    check(2, "Cd1 Cd2 Dvd1 Dvd2", "1/1 1/2 2/1 2/2");
    check(2, "DVD-01 CD-01.A CD-01.B", "1/1 2/1 2/2");
    check(2, "LP-A1 LP-B1 LP-C1", "1/1 1/2 2/1");
    check(3, "A1 B1 CD-1", "1/1 1/2 2/1");
    check(20, "CD19-1 CD20-1", "19/1 20/1");
    check(2, "1 2 DVD-1", "1/1 1/2 2/1");
}

static void odd(void)
{
    check(1, "AC5 RS_93029_A Titles -- . -", "1/1 1/2 1/3 1/4 1/5 1/6");
    check(1, "Verylongmediumname-1 _A1 1- CD-", "1/1 1/2 1/3 2/1");
}

int main(void)
{
    static const struct unit units[] = {
        {"plain numbers are on one disc",                            plain  },
        {"two sides are a disc, no more discs than the formats say", sides  },
        {"N-M is disc N",                                            numbers},
        {"N.M is disc N only of several, else a track's part",       dots   },
        {"discs of several media are counted one after the other",   media  },
        {"what says nothing stays on the disc",                      odd    },
    };

    return run_units("discogs_place", units, sizeof units / sizeof *units);
}
