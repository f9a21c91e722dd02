/* search_filter.c - a list's `q`: the ids of what has the words, for the list's own
 * statement to filter and sort. */
#include <string.h>

#include "catalog/search_find.h"
#include "catalog/statements.h"
#include "core/arena.h"

#include "core/banned.h"

#define BLOCKS 256
#define LEFT_MOST                                                                        \
    2000 /* documents that are looked at where lists would take too long                 \
          */

struct filtering {
    struct search_gathering gathering;
    struct search_asked asked;
    enum search_kind kind;
    struct search_candidates ids;
};

/* Adds those of `ids` that have the words. */
static int add_checked(struct filtering *filtering, const struct search_candidates *ids)
{
    struct search_gathering *g = &filtering->gathering;
    struct search_document *documents;
    struct rows rows;

    if (search_store_read(g->db, g->arena, filtering->kind, ids->ids, ids->count,
                          &rows) != 0)
        return DB_FAILED;
    documents = rows.items;
    for (size_t i = 0; i < rows.count; i++) {
        search_score(&filtering->asked, &documents[i]);
        if (documents[i].score > 0)
            search_candidate(&filtering->ids, documents[i].id);
    }
    return 0;
}

static int add_left(struct filtering *filtering, const struct search_list *left,
                    size_t from)
{
    struct search_candidates ids = {.room = LEFT_MOST};

    ids.ids = arena_alloc(filtering->gathering.arena, LEFT_MOST * sizeof *ids.ids);
    if (ids.ids == NULL)
        return DB_FAILED;
    for (size_t i = from; i < left->count; i++)
        search_candidate(&ids, SEARCH_ID(left->places[i]));
    return add_checked(filtering, &ids);
}

static int add_common(struct filtering *filtering, bool beginning)
{
    struct search_gathering *g = &filtering->gathering;
    struct search_meeting meeting = {.most = SEARCH_LISTED, .blocks = BLOCKS};
    const struct search_list *left = NULL;
    size_t words = filtering->asked.words->count, count = 0, from = 0;
    uint64_t *places = arena_alloc(g->arena, SEARCH_LISTED * sizeof *places);

    if (places == NULL)
        return DB_FAILED;
    for (size_t i = 0; i < words; i++) {
        struct search_lists *lists = search_gather_word(
            g, filtering->asked.words->words[i].text, beginning && i + 1 == words);

        if (lists == NULL)
            return DB_FAILED;
        if (lists->kinds[filtering->kind].documents == 0)
            return 0;
        meeting.lists[meeting.count++] = &lists->kinds[filtering->kind];
    }
    if (search_meet(g->db, g->arena, &meeting, places, &count, &left, &from) != 0)
        return DB_FAILED;
    for (size_t i = 0; i < count; i++)
        search_candidate(&filtering->ids, SEARCH_ID(places[i]));
    return left == NULL ? 0 : add_left(filtering, left, from);
}

/* Leaves out what has changed since the index was made: search_recent tells of that. */
static int drop_changed(struct filtering *filtering)
{
    struct search_gathering *g = &filtering->gathering;
    struct search_candidates *ids = &filtering->ids;
    const char *list = search_ids(g->arena, ids->ids, ids->count);
    const struct search_place *changed;
    struct rows rows;
    size_t kept = 0, next = 0;

    if (list == NULL || db_list(g->db, g->arena, SEARCH_CHANGED,
                                ARGS(A_TEXT(list), A_UINT(filtering->kind)), &rows) != 0)
        return DB_FAILED;
    changed = rows.items;
    for (size_t i = 0; i < ids->count; i++) { /* both ascend */
        while (next < rows.count && changed[next].place < ids->ids[i])
            next++;
        if (next == rows.count || changed[next].place != ids->ids[i])
            ids->ids[kept++] = ids->ids[i];
    }
    ids->count = kept;
    return 0;
}

static int add_recent(struct filtering *filtering)
{
    struct search_candidates recent[SEARCH_KINDS + 1] = {{0}};

    for (unsigned kind = 1; kind <= SEARCH_KINDS; kind++) {
        recent[kind].room = SEARCH_BEGINNING_PLACES;
        recent[kind].ids = arena_alloc(filtering->gathering.arena,
                                       SEARCH_BEGINNING_PLACES * sizeof(uint64_t));
        if (recent[kind].ids == NULL)
            return DB_FAILED;
    }
    if (search_gather_recent(&filtering->gathering, &filtering->asked, recent) != 0)
        return DB_FAILED;
    search_candidates_tidy(&recent[filtering->kind]);
    return add_checked(filtering, &recent[filtering->kind]);
}

static int find_ids(struct filtering *filtering)
{
    if (filtering->asked.words->count == 0)
        return 0;
    if (add_common(filtering, false) != 0 || add_common(filtering, true) != 0)
        return DB_FAILED;
    search_candidates_tidy(&filtering->ids);
    if (drop_changed(filtering) != 0 || add_recent(filtering) != 0)
        return DB_FAILED;
    search_candidates_tidy(&filtering->ids);
    return 0;
}

static int bind_ids(struct db *db, struct arena *arena, struct query *query, size_t at,
                    enum search_kind kind)
{
    struct filtering *filtering = arena_alloc(arena, sizeof *filtering);
    struct search_text *words = arena_alloc(arena, sizeof *words);
    const char *list;

    if (filtering == NULL || words == NULL)
        return DB_FAILED;
    search_fold(query->values[at].text, words);
    if (words->count > SEARCH_ASKED_WORDS)
        words->count = SEARCH_ASKED_WORDS;
    filtering->gathering = (struct search_gathering){.db = db, .arena = arena};
    filtering->asked = (struct search_asked){.words = words, .open = true, .factor = 1};
    filtering->kind = kind;
    filtering->ids.room = 2 * SEARCH_LISTED + LEFT_MOST;
    filtering->ids.ids = arena_alloc(arena, filtering->ids.room * sizeof(uint64_t));
    if (filtering->ids.ids == NULL || find_ids(filtering) != 0)
        return DB_FAILED;
    list = search_ids(arena, filtering->ids.ids, filtering->ids.count);
    query->values[at].arg = A_TEXT(list);
    return list == NULL ? DB_FAILED : 0;
}

int search_filter(struct db *db, struct arena *arena, struct query *query,
                  enum search_kind kind)
{
    for (size_t i = 0; i < query->listing->filter_count; i++)
        if (strcmp(query->listing->filters[i].name, "q") == 0 && query->values[i].given)
            return bind_ids(db, arena, query, i, kind);
    return 0;
}
