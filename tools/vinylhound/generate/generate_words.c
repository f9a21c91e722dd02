/* generate_words.c - names for made-up music. The first words of the vocabulary are real
 * ones that titles are full of; the others are put together from syllables, each from its
 * rank alone. */
#include "generate_words.h"

#include <ctype.h>
#include <string.h>

#include "core/banned.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TITLE_WORDS 600000u
#define NAME_WORDS 2000000u

static const char *const common[] = {
    "The",     "Of",     "Love",    "In",     "A",       "You",    "And",     "To",
    "Me",      "My",     "Remix",   "On",     "I",       "It",     "Night",   "De",
    "La",      "Mix",    "For",     "Live",   "Your",    "Time",   "Is",      "Life",
    "Dance",   "Music",  "Be",      "One",    "All",     "World",  "Heart",   "Down",
    "Day",     "Blue",   "No",      "Do",     "Baby",    "Up",     "Black",   "Don't",
    "Man",     "Away",   "With",    "Girl",   "Sun",     "Part",   "Light",   "Go",
    "Come",    "Dream",  "Home",    "Song",   "We",      "Rock",   "Dark",    "Original",
    "Le",      "El",     "Die",     "Der",    "Amor",    "Fire",   "Party",   "House",
    "Feel",    "Good",   "Blues",   "New",    "Version", "Moon",   "Soul",    "Sweet",
    "Little",  "Rain",   "Star",    "Sky",    "Back",    "Out",    "Lost",    "Summer",
    "Red",     "Free",   "City",    "Street", "Water",   "Dub",    "Forever", "Death",
    "Green",   "White",  "Eyes",    "Road",   "Wild",    "Lonely", "Tonight", "Electric",
    "Machine", "Café",   "Corazón", "Für",    "Élan",    "Noël",   "Niño",    "Smörgås",
    "1999",    "2000",   "1",       "2",      "3",       "4",      "7",       "99",
    "X",       "M",      "Über",    "Été",    "São",     "Ocean",  "Golden",  "Shadow",
    "Silver",  "Mirror", "Winter",  "Crazy",  "Ghost",   "Radio",  "Train",   "River",
};

static const char *const syllables[] = {
    "ba",  "be",  "bi",  "bo",  "da",  "de",  "di",  "do",  "fa",  "fe",  "fi", "ga",
    "go",  "ha",  "he",  "hi",  "ja",  "jo",  "ka",  "ke",  "ki",  "ko",  "la", "le",
    "li",  "lo",  "lu",  "ma",  "me",  "mi",  "mo",  "mu",  "na",  "ne",  "ni", "no",
    "pa",  "pe",  "po",  "ra",  "re",  "ri",  "ro",  "ru",  "sa",  "se",  "si", "so",
    "su",  "ta",  "te",  "ti",  "to",  "tu",  "va",  "ve",  "vi",  "wa",  "ya", "zo",
    "ran", "sol", "mer", "tin", "lor", "vel", "can", "dor", "bél", "nöl",
};

static const char *const kana[] = {
    "ア", "イ", "カ", "キ", "サ", "シ", "タ", "ナ", "ハ", "マ", "ミ", "ラ", "リ", "ン",
    "夜", "空", "花", "月", "海", "風", "星", "雨", "恋", "夢", "歌", "春", "夏", "心",
};

static const char *const cyrillic[] = {
    "ба", "во", "го", "да", "же", "за", "ки", "ло", "ми", "но",
    "по", "ра", "се", "ту", "фи", "хо", "ца", "чи", "ша", "ю",
};

/* What is put before and after. */
static const char *const versions[] = {"(Remix)",        "(Original Mix)", "(Live)",
                                       "(Instrumental)", "(Dub)",          "(Radio Edit)",
                                       "(Reprise)",      "(Club Mix)"};
static const char *const places[] = {"Records", "Music", "Recordings", "Sound", "Discos"};

/* The made-up word of a rank: as many syllables as it takes to tell it from the others,
   and at least two. The multiplier spreads neighbours; it shares no factor with 70. */
static void made_up(uint32_t rank, struct buffer *out)
{
    uint64_t room = COUNT(syllables) * COUNT(syllables);
    unsigned length = 2;
    size_t first = out->length;

    for (; rank >= room; length++) {
        rank -= (uint32_t)room;
        room *= COUNT(syllables);
    }
    for (uint64_t left = rank * UINT64_C(1000003) % room; length > 0; length--) {
        buffer_add_text(out, syllables[left % COUNT(syllables)]);
        left /= COUNT(syllables);
    }
    if (!out->failed)
        out->data[first] = (char)toupper((unsigned char)out->data[first]);
}

static void word(uint32_t rank, struct buffer *out)
{
    if (rank < COUNT(common))
        buffer_add_text(out, common[rank]);
    else
        made_up(rank - (uint32_t)COUNT(common), out);
}

static void foreign(struct random *random, struct buffer *out)
{
    unsigned length = 2 + random_below(random, 3);
    bool japanese = random_below(random, 2) == 0;

    while (length-- > 0)
        buffer_add_text(out, japanese ? kana[random_below(random, COUNT(kana))]
                                      : cyrillic[random_below(random, COUNT(cyrillic))]);
}

void words_title(struct random *random, struct buffer *out)
{
    static const unsigned lengths[] = {22, 30, 22, 12, 7, 4, 3};
    unsigned left = random_weighted(random, lengths, COUNT(lengths)) + 1;
    bool other = random_below(random, 100) < 3; /* not in Latin letters */

    for (; left > 0; left--) {
        if (other)
            foreign(random, out);
        else
            word(random_rank(random, TITLE_WORDS), out);
        if (left > 1)
            buffer_add_char(out, ' ');
    }
}

void words_song(struct random *random, struct buffer *out)
{
    words_title(random, out);
    if (random_below(random, 100) >= 9)
        return;
    buffer_add_char(out, ' ');
    buffer_add_text(out, versions[random_below(random, COUNT(versions))]);
}

/* Half of an artist's words are like those of titles, half are names, of which each is
 * rare. */
void words_artist(struct random *random, struct buffer *out)
{
    static const unsigned lengths[] = {30, 50, 15, 5};
    unsigned left = random_weighted(random, lengths, COUNT(lengths)) + 1;
    bool other = random_below(random, 100) < 3;

    for (; left > 0; left--) {
        if (other)
            foreign(random, out);
        else if (random_below(random, 2) == 0)
            word(random_rank(random, TITLE_WORDS), out);
        else
            word((uint32_t)COUNT(common) + random_below(random, NAME_WORDS), out);
        if (left > 1)
            buffer_add_char(out, ' ');
    }
}

void words_label(struct random *random, struct buffer *out)
{
    words_artist(random, out);
    buffer_add_char(out, ' ');
    buffer_add_text(out, places[random_below(random, COUNT(places))]);
}
