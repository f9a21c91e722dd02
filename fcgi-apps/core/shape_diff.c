/* shape_diff.c - differences of described structs. */
#include "shape_diff.h"

#include "arena.h"

#include "banned.h"

/* The record as a body would have it; without one an object whose members are all null.
 */
static json_t *show(const struct shape *shape, const void *record)
{
    json_t *object = record == NULL ? json_object() : shape_to_json(shape, record);

    for (size_t i = 0; record == NULL && i < shape->count; i++)
        if ((shape->fields[i].flags & HIDDEN) == 0)
            json_object_set_new(object, shape->fields[i].name, json_null());
    return object;
}

const char *shape_diff(const struct shape *shape, const void *before, const void *after)
{
    json_t *old = show(shape, before), *new = show(shape, after), *list = json_array();
    const char *name;
    json_t *value;

    json_object_foreach(old, name, value)
    {
        json_t *now = json_object_get(new, name);

        if (!json_equal(value, now))
            json_array_append_new(list, json_pack("{s:s, s:O, s:O}", "field", name,
                                                  "before", value, "after", now));
    }
    return old == NULL || new == NULL ? NULL : json_dumps(list, JSON_COMPACT);
}

static const char *append_name(const char *list, const char *name, struct arena *arena)
{
    return arena_printf(arena, "%s%s%s", list, *list == '\0' ? "" : ", ", name);
}

const char *shape_diff_fields(const char *diff, struct arena *arena)
{
    json_t *changes = json_loads(diff, 0, NULL), *change;
    const char *list = "";
    size_t i;

    json_array_foreach(changes, i, change) if (list != NULL) list =
        append_name(list, json_string_value(json_object_get(change, "field")), arena);
    return list;
}

/* Puts back what the changes have changed in `object`; names in *conflicts the fields
   that are not as the changes have left them. */
static void put_back(const json_t *changes, json_t *object, struct arena *arena,
                     const char **conflicts)
{
    const json_t *change;
    size_t i;

    *conflicts = "";
    json_array_foreach((json_t *)(uintptr_t)changes, i, change)
    {
        const char *name = json_string_value(json_object_get(change, "field"));

        if (!json_equal(json_object_get(object, name), json_object_get(change, "after")))
            *conflicts = append_name(*conflicts, name, arena);
        json_object_set(object, name, json_object_get(change, "before"));
        if (*conflicts == NULL)
            return;
    }
}

enum undone shape_undo(const struct shape *shape, const char *diff, const void *now,
                       struct arena *arena, void *out, const char **fields)
{
    json_t *changes = json_loads(diff, 0, NULL), *object = show(shape, now), *wrong;
    enum undone undone = UNDO_FAILED;

    if (json_is_array(changes) && object != NULL) {
        put_back(changes, object, arena, fields);
        wrong = shape_from_json(shape, object, arena, out);
        undone = *fields == NULL    ? UNDO_FAILED
                 : **fields != '\0' ? UNDO_CONFLICT
                 : wrong != NULL    ? UNDO_INVALID
                                    : UNDO_DONE;
    }
    return undone;
}
