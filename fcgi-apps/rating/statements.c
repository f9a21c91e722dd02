/* statements.c - the rating service's statements, prepared when a thread connects. Lists
 * are put together in listing.c. */
#include "rating/statements.h"

#include "rating/album_store.h"
#include "rating/preference_store.h"
#include "rating/rater_store.h"
#include "rating/rating_store.h"
#include "rating/summary_store.h"

#include "core/banned.h"

/* Statements are laid out by their clauses. */
/* clang-format off */
const struct statement rating_statements[] = {
    [RATING_FIND] = {RATING_SELECT " WHERE r.id = ? AND " RATING_SHOWN, &rating_shape},
    [RATING_OF_USER] = {
        RATING_SELECT " WHERE r.user_id = ? AND r.album_id = ?",
        &rating_shape},
    [RATING_ADD] = {
        "INSERT INTO ratings (user_id, album_id, half_stars) VALUES (?, ?, ?)",
        NULL},
    [RATING_SET] = {"UPDATE ratings SET half_stars = ? WHERE id = ?", NULL},
    [RATING_REMOVE] = {"DELETE FROM ratings WHERE id = ?", NULL},
    [RATER_MAKE] = {
        "INSERT INTO raters (user_id) VALUES (?) ON DUPLICATE KEY UPDATE user_id = user_id",
        NULL},
    [RATER_LOCK] = {
        "SELECT weight FROM raters WHERE user_id = ? FOR UPDATE",
        &rater_shape},
    [RATER_COUNT] = {
        "SELECT LEAST(20, COUNT(DISTINCT COALESCE(k.artist_id, 0))) AS weight "
        "FROM ratings r JOIN known_albums k ON k.album_id = r.album_id "
        "WHERE r.user_id = ?",
        &rater_shape},
    [RATER_WEIGH] = {"UPDATE raters SET weight = ? WHERE user_id = ?", NULL},
    /* Not INSERT IGNORE, which locks a row that is there for reading: two that then want
       to write would each wait for the other. */
    [SUMMARY_LOCK] = {
        "INSERT INTO rating_summaries (album_id) VALUES (?) "
        "ON DUPLICATE KEY UPDATE album_id = rating_summaries.album_id",
        NULL},
    [SUMMARIES_OF] = {
        "SELECT r.album_id FROM ratings r WHERE r.user_id = ? "
        "UNION SELECT CAST(? AS UNSIGNED) ORDER BY album_id",
        &summary_album_shape},
    [SUMMARY_ADD] = {
        "UPDATE rating_summaries SET n1 = n1 + ?, n2 = n2 + ?, n3 = n3 + ?, "
        "n4 = n4 + ?, n5 = n5 + ?, n6 = n6 + ?, n7 = n7 + ?, n8 = n8 + ?, "
        "n9 = n9 + ?, n10 = n10 + ?, weight = weight + ?, weighted = weighted + ?, "
        "weighted_squares = weighted_squares + ? "
        "WHERE album_id = ?",
        NULL},
    /* By the keys: what is read is locked, and a table with few rows would be read whole.
       Signed: a column that is not would make less weight an error. */
    [SUMMARY_REWEIGH] = {
        "UPDATE ratings r FORCE INDEX (user_album) STRAIGHT_JOIN "
        "rating_summaries s FORCE INDEX (PRIMARY) ON s.album_id = r.album_id "
        "SET s.weight = s.weight + ?, "
        "s.weighted = s.weighted + ? * CAST(r.half_stars AS SIGNED), "
        "s.weighted_squares = s.weighted_squares + "
        "? * CAST(r.half_stars * r.half_stars AS SIGNED) "
        "WHERE r.user_id = ?",
        NULL},
    /* An album nobody has rated has no row: its columns are null, and read as 0. */
    [SUMMARY_FIND] = {
        "SELECT s.n1, s.n2, s.n3, s.n4, s.n5, s.n6, s.n7, s.n8, s.n9, s.n10, "
        "s.weight, s.weighted, s.weighted_squares, "
        "t.site_count, t.site_sum, t.site_squares "
        "FROM (SELECT SUM(count) AS site_count, SUM(sum) AS site_sum, "
        "SUM(squares) AS site_squares FROM rating_totals) t "
        "LEFT JOIN rating_summaries s ON s.album_id = ?",
        &summary_shape},
    [TOTALS_ADD] = {
        "UPDATE rating_totals SET count = count + ?, sum = sum + ?, "
        "squares = squares + ? WHERE shard = ? MOD 16",
        NULL},
    [KNOWN_ALBUM_FIND] = {
        "SELECT album_id, artist_id, release_year FROM known_albums WHERE album_id = ? "
        "LOCK IN SHARE MODE",
        &known_album_shape},
    [KNOWN_ALBUM_KEEP] = {
        "INSERT INTO known_albums (album_id, artist_id, release_year) VALUES (?, ?, ?) "
        "ON DUPLICATE KEY UPDATE artist_id = VALUES(artist_id), "
        "release_year = VALUES(release_year)",
        NULL},
    [KNOWN_ALBUM_FORGET] = {"DELETE FROM known_albums WHERE album_id = ?", NULL},
    [GENRE_FIND] = {"SELECT id FROM genres WHERE name = ?", &genre_shape},
    [GENRE_ADD] = {"INSERT INTO genres (name) VALUES (?)", NULL},
    [ALBUM_GENRES_CLEAR] = {"DELETE FROM album_genres WHERE album_id = ?", NULL},
    [ALBUM_GENRE_ADD] = {
        "INSERT IGNORE INTO album_genres (album_id, genre_id) VALUES (?, ?)",
        NULL},
    [PRIVATE_ADD] = {"INSERT IGNORE INTO private_users (user_id) VALUES (?)", NULL},
    [PRIVATE_REMOVE] = {"DELETE FROM private_users WHERE user_id = ?", NULL},
    [ACCOUNT_ADD] = {
        "INSERT IGNORE INTO accounts (user_id, registered_at) "
        "VALUES (?, STR_TO_DATE(?, '%Y-%m-%dT%H:%i:%s.%fZ'))",
        NULL},
    [PREFERENCES_OF] = {
        "SELECT genre, weight FROM preferences WHERE user_id = ? ORDER BY genre",
        &preference_shape},
    [PREFERENCES_CLEAR] = {"DELETE FROM preferences WHERE user_id = ?", NULL},
    [PREFERENCE_ADD] = {
        "INSERT INTO preferences (user_id, genre, weight) VALUES (?, ?, ?)",
        NULL},
};
