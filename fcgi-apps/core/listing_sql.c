/* listing_sql.c - the statement of a list. */
#include "listing_sql.h"

#include <stdio.h>
#include <string.h>

#include "arena.h"

#include "banned.h"

struct building {
    struct arena *arena;
    struct listing_sql *out;
    char *text;
    size_t used, room;
    char alias;
    bool first; /* no condition yet */
    bool failed;
};

static bool make_room(struct building *building, size_t length)
{
    size_t room = (building->used + length + 1) * 2;
    char *larger;

    if (building->used + length + 1 <= building->room)
        return true;
    larger = arena_alloc(building->arena, room);
    building->failed |= larger == NULL;
    if (larger == NULL)
        return false;
    memcpy(larger, building->text == NULL ? "" : building->text, building->used);
    building->text = larger;
    building->room = room;
    return true;
}

/* `@` becomes the alias. */
static void add(struct building *building, const char *text)
{
    size_t length = strlen(text);

    if (!make_room(building, length))
        return;
    for (size_t i = 0; i < length; i++)
        building->text[building->used + i] = text[i] == '@' ? building->alias : text[i];
    building->used += length;
    building->text[building->used] = '\0';
}

static void add_condition(struct building *building, const char *sql)
{
    add(building, building->first ? " WHERE " : " AND ");
    add(building, sql);
    building->first = false;
}

static void bind(struct building *building, struct db_arg arg)
{
    if (building->out->count < LISTING_ARGUMENTS)
        building->out->args[building->out->count++] = arg;
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

static void add_walk(struct building *building, const struct query *query)
{
    const struct walk *walk = query->walk;

    building->alias = walk == NULL ? query->listing->alias : walk->alias;
    add(building, walk == NULL ? query->listing->select : walk->select);
    if (walk == NULL)
        return;
    add(building, " FORCE INDEX (");
    if (walk->key == NULL)
        add(building, walk->keys);
    add(building, walk->key != NULL ? walk->key : strchr(query->sort->column, '.') + 1);
    add(building, ")");
    add(building, walk->joined);
    if (walk->where == NULL)
        return;
    add_condition(building, walk->where);
    for (size_t i = 0; i < walk->arg_count; i++)
        bind(building, walk->args[i]);
}

static void add_filter(struct building *building, const struct query *query, size_t i)
{
    const char *sql = query->listing->filters[i].sql;

    if (query->listing->filters[i].kind == BY_IDS) {
        add_condition(building, sql);
        add_ids(building, query->values[i].ids, query->values[i].id_count);
    } else if (query->listing->filters[i].kind == BY_PARTS) {
        for (size_t n = 0; n < query->values[i].part_count; n++) {
            add_condition(building, sql);
            bind(building, A_TEXT(query->values[i].parts[n]));
        }
    } else {
        add_condition(building, sql);
        bind(building, query->values[i].arg);
    }
}

/* `all` leaves out what is looked for along the walk. */
static void add_filters(struct building *building, const struct query *query, bool all)
{
    const struct listing *listing = query->listing;

    if (listing->where != NULL)
        add_condition(building, listing->where);
    if (listing->where_caller)
        bind(building, A_UINT(query->caller_id));
    if (listing->where_id)
        bind(building, A_UINT(query->path_id));
    for (size_t i = 0; i < listing->filter_count; i++)
        if (query->values[i].given && listing->filters[i].sql != NULL &&
            query->values[i].way != WAY_MET &&
            (!all || query->values[i].way == WAY_RANGE))
            add_filter(building, query, i);
}

static bool is_unique(const struct query *query)
{
    return query->sort != NULL && query->listing->unique_sort != NULL &&
           strcmp(query->sort->name, query->listing->unique_sort) == 0;
}

/* (key, id) on this side of a position, as two ranges of the key's index, so that rows
   that have the same key are not passed over one by one. `or_at` has "=" for the position
   itself as well. */
static void add_position(struct building *building, const struct query *position,
                         const char *side, const char *or_at)
{
    const char *id = position->listing->id_column;
    char sql[256];

    if (position->sort == NULL || is_unique(position)) {
        snprintf(sql, sizeof sql, "%s %s%s ?",
                 position->sort == NULL ? id : position->sort->column, side, or_at);
        add_condition(building, sql);
        bind(building,
             position->sort == NULL ? A_UINT(position->after_id) : position->after);
        return;
    }
    snprintf(sql, sizeof sql, "(%s %s ? OR (%s = ? AND %s %s%s ?))",
             position->sort->column, side, position->sort->column, id, side, or_at);
    add_condition(building, sql);
    bind(building, position->after);
    bind(building, position->after);
    bind(building, A_UINT(position->after_id));
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

static void add_limit(struct building *building, const struct portion *portion)
{
    char sql[64];

    add(building, " LIMIT ?");
    bind(building, A_UINT(portion->limit));
    if (portion->offset > 0) {
        add(building, " OFFSET ?");
        bind(building, A_UINT(portion->offset));
    }
    if (portion->examined > 0) {
        snprintf(sql, sizeof sql, " ROWS EXAMINED %u", portion->examined);
        add(building, sql);
    }
}

bool listing_sql_make(struct arena *arena, const struct query *query,
                      const struct portion *portion, struct listing_sql *out)
{
    struct building building = {.arena = arena, .out = out, .first = true};

    out->count = 0;
    add_walk(&building, query);
    add_filters(&building, query, portion->all);
    if (query->continued)
        add_position(&building, query, query->descending ? "<" : ">", "");
    if (portion->until != NULL)
        add_position(&building, portion->until, query->descending ? ">" : "<", "=");
    add_order(&building, query);
    add_limit(&building, portion);
    out->text = building.text;
    return !building.failed;
}
