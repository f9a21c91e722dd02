/* core_statements.h - the statements that every service has, on the tables that every
 * service has. */
#ifndef VH_CORE_STATEMENTS_H
#define VH_CORE_STATEMENTS_H

#include "db.h"

enum core_statement {
    SCHEMA_VERSION = CORE_STATEMENT,
    IDEMPOTENCY_CLAIM,
    IDEMPOTENCY_FIND,
    IDEMPOTENCY_FINISH,
    IDEMPOTENCY_EXPIRE,
    IDEMPOTENCY_FORGET,
    OUTBOX_ADD,
    OUTBOX_UNPLACED,
    OUTBOX_PLACE,
    OUTBOX_AFTER,
    EVENT_CURSOR_MAKE,
    EVENT_CURSOR_FIND,
    EVENT_CURSOR_SEE,
    EVENT_CURSOR_LOCK,
    EVENT_CURSOR_MOVE,
    DEPARTED_FIND,
    DEPARTED_ADD,
    DEPARTED_EXPIRE,
    CORE_STATEMENTS_END
};
#define CORE_STATEMENTS (CORE_STATEMENTS_END - CORE_STATEMENT)

extern const struct statement core_statements[];

#endif
