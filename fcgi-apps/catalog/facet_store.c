/* facet_store.c - what lists of albums are narrowed by. */
#include "catalog/facet_store.h"

#include <string.h>

#include "catalog/album_store.h"
#include "catalog/facet_rows.h"
#include "catalog/statements.h"
#include "core/arena.h"

#include "core/banned.h"

static const struct field size_fields[] = {
    FIELD(struct facet_size, value, FIELD_ID),
    FIELD(struct facet_size, albums, FIELD_COUNT),
};
const struct shape facet_size_shape = SHAPE(struct facet_size, size_fields);

const struct walk facet_walks[2] = {
    {.alias = 'a', .select = ALBUM_SELECT,               .keys = "", .joined = ""},
    { .alias = 'f',
     .select = ALBUM_COLUMNS " FROM album_facets f",
     .keys = "",
     .joined = " STRAIGHT_JOIN albums a ON a.id = f.id",
     .where = "f.kind = ? AND f.value = ?",
     .arg_count = 2},
};

/* The filters that are a facet's value, and how the word or id that was asked for leads
   to it. */
static const struct {
    const char *filter;
    enum facet kind;
    int find;
} faceted[] = {
    {"genre",     FACET_GENRE,   FACET_GENRE_NAMED },
    {"style",     FACET_STYLE,   FACET_STYLE_NAMED },
    {"artist",    FACET_ARTIST,  FACET_ARTIST_NAMED},
    {"artist_id", FACET_ARTIST,  FACET_SIZE        },
    {"label_id",  FACET_LABEL,   FACET_SIZE        },
    {"format",    FACET_FORMAT,  FACET_NAMED       },
    {"country",   FACET_COUNTRY, FACET_NAMED       },
};

/* The facet that fewest albums have, so far. */
struct choice {
    struct db *db;
    struct arena *arena;
    struct query *query;
    bool any;
    enum facet kind;
    struct facet_size size;
    size_t met[2]; /* the filters that it meets */
    size_t met_count;
};

static size_t filter_at(const struct query *query, const char *name)
{
    size_t i = 0;

    while (i < query->listing->filter_count &&
           strcmp(query->listing->filters[i].name, name) != 0)
        i++;
    return i;
}

static bool is_given(const struct query *query, const char *name)
{
    return query_value(query, name) != NULL;
}

static bool sorts_by(const struct query *query, const char *name)
{
    return strcmp(query->sort->name, name) == 0;
}

/* Takes a facet if it is smaller than the one that was chosen. */
static void consider(struct choice *choice, enum facet kind, struct facet_size size)
{
    if (choice->any && choice->size.albums <= size.albums)
        return;
    choice->any = true;
    choice->kind = kind;
    choice->size = size;
    choice->met_count = 0;
}

static void meets(struct choice *choice, enum facet kind, const char *filter)
{
    if (choice->any && choice->kind == kind && choice->met_count < 2)
        choice->met[choice->met_count++] = filter_at(choice->query, filter);
}

/* The value of a facet that has no name. 0 or -1. */
static int find_size(struct choice *choice, enum facet kind, uint64_t value,
                     struct facet_size *out)
{
    *out = (struct facet_size){.value = value};
    return db_find(choice->db, choice->arena, FACET_SIZE,
                   ARGS(A_UINT(kind), A_UINT(value)), out) < 0
               ? DB_FAILED
               : 0;
}

/* What a word comes to. 1, 0 if nothing has it, or -1. *several: there are more than one
   of that name, which the database looks for itself. */
static int find_named(struct choice *choice, size_t which, const char *word,
                      struct facet_size *out, bool *several)
{
    const struct facet_size *sizes;
    struct rows rows;
    int listed = faceted[which].find == FACET_NAMED
                     ? db_list(choice->db, choice->arena, FACET_NAMED,
                               ARGS(A_UINT(faceted[which].kind), A_TEXT(word)), &rows)
                     : db_list(choice->db, choice->arena, faceted[which].find,
                               ARGS(A_TEXT(word)), &rows);

    if (listed != 0)
        return DB_FAILED;
    sizes = rows.items;
    *several = rows.count > 1;
    if (rows.count > 0)
        *out = sizes[0];
    return rows.count > 0;
}

/* One filter of the table. 1, 0 if nothing can meet it, or -1. */
static int consider_filter(struct choice *choice, size_t which, bool *natural)
{
    const char *name = faceted[which].filter;
    size_t at = filter_at(choice->query, name);
    struct facet_size size = {0};
    bool several = false;
    int found = 1;

    if (!is_given(choice->query, name))
        return 1;
    if (faceted[which].find == FACET_SIZE)
        found = find_size(choice, faceted[which].kind, choice->query->values[at].arg.uint,
                          &size) < 0
                    ? DB_FAILED
                    : 1;
    else
        found =
            find_named(choice, which, choice->query->values[at].text, &size, &several);
    *natural = *natural || several;
    if (found != 1 || several)
        return found;
    if (strcmp(name, "artist") != 0) /* whose condition takes the name */
        choice->query->values[at].arg = A_UINT(size.value);
    consider(choice, faceted[which].kind, size);
    if (choice->size.value == size.value)
        meets(choice, faceted[which].kind, name);
    return 1;
}

/* Years within one decade: all of it, or some of it. */
static int consider_decade(struct choice *choice)
{
    const struct db_arg *year = query_value(choice->query, "year");
    const struct db_arg *from = query_value(choice->query, "year_from");
    const struct db_arg *to = query_value(choice->query, "year_to");
    int64_t first = year != NULL ? year->integer : from != NULL ? from->integer : 0;
    int64_t last = year != NULL ? year->integer : to != NULL ? to->integer : -1;
    struct facet_size size;

    if (first == 0 || first / 10 != last / 10 || sorts_by(choice->query, "release_year"))
        return 0;
    if (find_size(choice, FACET_DECADE, (uint64_t)(first / 10 * 10), &size) != 0)
        return DB_FAILED;
    consider(choice, FACET_DECADE, size);
    if (year == NULL && first % 10 == 0 && last % 10 == 9) {
        meets(choice, FACET_DECADE, "year_from");
        meets(choice, FACET_DECADE, "year_to");
    }
    return 0;
}

/* The highest score with rows of its own that is not above the least asked for. */
static int consider_score(struct choice *choice)
{
    const struct db_arg *least = query_value(choice->query, "min_rating");
    struct facet_size size = {0};
    int found;

    if (least == NULL || sorts_by(choice->query, "rating"))
        return 0;
    found = db_find(choice->db, choice->arena, FACET_SCORE_BELOW,
                    ARGS(A_REAL(2 * least->real)), &size);
    if (found < 1)
        return found;
    consider(choice, FACET_SCORE, size);
    if ((double)size.value >= 2 * least->real)
        meets(choice, FACET_SCORE, "min_rating");
    return 0;
}

/* Conditions that are a range of the sort's own index. */
static void mark_ranges(struct query *query)
{
    static const struct {
        const char *sort, *filter;
    } ranges[] = {
        {"release_year", "year"      },
        {"release_year", "year_from" },
        {"release_year", "year_to"   },
        {"rating",       "min_rating"},
    };

    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (sorts_by(query, ranges[i].sort))
            query->values[filter_at(query, ranges[i].filter)].way = WAY_RANGE;
}

static int take_walk(struct choice *choice)
{
    struct walk *walk = arena_alloc(choice->arena, sizeof *walk);
    struct query *query = choice->query;

    if (walk == NULL)
        return DB_FAILED;
    *walk = facet_walks[choice->any];
    walk->args[0] = A_UINT(choice->kind);
    walk->args[1] = A_UINT(choice->size.value);
    mark_ranges(query);
    for (size_t i = 0; i < choice->met_count; i++)
        query->values[choice->met[i]].way = WAY_MET;
    query->walk = walk;
    return 1;
}

int facet_store_walk(struct db *db, struct arena *arena, struct query *query)
{
    struct choice choice = {.db = db, .arena = arena, .query = query};
    bool natural = is_given(query, "q") || is_given(query, "ids");

    for (size_t i = 0; i < sizeof faceted / sizeof *faceted; i++) {
        int found = consider_filter(&choice, i, &natural);

        if (found != 1)
            return found;
    }
    /* few albums by their ids, which are looked at and sorted */
    if (natural)
        return 1;
    if (consider_decade(&choice) != 0 || consider_score(&choice) != 0)
        return DB_FAILED;
    return take_walk(&choice);
}

int facet_store_put(struct db *db, uint64_t album_id)
{
    struct db_arg args[FACET_KINDS];

    for (size_t i = 0; i < FACET_KINDS; i++)
        args[i] = A_UINT(album_id);
    if (facet_store_remove(db, album_id) != 0)
        return DB_FAILED;
    return db_run(db, FACETS_ADD, (struct db_args){args, FACET_KINDS}) < 0 ? DB_FAILED
                                                                           : 0;
}

int facet_store_remove(struct db *db, uint64_t album_id)
{
    return db_run(db, FACETS_CLEAR, ARGS(A_UINT(album_id))) < 0 ? DB_FAILED : 0;
}

int facet_store_score(struct db *db, const struct album_score *score)
{
    double reached = 2 * score->weighted;

    if (db_run(db, FACETS_SCORE,
               ARGS(A_REAL(score->weighted), A_INT(score->count),
                    A_UINT(score->album_id))) < 0 ||
        db_run(db, FACETS_SCORE_LOST, ARGS(A_UINT(score->album_id), A_REAL(reached))) < 0)
        return DB_FAILED;
    return db_run(db, FACETS_SCORE_REACHED,
                  ARGS(A_REAL(reached), A_UINT(score->album_id))) < 0
               ? DB_FAILED
               : 0;
}
