/* shape_diff.h - what a change of a record changed, field by field, as JSON text; and the
 * way back.
 *
 *     [{"field": "title", "before": "Abbey Raod", "after": "Abbey Road"}]
 *
 * The fields are those that are written as JSON, each as a body would have it. */
#ifndef VH_SHAPE_DIFF_H
#define VH_SHAPE_DIFF_H

#include "shape.h"

/* What leads from `before` to `after`, "[]" if they say the same. NULL for either is a
   record that is not there: all its fields are null. The text lives where Jansson's
   values do (arena_lend); NULL if memory is out. */
const char *shape_diff(const struct shape *shape, const void *before, const void *after);

/* The fields that a diff names, with commas between. */
const char *shape_diff_fields(const char *diff, struct arena *arena);

enum undone {
    UNDO_DONE,
    UNDO_CONFLICT, /* a field is no longer what the change has made it */
    UNDO_INVALID,  /* what was there would be refused today */
    UNDO_FAILED,   /* memory */
};

/* Takes a diff's change back: `out` is `now` (NULL: a record that is not there) with the
   fields of the diff as they were before it. After UNDO_CONFLICT *fields names those that
   stand in the way. */
enum undone shape_undo(const struct shape *shape, const char *diff, const void *now,
                       struct arena *arena, void *out, const char **fields);

#endif
