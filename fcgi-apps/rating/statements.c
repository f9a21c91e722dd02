/* statements.c - the rating service's statements, prepared when a thread connects. Lists
 * are put together in listing.c. */
#include "rating/statements.h"

#include "rating/album_store.h"
#include "rating/burst_store.h"
#include "rating/chart_store.h"
#include "rating/model_store.h"
#include "rating/preference_store.h"
#include "rating/rater_store.h"
#include "rating/rating_store.h"
#include "rating/report_store.h"
#include "rating/review_store.h"
#include "rating/score_sql.h"
#include "rating/summary_store.h"

#include "core/banned.h"

#define SUMMARY_COLUMNS                                                                  \
    "s.n1, s.n2, s.n3, s.n4, s.n5, s.n6, s.n7, s.n8, s.n9, s.n10, s.weight, "            \
    "s.weighted, s.weighted_squares, p.prior, p.m, p.spread"

/* Charts: the rows of an album or of a user's albums, under each generation there is. */
#define CHART_INSERT "INSERT INTO charts (" SQL_CHART_COLUMNS ") "
#define CHART_COUNTS                                                                     \
    ", ? * (" SQL_TIME " >= p.recent_from), "                                            \
    "? * (" SQL_TIME " >= p.earlier_from AND " SQL_TIME " < p.recent_from) "
#define CHART_JOINS                                                                      \
    "JOIN known_albums k ON k.album_id = s.album_id JOIN score_parameters p "
#define CHART_RATED                                                                      \
    "AND " SQL_COUNT                                                                     \
    " > 0 ON DUPLICATE KEY UPDATE release_year = VALUES(release_year), "                 \
    "count = VALUES(count), mean = VALUES(mean), weighted = VALUES(weighted), "          \
    "low = VALUES(low), recent = charts.recent + VALUES(recent), "                       \
    "earlier = charts.earlier + VALUES(earlier)"

/* Bursts: how far back, and whether r's account was new when it rated. */
#define BURST_SINCE "UTC_TIMESTAMP(3) - INTERVAL 2 DAY"
#define BURST_YOUNG                                                                      \
    "(a.user_id IS NULL OR a.registered_at > r.created_at - INTERVAL 14 DAY)"

/* A time as events and answers have it. */
#define SQL_TIME "STR_TO_DATE(?, '%Y-%m-%dT%H:%i:%s.%fZ')"

/* Statements are laid out by their clauses. */
/* clang-format off */
const struct statement rating_statements[] = {
    [RATING_FIND] = {RATING_SELECT " WHERE r.id = ? AND " RATING_SHOWN, &rating_shape},
    [RATING_OF_USER] = {
        RATING_SELECT " WHERE r.user_id = ? AND r.album_id = ?",
        &rating_shape},
    [RATING_LOCK] = {
        RATING_SELECT " WHERE r.id = ? AND " RATING_SHOWN " FOR UPDATE",
        &rating_shape},
    [RATING_LOCK_OF_USER] = {
        RATING_SELECT " WHERE r.user_id = ? AND r.album_id = ? FOR UPDATE",
        &rating_shape},
    [RATING_FIND_PAST] = {
        "SELECT rating_id AS id, user_id, album_id FROM rating_history "
        "WHERE rating_id = ? LIMIT 1",
        &rating_shape},
    [RATING_ADD] = {
        "INSERT INTO ratings (user_id, album_id, half_stars) VALUES (?, ?, ?)",
        NULL},
    [HISTORY_ADD] = {
        "INSERT INTO rating_history (rating_id, user_id, album_id, half_stars, given_at) "
        "SELECT id, user_id, album_id, half_stars, updated_at FROM ratings WHERE id = ?",
        NULL},
    [RATING_SET] = {"UPDATE ratings SET half_stars = ? WHERE id = ?", NULL},
    [RATING_REMOVE] = {"DELETE FROM ratings WHERE id = ?", NULL},
    [RATING_MOVE] = {
        "UPDATE ratings SET album_id = ?, updated_at = updated_at WHERE id = ?",
        NULL},
    [RATINGS_LOCK_OF_USER] = {
        RATING_SELECT " WHERE r.user_id = ? ORDER BY r.album_id FOR UPDATE",
        &rating_shape},
    [RATINGS_OF_ALBUM] = {
        RATING_SELECT " WHERE r.album_id = ? ORDER BY r.user_id",
        &rating_shape},
    [HISTORY_MOVE] = {
        "UPDATE rating_history SET album_id = ? WHERE album_id = ?",
        NULL},
    [HISTORY_CLEAR] = {"DELETE FROM rating_history WHERE user_id = ?", NULL},
    [RATER_REMOVE] = {"DELETE FROM raters WHERE user_id = ?", NULL},
    [RATER_MAKE] = {
        "INSERT INTO raters (user_id) VALUES (?) ON DUPLICATE KEY UPDATE user_id = user_id",
        NULL},
    [RATER_LOCK] = {
        "SELECT user_id, weight FROM raters WHERE user_id = ? FOR UPDATE",
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
    [SUMMARY_LOCK_RATED] = {
        "SELECT album_id FROM rating_summaries WHERE album_id = ? FOR UPDATE",
        &summary_album_shape},
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
        "WHERE r.user_id = ? AND r.held IS NULL",
        NULL},
    [SUMMARIES_OF_USER] = {
        "SELECT s.album_id, " SUMMARY_COLUMNS " FROM score_parameters p "
        "JOIN ratings r JOIN rating_summaries s ON s.album_id = r.album_id "
        "WHERE p.live = TRUE AND r.user_id = ? AND r.album_id <> ? ORDER BY s.album_id",
        &summary_shape},
    /* An album nobody has rated has no row: its columns are null, and read as 0. */
    [SUMMARY_FIND] = {
        "SELECT " SUMMARY_COLUMNS " FROM score_parameters p "
        "LEFT JOIN rating_summaries s ON s.album_id = ? WHERE p.live = TRUE",
        &summary_shape},
    [TOTALS_ADD] = {
        "UPDATE rating_totals SET count = count + ?, sum = sum + ?, "
        "squares = squares + ? WHERE shard = ? MOD 16",
        NULL},
    [CHART_PLACE] = {
        CHART_INSERT "SELECT 0, " SQL_CHART_VALUES CHART_COUNTS
        "FROM rating_summaries s " CHART_JOINS "WHERE s.album_id = ? " CHART_RATED,
        NULL},
    [CHART_PLACE_GENRES] = {
        CHART_INSERT "SELECT g.genre_id, " SQL_CHART_VALUES CHART_COUNTS
        "FROM rating_summaries s JOIN album_genres g ON g.album_id = s.album_id "
        CHART_JOINS "WHERE s.album_id = ? " CHART_RATED,
        NULL},
    [CHART_PLACE_USER] = {
        CHART_INSERT "SELECT 0, " SQL_CHART_VALUES ", 0, 0 "
        "FROM ratings r JOIN rating_summaries s ON s.album_id = r.album_id "
        CHART_JOINS "WHERE r.user_id = ? " CHART_RATED,
        NULL},
    [CHART_PLACE_USER_GENRES] = {
        CHART_INSERT "SELECT g.genre_id, " SQL_CHART_VALUES ", 0, 0 "
        "FROM ratings r JOIN rating_summaries s ON s.album_id = r.album_id "
        "JOIN album_genres g ON g.album_id = s.album_id "
        CHART_JOINS "WHERE r.user_id = ? " CHART_RATED,
        NULL},
    [CHART_CLEAR_UNRATED] = {
        "DELETE c FROM score_parameters p STRAIGHT_JOIN charts c "
        "ON c.generation = p.generation AND c.album_id = ? "
        "WHERE (SELECT " SQL_COUNT " FROM rating_summaries s WHERE s.album_id = ?) = 0",
        NULL},
    [CHART_YEAR] = {
        "UPDATE score_parameters p STRAIGHT_JOIN charts c ON c.generation = p.generation "
        "STRAIGHT_JOIN known_albums k ON k.album_id = c.album_id "
        "SET c.release_year = k.release_year WHERE c.album_id = ?",
        NULL},
    [CHART_CLEAR_GENRES] = {
        "DELETE c FROM score_parameters p STRAIGHT_JOIN charts c "
        "ON c.generation = p.generation AND c.album_id = ? WHERE c.genre_id <> 0",
        NULL},
    [CHART_COPY_GENRES] = {
        "INSERT INTO charts (" SQL_CHART_COLUMNS ") "
        "SELECT g.genre_id, c.generation, c.album_id, c.release_year, c.count, c.mean, "
        "c.weighted, c.low, c.recent, c.earlier FROM score_parameters p "
        "JOIN charts c ON c.generation = p.generation AND c.genre_id = 0 "
        "JOIN album_genres g ON g.album_id = c.album_id WHERE c.album_id = ?",
        NULL},
    [CHART_YEARS] = {
        "SELECT DISTINCT c.release_year FROM charts c WHERE c.generation = " SQL_LIVE
        " AND c.genre_id = ? ORDER BY c.release_year",
        &chart_year_shape},
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
    [KNOWN_ALBUM_COPY] = {
        "INSERT IGNORE INTO known_albums (album_id, artist_id, release_year) "
        "SELECT ?, artist_id, release_year FROM known_albums WHERE album_id = ?",
        NULL},
    [ALBUM_GENRES_COPY] = {
        "INSERT IGNORE INTO album_genres (album_id, genre_id) "
        "SELECT ?, genre_id FROM album_genres WHERE album_id = ?",
        NULL},
    [OWNED_KEEP] = {
        "INSERT INTO owned_albums (user_id, album_id, copies) VALUES (?, ?, ?) "
        "ON DUPLICATE KEY UPDATE copies = VALUES(copies)",
        NULL},
    [OWNED_REMOVE] = {
        "DELETE FROM owned_albums WHERE user_id = ? AND album_id = ?",
        NULL},
    [OWNED_CLEAR] = {"DELETE FROM owned_albums WHERE user_id = ?", NULL},
    [GENRE_FIND] = {"SELECT id FROM genres WHERE name = ?", &genre_shape},
    [GENRE_ADD] = {"INSERT INTO genres (name) VALUES (?)", NULL},
    [ALBUM_GENRES_CLEAR] = {"DELETE FROM album_genres WHERE album_id = ?", NULL},
    [ALBUM_GENRE_ADD] = {
        "INSERT IGNORE INTO album_genres (album_id, genre_id) VALUES (?, ?)",
        NULL},
    [PRIVATE_ADD] = {"INSERT IGNORE INTO private_users (user_id) VALUES (?)", NULL},
    [PRIVATE_REMOVE] = {"DELETE FROM private_users WHERE user_id = ?", NULL},
    [PRIVATE_FIND] = {
        "SELECT user_id FROM private_users WHERE user_id = ?",
        &rater_shape},
    [ACCOUNT_REMOVE] = {"DELETE FROM accounts WHERE user_id = ?", NULL},
    [ACCOUNT_ADD] = {
        "INSERT IGNORE INTO accounts (user_id, registered_at) "
        "VALUES (?, " SQL_TIME ")",
        NULL},
    [PREFERENCES_OF] = {
        "SELECT genre, weight FROM preferences WHERE user_id = ? ORDER BY genre",
        &preference_shape},
    [PREFERENCES_CLEAR] = {"DELETE FROM preferences WHERE user_id = ?", NULL},
    [PREFERENCE_ADD] = {
        "INSERT INTO preferences (user_id, genre, weight) VALUES (?, ?, ?)",
        NULL},
    [REVIEW_FIND] = {REVIEW_SELECT " WHERE v.id = ? AND " REVIEW_SHOWN, &review_shape},
    [REVIEW_FIND_MODERATOR] = {
        REVIEW_SELECT " WHERE v.id = ? AND " REVIEW_SHOWN_TO_MODERATORS,
        &review_shape},
    [REVIEW_LOCK] = {"SELECT id FROM reviews WHERE id = ? FOR UPDATE", &review_shape},
    [REVIEW_OF_USER] = {
        REVIEW_SELECT " WHERE v.user_id = ? AND v.album_id = ?",
        &review_shape},
    [REVIEW_ADD] = {
        "INSERT INTO reviews (user_id, album_id, title, content, draft) "
        "VALUES (?, ?, ?, ?, ?)",
        NULL},
    [REVIEW_KEEP] = {
        "INSERT INTO review_edits (review_id, version, title, content, written_at) "
        "SELECT ?, version, title, content, updated_at FROM reviews WHERE id = ?",
        NULL},
    [REVIEW_SET] = {
        "UPDATE reviews SET title = ?, content = ?, draft = ?, version = version + 1, "
        "updated_at = UTC_TIMESTAMP(3), "
        "created_at = IF(?, UTC_TIMESTAMP(3), created_at) WHERE id = ?",
        NULL},
    [REVIEW_REMOVE] = {"DELETE FROM reviews WHERE id = ?", NULL},
    [REVIEW_HIDE] = {
        "UPDATE reviews SET hidden = ?, hidden_reason = ?, version = version + 1 "
        "WHERE id = ?",
        NULL},
    [REVIEW_LIKE] = {
        "INSERT INTO review_likes (review_id, user_id) VALUES (?, ?) "
        "ON DUPLICATE KEY UPDATE user_id = user_id",
        NULL},
    [REVIEW_UNLIKE] = {
        "DELETE FROM review_likes WHERE review_id = ? AND user_id = ?",
        NULL},
    [REVIEW_LIKES_ADD] = {"UPDATE reviews SET likes = likes + ? WHERE id = ?", NULL},
    [REVIEW_LIKES_CLEAR] = {"DELETE FROM review_likes WHERE review_id = ?", NULL},
    [REVIEW_EDITS_CLEAR] = {"DELETE FROM review_edits WHERE review_id = ?", NULL},
    [REVIEWS_OF_USER] = {
        REVIEW_SELECT " WHERE v.user_id = ? FOR UPDATE",
        &review_shape},
    [REVIEWS_OF_ALBUM] = {
        REVIEW_SELECT " WHERE v.album_id = ? FOR UPDATE",
        &review_shape},
    [REVIEW_MOVE] = {"UPDATE reviews SET album_id = ? WHERE id = ?", NULL},
    [REVIEW_LIKES_SUBTRACT] = {
        "UPDATE review_likes l STRAIGHT_JOIN reviews v ON v.id = l.review_id "
        "SET v.likes = v.likes - 1 WHERE l.user_id = ?",
        NULL},
    [REVIEW_LIKES_BY_CLEAR] = {"DELETE FROM review_likes WHERE user_id = ?", NULL},
    [REVIEW_EDITS_BY_CLEAR] = {
        "DELETE e FROM reviews v STRAIGHT_JOIN review_edits e ON e.review_id = v.id "
        "WHERE v.user_id = ?",
        NULL},
    [USERNAME_REMOVE] = {"DELETE FROM usernames WHERE user_id = ?", NULL},
    [USERNAME_KEEP] = {
        "INSERT INTO usernames (user_id, username) VALUES (?, ?) "
        "ON DUPLICATE KEY UPDATE username = VALUES(username)",
        NULL},
    [REPORT_FIND] = {REPORT_SELECT " WHERE t.id = ?", &report_shape},
    [REPORT_LOCK] = {REPORT_SELECT " WHERE t.id = ? FOR UPDATE", &report_shape},
    [REPORT_ADD] = {
        "INSERT INTO review_reports (review_id, user_id, reason) VALUES (?, ?, ?)",
        NULL},
    [REPORT_DECIDE] = {
        "UPDATE review_reports SET decision = ?, decision_reason = ?, decided_by = ?, "
        "decided_at = UTC_TIMESTAMP(3), version = version + 1 WHERE id = ?",
        NULL},
    [REPORTS_CLEAR] = {"DELETE FROM review_reports WHERE review_id = ?", NULL},
    [REPORTS_BY_CLEAR] = {"DELETE FROM review_reports WHERE user_id = ?", NULL},
    [ACT_ADD] = {
        "INSERT INTO moderation_log (moderator_id, act, subject_id, reason) "
        "VALUES (?, ?, ?, ?)",
        NULL},
    [MODEL_LIVE] = {
        "SELECT generation, method, generated_at, ratings, users, albums, by_stars, rmse, "
        "mae, ndcg_at_10, recall_at_20, popularity_ndcg_at_10, popularity_recall_at_20, "
        "predictor FROM models WHERE live ORDER BY generation DESC LIMIT 1",
        &model_shape},
    /* A rating below 4 stars speaks for nothing (score_input): its list is not read. */
    [MODEL_RATED] = {
        "SELECT r.album_id, r.half_stars AS rating, m.bias, m.factors, "
        "IF(r.half_stars >= 8, m.similar, NULL) AS similar "
        "FROM (SELECT album_id, half_stars FROM ratings WHERE user_id = ? "
        "ORDER BY updated_at DESC, id DESC LIMIT ?) r "
        "LEFT JOIN model_albums m ON m.generation = ? AND m.album_id = r.album_id",
        &model_rated_shape},
    /* An album that is gone is known no more. The wide columns are read of those that are
       left alone. */
    [MODEL_PICK] = {
        "SELECT STRAIGHT_JOIN b.album_id, b.score, m.bias, m.factors, m.near FROM ("
        "SELECT STRAIGHT_JOIN c.album_id, c.score "
        "FROM JSON_TABLE(?, '$[*]' COLUMNS (album_id BIGINT UNSIGNED PATH '$[0]', "
        "score DOUBLE PATH '$[1]')) c "
        "JOIN known_albums k ON k.album_id = c.album_id "
        "WHERE (? IS NULL OR EXISTS (SELECT 1 FROM album_genres ag JOIN genres g "
        "ON g.id = ag.genre_id WHERE ag.album_id = c.album_id AND g.name = ?)) AND "
        NEVER_RECOMMENDED("c") " ORDER BY c.score DESC, c.album_id LIMIT ?) b "
        "LEFT JOIN model_albums m ON m.generation = ? AND m.album_id = b.album_id "
        "ORDER BY b.score DESC, b.album_id",
        &model_pick_shape},
    [MODEL_CHART] = {
        "SELECT c.album_id, c.weighted, c.low, "
        "COALESCE((SELECT AVG(p.weight) FROM album_genres ag JOIN genres g "
        "ON g.id = ag.genre_id JOIN preferences p ON p.user_id = ? AND p.genre = g.name "
        "WHERE ag.album_id = c.album_id), 0) AS wish, "
        "COALESCE((SELECT MIN(ag.genre_id) FROM album_genres ag "
        "WHERE ag.album_id = c.album_id), 0) AS genre_id "
        "FROM charts c FORCE INDEX (top) "
        "WHERE c.generation = (SELECT MAX(generation) FROM score_parameters WHERE live) "
        "AND c.genre_id = IF(? IS NULL, 0, (SELECT id FROM genres WHERE name = ?)) AND "
        NEVER_RECOMMENDED("c") " ORDER BY c.low DESC, c.album_id DESC LIMIT ?",
        &model_chart_pick_shape},
    [DISMISSAL_ADD] = {
        "INSERT IGNORE INTO dismissed_albums (user_id, album_id) VALUES (?, ?)",
        NULL},
    [DISMISSAL_REMOVE] = {
        "DELETE FROM dismissed_albums WHERE user_id = ? AND album_id = ?",
        NULL},
    [DISMISSAL_CLEAR] = {"DELETE FROM dismissed_albums WHERE user_id = ?", NULL},
    [BURST_FIND] = {BURST_SELECT " WHERE b.id = ?", &burst_row_shape},
    [BURST_LOCK] = {BURST_SELECT " WHERE b.id = ? FOR UPDATE", &burst_row_shape},
    [BURST_LATEST] = {
        BURST_SELECT " WHERE b.album_id = ? AND b.direction = ? "
        "AND b.last_at >= " BURST_SINCE " ORDER BY b.last_at DESC LIMIT 1",
        &burst_row_shape},
    [BURST_OF_MEMBER] = {
        BURST_SELECT " JOIN burst_members o ON o.burst_id = b.id AND o.user_id = ? "
        "WHERE b.album_id = ? AND b.state <> 'released' LIMIT 1",
        &burst_row_shape},
    /* The last thousand are enough to tell, and bound what a write costs. */
    [BURST_EVIDENCE] = {
        "SELECT e.`all`, e.young, e.high, e.low, " SQL_COUNT " - e.counted AS others, "
        "CAST(s.n9 + s.n10 AS SIGNED) - e.counted_high AS others_high, "
        "CAST(s.n1 + s.n2 + s.n3 AS SIGNED) - e.counted_low AS others_low, "
        "p.new_share, p.high_share, p.low_share FROM (SELECT "
        "COUNT(*) AS `all`, SUM(young) AS young, SUM(young AND half_stars >= 9) AS high, "
        "SUM(young AND half_stars <= 3) AS low, "
        "SUM(young AND held IS NULL) AS counted, "
        "SUM(young AND held IS NULL AND half_stars >= 9) AS counted_high, "
        "SUM(young AND held IS NULL AND half_stars <= 3) AS counted_low "
        "FROM (SELECT r.half_stars, r.held, " BURST_YOUNG " AS young FROM ratings r "
        "LEFT JOIN accounts a ON a.user_id = r.user_id WHERE r.album_id = ? "
        "AND r.created_at >= " BURST_SINCE " ORDER BY r.created_at DESC LIMIT 1000) l) e "
        "JOIN rating_summaries s ON s.album_id = ? JOIN score_parameters p "
        "WHERE p.live = TRUE",
        &burst_evidence_shape},
    [BURST_SUSPECTS] = {
        "SELECT r.id AS rating_id, r.user_id, r.held, r.half_stars AS rating, w.weight, "
        "r.created_at FROM ratings r JOIN raters w ON w.user_id = r.user_id "
        "LEFT JOIN accounts a ON a.user_id = r.user_id WHERE r.album_id = ? "
        "AND r.created_at >= " BURST_SINCE " AND r.half_stars BETWEEN ? AND ? "
        "AND r.held IS NULL AND " BURST_YOUNG " ORDER BY r.created_at DESC LIMIT 1000",
        &member_shape},
    [BURST_MEMBERS] = {
        "SELECT r.id AS rating_id, r.user_id, r.held, r.half_stars AS rating, w.weight, "
        "r.created_at FROM bursts b JOIN burst_members m ON m.burst_id = b.id "
        "JOIN ratings r ON r.user_id = m.user_id AND r.album_id = b.album_id "
        "JOIN raters w ON w.user_id = r.user_id WHERE b.id = ?",
        &member_shape},
    [BURST_ADD] = {"INSERT INTO bursts (album_id, direction) VALUES (?, ?)", NULL},
    [BURST_TOUCH] = {"UPDATE bursts SET last_at = UTC_TIMESTAMP(3) WHERE id = ?", NULL},
    [BURST_DECIDE] = {
        "UPDATE bursts SET state = ?, reason = ?, decided_by = ?, "
        "decided_at = UTC_TIMESTAMP(3), version = version + 1 WHERE id = ?",
        NULL},
    [BURST_MOVE] = {"UPDATE bursts SET album_id = ? WHERE album_id = ?", NULL},
    [BURST_MEMBER_ADD] = {
        "INSERT IGNORE INTO burst_members (burst_id, user_id) VALUES (?, ?)",
        NULL},
    [BURST_MEMBER_FORGET] = {"DELETE FROM burst_members WHERE user_id = ?", NULL},
    [RATING_HOLD] = {
        "UPDATE ratings SET held = ?, updated_at = updated_at WHERE id = ?",
        NULL},
    [ACCOUNT_IS_OLD] = {
        "SELECT user_id FROM accounts WHERE user_id = ? "
        "AND registered_at <= UTC_TIMESTAMP(3) - INTERVAL 14 DAY",
        &member_shape},
};
