/* edit.h - changing albums, artists and songs: the way that all three go, in one
 * transaction. The subject's row is locked, the caller's version compared, the body
 * completed and compared with what is there; then the change is written, kept in the
 * history and told to the other services. What a kind does in its own way is its struct
 * editable. */
#ifndef VH_CATALOG_EDIT_H
#define VH_CATALOG_EDIT_H

#include "catalog/ids.h"
#include "core/request.h"
#include "core/shape.h"

/* What the steps of an edit return. */
enum step {
    STEP_DONE,
    STEP_ANSWERED, /* the edit ends here: the request has its answer */
    STEP_FAILED,   /* the database did (logged) */
};

/* A change that is being made. */
struct change {
    struct request *rq;
    uint64_t id;
    int64_t version;    /* which the change makes */
    const void *before; /* of the kind's body shape; NULL: not there */
    void *after;        /* the same; NULL: not there any more */
    const char *diff;   /* from one to the other */
    const char *fields; /* that differ, with commas between */
    const char *action; /* created, updated, deleted, restored */
    uint64_t undoes;
};

struct editable {
    const char *noun;         /* of the history and of events, too */
    const struct shape *body; /* of POST and PUT; the state that is compared and kept */

    /* Locks the row. 1 found (deleted or not), 0 there is none, -1. */
    int (*lock)(struct request *rq, uint64_t id, struct standing *out);
    /* Reads the state of a subject that is there. 0 or -1. */
    int (*load)(struct request *rq, uint64_t id, void *state);
    /* Checks `after` against the catalogue and fills in what it leaves open. */
    enum step (*complete)(struct change *change);
    /* Writes the change. `create` sets change->id. */
    enum step (*create)(struct change *change);
    enum step (*update)(struct change *change);
    enum step (*remove)(struct change *change);
    enum step (*restore)(struct change *change);
    /* Tells the search index, then the other services. 0 or -1. */
    int (*tell)(const struct change *change);
    /* Answers with the subject as it is now. */
    int (*show)(struct request *rq, uint64_t id, int status);
};

/* The handlers of POST, PUT, DELETE and undo. */
int edit_create(struct request *rq, const struct editable *kind);
int edit_update(struct request *rq, const struct editable *kind);
int edit_remove(struct request *rq, const struct editable *kind);
int edit_undo(struct request *rq, const struct editable *kind);

/* Whether a change is of this field. */
bool edit_touches(const struct change *change, const char *field);

#endif
