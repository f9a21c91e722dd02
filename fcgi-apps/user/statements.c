/* statements.c - the user service's statements, prepared when a thread connects. */
#include "user/statements.h"

#include "user/account_store.h"
#include "user/album_store.h"
#include "user/collection_store.h"
#include "user/content_store.h"
#include "user/guard_store.h"
#include "user/mail_store.h"
#include "user/session_store.h"
#include "user/user_store.h"

#include "core/banned.h"

#define USER_SELECT                                                                      \
    "SELECT u.id, u.username, u.display_name, u.email, u.email_sealed, "                 \
    "u.password_hash, u.bio, "                                                           \
    "u.location, u.private, u.disabled_at IS NOT NULL AS disabled, " ROLES_OF_USER       \
    ", u.created_at, u.updated_at FROM users u"

/* Statements are laid out by their clauses. */
/* clang-format off */
const struct statement user_statements[] = {
    [USER_FIND] = {USER_SELECT " WHERE u.id = ?", &user_shape},
    [USER_BY_NAME] = {USER_SELECT " WHERE u.username = ?", &user_shape},
    [USER_HOLD] = {"SELECT id FROM users WHERE id = ? LOCK IN SHARE MODE", &user_shape},
    [USER_LOCK] = {"SELECT id FROM users WHERE id = ? FOR UPDATE", &user_shape},
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
    /* bit 1 editor, 2 moderator, 4 admin: a role's place in its ENUM, as in enum role */
    [ROLES_CLEAR] = {
        "DELETE FROM user_roles WHERE user_id = ? AND (? >> (role + 0 - 1)) & 1 = 0",
        NULL},
    [ROLE_ADD] = {"INSERT IGNORE INTO user_roles (user_id, role) VALUES (?, ?)", NULL},
    [USER_DISABLE] = {
        "UPDATE users SET updated_at = updated_at, "
        "disabled_at = IFNULL(disabled_at, UTC_TIMESTAMP(3)) WHERE id = ?",
        NULL},
    [USER_ENABLE] = {
        "UPDATE users SET updated_at = updated_at, disabled_at = NULL WHERE id = ?",
        NULL},
    [ACCOUNT_FIND] = {ACCOUNT_SELECT " WHERE u.id = ?", &account_shape},
    [USER_REMOVE] = {"DELETE FROM users WHERE id = ?", NULL}, /* the rest cascades */
    [ITEMS_REMOVE] = {"DELETE FROM collection_items WHERE user_id = ? LIMIT 2000", NULL},
    /* of nobody's: it names the account that was made */
    [SIGNUP_FORGET] = {
        "DELETE FROM idempotency_keys WHERE user_id = 0 AND location = ?",
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
    [MAIL_ADD] = {"INSERT INTO mails (user_id, kind) VALUES (?, ?)", NULL},
    [MAIL_DUE] = {
        "SELECT id, user_id, kind, tries FROM mails WHERE next_try_at <= UTC_TIMESTAMP(3) "
        "ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED",
        &mail_shape},
    [MAIL_CLAIM] = {
        "UPDATE mails SET tries = tries + 1, next_try_at = UTC_TIMESTAMP(3) + INTERVAL 5 MINUTE WHERE id = ?",
        NULL},
    [MAIL_DONE] = {"DELETE FROM mails WHERE id = ?", NULL},
    [MAIL_LATER] = {
        "UPDATE mails SET next_try_at = UTC_TIMESTAMP(3) + INTERVAL LEAST(3600, 30 * POW(2, LEAST(tries, 10))) SECOND "
        "WHERE id = ?",
        NULL},
    [MAIL_GIVE_UP] = {
        "DELETE FROM mails WHERE id = ? AND created_at < UTC_TIMESTAMP(3) - INTERVAL 1 DAY",
        NULL},
    [MAIL_TOKEN_SET] = {
        "INSERT INTO mail_tokens (user_id, kind, token_hash, expires_at) "
        "VALUES (?, ?, ?, UTC_TIMESTAMP(3) + INTERVAL ? MINUTE) ON DUPLICATE KEY UPDATE "
        "token_hash = VALUES(token_hash), expires_at = VALUES(expires_at), created_at = UTC_TIMESTAMP(3)",
        NULL},
    [MAIL_TOKEN_RECENT] = {
        "SELECT user_id FROM mail_tokens WHERE user_id = ? AND kind = ? "
        "AND created_at > UTC_TIMESTAMP(3) - INTERVAL 5 MINUTE",
        &mail_user_shape},
    [MAIL_TOKEN_FIND] = {
        "SELECT user_id FROM mail_tokens WHERE token_hash = ? AND kind = ? AND expires_at > UTC_TIMESTAMP(3) FOR UPDATE",
        &mail_user_shape},
    [MAIL_TOKEN_DONE] = {"DELETE FROM mail_tokens WHERE token_hash = ?", NULL},
    [MAIL_TOKENS_DROP] = {"DELETE FROM mail_tokens WHERE user_id = ?", NULL},
    [EMAIL_VERIFIED] = {
        "INSERT INTO verified_emails (user_id) VALUES (?) ON DUPLICATE KEY UPDATE verified_at = UTC_TIMESTAMP(3)",
        NULL},
    [EMAIL_UNVERIFIED] = {"DELETE FROM verified_emails WHERE user_id = ?", NULL},
    [EMAIL_IS_VERIFIED] = {"SELECT user_id FROM verified_emails WHERE user_id = ?", &mail_user_shape},
    [CONTENT_FIND] = {"SELECT content FROM content WHERE user_id = ?", &content_shape},
    [CONTENT_SET] = {
        "INSERT INTO content (user_id, content) VALUES (?, ?) "
        "ON DUPLICATE KEY UPDATE content = VALUES(content)",
        NULL},
    [KNOWN_ALBUM_FIND] = {
        "SELECT album_id, title, artist, release_year, cover_url, deleted, stale "
        "FROM known_albums WHERE album_id = ?",
        &known_album_shape},
    [KNOWN_ALBUM_KEEP] = {
        "INSERT INTO known_albums (album_id, title, artist, release_year, cover_url) "
        "VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE title = VALUES(title), "
        "artist = VALUES(artist), release_year = VALUES(release_year), "
        "cover_url = VALUES(cover_url), deleted = FALSE, "
        "stale = known_albums.stale - LEAST(known_albums.stale, ?), told_at = UTC_TIMESTAMP(3)",
        NULL},
    [KNOWN_ALBUM_CHANGED] = {
        "UPDATE known_albums SET release_year = ?, stale = stale + 1 WHERE album_id = ?",
        NULL},
    [KNOWN_ALBUM_DELETED] = {
        "UPDATE known_albums SET deleted = TRUE, stale = 0, told_at = UTC_TIMESTAMP(3) "
        "WHERE album_id = ?",
        NULL},
    [KNOWN_ALBUM_MERGE] = {
        "INSERT INTO known_albums (album_id, title, artist, release_year, stale) "
        "SELECT ?, k.title, k.artist, k.release_year, 1 FROM known_albums k WHERE k.album_id = ? "
        "ON DUPLICATE KEY UPDATE album_id = known_albums.album_id",
        NULL},
    [KNOWN_ALBUM_FORGET] = {"DELETE FROM known_albums WHERE album_id = ?", NULL},
    [ALBUM_GENRES_CLEAR] = {"DELETE FROM album_genres WHERE album_id = ?", NULL},
    [ALBUM_GENRE_ADD] = {
        "INSERT IGNORE INTO album_genres (album_id, genre) VALUES (?, ?)",
        NULL},
    [ALBUM_GENRES_MERGE] = {
        "INSERT INTO album_genres (album_id, genre) "
        "SELECT ?, g.genre FROM album_genres g WHERE g.album_id = ?",
        NULL},
    [ITEM_FIND] = {ITEM_SELECT " WHERE i.id = ? AND i.user_id = ?", &item_shape},
    [ITEM_LOCK] = {ITEM_SELECT " WHERE i.id = ? AND i.user_id = ? FOR UPDATE", &item_shape},
    /* Amounts are bound in thousandths. */
    [ITEM_ADD] = {
        "INSERT INTO collection_items (user_id, release_id, status, media_condition, "
        "sleeve_condition, purchase_price, currency, acquired_on, location, notes, "
        "album_id, title, artist, release_year) "
        "SELECT ?, ?, ?, ?, ?, ? / 1000, ?, ?, ?, ?, k.album_id, k.title, k.artist, k.release_year "
        "FROM known_albums k WHERE k.album_id = ?",
        NULL},
    [ITEM_CHANGE] = {
        "UPDATE collection_items i JOIN known_albums k ON k.album_id = ? "
        "SET i.album_id = k.album_id, i.title = k.title, i.artist = k.artist, "
        "i.release_year = k.release_year, i.release_id = ?, i.status = ?, "
        "i.media_condition = ?, i.sleeve_condition = ?, i.purchase_price = ? / 1000, "
        "i.currency = ?, i.acquired_on = ?, i.location = ?, i.notes = ?, "
        "i.version = i.version + 1, i.updated_at = UTC_TIMESTAMP(3) WHERE i.id = ?",
        NULL},
    [ITEM_REMOVE] = {"DELETE FROM collection_items WHERE id = ?", NULL},
    [ITEM_COUNT] = {
        "SELECT COALESCE(SUM(status = 'owned'), 0) AS owned, "
        "COALESCE(SUM(status = 'wanted'), 0) AS wanted "
        "FROM collection_items WHERE user_id = ? AND album_id = ?",
        &copies_shape},
    [ITEM_HOLDERS] = {
        "SELECT user_id, SUM(status = 'owned') AS owned, SUM(status = 'wanted') AS wanted "
        "FROM collection_items WHERE album_id = ? GROUP BY user_id",
        &copies_shape},
    [ITEMS_MOVE] = {"UPDATE collection_items SET album_id = ? WHERE album_id = ?", NULL},
    [ITEMS_FOLLOW] = {
        "UPDATE collection_items i JOIN known_albums k ON k.album_id = i.album_id "
        "SET i.title = k.title, i.artist = k.artist, i.release_year = k.release_year "
        "WHERE i.album_id = ?",
        NULL},
    [COLLECTION_SHARES] = {
        "SELECT 'status' AS part, i.status AS name, COUNT(*) AS copies, NULL AS amount "
        "FROM collection_items i WHERE i.user_id = ? GROUP BY i.status "
        "UNION ALL "
        "SELECT 'total_value', i.currency, COUNT(*), CAST(SUM(i.purchase_price) * 1000 AS SIGNED) "
        "FROM collection_items i WHERE i.user_id = ? AND i.status = 'owned' "
        "AND i.currency IS NOT NULL GROUP BY i.currency "
        "UNION ALL "
        "SELECT 'by_decade', IF(i.release_year = 0, 'unknown', i.release_year DIV 10 * 10) AS d, COUNT(*), NULL "
        "FROM collection_items i WHERE i.user_id = ? AND i.status = 'owned' GROUP BY d "
        "UNION ALL "
        "SELECT 'by_genre', COALESCE(g.genre, 'unknown') AS n, COUNT(*), NULL "
        "FROM collection_items i LEFT JOIN album_genres g ON g.album_id = i.album_id "
        "WHERE i.user_id = ? AND i.status = 'owned' GROUP BY n "
        "UNION ALL "
        "SELECT 'by_condition', COALESCE(i.media_condition, 'ungraded') AS c, COUNT(*), NULL "
        "FROM collection_items i WHERE i.user_id = ? AND i.status = 'owned' GROUP BY c",
        &share_shape},
};
