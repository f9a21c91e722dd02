/* listing.c - a page of a list. */
#include "listing.h"

#include <string.h>

#include "arena.h"
#include "listing_sql.h"
#include "log.h"

#include "banned.h"

/* Of a list of several filters: how many rows are looked at for a page before it is cut
   short, and how far it is then looked at to the end. */
#define EXAMINED 4000
#define STRETCH 2000

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

static int fetch(struct db *db, struct arena *arena, const struct query *query,
                 const struct portion *portion, struct rows *rows)
{
    struct listing_sql *sql = arena_alloc(arena, sizeof *sql);

    if (sql == NULL || !listing_sql_make(arena, query, portion, sql))
        return DB_FAILED;
    return db_list_composed(db, arena, sql->text, query->listing->row,
                            (struct db_args){sql->args, sql->count}, rows);
}

/* Whether rows that are walked may not meet a filter. */
static bool is_open(const struct query *query)
{
    for (size_t i = 0; i < query->listing->filter_count; i++)
        if (query->values[i].given && query->values[i].way == WAY_OPEN &&
            query->listing->filters[i].sql != NULL)
            return true;
    return false;
}

/* What meets the filters of the next STRETCH rows; the list goes on after them, if they
   are not the last. */
static int fetch_stretch(struct db *db, struct arena *arena, const struct query *query,
                         struct page *page)
{
    struct query *edge = arena_alloc(arena, sizeof *edge);
    struct portion portion = {.limit = 1, .offset = STRETCH, .all = true};
    const char *cursor = NULL;
    struct rows last;

    if (edge == NULL || fetch(db, arena, query, &portion, &last) != 0)
        return DB_FAILED;
    portion = (struct portion){.limit = query->limit + 1};
    if (last.count > 0) {
        *edge = *query;
        cursor = query_cursor(query, last.items, arena);
        if (cursor == NULL || !query_resume(edge, cursor, arena))
            return DB_FAILED;
        portion.until = edge;
    }
    if (fetch(db, arena, query, &portion, &page->rows) != 0 ||
        cut(query, arena, page) != 0)
        return DB_FAILED;
    if (page->next_cursor == NULL)
        page->next_cursor = cursor;
    return 0;
}

int listing_fetch(struct db *db, struct arena *arena, const struct query *query,
                  struct page *page)
{
    bool open = query->walk != NULL && is_open(query);
    struct portion portion = {.limit = query->limit + 1, .examined = open ? EXAMINED : 0};

    if (fetch(db, arena, query, &portion, &page->rows) != 0)
        return DB_FAILED;
    /* fewer than were asked for: it has ended, or it was given up */
    if (open && page->rows.count < portion.limit)
        return fetch_stretch(db, arena, query, page);
    return cut(query, arena, page);
}

static int prepare(struct db *db, struct arena *arena, const struct query *query)
{
    static const struct portion portion = {.limit = 1, .offset = 1, .examined = 1};
    struct listing_sql *sql = arena_alloc(arena, sizeof *sql);

    if (sql != NULL && listing_sql_make(arena, query, &portion, sql) &&
        db_check(db, sql->text, query->listing->row) == 0)
        return 0;
    log_line(LOG_ERROR, "listing", "%s: a filter or sort of this list does not work",
             query->listing->plural);
    return DB_FAILED;
}

/* Each filter in the first order, along one walk (NULL: none). */
static int check_filters(struct db *db, struct arena *arena, struct query *query)
{
    uint64_t no_id = 0;
    const char *part = "%a%";

    for (size_t i = 0; i < query->listing->filter_count; i++) {
        memset(query->values, 0, sizeof query->values);
        query->values[i].given = true;
        query->values[i].ids = &no_id;
        query->values[i].id_count = 1;
        query->values[i].parts = &part;
        query->values[i].part_count = 1;
        if (prepare(db, arena, query) != 0)
            return DB_FAILED;
    }
    memset(query->values, 0, sizeof query->values);
    return 0;
}

int listing_check(struct db *db, struct arena *arena, const struct listing *listing)
{
    struct query *query = arena_alloc(arena, sizeof *query);

    if (query == NULL)
        return DB_FAILED;
    query->listing = listing;
    query->continued = true;
    for (size_t way = 0; way <= listing->walk_count; way++) {
        query->walk = way == 0 ? NULL : &listing->walks[way - 1];
        query->sort = listing->sorts;
        if (check_filters(db, arena, query) != 0)
            return DB_FAILED;
        for (size_t i = 0; i < listing->sort_count || i == 0; i++) {
            query->sort = listing->sort_count == 0 ? NULL : &listing->sorts[i];
            if (prepare(db, arena, query) != 0)
                return DB_FAILED;
        }
    }
    return 0;
}
