/* statements.h - the user service's statements by name. */
#ifndef VH_USER_STATEMENTS_H
#define VH_USER_STATEMENTS_H

#include "core/db.h"

/* The last migration in sql/user that this program knows. */
#define USER_SCHEMA 12

enum user_statement {
    USER_FIND,
    USER_BY_NAME,
    USER_HOLD,
    USER_ADD,
    USER_CHANGE,
    USER_SET_EMAIL,
    USER_SET_PASSWORD,
    SESSION_ADD,
    SESSION_LOCK,
    SESSION_ROTATE,
    SESSION_TOUCH,
    SESSION_END,
    SESSION_PRUNE,
    SESSION_EXISTS,
    SESSION_OTHERS,
    GUARD_KNOWS,
    GUARD_HOLD,
    GUARD_FIND,
    GUARD_FAILED,
    GUARD_PASSED,
    GUARD_FORGET,
    CONTENT_FIND,
    CONTENT_SET,
    USER_STATEMENTS
};

/* Of a row of `sessions s`: 30 days unused, or 90 in all. */
#define SESSION_EXPIRED                                                                  \
    "(s.last_used_at < UTC_TIMESTAMP(3) - INTERVAL 30 DAY OR "                           \
    "s.created_at < UTC_TIMESTAMP(3) - INTERVAL 90 DAY)"

extern const struct statement user_statements[];

#endif
