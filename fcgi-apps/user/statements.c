/* statements.c - the user service's statements, prepared when a thread connects. */
#include "user/statements.h"

#include "user/content_store.h"
#include "user/guard_store.h"
#include "user/session_store.h"
#include "user/user_store.h"

#include "core/banned.h"

#define USER_SELECT                                                                      \
    "SELECT u.id, u.username, u.display_name, u.email, u.email_sealed, "                 \
    "u.password_hash, u.bio, "                                                           \
    "u.location, u.private, u.disabled_at IS NOT NULL AS disabled, "                     \
    "CONCAT_WS('\\n', 'user', (SELECT GROUP_CONCAT(g.role ORDER BY g.role SEPARATOR "    \
    "'\\n') FROM user_roles g "                                                          \
    "WHERE g.user_id = u.id)) AS roles, u.created_at, u.updated_at FROM users u"

/* Statements are laid out by their clauses. */
/* clang-format off */
const struct statement user_statements[] = {
    [USER_FIND] = {USER_SELECT " WHERE u.id = ?", &user_shape},
    [USER_BY_NAME] = {USER_SELECT " WHERE u.username = ?", &user_shape},
    [USER_HOLD] = {"SELECT id FROM users WHERE id = ? LOCK IN SHARE MODE", &user_shape},
    [USER_ADD] = {
        "INSERT INTO users (username, display_name, password_hash) VALUES (?, ?, ?)",
        NULL},
    [USER_CHANGE] = {
        "UPDATE users SET display_name = ?, email = NULL, email_sealed = ?, bio = ?, "
        "location = ?, private = ? WHERE id = ?",
        NULL},
    [USER_SET_EMAIL] = {
        "UPDATE users SET email = NULL, email_sealed = ? WHERE id = ?",
        NULL},
    [USER_SET_PASSWORD] = {"UPDATE users SET password_hash = ?, updated_at = updated_at WHERE id = ?", NULL},
    [SESSION_ADD] = {
        "INSERT INTO sessions (user_id, family, secret_hash, user_agent, ip) "
        "VALUES (?, ?, ?, ?, ?)",
        NULL},
    [SESSION_LOCK] = {
        "SELECT id, user_id, secret_hash, previous_hash, "
        "rotated_at > UTC_TIMESTAMP(3) - INTERVAL 10 SECOND AS just_rotated, "
        SESSION_EXPIRED " AS expired FROM sessions s WHERE family = ? FOR UPDATE",
        &session_shape},
    [SESSION_ROTATE] = {
        "UPDATE sessions SET previous_hash = secret_hash, secret_hash = ?, "
        "rotated_at = UTC_TIMESTAMP(3), last_used_at = UTC_TIMESTAMP(3) "
        "WHERE id = ?",
        NULL},
    [SESSION_TOUCH] = {
        "UPDATE sessions SET last_used_at = UTC_TIMESTAMP(3) WHERE id = ?",
        NULL},
    [SESSION_END] = {"DELETE FROM sessions WHERE id = ? AND user_id = ?", NULL},
    [SESSION_PRUNE] = { /* those that have expired, and so many that one more has room */
        "DELETE s FROM sessions s LEFT JOIN "
        "(SELECT k.id FROM sessions k WHERE k.user_id = ? ORDER BY k.last_used_at DESC, k.id DESC LIMIT 99) kept "
        "ON kept.id = s.id WHERE s.user_id = ? AND (kept.id IS NULL OR " SESSION_EXPIRED ")",
        NULL},
    [SESSION_EXISTS] = {
        "SELECT s.id FROM sessions s WHERE s.id = ? AND s.user_id = ? AND NOT " SESSION_EXPIRED,
        &session_id_shape},
    [SESSION_OTHERS] = {"SELECT id FROM sessions WHERE user_id = ? AND id <> ? FOR UPDATE", &session_id_shape},
    [GUARD_KNOWS] = {
        "SELECT COUNT(*) AS number FROM sessions s WHERE s.user_id = ? AND s.ip = ? AND NOT " SESSION_EXPIRED,
        &guard_number_shape},
    [GUARD_HOLD] = {
        "INSERT INTO login_failures (account) VALUES (?) ON DUPLICATE KEY UPDATE account = VALUES(account)",
        NULL},
    [GUARD_FIND] = {
        "SELECT GREATEST(0, CEIL(TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(3), until) / 1000000)) AS number "
        "FROM login_failures WHERE account = ?",
        &guard_number_shape},
    [GUARD_FAILED] = { /* MariaDB assigns from left to right: `failures` is the new one from there on */
        "UPDATE login_failures SET "
        "failures = IF(failed_at < UTC_TIMESTAMP(3) - INTERVAL 15 MINUTE, 1, failures + 1), "
        "failed_at = UTC_TIMESTAMP(3), "
        "until = UTC_TIMESTAMP(3) + INTERVAL IF(failures < ?, 0, LEAST(900, POW(2, LEAST(failures - ?, 10)))) SECOND "
        "WHERE account = ?",
        NULL},
    [GUARD_PASSED] = {"DELETE FROM login_failures WHERE account = ?", NULL},
    [GUARD_FORGET] = {
        "DELETE FROM login_failures WHERE failed_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY ORDER BY failed_at LIMIT 10",
        NULL},
    [CONTENT_FIND] = {"SELECT content FROM content WHERE user_id = ?", &content_shape},
    [CONTENT_SET] = {
        "INSERT INTO content (user_id, content) VALUES (?, ?) "
        "ON DUPLICATE KEY UPDATE content = VALUES(content)",
        NULL},
};
