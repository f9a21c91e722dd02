/* words.c - fuzzes what search makes of a text: words, their keys, blocks of places. */
#include <string.h>

#include "catalog/search_postings.h"
#include "catalog/search_text.h"
#include "fuzz.h"

#include "core/banned.h"

static void check_words(const struct search_text *text)
{
    char key[SEARCH_KEY_SIZE];
    uint32_t typos[SEARCH_TYPOS];
    unsigned end = 0;

    HOLDS(text->count <= SEARCH_WORDS);
    for (size_t i = 0; i < text->count; i++) {
        const struct search_word *word = &text->words[i];

        HOLDS(word->length > 0 && word->length <= SEARCH_WORD_BYTES);
        HOLDS(strlen(word->text) == word->length && fuzz_is_utf8(word->text));
        HOLDS(word->end > word->from && word->end >= end);
        end = word->end;
        HOLDS(search_typos(word->text, 2, typos) <= SEARCH_TYPOS);
        HOLDS(strchr(word->text, '*') == NULL && word->text[0] != '=');
    }
    if (search_exact_key(text, key))
        HOLDS(key[0] == '=' && strlen(key) == SEARCH_KEY_SIZE - 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct search_text text;
    uint64_t places[64];
    char *source = fuzz_rest(fuzz_arena(), data, size);

    HOLDS(search_take(data, size, places, 64) <= 64);
    if (source == NULL)
        return 0;
    search_fold(source, &text);
    check_words(&text);
    return 0;
}
