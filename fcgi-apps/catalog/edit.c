/* edit.c - the way of every change of the catalogue. */
#include "catalog/edit.h"

#include <inttypes.h>
#include <string.h>

#include "catalog/history_store.h"
#include "core/arena.h"
#include "core/db.h"
#include "core/problem.h"
#include "core/reply.h"
#include "core/route.h"
#include "core/shape_diff.h"

#include "core/banned.h"

bool edit_touches(const struct change *change, const char *field)
{
    size_t length = strlen(field);

    for (const char *at = change->fields; at != NULL; at = strchr(at, ',')) {
        at += strspn(at, ", ");
        if (strncmp(at, field, length) == 0 && strchr(",", at[length]) != NULL)
            return true;
    }
    return false;
}

/* The end of a step that did not get done. */
static int ends(struct request *rq, const struct editable *kind, enum step step)
{
    return step == STEP_ANSWERED ? 0 : fail(rq, P_DATABASE, "%s", kind->noun);
}

/* The difference of the two states; false if memory is out. */
static bool compare(struct change *change, const struct editable *kind)
{
    change->diff = shape_diff(kind->body, change->before, change->after);
    change->fields =
        change->diff == NULL ? NULL : shape_diff_fields(change->diff, change->rq->arena);
    return change->fields != NULL;
}

/* What follows from a change once it is written. */
static bool keep(const struct change *change, const struct editable *kind)
{
    const struct edit edit = {
        .kind = kind->noun,
        .subject_id = change->id,
        .user_id = change->rq->caller.id,
        .username = change->rq->caller.name,
        .version = change->version,
        .action = change->action,
        .undoes = change->undoes,
        .changes = change->diff,
    };

    return history_store_add(change->rq->db, &edit) == 0 && kind->tell(change) == 0;
}

/* Completes and writes the change with the kind's `write`. False after answering. */
static bool carry_out(struct change *change, const struct editable *kind,
                      enum step (*write)(struct change *change))
{
    enum step step = change->after == NULL ? STEP_DONE : kind->complete(change);

    if (step == STEP_DONE)
        step = compare(change, kind) ? STEP_DONE : STEP_FAILED;
    if (step == STEP_DONE && strcmp(change->diff, "[]") == 0)
        return true;
    if (step == STEP_DONE)
        step = write(change);
    if (step == STEP_DONE)
        step = keep(change, kind) ? STEP_DONE : STEP_FAILED;
    if (step != STEP_DONE)
        ends(change->rq, kind, step);
    return step == STEP_DONE;
}

/* The subject of the path, locked. False after answering. */
static bool take(struct request *rq, const struct editable *kind, struct standing *out)
{
    int found = kind->lock(rq, rq->id, out);

    if (found < 0)
        fail(rq, P_DATABASE, "%s %" PRIu64, kind->noun, rq->id);
    else if (found == 0 || (out->deleted && out->merged_into == 0))
        fail(rq, P_NOT_FOUND, "There is no %s %" PRIu64 ".", kind->noun, rq->id);
    else if (out->deleted)
        fail(rq, P_NOT_FOUND, "This %s is part of %s %" PRIu64 " now.", kind->noun,
             kind->noun, out->merged_into);
    else
        return reply_unchanged(rq, (uint64_t)out->version);
    return false;
}

/* The state of a subject in a new record; NULL after answering. */
static void *load(struct request *rq, const struct editable *kind)
{
    void *state = arena_alloc(rq->arena, kind->body->size);

    if (state != NULL && kind->load(rq, rq->id, state) == 0)
        return state;
    fail(rq, P_DATABASE, "%s %" PRIu64, kind->noun, rq->id);
    return NULL;
}

/* The body in a record that may be completed; NULL if memory is out. */
static void *body_of(struct request *rq, const struct editable *kind)
{
    void *state = arena_alloc(rq->arena, kind->body->size);

    return state == NULL ? NULL : memcpy(state, rq->body, kind->body->size);
}

int edit_create(struct request *rq, const struct editable *kind)
{
    struct change change = {
        .rq = rq, .version = 1, .after = body_of(rq, kind), .action = "created"};

    if (change.after == NULL)
        return ends(rq, kind, STEP_FAILED);
    return carry_out(&change, kind, kind->create) ? kind->show(rq, change.id, 201) : 0;
}

int edit_update(struct request *rq, const struct editable *kind)
{
    struct change change = {.rq = rq, .id = rq->id, .action = "updated"};
    struct standing standing;

    if (!take(rq, kind, &standing) || (change.before = load(rq, kind)) == NULL)
        return 0;
    change.version = standing.version + 1;
    change.after = body_of(rq, kind);
    if (change.after == NULL)
        return ends(rq, kind, STEP_FAILED);
    return carry_out(&change, kind, kind->update) ? kind->show(rq, rq->id, 200) : 0;
}

int edit_remove(struct request *rq, const struct editable *kind)
{
    struct change change = {.rq = rq, .id = rq->id, .action = "deleted"};
    struct standing standing;

    if (!take(rq, kind, &standing) || (change.before = load(rq, kind)) == NULL)
        return 0;
    change.version = standing.version + 1;
    return carry_out(&change, kind, kind->remove) ? reply_empty(rq, 204) : 0;
}

/* Takes the change of `revision` back in change->after. False after answering. */
static bool reverse(struct change *change, const struct editable *kind,
                    const struct revision *revision)
{
    const char *fields = NULL;

    change->after = arena_alloc(change->rq->arena, kind->body->size);
    if (change->after == NULL) {
        ends(change->rq, kind, STEP_FAILED);
        return false;
    }
    switch (shape_undo(kind->body, revision->changes, change->before, change->rq->arena,
                       change->after, &fields)) {
    case UNDO_DONE:
        return true;
    case UNDO_CONFLICT:
        fail(change->rq, P_CONFLICT,
             "Later edits changed the same (%s). Undo those first, or edit the %s.",
             fields, kind->noun);
        return false;
    case UNDO_INVALID:
        fail(change->rq, P_CONFLICT, "What was there before is not valid today.");
        return false;
    case UNDO_FAILED:
        break;
    }
    fail(change->rq, P_UNAVAILABLE,
         "The server is out of memory. Try again in a moment.");
    return false;
}

/* An update goes back over what is there now. */
static int undo_update(struct request *rq, const struct editable *kind,
                       const struct revision *revision)
{
    struct change change = {
        .rq = rq, .id = rq->id, .action = "updated", .undoes = rq->version};
    struct standing standing;

    if (!take(rq, kind, &standing) || (change.before = load(rq, kind)) == NULL ||
        !reverse(&change, kind, revision))
        return 0;
    change.version = standing.version + 1;
    return carry_out(&change, kind, kind->update) ? kind->show(rq, rq->id, 200) : 0;
}

/* What was deleted comes back as it was. */
static int undo_remove(struct request *rq, const struct editable *kind,
                       const struct revision *revision)
{
    struct change change = {.rq = rq,
                            .id = rq->id,
                            .version = revision->version + 1,
                            .action = "restored",
                            .undoes = rq->version};
    struct standing standing = {0};
    int found = kind->lock(rq, rq->id, &standing);

    if (found < 0)
        return ends(rq, kind, STEP_FAILED);
    if (found == 1 && (!standing.deleted || standing.version != revision->version))
        return fail(rq, P_CONFLICT, "This %s has been restored already.", kind->noun);
    return reverse(&change, kind, revision) && carry_out(&change, kind, kind->restore)
               ? kind->show(rq, rq->id, 200)
               : 0;
}

int edit_undo(struct request *rq, const struct editable *kind)
{
    struct revision revision;
    int found =
        history_store_find(rq->db, rq->arena, kind->noun, rq->id, rq->version, &revision);

    if (found < 0)
        return ends(rq, kind, STEP_FAILED);
    if (found == 0)
        return fail(rq, P_NOT_FOUND,
                    "No edit made version %" PRIu64 " of %s %" PRIu64 ".", rq->version,
                    kind->noun, rq->id);
    if (strcmp(revision.action, "updated") == 0)
        return undo_update(rq, kind, &revision);
    if (strcmp(revision.action, "deleted") == 0)
        return undo_remove(rq, kind, &revision);
    return fail(rq, P_CONFLICT, "That a %s was %s cannot be undone.", kind->noun,
                revision.action);
}
