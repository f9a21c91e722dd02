/* statements.h - the user service's statements by name. */
#ifndef VH_USER_STATEMENTS_H
#define VH_USER_STATEMENTS_H

#include "core/db.h"

/* The last migration in sql/user that this program knows. */
#define USER_SCHEMA 7

enum user_statement {
    USER_FIND,
    USER_BY_NAME,
    USER_HOLD,
    USER_ADD,
    USER_CHANGE,
    SESSION_ADD,
    SESSION_LOCK,
    SESSION_ROTATE,
    SESSION_TOUCH,
    SESSION_END,
    CONTENT_FIND,
    CONTENT_SET,
    USER_STATEMENTS
};

extern const struct statement user_statements[];

#endif
