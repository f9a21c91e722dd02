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
                           &schema_version_shape                                                                                  },
    ROW(IDEMPOTENCY_CLAIM) =
        {"INSERT INTO idempotency_keys (user_id, name, request_hash) VALUES (?, ?, ?)",
                           NULL                                                                                                   },
    ROW(IDEMPOTENCY_FIND) =
        {"SELECT request_hash, status, location, body FROM idempotency_keys "
         "WHERE user_id = ? AND name = ?",                                          &first_answer_shape},
    ROW(IDEMPOTENCY_FINISH) =
        {"UPDATE idempotency_keys SET status = ?, location = ?, body = ? "
         "WHERE user_id = ? AND name = ?",                                          NULL               },
    ROW(IDEMPOTENCY_EXPIRE) =
        {"DELETE FROM idempotency_keys "
         "WHERE created_at < UTC_TIMESTAMP(3) - INTERVAL 24 HOUR LIMIT 100",        NULL               },
    ROW(IDEMPOTENCY_FORGET) = {"DELETE FROM idempotency_keys WHERE user_id = ?",                                   NULL               },
    ROW(OUTBOX_ADD) = {"INSERT INTO outbox (type, subject, actor, trace, payload) VALUES "
                       "(?, ?, ?, ?, ?)",                                           NULL               },
 /* A consistent read: it sees what is committed and waits for nothing. */
    ROW(OUTBOX_UNPLACED) =
        {"SELECT id FROM outbox WHERE position IS NULL ORDER BY id LIMIT ?",
                           &event_id_shape                                                                                        },
 /* By the primary key: what is read is locked, and an open transaction's rows are
  locked too. */
    ROW(OUTBOX_PLACE) = {"UPDATE JSON_TABLE(?, '$[*]' COLUMNS (ordinal FOR ORDINALITY, "
                         "id BIGINT UNSIGNED PATH '$')) t "
                         "STRAIGHT_JOIN outbox o FORCE INDEX (PRIMARY) ON o.id = t.id "
                         "SET o.position = ? + t.ordinal WHERE o.position IS NULL", NULL               },
    ROW(OUTBOX_AFTER) =
        {"SELECT id, position, type, version, subject, actor, trace, payload, created_at "
         "FROM outbox WHERE position > ? ORDER BY position LIMIT ?",                &event_shape       },
    ROW(EVENT_CURSOR_MAKE) = {"INSERT IGNORE INTO event_cursors (source) VALUES (?)",
                           NULL                                                                                                   },
 /* The lock is the connection's, and goes with it. */
    ROW(EVENT_CURSOR_FIND) =
        {"SELECT position, GET_LOCK(CONCAT(DATABASE(), '.events.', source), 0) AS leads "
         "FROM event_cursors WHERE source = ?",                                     &event_cursor_shape},
    ROW(EVENT_CURSOR_SEE) = {"SELECT position FROM event_cursors WHERE source = ?",
                           &event_cursor_shape                                                                                    },
    ROW(EVENT_CURSOR_LOCK) =
        {"SELECT position FROM event_cursors WHERE source = ? FOR UPDATE",
                           &event_cursor_shape                                                                                    },
    ROW(EVENT_CURSOR_MOVE) = {"UPDATE event_cursors SET position = ? WHERE source = ?",
                           NULL                                                                                                   },
    ROW(DEPARTED_FIND) = {"SELECT id FROM departed_users WHERE id = ?",                                       &event_id_shape    },
    ROW(DEPARTED_ADD) = {"INSERT INTO departed_users (id) VALUES (?) "
                         "ON DUPLICATE KEY UPDATE departed_at = UTC_TIMESTAMP(3)",  NULL               },
    ROW(DEPARTED_EXPIRE) = {"DELETE FROM departed_users WHERE departed_at < "
                            "UTC_TIMESTAMP(3) - INTERVAL 1 DAY LIMIT 100",          NULL               },
};
