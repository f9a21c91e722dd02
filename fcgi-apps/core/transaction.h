/* transaction.h - running the handler of a request that changes something: in one
 * transaction, run again after a deadlock or a lost connection, and once only for each
 * Idempotency-Key. */
#ifndef VH_TRANSACTION_H
#define VH_TRANSACTION_H

#include "shape.h"

struct request;

/* Runs rq->route->handler between BEGIN and COMMIT; an answer of 400 or above rolls back,
   but for rq->keep. The handler may be run up to five times and must have no other effect
   than on the database. Afterwards rq->reply is what to send. */
void transaction_run(struct request *rq);

/* Rows of core's own statements. */
extern const struct shape first_answer_shape, schema_version_shape;

struct schema_version {
    int64_t version;
};

#endif
