/* departed.c - who has deleted their account. */
#include "departed.h"

#include <string.h>

#include "core_statements.h"
#include "db.h"
#include "event.h"
#include "problem.h"
#include "request.h"

#include "banned.h"

int departed_add(struct db *db, uint64_t user_id)
{
    return db_run(db, DEPARTED_EXPIRE, NO_ARGS) < 0 ||
                   db_run(db, DEPARTED_ADD, ARGS(A_UINT(user_id))) < 0 ||
                   db_run(db, IDEMPOTENCY_FORGET, ARGS(A_UINT(user_id))) < 0
               ? DB_FAILED
               : 0;
}

int departed_apply(struct db *db, struct arena *arena, const struct event *event,
                   const json_t *payload)
{
    (void)arena;
    (void)payload;
    return strcmp(event->type, "user.deleted") == 0 ? departed_add(db, event->subject)
                                                    : 0;
}

bool departed_not(struct request *rq)
{
    struct event_id departed;
    int found;

    if (rq->caller.id == 0)
        return true;
    found =
        db_find(rq->db, rq->arena, DEPARTED_FIND, ARGS(A_UINT(rq->caller.id)), &departed);
    if (found > 0)
        fail(rq, P_UNAUTHORIZED, "This account has been deleted.");
    else if (found < 0)
        fail(rq, P_DATABASE, "departed");
    return found == 0;
}
