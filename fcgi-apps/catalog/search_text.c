/* search_text.c - text as search sees it. */
#include "catalog/search_text.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "core/banned.h"

#define EXACT_KEYS 0xfffffu
#define DECOMPOSED 24 /* the longest decomposition has 18 */

struct folding {
    struct search_text *out;
    char *to;      /* where the next byte goes */
    unsigned at;   /* character of the source */
    int32_t next;  /* the character after it; 0 at the end */
    bool within;   /* a word has begun */
    unsigned part; /* letters since the word's beginning or its last dot */
};

static void end_word(struct folding *folding)
{
    if (folding->within)
        *folding->to++ = '\0';
    folding->within = false;
}

static bool begin_word(struct folding *folding)
{
    struct search_text *out = folding->out;

    if (out->count == SEARCH_WORDS)
        return false;
    out->words[out->count++] = (struct search_word){folding->to, 0, folding->at, 0};
    folding->within = true;
    folding->part = 0;
    return true;
}

/* Puts a letter into the word, which it begins if there is none. */
static void put_letter(struct folding *folding, int32_t letter)
{
    struct search_word *word;
    char bytes[4];
    size_t length = (size_t)utf8proc_encode_char(letter, (utf8proc_uint8_t *)bytes);

    if (!folding->within && !begin_word(folding))
        return;
    word = &folding->out->words[folding->out->count - 1];
    word->end = folding->at + 1;
    folding->part++;
    if (word->length + length > SEARCH_WORD_BYTES)
        return;
    folding->to = mempcpy(folding->to, bytes, length);
    word->length += (unsigned)length;
}

/* Letters that Unicode does not take apart, as people type them. */
static const char *simpler(int32_t letter)
{
    static const struct {
        int32_t letter;
        const char *plain;
    } table[] = {
        {0xe6,  "ae"},
        {0xf0,  "d" },
        {0xf8,  "o" },
        {0xfe,  "th"},
        {0x111, "d" },
        {0x127, "h" },
        {0x131, "i" },
        {0x142, "l" },
        {0x153, "oe"},
    };

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].letter == letter)
            return table[i].plain;
    return NULL;
}

static bool is_letter(int32_t c)
{
    utf8proc_category_t category;

    if (c < 128)
        return isalnum(c) != 0;
    category = utf8proc_category(c);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/* Written without blanks between words. */
static bool stands_alone(int32_t c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) ||
           (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x323af);
}

static bool is_apostrophe(int32_t c)
{
    return c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x2bc || c == 0xb4;
}

/* Whether a mark stands within a word and is no end of it. */
static bool joins(const struct folding *folding, int32_t c)
{
    return folding->within &&
           (is_apostrophe(c) || (c == '.' && folding->part == 1 && folding->next != 0));
}

static void put_mark(struct folding *folding, int32_t c)
{
    bool inside = folding->within && is_letter(folding->next);

    if (inside && c == '$')
        put_letter(folding, 's');
    else if (inside && c == '!')
        put_letter(folding, 'i');
    else if (joins(folding, c))
        folding->part = 0;
    else
        end_word(folding);
}

static void put_folded(struct folding *folding, int32_t c)
{
    const char *plain = simpler(c);

    if (plain != NULL) {
        for (; *plain != '\0'; plain++)
            put_letter(folding, *plain);
    } else if (stands_alone(c)) {
        end_word(folding);
        put_letter(folding, c);
        end_word(folding);
    } else if (is_letter(c)) {
        put_letter(folding, c);
    } else {
        put_mark(folding, c);
    }
}

static void put_character(struct folding *folding, int32_t c)
{
    utf8proc_int32_t parts[DECOMPOSED];
    utf8proc_ssize_t count;

    if (c < 128) {
        if (isalnum(c))
            put_letter(folding, tolower(c));
        else
            put_mark(folding, c);
        return;
    }
    if (is_apostrophe(c)) { /* before it is taken apart: an accent becomes a blank */
        put_mark(folding, c);
        return;
    }
    count =
        utf8proc_decompose_char(c, parts, DECOMPOSED,
                                UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                    UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
                                NULL);
    for (utf8proc_ssize_t i = 0; i < count && i < DECOMPOSED; i++)
        put_folded(folding, parts[i]);
}

static int32_t take(const char **at)
{
    utf8proc_int32_t c = 0;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)*at, -1, &c);

    *at += length < 1 ? (**at != '\0') : length;
    return length < 1 ? (**at == '\0' ? 0 : ' ') : c;
}

void search_fold(const char *source, struct search_text *out)
{
    struct folding folding = {.out = out, .to = out->folded};
    int32_t c;

    out->count = 0;
    source = source == NULL ? "" : source;
    c = take(&source);
    for (; c != 0; folding.at++) {
        folding.next = take(&source);
        put_character(&folding, c);
        c = folding.next;
    }
    out->open = folding.within;
    end_word(&folding);
}

bool search_exact_key(const struct search_text *text, char key[SEARCH_KEY_SIZE])
{
    char whole[SEARCH_EXACT_WORDS * SEARCH_WORD_BYTES];
    size_t first = text->count > 1 && strcmp(text->words[0].text, "the") == 0;
    size_t length = 0;

    if (text->count == 0 || text->count - first > SEARCH_EXACT_WORDS)
        return false;
    for (size_t i = first; i < text->count; i++) {
        memcpy(whole + length, text->words[i].text, text->words[i].length);
        length += text->words[i].length;
    }
    snprintf(key, SEARCH_KEY_SIZE, "=%05x",
             (unsigned)(search_hash(whole, length) & EXACT_KEYS));
    return true;
}

uint64_t search_hash(const char *bytes, size_t length)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
    return hash ^ hash >> 32;
}

size_t search_bytes(const char *word, size_t characters)
{
    size_t at = 0;

    while (word[at] != '\0') {
        at++;
        while (((unsigned char)word[at] & 0xc0) == 0x80)
            at++;
        if (--characters == 0)
            return at;
    }
    return 0;
}
