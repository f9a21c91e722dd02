/* search_gather.c - the documents that may answer, before any is looked at. */
#include "catalog/search_gather.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/statements.h"
#include "core/arena.h"

#include "core/banned.h"

#define FEW 200        /* documents of the rarest word: all are looked at */
#define MEETING 64     /* documents wanted of each way to find them */
#define UNSURE 400     /* documents of a kind, in all, that may lack a word */
#define UNSURE_EACH 16 /* … and beyond, for each way to find some */
#define EXACT_MOST 48  /* of those whose whole title it may be */
#define BLOCKS 64      /* of a list that are read, at most */
#define FEW_BLOCKS 16  /* … where looking at documents costs less */

void search_candidate(struct search_candidates *out, uint64_t id)
{
    if (out->count < out->room)
        out->ids[out->count++] = id;
}

static int compare(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

void search_candidates_tidy(struct search_candidates *out)
{
    size_t kept = 0;

    if (out->count > 0)
        qsort(out->ids, out->count, sizeof *out->ids, compare);
    for (size_t i = 0; i < out->count; i++)
        if (kept == 0 || out->ids[i] != out->ids[kept - 1])
            out->ids[kept++] = out->ids[i];
    out->count = kept;
}

struct search_lists *search_gather_word(struct search_gathering *gathering,
                                        const char *word, bool beginning)
{
    struct gathered_word *one = gathering->words;
    int read;

    for (size_t i = 0; i < gathering->count; i++, one++)
        if (one->beginning == beginning && strcmp(one->word, word) == 0)
            return &one->lists;
    if (gathering->count == sizeof gathering->words / sizeof *gathering->words)
        one--; /* more variants than are kept: the last one is read anew each time */
    else
        gathering->count++;
    *one = (struct gathered_word){.word = word, .beginning = beginning};
    read = beginning
               ? search_lists_begin(gathering->db, gathering->arena, word, &one->lists)
               : search_lists_open(gathering->db, gathering->arena, word, &one->lists);
    return read == 0 ? &one->lists : NULL;
}

int64_t search_gather_count(struct search_gathering *gathering, const char *word)
{
    const struct search_lists *lists = search_gather_word(gathering, word, false);
    int64_t count = 0;

    for (unsigned kind = 1; lists != NULL && kind <= SEARCH_KINDS; kind++)
        count += (int64_t)lists->kinds[kind].documents;
    return lists == NULL ? DB_FAILED : count;
}

static void add_first(struct search_candidates *out, const struct search_list *list,
                      size_t from, size_t most)
{
    for (size_t i = from; i < list->count && i < from + most; i++)
        search_candidate(out, SEARCH_ID(list->places[i]));
}

/* How many more documents may be looked at that may lack a word: some for each variant
   that is tried, many for the first. */
static size_t may_look(struct search_gathering *gathering, unsigned kind)
{
    size_t *unsure = &gathering->unsure[kind];
    size_t most = *unsure + UNSURE_EACH < UNSURE ? UNSURE - *unsure : UNSURE_EACH;

    most = most < FEW ? most : FEW;
    *unsure += most;
    return most;
}

/* The documents that the lists have in common, or that may be common. */
static int add_met(struct search_gathering *gathering, struct search_meeting *meeting,
                   struct search_candidates *out)
{
    const struct search_list *left = NULL;
    uint64_t places[FEW];
    size_t count = 0, from = 0;

    if (search_meet(gathering->db, gathering->arena, meeting, places, &count, &left,
                    &from) != 0)
        return DB_FAILED;
    for (size_t i = 0; i < count; i++)
        search_candidate(out, SEARCH_ID(places[i]));
    if (left != NULL && count < meeting->most)
        add_first(out, left, from, may_look(gathering, left->kind));
    return 0;
}

/* The documents that the lists have in common. Where the shortest is short, a document
   that a partial list does not have may have its word nevertheless: only the others then
   tell what need not be looked at. */
static int add_common(struct search_gathering *gathering, struct search_meeting *meeting,
                      struct search_candidates *out)
{
    const struct search_list *rarest = NULL;
    size_t kept = 0;

    for (size_t i = 0; i < meeting->count; i++) {
        if (meeting->lists[i]->documents == 0)
            return 0;
        if (rarest == NULL || meeting->lists[i]->documents < rarest->documents)
            rarest = meeting->lists[i];
    }
    if (rarest == NULL)
        return 0;
    meeting->most = MEETING;
    meeting->blocks = BLOCKS;
    if (rarest->documents <= FEW) {
        meeting->most = FEW;
        meeting->blocks = FEW_BLOCKS;
        for (size_t i = 0; i < meeting->count; i++)
            if (meeting->lists[i] == rarest || !meeting->lists[i]->partial)
                meeting->lists[kept++] = meeting->lists[i];
        meeting->count = kept;
    }
    return add_met(gathering, meeting, out);
}

/* With the last word as it is, or as a beginning. */
static int add_words(struct search_gathering *gathering, const struct search_asked *asked,
                     enum search_kind kind, size_t skip, bool beginning,
                     struct search_candidates *out)
{
    struct search_meeting meeting = {0};
    size_t count = asked->words->count;

    for (size_t i = 0; i < count; i++) {
        struct search_lists *lists;

        if (i == skip)
            continue;
        lists = search_gather_word(gathering, asked->words->words[i].text,
                                   beginning && i + 1 == count);
        if (lists == NULL)
            return DB_FAILED;
        meeting.lists[meeting.count++] = &lists->kinds[kind];
    }
    return add_common(gathering, &meeting, out);
}

static int add_exact(struct search_gathering *gathering, const struct search_asked *asked,
                     enum search_kind kind, struct search_candidates *out)
{
    const struct search_lists *lists;
    char key[SEARCH_KEY_SIZE];
    const char *kept;

    if (!search_exact_key(asked->words, key))
        return 0;
    kept = arena_strdup(gathering->arena, key);
    lists = kept == NULL ? NULL : search_gather_word(gathering, kept, false);
    if (lists == NULL)
        return DB_FAILED;
    add_first(out, &lists->kinds[kind], 0, EXACT_MOST);
    return 0;
}

int search_gather(struct search_gathering *gathering, const struct search_asked *asked,
                  enum search_kind kind, size_t skip, struct search_candidates *out)
{
    size_t count = asked->words->count;

    if (skip == count && add_exact(gathering, asked, kind, out) != 0)
        return DB_FAILED;
    if (add_words(gathering, asked, kind, skip, false, out) != 0)
        return DB_FAILED;
    return asked->open && skip != count - 1
               ? add_words(gathering, asked, kind, skip, true, out)
               : 0;
}

/* Whether anything has changed since the index was made; asked once. 1, 0 or -1. */
static int any_changed(struct search_gathering *gathering)
{
    struct search_place place;
    int found;

    if (gathering->changed != NOT_ASKED)
        return gathering->changed == SOME_CHANGED;
    found = db_find(gathering->db, gathering->arena, SEARCH_ANY_CHANGED, NO_ARGS, &place);
    if (found >= 0)
        gathering->changed = found == 1 ? SOME_CHANGED : NONE_CHANGED;
    return found;
}

int search_gather_recent(struct search_gathering *gathering,
                         const struct search_asked *asked,
                         struct search_candidates out[SEARCH_KINDS + 1])
{
    struct rows fewest = {NULL, 0};
    const struct search_place *places;
    int any = any_changed(gathering);

    if (any <= 0)
        return any;
    for (size_t i = 0; i < asked->words->count; i++) {
        bool open = asked->open && i + 1 == asked->words->count;
        struct rows rows;

        if (search_store_recent(gathering->db, gathering->arena,
                                asked->words->words[i].text, open, &rows) != 0)
            return DB_FAILED;
        if (i == 0 || rows.count < fewest.count)
            fewest = rows;
        if (fewest.count == 0)
            return 0;
    }
    places = fewest.items;
    for (size_t i = 0; i < fewest.count; i++)
        search_candidate(&out[places[i].kind], SEARCH_ID(places[i].place));
    return 0;
}
