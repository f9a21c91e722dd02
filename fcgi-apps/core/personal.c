/* personal.c - what a service holds on somebody. */
#include "personal.h"

#include <string.h>

#include "db.h"
#include "listing.h"
#include "problem.h"
#include "reply.h"
#include "request.h"
#include "service.h"

#include "banned.h"

static const struct field personal_row_fields[] = {
    FIELD(struct personal_row, position, FIELD_ID),
    FIELD(struct personal_row, content, FIELD_JSON),
};
const struct shape personal_row_shape = SHAPE(struct personal_row, personal_row_fields);

static const struct filter filters[] = {
    FILTER("user", BY_ID, NULL, .required = true),
    FILTER("part", BY_TEXT, NULL),
    FILTER("after", BY_INT, NULL, .min = 0, .max = 9007199254740991.0),
};
const struct listing personal_query = {FILTERS(filters)};

int personal_rows(struct db *db, struct arena *arena, const struct personal *part,
                  uint64_t user_id, uint64_t after, struct rows *rows)
{
    return db_list_composed(db, arena, part->sql, &personal_row_shape,
                            ARGS(A_UINT(user_id), A_UINT(after), A_UINT(part->page)),
                            rows);
}

static int reply_parts(struct request *rq)
{
    json_t *names = json_array();

    for (size_t i = 0; i < rq->service->personal_count; i++)
        json_array_append_new(names, json_string(rq->service->personal[i].name));
    return reply_json(rq, 200, json_pack("{s:o}", "parts", names));
}

static const struct personal *find(const struct service *service, const char *name)
{
    for (size_t i = 0; i < service->personal_count; i++)
        if (strcmp(service->personal[i].name, name) == 0)
            return &service->personal[i];
    return NULL;
}

int personal_feed(struct request *rq)
{
    const struct db_arg *name = query_value(rq->query, "part"),
                        *after = query_value(rq->query, "after");
    uint64_t next = after == NULL ? 0 : (uint64_t)after->integer;
    const struct personal_row *items;
    const struct personal *part;
    json_t *list = json_array();
    struct rows rows;

    if (name == NULL)
        return reply_parts(rq);
    part = find(rq->service, name->bytes.at);
    if (part == NULL)
        return fail(rq, P_BAD_PARAMETER, "part names nothing that is kept here");
    if (personal_rows(rq->db, rq->arena, part, query_value(rq->query, "user")->uint, next,
                      &rows) != 0)
        return fail(rq, P_DATABASE, "personal");
    items = rows.items;
    for (size_t i = 0; i < rows.count; i++)
        json_array_append_new(list, json_loads(items[i].content, 0, NULL));
    if (json_array_size(list) != rows.count)
        return fail(rq, P_INTERNAL, "Something of it cannot be read; it has been noted.");
    return reply_json(
        rq, 200,
        json_pack("{s:o, s:o}", "rows", list, "next",
                  rows.count < part->page
                      ? json_null()
                      : json_integer((json_int_t)items[rows.count - 1].position)));
}
