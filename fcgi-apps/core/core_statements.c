/* core_statements.c - the statements that every service has, on the tables that every
 * service has. */
#include "core_statements.h"

#include "event.h"
#include "transaction.h"

#include "banned.h"

#define ROW(statement) [(statement)-CORE_STATEMENT]

const struct statement core_statements[] = {
    ROW(SCHEMA_VERSION) =
        {"SELECT COALESCE(MAX(version), 0) AS version FROM schema_migrations",
                           &schema_version_shape                                                                             },
    ROW(IDEMPOTENCY_CLAIM) =
        {"INSERT INTO idempotency_keys (user_id, name, request_hash) VALUES (?, ?, ?)",
                           NULL                                                                                              },
    ROW(IDEMPOTENCY_FIND) =
        {"SELECT request_hash, status, location, body FROM idempotency_keys "
         "WHERE user_id = ? AND name = ?",                                     &first_answer_shape},
    ROW(IDEMPOTENCY_FINISH) =
        {"UPDATE idempotency_keys SET status = ?, location = ?, body = ? "
         "WHERE user_id = ? AND name = ?",                                     NULL               },
    ROW(IDEMPOTENCY_EXPIRE) =
        {"DELETE FROM idempotency_keys "
         "WHERE created_at < UTC_TIMESTAMP(3) - INTERVAL 24 HOUR LIMIT 100",   NULL               },
    ROW(OUTBOX_ADD) = {"INSERT INTO outbox (type, subject, actor, trace, payload) VALUES "
                       "(?, ?, ?, ?, ?)",                                      NULL               },
    ROW(OUTBOX_AFTER) =
        {"SELECT id, type, version, subject, actor, trace, payload, created_at, "
         "created_at < UTC_TIMESTAMP(3) - INTERVAL 30 SECOND AS settled "
         "FROM outbox WHERE id > ? ORDER BY id LIMIT ?",                       &event_shape       },
    ROW(EVENT_CURSOR_MAKE) = {"INSERT IGNORE INTO event_cursors (source) VALUES (?)",
                           NULL                                                                                              },
    ROW(EVENT_CURSOR_FIND) = {"SELECT event_id FROM event_cursors WHERE source = ?",
                           &event_cursor_shape                                                                               },
    ROW(EVENT_CURSOR_LOCK) =
        {"SELECT event_id FROM event_cursors WHERE source = ? FOR UPDATE",
                           &event_cursor_shape                                                                               },
    ROW(EVENT_CURSOR_MOVE) = {"UPDATE event_cursors SET event_id = ? WHERE source = ?",
                           NULL                                                                                              },
};
