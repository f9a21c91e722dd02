/* search_correct.c - what a misspelt word may mean. */
#include "catalog/search_correct.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "catalog/search_postings.h"
#include "catalog/search_text.h"
#include "catalog/statements.h"
#include "core/arena.h"

#include "core/banned.h"

#define FIRST_LETTER 0.5 /* people get it right */
#define USE 0.12         /* a word ten times as frequent is so much cheaper */
#define MOST 3

static const struct field typo_fields[] = {
    FIELD(struct search_typo, words, FIELD_TEXT),
};
const struct shape search_typo_shape = SHAPE(struct search_typo, typo_fields);

static size_t characters(const char *word, int32_t out[SEARCH_WORD_BYTES])
{
    size_t count = 0;

    while (*word != '\0' && count < SEARCH_WORD_BYTES) {
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)word, -1, &out[count++]);

        word += n < 1 ? 1 : n;
    }
    return count;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned search_distance(const char *a, const char *b, unsigned most)
{
    int32_t x[SEARCH_WORD_BYTES], y[SEARCH_WORD_BYTES];
    size_t m = characters(a, x), n = characters(b, y);
    unsigned rows[3][SEARCH_WORD_BYTES + 1];

    if ((m > n ? m - n : n - m) > most)
        return most + 1;
    for (unsigned j = 0; j <= n; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= m; i++) {
        unsigned *now = rows[i % 3], *last = rows[(i + 2) % 3],
                 *before = rows[(i + 1) % 3];

        now[0] = (unsigned)i;
        for (size_t j = 1; j <= n; j++) {
            now[j] = least(least(last[j], now[j - 1]) + 1,
                           last[j - 1] + (x[i - 1] != y[j - 1]));
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                now[j] = least(now[j], before[j - 2] + 1);
        }
    }
    return least(rows[m % 3][n], most + 1);
}

/* How far a word may be from what is meant. */
static unsigned farthest(const char *word)
{
    return search_bytes(word, 9) != 0   ? MOST
           : search_bytes(word, 5) != 0 ? 2
           : search_bytes(word, 3) != 0 ? 1
                                        : 0;
}

struct choosing {
    const char *word;
    unsigned most;
    struct search_alternative *out;
    size_t count;
};

static bool is_chosen(const struct choosing *choosing, const char *word)
{
    for (size_t i = 0; i < choosing->count; i++)
        if (strcmp(choosing->out[i].word, word) == 0)
            return true;
    return false;
}

/* Puts it in its place among the cheapest. */
static void choose(struct choosing *choosing, const char *word, double documents)
{
    struct search_alternative one = {.word = word};
    size_t at;

    one.distance = search_distance(choosing->word, word, choosing->most);
    if (one.distance > choosing->most || one.distance == 0 || is_chosen(choosing, word))
        return;
    one.cost = one.distance + (*word != *choosing->word ? FIRST_LETTER : 0) -
               USE * log10(documents + 1);
    if (choosing->count < SEARCH_ALTERNATIVES)
        choosing->count++;
    else if (choosing->out[SEARCH_ALTERNATIVES - 1].cost <= one.cost)
        return;
    for (at = choosing->count - 1; at > 0 && choosing->out[at - 1].cost > one.cost; at--)
        choosing->out[at] = choosing->out[at - 1];
    choosing->out[at] = one;
}

/* "beatles 71\nbattles 3\n" */
static void choose_from(struct choosing *choosing, char *line)
{
    while (*line != '\0') {
        char *blank = strchr(line, ' '), *end = strchr(line, '\n');

        if (blank == NULL || end == NULL)
            return;
        *blank = '\0';
        choose(choosing, line, strtod(blank + 1, NULL));
        line = end + 1;
    }
}

int search_alternatives(struct db *db, struct arena *arena, const char *word,
                        struct search_alternative out[SEARCH_ALTERNATIVES], size_t *count)
{
    struct choosing choosing = {.word = word, .most = farthest(word), .out = out};
    struct db_arg args[SEARCH_TYPOS];
    uint32_t keys[SEARCH_TYPOS];
    size_t n = search_typos(word, choosing.most > 1 ? 2 : choosing.most, keys);
    struct rows rows;
    const struct search_typo *typos;

    *count = 0;
    if (choosing.most == 0)
        return 0;
    for (size_t i = 0; i < SEARCH_TYPOS; i++)
        args[i] = A_UINT(keys[i < n ? i : n - 1]);
    if (db_list(db, arena, SEARCH_TYPOS_FIND, (struct db_args){args, SEARCH_TYPOS},
                &rows) != 0)
        return DB_FAILED;
    typos = rows.items;
    for (size_t i = 0; i < rows.count; i++) {
        char *words = arena_strdup(arena, typos[i].words);

        if (words == NULL)
            return DB_FAILED;
        choose_from(&choosing, words);
    }
    *count = choosing.count;
    return 0;
}
