/* statements.h - the user service's statements by name. */
#ifndef VH_USER_STATEMENTS_H
#define VH_USER_STATEMENTS_H

#include "core/db.h"

/* The last migration in sql/user that this program knows. */
#define USER_SCHEMA 20

enum user_statement {
    USER_FIND,
    USER_BY_NAME,
    USER_HOLD,
    USER_LOCK,
    USER_ADD,
    USER_CHANGE,
    USER_SET_EMAIL,
    USER_SET_PASSWORD,
    USER_REMOVE,
    USER_DISABLE,
    USER_ENABLE,
    ACCOUNT_FIND,
    ROLES_CLEAR,
    ROLE_ADD,
    ITEMS_REMOVE,
    SIGNUP_FORGET,
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
    MAIL_ADD,
    MAIL_DUE,
    MAIL_CLAIM,
    MAIL_DONE,
    MAIL_LATER,
    MAIL_GIVE_UP,
    MAIL_TOKEN_SET,
    MAIL_TOKEN_RECENT,
    MAIL_TOKEN_FIND,
    MAIL_TOKEN_DONE,
    MAIL_TOKENS_DROP,
    EMAIL_VERIFIED,
    EMAIL_UNVERIFIED,
    EMAIL_IS_VERIFIED,
    CONTENT_FIND,
    CONTENT_SET,
    KNOWN_ALBUM_FIND,
    KNOWN_ALBUM_KEEP,
    KNOWN_ALBUM_CHANGED,
    KNOWN_ALBUM_DELETED,
    KNOWN_ALBUM_MERGE,
    KNOWN_ALBUM_FORGET,
    ALBUM_GENRES_CLEAR,
    ALBUM_GENRE_ADD,
    ALBUM_GENRES_MERGE,
    ITEM_FIND,
    ITEM_LOCK,
    ITEM_ADD,
    ITEM_CHANGE,
    ITEM_REMOVE,
    ITEM_COUNT,
    ITEM_HOLDERS,
    ITEMS_MOVE,
    ITEMS_FOLLOW,
    COLLECTION_SHARES,
    USER_STATEMENTS
};

/* Of a row of `sessions s`: 30 days unused, or 90 in all. */
#define SESSION_EXPIRED                                                                  \
    "(s.last_used_at < UTC_TIMESTAMP(3) - INTERVAL 30 DAY OR "                           \
    "s.created_at < UTC_TIMESTAMP(3) - INTERVAL 90 DAY)"

extern const struct statement user_statements[];

/* What a user may do, `user` first, one a line. */
#define ROLES_OF_USER                                                                    \
    "CONCAT_WS('\\n', 'user', (SELECT GROUP_CONCAT(g.role ORDER BY g.role SEPARATOR "    \
    "'\\n') FROM user_roles g WHERE g.user_id = u.id)) AS roles"

/* An account as administrators see it. */
#define ACCOUNT_SELECT                                                                   \
    "SELECT u.id, u.username, u.display_name, " ROLES_OF_USER ", u.private, "            \
    "u.disabled_at IS NOT NULL AS disabled, (SELECT COUNT(*) FROM sessions s "           \
    "WHERE s.user_id = u.id AND NOT " SESSION_EXPIRED ") AS sessions, u.created_at "     \
    "FROM users u"

/* A copy with what is known of its album, as others see it and as its owner does. */
#define ITEM_COLUMNS                                                                     \
    "i.id, i.user_id, i.album_id, i.release_id, i.status, i.media_condition, "           \
    "i.sleeve_condition, i.acquired_on, i.created_at, i.updated_at, i.version, "         \
    "i.title, i.artist, i.release_year, k.cover_url, k.stale, k.deleted, "               \
    "k.stale > 0 OR k.told_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY AS due"
#define ITEM_TABLES                                                                      \
    " FROM collection_items i LEFT JOIN known_albums k ON k.album_id = i.album_id"
#define PUBLIC_ITEM_SELECT "SELECT " ITEM_COLUMNS ITEM_TABLES
#define ITEM_SELECT                                                                      \
    "SELECT " ITEM_COLUMNS                                                               \
    ", CAST(i.purchase_price * 1000 AS SIGNED) AS purchase_price, i.currency, "          \
    "i.location, i.notes" ITEM_TABLES

#endif
