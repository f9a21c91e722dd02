/* search_list.c - words' lists read from the index, and the documents that lists have in
 * common. */
#include "catalog/search_list.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/search_text.h"
#include "catalog/statements.h"
#include "core/arena.h"

#include "core/banned.h"

#define COMPLETIONS 8 /* words that a longer beginning stands for */
#define STEP 4        /* each time so many times more blocks */

static const struct field block_fields[] = {
    FIELD(struct search_block, kind, FIELD_COUNT),
    FIELD(struct search_block, documents, FIELD_COUNT),
    FIELD(struct search_block, postings, FIELD_BLOB),
};
const struct shape search_block_shape = SHAPE(struct search_block, block_fields);

static const struct field word_fields[] = {
    FIELD(struct search_known, word, FIELD_TEXT),
};
const struct shape search_word_shape = SHAPE(struct search_known, word_fields);

/* Appends a block's places. 0, or DB_FAILED if memory is out. */
static int append(struct arena *arena, struct search_list *list, const struct blob *block)
{
    size_t room = list->count + block->length;
    uint64_t *places = arena_alloc(arena, room * sizeof *places);

    if (places == NULL)
        return DB_FAILED;
    if (list->count > 0)
        memcpy(places, list->places, list->count * sizeof *places);
    list->places = places;
    list->count +=
        search_take(block->at, block->length, places + list->count, block->length);
    list->blocks++;
    return 0;
}

int search_lists_open(struct db *db, struct arena *arena, const char *word,
                      struct search_lists *out)
{
    struct rows rows;
    const struct search_block *blocks;

    *out = (struct search_lists){0};
    if (db_list(db, arena, SEARCH_HEADS, ARGS(A_TEXT(word)), &rows) != 0)
        return DB_FAILED;
    blocks = rows.items;
    for (size_t i = 0; i < rows.count; i++) {
        struct search_list *list = &out->kinds[blocks[i].kind];

        *list = (struct search_list){.word = word,
                                     .kind = (unsigned)blocks[i].kind,
                                     .documents = (uint64_t)blocks[i].documents};
        if (append(arena, list, &blocks[i].postings) != 0)
            return DB_FAILED;
    }
    return 0;
}

/* Reads on: as many blocks again, and more. */
static int read_on(struct db *db, struct arena *arena, struct search_list *list,
                   unsigned most)
{
    unsigned to = list->blocks * STEP < most ? list->blocks * STEP : most;
    struct rows rows;
    const struct search_block *blocks;
    size_t room = list->count;
    uint64_t *places;

    if (db_list(db, arena, SEARCH_BLOCKS,
                ARGS(A_TEXT(list->word), A_UINT(list->kind), A_UINT(list->blocks),
                     A_UINT(to)),
                &rows) != 0)
        return DB_FAILED;
    blocks = rows.items;
    for (size_t i = 0; i < rows.count; i++)
        room += blocks[i].postings.length;
    places = arena_alloc(arena, (room + 1) * sizeof *places);
    if (places == NULL)
        return DB_FAILED;
    memcpy(places, list->places, list->count * sizeof *places);
    for (size_t i = 0; i < rows.count; i++)
        list->count += search_take(blocks[i].postings.at, blocks[i].postings.length,
                                   places + list->count, room - list->count);
    list->places = places;
    list->blocks = to;
    if (rows.count == 0) /* swapped meanwhile: what is read is all there is */
        list->documents = list->count;
    return 0;
}

static int compare(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;

    return (*x > *y) - (*x < *y);
}

/* Adds one list's places to another, as they are. */
static int pour(struct arena *arena, struct search_list *into,
                const struct search_list *from)
{
    size_t count = into->count + from->count;
    uint64_t *places;

    into->partial |= from->count < from->documents;
    if (from->count == 0)
        return 0;
    places = arena_alloc(arena, count * sizeof *places);
    if (places == NULL)
        return DB_FAILED;
    if (into->count > 0)
        memcpy(places, into->places, into->count * sizeof *places);
    memcpy(places + into->count, from->places, from->count * sizeof *places);
    into->places = places;
    into->count = count;
    return 0;
}

/* Sorted, each once; the list is what has been read. */
static void tidy(struct search_list *list)
{
    size_t kept = 0;

    if (list->count > 0)
        qsort(list->places, list->count, sizeof *list->places, compare);
    for (size_t i = 0; i < list->count; i++)
        if (kept == 0 || list->places[i] != list->places[kept - 1])
            list->places[kept++] = list->places[i];
    list->count = kept;
    list->documents = kept;
}

static int complete(struct db *db, struct arena *arena, const char *beginning,
                    struct search_lists *out)
{
    struct rows rows;
    const struct search_known *words;
    char *end = arena_printf(arena, "%s\xff", beginning);

    if (end == NULL ||
        db_list(db, arena, SEARCH_COMPLETIONS,
                ARGS(A_TEXT(beginning), A_BYTES(end, strlen(end))), &rows) != 0)
        return DB_FAILED;
    words = rows.items;
    for (size_t i = 0; i < rows.count; i++) {
        struct search_lists one;

        if (search_lists_open(db, arena, words[i].word, &one) != 0)
            return DB_FAILED;
        for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++)
            if (pour(arena, &out->kinds[kind], &one.kinds[kind]) != 0)
                return DB_FAILED;
    }
    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++) {
        tidy(&out->kinds[kind]);
        out->kinds[kind].kind = kind;
        out->kinds[kind].partial |= rows.count == COMPLETIONS;
    }
    return 0;
}

int search_lists_begin(struct db *db, struct arena *arena, const char *beginning,
                       struct search_lists *out)
{
    *out = (struct search_lists){0};
    if (search_bytes(beginning, SEARCH_BEGINNING + 1) != 0)
        return complete(db, arena, beginning, out);
    beginning = arena_printf(arena, "%s*", beginning);
    if (beginning == NULL || search_lists_open(db, arena, beginning, out) != 0)
        return DB_FAILED;
    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++)
        out->kinds[kind].partial = out->kinds[kind].documents >= SEARCH_BEGINNING_PLACES;
    return 0;
}

enum reached {
    REACHED,
    ENDED,  /* the list */
    ENOUGH, /* as many blocks have been read as may be */
    LOST    /* the database */
};

/* Moves *at to the first of the list's places not below `place`, reading on. */
static enum reached reach(struct db *db, struct arena *arena, struct search_list *list,
                          unsigned blocks, uint64_t place, size_t *at)
{
    for (;;) {
        while (*at < list->count && list->places[*at] < place)
            (*at)++;
        if (*at < list->count)
            return REACHED;
        if (list->count >= list->documents)
            return ENDED;
        if (list->blocks >= blocks)
            return ENOUGH;
        if (read_on(db, arena, list, blocks) != 0)
            return LOST;
    }
}

/* The shortest list in front. */
static void choose_first(struct search_meeting *meeting)
{
    for (size_t i = 1; i < meeting->count; i++) {
        struct search_list *list = meeting->lists[i];

        if (list->documents >= meeting->lists[0]->documents)
            continue;
        meeting->lists[i] = meeting->lists[0];
        meeting->lists[0] = list;
    }
}

int search_meet(struct db *db, struct arena *arena, struct search_meeting *meeting,
                uint64_t *out, size_t *count, const struct search_list **left,
                size_t *from)
{
    size_t at[64] = {0};
    uint64_t place = 0;

    choose_first(meeting);
    *count = 0;
    *left = NULL;
    while (*count < meeting->most) {
        bool met = true;

        for (size_t i = 0; i < meeting->count && met; i++) {
            switch (reach(db, arena, meeting->lists[i], meeting->blocks, place, &at[i])) {
            case LOST:
                return DB_FAILED;
            case ENDED:
                return 0;
            case ENOUGH:
                *left = meeting->lists[0];
                *from = at[0];
                return 0;
            case REACHED:
                met = meeting->lists[i]->places[at[i]] == place || i == 0;
                place = meeting->lists[i]->places[at[i]];
            }
        }
        if (met)
            out[(*count)++] = place++;
    }
    return 0;
}
