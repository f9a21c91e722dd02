/* discogs_place.c - on which disc a track is, told from its position. */

#include "discogs_place.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "core/banned.h"

#define SIDES                                                                            \
    "/" /* the medium of what is told by sides alone: no position can name it            \
         */
#define LETTERS 26

static bool is_medium(const char *word, size_t length)
{
    static const char *const media[] = {"CD", "CDR", "DVD", "DVDR", "SACD", "BD",   "BR",
                                        "LP", "VHS", "MC",  "EP",   "USB",  "FLEXI"};

    for (size_t i = 0; i < sizeof media / sizeof *media; i++)
        if (strlen(media[i]) == length && strncasecmp(media[i], word, length) == 0)
            return true;
    return false;
}

static unsigned take_number(const char **text)
{
    unsigned number = 0;

    while (isdigit((unsigned char)**text)) {
        if (number < DISC_LIMIT)
            number = number * 10 + (unsigned)(**text - '0');
        ++*text;
    }
    return number < DISC_LIMIT ? number : 0;
}

/* "A", "B2", "C.1", "AA" (the other side of a single), and in a box of more than 13 discs
 * "AB1". 0: no side. */
static unsigned read_side(const char *text, unsigned discs)
{
    size_t letters = 0;
    unsigned first = (unsigned)toupper((unsigned char)text[0]) - 'A';

    while (isalpha((unsigned char)text[letters]))
        letters++;
    if (letters == 0 || letters > 2 || first >= LETTERS ||
        (text[letters] != '\0' && !isdigit((unsigned char)text[letters]) &&
         strchr(".- ", text[letters]) == NULL))
        return 0;
    if (letters == 1)
        return first + 1;
    if (discs > LETTERS / 2)
        return (first + 1) * LETTERS + (unsigned)toupper((unsigned char)text[1]) - 'A' +
               1;
    return first == 0 && toupper((unsigned char)text[1]) == 'A' ? 2 : 0;
}

/* Moves over "-", " - " or "."; false if none of them is there or nothing follows. */
static bool take_separator(const char **text, bool *dotted)
{
    const char *at = *text;

    while (*at == ' ')
        at++;
    if (*at != '-' && *at != '.')
        return false;
    *dotted = *at++ == '.';
    while (*at == ' ')
        at++;
    *text = at;
    return *at != '\0';
}

/* CD2-4, DVD-1, LP-A3, CD1.01; CD4 and DVD of the media known here, whose number is the
 * track's. */
static bool read_medium(const char *text, size_t letters, unsigned discs,
                        struct place *place)
{
    const char *at = text + letters;
    unsigned number = take_number(&at);
    bool dotted;

    if (letters >= MEDIUM_SIZE)
        return false;
    if (take_separator(&at, &dotted)) {
        place->number = number;
        place->side = read_side(at, discs);
    } else if (!is_medium(text, letters) || *at != '\0') {
        return false;
    }
    for (size_t i = 0; i < letters; i++)
        place->medium[i] = (char)toupper((unsigned char)text[i]);
    return true;
}

struct place place_parse(const char *position, unsigned discs)
{
    struct place place = {0};
    size_t letters = 0;
    const char *at;
    bool dotted;

    while (position != NULL && *position == ' ')
        position++;
    if (position == NULL)
        return place;
    while (isalpha((unsigned char)position[letters]))
        letters++;
    if (letters > 0) {
        if (!is_medium(position, letters))
            place.side = read_side(position, discs);
        if (letters > 1 && place.side == 0)
            read_medium(position, letters, discs, &place);
        return place;
    }
    at = position;
    place.number = take_number(&at);
    if (isalpha((unsigned char)*at) && at[1] == '-') /* 3A-1: side A of a third DVD */
        at++;
    if (place.number == 0 || !take_separator(&at, &dotted))
        return (struct place){0};
    place.dotted = dotted;
    return place;
}

void numbering_init(struct numbering *numbering, unsigned discs)
{
    memset(numbering, 0, sizeof *numbering);
    numbering->discs = discs;
    numbering->disc = 1;
}

/* How many discs of other media come before the first of this one. */
static unsigned discs_before(struct numbering *numbering, const char *name)
{
    unsigned i = 0;

    while (i < numbering->media && strcmp(numbering->medium[i].name, name) != 0)
        i++;
    if (i == MEDIA_LIMIT)
        return 0;
    if (i == numbering->media) {
        snprintf(numbering->medium[i].name, MEDIUM_SIZE, "%s", name);
        numbering->medium[i].before = numbering->highest;
        numbering->media++;
    }
    return numbering->medium[i].before;
}

/* A and B are one disc, C and D the second: but no more discs than the formats say there
 * are. */
static unsigned disc_of_side(unsigned side, unsigned discs)
{
    unsigned disc = (side + 1) / 2;

    return discs > 0 && disc > discs ? discs : disc;
}

static unsigned find_disc(struct numbering *numbering, const struct place *place)
{
    const char *medium = place->medium;
    unsigned number = place->number;

    if (place->dotted && (numbering->discs < 2 || number > numbering->discs))
        return numbering->disc; /* a track's part */
    if (number == 0 && place->side > 0) {
        number = disc_of_side(place->side, numbering->discs);
        medium = medium[0] == '\0' ? SIDES : medium;
    } else if (number == 0 && medium[0] != '\0') {
        number = 1;
    }
    return number == 0 ? numbering->disc : number + discs_before(numbering, medium);
}

/* "1", "A1", "CD-2", but not "Video" or nothing: behind those a side is still the first.
 */
static bool says_something(const struct place *place, const char *position)
{
    return place->number > 0 || place->side > 0 || place->medium[0] != '\0' ||
           (position != NULL && isdigit((unsigned char)position[strspn(position, " ")]));
}

void numbering_next(struct numbering *numbering, const char *position, unsigned *disc,
                    unsigned *track)
{
    struct place place = place_parse(position, numbering->discs);
    unsigned found = find_disc(numbering, &place);

    if (found > DISC_LIMIT)
        found = numbering->disc;
    numbering->disc = found;
    if (found > numbering->highest && says_something(&place, position))
        numbering->highest = found;
    *disc = found;
    *track = ++numbering->tracks[found];
}
