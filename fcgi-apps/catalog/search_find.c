/* search_find.c - the search itself: as asked; with misspelt words corrected; without the
 * word that is nowhere. */
#include "catalog/search_find.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/search_correct.h"
#include "core/arena.h"

#include "core/banned.h"

#define TRIES 10       /* variants of misspelt words */
#define ENOUGH 3       /* … of which so many found something */
#define STATES 128     /* variants on the list */
#define KNOWN_COST 0.8 /* of correcting a word that exists */
#define DEAR 100.0
#define COST_SHARE 0.15 /* of the score that a correction of cost 1 takes */
#define GOOD 0.6        /* a best score below this may be a misspelling's */
#define CHOICES (SEARCH_ALTERNATIVES + 1)

struct finding {
    const struct search_wish *wish;
    struct search_gathering gathering;
    struct search_document *documents;
    size_t count;
};

static int by_score(const void *a, const void *b)
{
    const struct search_document *x = a, *y = b;

    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static bool make_room(struct arena *arena, struct search_candidates *candidates)
{
    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++) {
        candidates[kind] = (struct search_candidates){.room = SEARCH_CANDIDATES};
        candidates[kind].ids =
            arena_alloc(arena, SEARCH_CANDIDATES * sizeof *candidates[kind].ids);
        if (candidates[kind].ids == NULL)
            return false;
    }
    return true;
}

/* Reads and scores the candidates; those that answer are what is found. */
static int judge(struct finding *finding, const struct search_asked *asked,
                 struct search_candidates *candidates)
{
    struct search_gathering *g = &finding->gathering;
    struct rows rows[SEARCH_KINDS + 1] = {
        {NULL, 0}
    };
    size_t all = 0;

    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++) {
        search_candidates_tidy(&candidates[kind]);
        if (search_store_read(g->db, g->arena, kind, candidates[kind].ids,
                              candidates[kind].count, &rows[kind]) != 0)
            return DB_FAILED;
        all += rows[kind].count;
    }
    finding->count = 0;
    finding->documents = arena_alloc(g->arena, (all + 1) * sizeof *finding->documents);
    if (finding->documents == NULL)
        return DB_FAILED;
    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++) {
        struct search_document *documents = rows[kind].items;

        for (size_t i = 0; i < rows[kind].count; i++) {
            search_score(asked, &documents[i]);
            if (documents[i].score > 0)
                finding->documents[finding->count++] = documents[i];
        }
    }
    qsort(finding->documents, finding->count, sizeof *finding->documents, by_score);
    return 0;
}

/* One search: the words as they are, or with `any` each of them left out in turn. */
static int seek(struct finding *finding, const struct search_asked *asked)
{
    struct search_candidates candidates[SEARCH_KINDS + 1] = {{0}};
    struct search_gathering *g = &finding->gathering;
    size_t count = asked->words->count;

    finding->count = 0;
    if (count == 0)
        return 0;
    if (!make_room(g->arena, candidates))
        return DB_FAILED;
    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++) {
        if ((finding->wish->kinds >> kind & 1) == 0)
            continue;
        for (size_t skip = asked->any ? 0 : count; skip < count + !asked->any; skip++)
            if (search_gather(g, asked, kind, skip, &candidates[kind]) != 0)
                return DB_FAILED;
    }
    if (search_gather_recent(g, asked, candidates) != 0)
        return DB_FAILED;
    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++)
        if ((finding->wish->kinds >> kind & 1) == 0)
            candidates[kind].count = 0;
    return judge(finding, asked, candidates);
}

/* What each word may be: itself first, if it is one. */
struct choices {
    size_t count[SEARCH_ASKED_WORDS];
    const char *words[SEARCH_ASKED_WORDS][CHOICES];
    double costs[SEARCH_ASKED_WORDS][CHOICES];
};

static int choose_word(struct finding *finding, const char *word, struct choices *choices,
                       size_t i)
{
    struct search_gathering *g = &finding->gathering;
    struct search_alternative alternatives[SEARCH_ALTERNATIVES];
    int64_t documents = search_gather_count(g, word);
    size_t n = 0;

    if (documents < 0 ||
        search_alternatives(g->db, g->arena, word, alternatives, &n) != 0)
        return DB_FAILED;
    choices->count[i] = 0;
    if (documents > 0 || n == 0) {
        choices->words[i][0] = word;
        choices->costs[i][choices->count[i]++] = documents > 0 ? 0 : DEAR;
    }
    for (size_t k = 0; k < n; k++) {
        choices->words[i][choices->count[i]] = alternatives[k].word;
        choices->costs[i][choices->count[i]++] =
            alternatives[k].cost + (documents > 0 ? KNOWN_COST : 0);
    }
    return 0;
}

/* A choice for each word. */
struct variant {
    unsigned char choice[SEARCH_ASKED_WORDS];
    size_t last; /* word that was moved on last: those before it stay */
    double cost;
};

/* The variants in the order of what they cost, each once. */
struct variants {
    const struct choices *choices;
    size_t words, count;
    struct variant items[STATES];
};

static void add_variants(struct variants *variants, const struct variant *from)
{
    for (size_t i = from->last; i < variants->words; i++) {
        struct variant next = *from;
        unsigned choice = ++next.choice[i];

        if (choice == variants->choices->count[i] || variants->count == STATES)
            continue;
        next.last = i;
        next.cost +=
            variants->choices->costs[i][choice] - variants->choices->costs[i][choice - 1];
        variants->items[variants->count++] = next;
    }
}

static bool take_variant(struct variants *variants, struct variant *out)
{
    size_t least = 0;

    if (variants->count == 0)
        return false;
    for (size_t i = 1; i < variants->count; i++)
        if (variants->items[i].cost < variants->items[least].cost)
            least = i;
    *out = variants->items[least];
    variants->items[least] = variants->items[--variants->count];
    add_variants(variants, out);
    return true;
}

/* The variant's words; *same tells that they are those that were asked for. */
static const char *spell(struct arena *arena, const struct search_text *asked,
                         const struct choices *choices, const struct variant *variant,
                         bool *same)
{
    const char *text = "";

    *same = true;
    for (size_t i = 0; i < asked->count && text != NULL; i++) {
        const char *word = choices->words[i][variant->choice[i]];

        *same = *same && strcmp(word, asked->words[i].text) == 0;
        text = arena_printf(arena, "%s%s%s", text, i == 0 ? "" : " ", word);
    }
    return text;
}

/* Searches for a variant, and keeps what it finds if that is better. 1 if it found
 * something. */
static int try_variant(struct finding *finding, const char *text, double cost,
                       struct search_answer *answer)
{
    struct arena *arena = finding->gathering.arena;
    struct search_text *words = arena_alloc(arena, sizeof *words);
    struct search_asked asked = {.words = words, .factor = 1};

    if (words == NULL)
        return DB_FAILED;
    search_fold(text, words);
    asked.factor = 1 / (1 + COST_SHARE * (cost > 0 ? cost : 0));
    if (seek(finding, &asked) != 0)
        return DB_FAILED;
    if (finding->count == 0)
        return 0;
    if (answer->count == 0 || finding->documents[0].score > answer->documents[0].score)
        *answer = (struct search_answer){finding->documents, finding->count, asked, text};
    return 1;
}

/* Tries what misspelt words may mean, cheapest first. */
static int correct(struct finding *finding, const struct search_text *asked,
                   struct search_answer *answer)
{
    struct choices choices;
    struct variants variants = {.choices = &choices, .words = asked->count};
    struct variant first = {.cost = 0}, variant;
    int found = 0;

    for (size_t i = 0; i < asked->count; i++) {
        if (choose_word(finding, asked->words[i].text, &choices, i) != 0)
            return DB_FAILED;
        first.cost += choices.costs[i][0];
    }
    variants.items[variants.count++] = first;
    for (int tried = 0;
         tried < TRIES && found < ENOUGH && take_variant(&variants, &variant); tried++) {
        bool same;
        const char *text =
            spell(finding->gathering.arena, asked, &choices, &variant, &same);
        int tried_one;

        if (text == NULL)
            return DB_FAILED;
        if (same || variant.cost >= DEAR)
            continue;
        tried_one = try_variant(finding, text, variant.cost, answer);
        if (tried_one < 0)
            return DB_FAILED;
        found += tried_one;
    }
    return 0;
}

static int search(struct finding *finding, struct search_text *words,
                  struct search_answer *answer)
{
    struct search_asked asked = {.words = words, .open = words->open, .factor = 1};

    if (words->count > SEARCH_ASKED_WORDS) {
        words->count = SEARCH_ASKED_WORDS;
        asked.open = false;
    }
    if (seek(finding, &asked) != 0)
        return DB_FAILED;
    *answer = (struct search_answer){finding->documents, finding->count, asked, NULL};
    if ((answer->count == 0 || answer->documents[0].score < GOOD) &&
        correct(finding, words, answer) != 0)
        return DB_FAILED;
    if (answer->count > 0 || words->count < 2)
        return 0;
    asked.any = true;
    if (seek(finding, &asked) != 0)
        return DB_FAILED;
    *answer = (struct search_answer){finding->documents, finding->count, asked, NULL};
    return 0;
}

int search_find(struct db *db, struct arena *arena, const struct search_wish *wish,
                struct search_answer *answer)
{
    struct finding *finding = arena_alloc(arena, sizeof *finding);
    struct search_text *words = arena_alloc(arena, sizeof *words);

    *answer = (struct search_answer){0};
    if (finding == NULL || words == NULL)
        return DB_FAILED;
    finding->wish = wish;
    finding->gathering = (struct search_gathering){.db = db, .arena = arena};
    search_fold(wish->text, words);
    answer->asked.words = words;
    if (search(finding, words, answer) != 0)
        return DB_FAILED;
    answer->count = answer->count < wish->limit ? answer->count : wish->limit;
    return 0;
}
