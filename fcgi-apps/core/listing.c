/* listing.c - a page of a list. */
#include "listing.h"

#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "log.h"

#include "banned.h"

#define ARGUMENTS (QUERY_FILTERS + 110)

struct building {
    struct arena *arena;
    char *text;
    size_t used, room;
    struct db_arg args[ARGUMENTS];
    size_t count;
    bool first; /* no condition yet */
    bool failed;
};

static void add(struct building *building, const char *text)
{
    size_t length = strlen(text);

    if (building->used + length + 1 > building->room) {
        size_t room = (building->used + length + 1) * 2;
        char *larger = arena_alloc(building->arena, room);

        building->failed |= larger == NULL;
        if (larger == NULL)
            return;
        memcpy(larger, building->text == NULL ? "" : building->text, building->used);
        building->text = larger;
        building->room = room;
    }
    memcpy(building->text + building->used, text, length + 1);
    building->used += length;
}

static void add_condition(struct building *building, const char *sql)
{
    add(building, building->first ? " WHERE " : " AND ");
    add(building, sql);
    building->first = false;
}

static void bind(struct building *building, struct db_arg arg)
{
    if (building->count < ARGUMENTS)
        building->args[building->count++] = arg;
    else
        building->failed = true;
}

/* ` (?,?,...)`: rounded up to few lengths, the last id repeated, so that few statements
   are prepared. */
static void add_ids(struct building *building, const uint64_t *ids, size_t count)
{
    size_t padded = count <= 1 ? 1 : count <= 20 ? 20 : 100;

    add(building, " (?");
    for (size_t n = 0; n < padded; n++) {
        if (n > 0)
            add(building, ",?");
        bind(building, A_UINT(ids[n < count ? n : count - 1]));
    }
    add(building, ")");
}

static void add_filters(struct building *building, const struct query *query)
{
    const struct listing *listing = query->listing;

    if (listing->where != NULL)
        add_condition(building, listing->where);
    if (listing->where_caller)
        bind(building, A_UINT(query->caller_id));
    if (listing->where_id)
        bind(building, A_UINT(query->path_id));
    for (size_t i = 0; i < listing->filter_count; i++) {
        if (!query->values[i].given || listing->filters[i].sql == NULL)
            continue;
        if (listing->filters[i].kind == BY_IDS) {
            add_condition(building, listing->filters[i].sql);
            add_ids(building, query->values[i].ids, query->values[i].id_count);
        } else if (listing->filters[i].kind == BY_PARTS) {
            for (size_t n = 0; n < query->values[i].part_count; n++) {
                add_condition(building, listing->filters[i].sql);
                bind(building, A_TEXT(query->values[i].parts[n]));
            }
        } else {
            add_condition(building, listing->filters[i].sql);
            bind(building, query->values[i].arg);
        }
    }
}

static bool is_unique(const struct query *query)
{
    return query->sort != NULL && query->listing->unique_sort != NULL &&
           strcmp(query->sort->name, query->listing->unique_sort) == 0;
}

/* (key, id) after the cursor's, in a form whose first half is a range of the key's index.
 */
static void add_position(struct building *building, const struct query *query)
{
    const char *after = query->descending ? "<" : ">";
    char sql[256];

    if (!query->continued)
        return;
    if (query->sort == NULL) {
        snprintf(sql, sizeof sql, "%s %s ?", query->listing->id_column, after);
        add_condition(building, sql);
    } else if (is_unique(query)) {
        snprintf(sql, sizeof sql, "%s %s ?", query->sort->column, after);
        add_condition(building, sql);
        bind(building, query->after);
        return;
    } else {
        const char *column = query->sort->column;

        snprintf(sql, sizeof sql, "%s %s= ? AND (%s %s ? OR %s %s ?)", column, after,
                 column, after, query->listing->id_column, after);
        add_condition(building, sql);
        bind(building, query->after);
        bind(building, query->after);
    }
    bind(building, A_UINT(query->after_id));
}

static void add_order(struct building *building, const struct query *query)
{
    const char *direction = query->descending ? " DESC" : "";
    char sql[256];

    if (query->sort == NULL || is_unique(query))
        snprintf(sql, sizeof sql, " ORDER BY %s%s",
                 query->sort == NULL ? query->listing->id_column : query->sort->column,
                 direction);
    else
        snprintf(sql, sizeof sql, " ORDER BY %s%s, %s%s", query->sort->column, direction,
                 query->listing->id_column, direction);
    add(building, sql);
}

static void build(struct building *building, const struct query *query)
{
    add(building, query->listing->select);
    add_filters(building, query);
    add_position(building, query);
    add_order(building, query);
    add(building, " LIMIT ?");
    bind(building, A_UINT(query->limit + 1));
}

static int prepare(struct db *db, struct arena *arena, const struct query *query)
{
    struct building building = {.arena = arena, .first = true};

    build(&building, query);
    return building.failed ? DB_FAILED : db_check(db, building.text, query->listing->row);
}

/* Cuts `rows`, of which there is one more than was asked for if the list goes on, to the
   page and makes its cursor. */
static int cut(const struct query *query, struct arena *arena, struct page *page)
{
    const char *items = page->rows.items;

    page->next_cursor = NULL;
    if (page->rows.count <= query->limit)
        return 0;
    page->rows.count = query->limit;
    page->next_cursor = query_cursor(
        query, items + (query->limit - 1) * query->listing->row->size, arena);
    return page->next_cursor == NULL ? DB_FAILED : 0;
}

int listing_fetch(struct db *db, struct arena *arena, const struct query *query,
                  struct page *page)
{
    struct building building = {.arena = arena, .first = true};

    build(&building, query);
    if (building.failed ||
        db_list_composed(db, arena, building.text, query->listing->row,
                         (struct db_args){building.args, building.count},
                         &page->rows) != 0)
        return DB_FAILED;
    return cut(query, arena, page);
}

int listing_check(struct db *db, struct arena *arena, const struct listing *listing)
{
    uint64_t no_id = 0;
    const char *part = "%a%";
    size_t sorts = listing->sort_count == 0 ? 1 : listing->sort_count;

    for (size_t i = 0; i < listing->filter_count + sorts; i++) {
        struct query *query = arena_alloc(arena, sizeof *query);
        size_t sort = i < listing->filter_count ? 0 : i - listing->filter_count;

        if (query == NULL)
            return DB_FAILED;
        query->listing = listing;
        query->sort = listing->sort_count == 0 ? NULL : &listing->sorts[sort];
        query->continued = true;
        if (i < listing->filter_count) {
            query->values[i].given = true;
            query->values[i].ids = &no_id;
            query->values[i].id_count = 1;
            query->values[i].parts = &part;
            query->values[i].part_count = 1;
        }
        if (prepare(db, arena, query) != 0) {
            log_line(LOG_ERROR, "listing",
                     "%s: a filter or sort of this list does not work", listing->plural);
            return DB_FAILED;
        }
    }
    return 0;
}
