/* search_rank.c - how well a document answers. */
#include "catalog/search_rank.h"

#include <string.h>

#include "core/arena.h"

#include "core/banned.h"

#define EXACT 1.0
#define EXACT_JOINED 0.97 /* the same letters, other blanks */
#define IN_TITLE 0.55     /* all words in the title, and up to … more by its share */
#define IN_TITLE_MORE 0.35
#define IN_ORDER 0.05
#define IN_FRONT 0.03
#define IN_BOTH 0.6 /* some in the title, some in the artist's name */
#define IN_BOTH_MORE 0.3
#define IN_BOTH_ARTIST 0.1
#define IN_ARTIST 0.3
#define IN_ARTIST_MORE 0.1
#define KNOWN_SHARE 0.2 /* of the score, by how well known */
#define KNOWN_MOST 16.0

static const double kind_weights[SEARCH_KINDS + 1] = {[SEARCH_ALBUM] = 0.95,
                                                      [SEARCH_ARTIST] = 1.0,
                                                      [SEARCH_SONG] = 0.85,
                                                      [SEARCH_LABEL] = 0.8};

/* One field looked through for the words asked for. */
struct found {
    const struct search_text *text;
    size_t first;              /* 1 to pass over a leading "the" */
    unsigned at[SEARCH_WORDS]; /* for each word asked for: the text's word + 1; 0: none */
    size_t count;              /* words asked for that are there */
    unsigned covered, length;  /* bytes of the text's words that are asked for; and all */
};

/* How many bytes of `word` the asked word i answers: all, its beginning, none. */
static unsigned answers(const struct search_asked *asked, size_t i,
                        const struct search_word *word)
{
    const struct search_word *wanted = &asked->words->words[i];
    bool beginning = asked->open && i + 1 == asked->words->count;

    if (word->length < wanted->length ||
        memcmp(word->text, wanted->text, wanted->length) != 0 ||
        (word->length > wanted->length && !beginning))
        return 0;
    return wanted->length;
}

/* The text's word for the asked word i: one that is not taken yet, whole before begun. */
static size_t find_word(const struct search_asked *asked, size_t i,
                        const struct found *found, const bool *taken)
{
    size_t begun = SEARCH_WORDS;

    for (size_t k = 0; k < found->text->count; k++) {
        const struct search_word *word = &found->text->words[k];
        unsigned bytes = taken[k] ? 0 : answers(asked, i, word);

        if (bytes > 0 && bytes == word->length)
            return k;
        if (bytes > 0 && begun == SEARCH_WORDS)
            begun = k;
    }
    return begun;
}

static void look(const struct search_asked *asked, const struct search_text *text,
                 struct found *found)
{
    bool taken[SEARCH_WORDS] = {false};

    *found = (struct found){.text = text};
    found->first = text->count > 1 && strcmp(text->words[0].text, "the") == 0;
    for (size_t k = found->first; k < text->count; k++)
        found->length += text->words[k].length;
    for (size_t i = 0; i < asked->words->count; i++) {
        size_t k = find_word(asked, i, found, taken);

        if (k == SEARCH_WORDS)
            continue;
        taken[k] = true;
        found->at[i] = (unsigned)k + 1;
        found->count++;
        if (k >= found->first)
            found->covered += asked->words->words[i].length;
    }
}

static double share(const struct found *found)
{
    return found->length == 0 ? 0 : (double)found->covered / found->length;
}

/* The same words in the same order, but for a leading "the" on either side. */
static bool is_exact(const struct search_text *asked, const struct search_text *text)
{
    size_t a = asked->count > 1 && strcmp(asked->words[0].text, "the") == 0;
    size_t b = text->count > 1 && strcmp(text->words[0].text, "the") == 0;

    if (asked->count - a != text->count - b)
        return false;
    for (; a < asked->count; a++, b++)
        if (strcmp(asked->words[a].text, text->words[b].text) != 0)
            return false;
    return true;
}

/* The letters without blanks; a leading "the" does not count. */
static size_t join(const struct search_text *text, char *out, size_t room)
{
    size_t length = 0;

    for (size_t i = text->count > 1 && strcmp(text->words[0].text, "the") == 0;
         i < text->count && length + text->words[i].length <= room; i++) {
        memcpy(out + length, text->words[i].text, text->words[i].length);
        length += text->words[i].length;
    }
    return length;
}

static bool is_joined(const struct search_text *asked, const struct search_text *text)
{
    char a[256], b[256];
    size_t length = join(asked, a, sizeof a);

    return length > 0 && length == join(text, b, sizeof b) && memcmp(a, b, length) == 0;
}

static bool in_order(const struct search_asked *asked, const struct found *found)
{
    for (size_t i = 1; i < asked->words->count; i++)
        if (found->at[i] != found->at[i - 1] + 1)
            return false;
    return true;
}

static double score_title(const struct search_asked *asked, const struct found *title)
{
    return IN_TITLE + IN_TITLE_MORE * share(title) +
           (in_order(asked, title) ? IN_ORDER : 0) +
           (title->at[0] == 1 + title->first ? IN_FRONT : 0);
}

/* How many of the words asked for are in either; and, in the title's, those of the title
   alone that the artist's name does not have. */
static size_t in_either(const struct search_asked *asked, const struct found *title,
                        const struct found *artist)
{
    size_t count = 0;

    for (size_t i = 0; i < asked->words->count; i++)
        count += title->at[i] != 0 || artist->at[i] != 0;
    return count;
}

/* 0 to 1 for the words alone. */
static double score_text(const struct search_asked *asked,
                         const struct search_text *title,
                         const struct search_text *artist)
{
    struct found in_title, in_artist;
    size_t all = asked->words->count, there;
    double lacking;

    if (is_exact(asked->words, title))
        return EXACT;
    if (is_joined(asked->words, title))
        return EXACT_JOINED;
    look(asked, title, &in_title);
    look(asked, artist, &in_artist);
    there = in_either(asked, &in_title, &in_artist);
    if (there == 0 || (there < all && !asked->any))
        return 0;
    lacking = (double)there / (double)all;
    lacking *= lacking;
    if (in_title.count == there && in_title.count >= in_artist.count)
        return lacking * score_title(asked, &in_title);
    if (in_artist.count == there)
        return lacking * (IN_ARTIST + IN_ARTIST_MORE * share(&in_artist));
    return lacking * (IN_BOTH + IN_BOTH_MORE * share(&in_title) +
                      IN_BOTH_ARTIST * share(&in_artist));
}

static double how_known(int64_t count)
{
    double bits = 0;

    for (; count > 0; count >>= 1)
        bits++;
    return bits > KNOWN_MOST ? 1 : bits / KNOWN_MOST;
}

void search_score(const struct search_asked *asked, struct search_document *document)
{
    struct search_text title, artist;
    double text;

    search_fold(document->title, &title);
    search_fold(document->artist, &artist);
    text = score_text(asked, &title, &artist);
    document->score = asked->factor * text * kind_weights[document->kind] *
                      (1 - KNOWN_SHARE + KNOWN_SHARE * how_known(document->known));
}

const char *search_highlight(const struct search_asked *asked, const char *title,
                             struct arena *arena)
{
    struct search_text text;
    struct found found;
    const char *out = "[";

    search_fold(title, &text);
    look(asked, &text, &found);
    for (size_t i = 0; i < asked->words->count && out != NULL; i++) {
        const struct search_word *word;
        bool whole;

        if (found.at[i] == 0)
            continue;
        word = &text.words[found.at[i] - 1];
        whole = asked->words->words[i].length == word->length;
        out =
            arena_printf(arena, "%s%s[%u,%u]", out, out[1] == '\0' ? "" : ",", word->from,
                         whole ? word->end
                               : word->from + asked->words->words[i].end -
                                     asked->words->words[i].from);
    }
    return out == NULL ? NULL : arena_printf(arena, "%s]", out);
}
