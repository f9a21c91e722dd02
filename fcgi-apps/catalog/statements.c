/* statements.c - the catalogue's statements, prepared when a thread connects. Lists are
 * put together in listing.c. */
#include "catalog/statements.h"

#include "catalog/album_body.h"
#include "catalog/album_store.h"
#include "catalog/artist_store.h"
#include "catalog/cover_store.h"
#include "catalog/facet_rows.h"
#include "catalog/facet_store.h"
#include "catalog/genre_store.h"
#include "catalog/history_store.h"
#include "catalog/ids.h"
#include "catalog/label_store.h"
#include "catalog/release_store.h"
#include "catalog/search_correct.h"
#include "catalog/search_store.h"
#include "catalog/song_store.h"

#include "core/banned.h"

/* The documents of a JSON array of ids, in its order. */
#define SEARCH_IDS                                                                       \
    "JSON_TABLE(?, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) w STRAIGHT_JOIN "
#define SEARCH_SONG                                                                      \
    "SELECT s.id, a.id AS album_id, s.title, COALESCE(s.artist, a.artist) AS artist, "   \
    "COALESCE(s.artist, a.artist) AS subtitle, a.release_year, "                         \
    "a.release_count + 4 * a.rating_count AS known"
/* Where a row stands; what follows names the album it was merged into. */
#define STANDING "SELECT id, version, deleted_at IS NOT NULL AS deleted, "
#define SONG_STANDS                                                                      \
    "SELECT s.id, s.version, a.deleted_at IS NOT NULL AS deleted, NULL AS merged_into "  \
    "FROM songs s JOIN albums a ON a.id = s.album_id WHERE s.id = ?"
#define ARTIST_NAME                                                                      \
    "SELECT n.id, n.name, n.deleted_at IS NOT NULL AS deleted, "                         \
    "FIND_IN_SET('genres', n.edited) > 0 AS genres_edited FROM artists n"
#define NEXT "version = version + 1, updated_at = UTC_TIMESTAMP(3)"
/* "title, genres" is added to a set. */
#define EDITED                                                                           \
    "CONCAT_WS(',', NULLIF(edited, ''), REPLACE(? COLLATE utf8mb4_bin, ', ', ','))"

/* Statements are laid out by their clauses. */
/* clang-format off */
const struct statement catalog_statements[] = {
    /* ---- albums */
    [ALBUM_FIND] = {ALBUM_SELECT " WHERE a.id = ? AND a.deleted_at IS NULL", &album_shape},
    [ALBUM_HOLD] = {"INSERT IGNORE INTO held_albums (album_id) VALUES (?)", NULL},
    [ALBUM_SCORE] = {
        "UPDATE albums SET rating_count = ?, average_rating = ?, weighted_rating = ? "
        "WHERE id = ?",
        NULL},
    [ALBUM_LOCK] = {STANDING "merged_into FROM albums WHERE id = ? FOR UPDATE",
                    &standing_shape},
    [ALBUM_STANDING] = {STANDING "merged_into FROM albums WHERE id = ?", &standing_shape},
    [ALBUM_ADD] = {
        "INSERT INTO albums (title, artist, credits, artist_id, release_year, genres, "
        "styles, description, track_count) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        NULL},
    [ALBUM_SET] = {
        "UPDATE albums SET title = ?, artist = ?, credits = ?, artist_id = ?, "
        "release_year = ?, genres = ?, styles = ?, description = ?, track_count = ?, "
        "edited = " EDITED ", " NEXT " WHERE id = ?",
        NULL},
    [ALBUM_COUNT_SONGS] = {
        "UPDATE albums SET track_count = GREATEST(CAST(track_count AS SIGNED) + ?, 0), "
        "edited = CONCAT_WS(',', NULLIF(edited, ''), 'tracks'), " NEXT " WHERE id = ?",
        NULL},
    [ALBUM_COVER] = {"UPDATE albums SET cover_version = ?, " NEXT " WHERE id = ?", NULL},
    [COVER_FIND] = {"SELECT type, image FROM covers WHERE album_id = ? AND size = ?",
                    &cover_shape},
    [COVER_SET] = {
        "REPLACE INTO covers (album_id, size, type, image) VALUES (?, ?, ?, ?)", NULL},
    [COVER_REMOVE] = {"DELETE FROM covers WHERE album_id = ?", NULL},
    [ALBUM_REMOVE] = {
        "UPDATE albums SET deleted_at = UTC_TIMESTAMP(3), " NEXT " WHERE id = ?", NULL},
    [ALBUM_RESTORE] = {"UPDATE albums SET deleted_at = NULL, " NEXT " WHERE id = ?", NULL},
    [ALBUM_FOLLOW] = {"UPDATE albums SET merged_into = ? WHERE merged_into = ?", NULL},
    [ALBUM_MERGE] = {
        "UPDATE albums SET merged_into = ?, release_count = 0, "
        "deleted_at = UTC_TIMESTAMP(3), " NEXT " WHERE id = ?",
        NULL},
    [ALBUM_COUNT_RELEASES] = {
        "UPDATE albums SET release_count = release_count + ?, " NEXT " WHERE id = ?",
        NULL},
    [ALBUM_CREDIT_ARTIST] = {
        "UPDATE albums a JOIN (SELECT p.album_id, GROUP_CONCAT(IFNULL(p.artist_id, 0), "
        "'\\t', p.name, '\\t', p.joiner ORDER BY p.position SEPARATOR '\\n') AS credits, "
        "GROUP_CONCAT(p.name, IF(p.last, '', IF(p.joiner = '', ', ', "
        "CONCAT(IF(LEFT(p.joiner, 1) IN (',', ';', ':'), '', ' '), p.joiner, ' '))) "
        "ORDER BY p.position SEPARATOR '') AS printed FROM (SELECT k.*, "
        "k.position = MAX(k.position) OVER (PARTITION BY k.album_id) AS last "
        "FROM album_artists k JOIN (SELECT DISTINCT album_id FROM album_artists "
        "WHERE artist_id = ?) m ON m.album_id = k.album_id) p GROUP BY p.album_id) c "
        "ON c.album_id = a.id SET a.credits = c.credits, a.artist = LEFT(c.printed, 700), "
        "a.version = a.version + 1, a.updated_at = UTC_TIMESTAMP(3) "
        "WHERE BINARY a.credits <> c.credits",
        NULL},
    [ALBUM_CREDITS_CLEAR] = {"DELETE FROM album_artists WHERE album_id = ?", NULL},
    [ALBUM_CREDITS_ADD] = {
        "INSERT INTO album_artists (album_id, position, artist_id, name, joiner) "
        "VALUES (?, ?, ?, ?, ?)",
        NULL},
    [ALBUM_CREDITS_RENAME] = {
        "UPDATE album_artists SET name = ? WHERE artist_id = ? AND BINARY name = ?", NULL},
    [ALBUM_GENRES] = {"SELECT genre_id AS id FROM album_genres WHERE album_id = ?",
                      &id_row_shape},
    [ALBUM_GENRES_CLEAR] = {"DELETE FROM album_genres WHERE album_id = ?", NULL},
    [ALBUM_GENRES_ADD] = {"INSERT INTO album_genres (album_id, genre_id) VALUES (?, ?)",
                          NULL},
    [ALBUM_STYLES_CLEAR] = {"DELETE FROM album_styles WHERE album_id = ?", NULL},
    [ALBUM_STYLES_ADD] = {"INSERT INTO album_styles (album_id, style_id) VALUES (?, ?)",
                          NULL},

    /* ---- what lists of albums are narrowed by */
    [FACET_GENRE_NAMED] = {
        "SELECT n.id AS value, COALESCE(f.albums, 0) AS albums FROM genres n "
        "LEFT JOIN facets f ON f.kind = 1 AND f.value = n.id WHERE n.name = ?",
        &facet_size_shape},
    [FACET_STYLE_NAMED] = {
        "SELECT n.id AS value, COALESCE(f.albums, 0) AS albums FROM styles n "
        "LEFT JOIN facets f ON f.kind = 2 AND f.value = n.id WHERE n.name = ?",
        &facet_size_shape},
    [FACET_ARTIST_NAMED] = {
        "SELECT id AS value, album_count AS albums FROM artists WHERE name = ? LIMIT 2",
        &facet_size_shape},
    [FACET_NAMED] = {"SELECT value, albums FROM facets WHERE kind = ? AND name = ?",
                     &facet_size_shape},
    [FACET_SIZE] = {"SELECT value, albums FROM facets WHERE kind = ? AND value = ?",
                    &facet_size_shape},
    [FACET_SCORE_BELOW] = {
        "SELECT value, albums FROM facets WHERE kind = 8 AND value <= ? "
        "ORDER BY value DESC LIMIT 1",
        &facet_size_shape},
    [FACETS_CLEAR] = {"DELETE FROM album_facets WHERE id = ?", NULL},
    [FACETS_ADD] = {"INSERT IGNORE INTO album_facets " FACET_ROWS("a.id = ?"), NULL},
    [FACETS_SCORE] = {
        "UPDATE album_facets SET weighted_rating = ?, rating_count = ? WHERE id = ?",
        NULL},
    [FACETS_SCORE_LOST] = {
        "DELETE FROM album_facets WHERE id = ? AND kind = 8 AND value > ?", NULL},
    /* an album's row of its decade has what all of its rows have */
    [FACETS_SCORE_REACHED] = {
        "INSERT IGNORE INTO album_facets SELECT f.id, w.kind, w.value, f.title, "
        "f.release_year, f.created_at, f.weighted_rating, f.rating_count "
        "FROM album_facets f JOIN facets w ON w.kind = 8 AND w.value <= ? "
        "WHERE f.id = ? AND f.kind = 7",
        NULL},

    /* ---- artists and genres */
    [ARTIST_FIND] = {ARTIST_SELECT " WHERE n.id = ? AND n.deleted_at IS NULL",
                     &artist_shape},
    [ARTIST_LOCK] = {ARTIST_NAME " WHERE n.id = ? FOR UPDATE", &artist_name_shape},
    [ARTIST_STAND] = {STANDING "NULL AS merged_into FROM artists WHERE id = ? FOR UPDATE",
                      &standing_shape},
    [ARTIST_STANDING] = {STANDING "NULL AS merged_into FROM artists WHERE id = ?",
                         &standing_shape},
    /* the first condition has an index, the second tells é from e */
    [ARTIST_NAMED] = {
        ARTIST_NAME " WHERE n.name = ? AND n.name COLLATE utf8mb4_uca1400_as_ci = ? "
        "AND n.id <> ? AND n.deleted_at IS NULL ORDER BY n.album_count DESC, n.id LIMIT 1 "
        "FOR UPDATE",
        &artist_name_shape},
    [ARTIST_ADD] = {
        "INSERT INTO artists (name, sort_name, real_name, biography) VALUES (?, ?, ?, ?)",
        NULL},
    [ARTIST_SET] = {
        "UPDATE artists SET name = ?, sort_name = ?, real_name = ?, biography = ?, "
        "edited = " EDITED ", " NEXT " WHERE id = ?",
        NULL},
    [ARTIST_REMOVE] = {
        "UPDATE artists SET deleted_at = UTC_TIMESTAMP(3), " NEXT " WHERE id = ?", NULL},
    [ARTIST_RESTORE] = {"UPDATE artists SET deleted_at = NULL, " NEXT " WHERE id = ?",
                        NULL},
    [ARTIST_USED] = {
        "SELECT k.artist_id AS id FROM album_artists k JOIN albums a ON a.id = k.album_id "
        "WHERE k.artist_id = ? AND a.deleted_at IS NULL UNION ALL "
        "SELECT s.artist_id FROM songs s JOIN albums a ON a.id = s.album_id "
        "WHERE s.artist_id = ? AND a.deleted_at IS NULL LIMIT 1",
        &id_row_shape},
    [ARTIST_COUNT] = {
        "UPDATE artists SET album_count = GREATEST(CAST(album_count AS SIGNED) + ?, 0) "
        "WHERE id = ?",
        NULL},
    [ARTIST_GENRES_CLEAR] = {"DELETE FROM artist_genres WHERE artist_id = ?", NULL},
    [ARTIST_GENRES_ADD] = {
        "INSERT INTO artist_genres (artist_id, genre_id) VALUES (?, ?)", NULL},
    [ARTIST_GENRES_SHOW] = {"UPDATE artists SET genres = ? WHERE id = ?", NULL},
    [ARTIST_GENRES_OF_ALBUMS] = {
        "SELECT DISTINCT g.id, g.name FROM album_artists k JOIN albums a "
        "ON a.id = k.album_id JOIN album_genres w ON w.album_id = a.id "
        "JOIN genres g ON g.id = w.genre_id "
        "WHERE k.artist_id = ? AND a.deleted_at IS NULL ORDER BY g.name",
        &genre_shape},
    [ARTIST_FACETS_CLEAR] = {"DELETE FROM artist_facets WHERE id = ?", NULL},
    [ARTIST_FACETS_ADD] = {
        "INSERT INTO artist_facets " ARTIST_FACET_ROWS("n.id = ?"), NULL},
    [GENRE_NAMED] = {"SELECT id, name FROM genres WHERE name = ?", &genre_shape},
    [STYLE_NAMED] = {"SELECT id, name FROM styles WHERE name = ?", &genre_shape},
    [GENRE_COUNT] = {
        "UPDATE genres SET album_count = GREATEST(CAST(album_count AS SIGNED) + ?, 0) "
        "WHERE id = ?",
        NULL},

    /* ---- the history */
    [REVISION_FIND] = {
        REVISION_SELECT " WHERE r.kind = ? AND r.subject_id = ? AND r.version = ?",
        &revision_shape},
    [REVISION_ADD] = {
        "INSERT INTO revisions (kind, subject_id, version, action, undoes, editor_id, "
        "changes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        NULL},
    [EDITOR_SET] = {
        "INSERT INTO editors (id, name) VALUES (?, ?) "
        "ON DUPLICATE KEY UPDATE name = VALUES(name)",
        NULL},
    [EDITOR_FORGET] = {"DELETE FROM editors WHERE id = ?", NULL},

    /* ---- songs */
    [SONG_FIND] = {SONG_SELECT " WHERE s.id = ? AND a.deleted_at IS NULL", &song_shape},
    [SONG_STATE] = {
        "SELECT album_id, title, disc_num, track_num, position, duration, artist, "
        "IF(artist IS NULL, NULL, artist_id) AS artist_id FROM songs WHERE id = ?",
        &song_body_shape},
    [SONG_LOCK] = {SONG_STANDS " FOR UPDATE", &standing_shape},
    [SONG_STANDING] = {SONG_STANDS, &standing_shape},
    [SONG_ADD] = {
        "INSERT INTO songs (id, album_id, disc_num, track_num, position, title, artist, "
        "artist_id, duration, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        NULL},
    [SONG_SET] = {
        "UPDATE songs SET album_id = ?, disc_num = ?, track_num = ?, position = ?, "
        "title = ?, artist = ?, artist_id = ?, duration = ?, version = version + 1 "
        "WHERE id = ?",
        NULL},
    [SONG_REMOVE] = {"DELETE FROM songs WHERE id = ?", NULL},
    [SONG_TRACKS] = {
        "SELECT position, title, duration FROM songs WHERE album_id = ? "
        "ORDER BY disc_num, track_num",
        &track_shape},
    [SONG_SLOTS] = {
        "SELECT id, title, artist, artist_id, version FROM songs WHERE album_id = ? "
        "ORDER BY disc_num, track_num",
        &song_slot_shape},
    [SONG_CLEAR] = {"DELETE FROM songs WHERE album_id = ?", NULL},
    [SONG_CREDIT] = {
        "UPDATE songs SET artist_id = ? WHERE album_id = ? AND artist IS NULL", NULL},
    [SONG_RENAME] = {
        "UPDATE songs SET artist = ? WHERE artist_id = ? AND BINARY artist = ?", NULL},

    /* ---- pressings and labels */
    [RELEASE_FIND] = {RELEASE_SELECT " WHERE r.id = ? AND a.deleted_at IS NULL",
                      &release_shape},
    [RELEASE_MOVE] = {"UPDATE releases SET album_id = ? WHERE album_id = ?", NULL},
    [LABEL_FIND] = {LABEL_SELECT " WHERE l.id = ?", &label_shape},
    [SEARCH_HEADS] = {
        "SELECT kind, documents, postings FROM search_postings "
        "WHERE word = ? AND kind IN (1, 2, 3, 4) AND block = 0",
        &search_block_shape},
    [SEARCH_BLOCKS] = {
        "SELECT kind, documents, postings FROM search_postings "
        "WHERE word = ? AND kind = ? AND block >= ? AND block < ? ORDER BY block",
        &search_block_shape},
    [SEARCH_COMPLETIONS] = {
        "SELECT word FROM search_words WHERE word >= ? AND word <= ? "
        "ORDER BY documents DESC LIMIT 8",
        &search_word_shape},
    [SEARCH_TYPOS_FIND] = {
        "SELECT words FROM search_typos WHERE typo IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        &search_typo_shape},
    [SEARCH_RECENT] = {
        "SELECT kind, place FROM search_recent WHERE word >= ? AND word <= ? LIMIT 1000",
        &search_place_shape},
    [SEARCH_CHANGED] = {
        "SELECT c.kind, c.id AS place FROM JSON_TABLE(?, '$[*]' COLUMNS "
        "(id BIGINT UNSIGNED PATH '$')) w STRAIGHT_JOIN search_changed c "
        "ON c.kind = ? AND c.id = w.id ORDER BY c.id",
        &search_place_shape},
    [SEARCH_ANY_CHANGED] = {"SELECT kind, id AS place FROM search_changed LIMIT 1",
                            &search_place_shape},
    [SEARCH_READ_ALBUMS] = {
        "SELECT a.id, a.id AS album_id, a.title, a.artist, a.artist AS subtitle, "
        "a.release_year, a.release_count + 4 * a.rating_count AS known FROM " SEARCH_IDS
        "albums a ON a.id = w.id WHERE a.deleted_at IS NULL",
        &search_document_shape},
    [SEARCH_READ_ARTISTS] = {
        "SELECT n.id, NULL AS album_id, n.name AS title, NULL AS artist, "
        "NULLIF(SUBSTRING_INDEX(n.genres, '\n', 1), '') AS subtitle, "
        "NULL AS release_year, n.album_count AS known FROM " SEARCH_IDS
        "artists n ON n.id = w.id WHERE n.deleted_at IS NULL",
        &search_document_shape},
    [SEARCH_READ_SONGS] = {
        SEARCH_SONG " FROM " SEARCH_IDS
        "songs s ON s.id = w.id STRAIGHT_JOIN albums a ON a.id = s.album_id "
        "WHERE a.deleted_at IS NULL",
        &search_document_shape},
    [SEARCH_READ_LABELS] = {
        "SELECT l.id, NULL AS album_id, l.name AS title, NULL AS artist, "
        "NULL AS subtitle, NULL AS release_year, l.release_count AS known "
        "FROM " SEARCH_IDS "labels l ON l.id = w.id",
        &search_document_shape},
    [SEARCH_ALBUM_SONGS] = {
        SEARCH_SONG " FROM songs s JOIN albums a ON a.id = s.album_id "
        "WHERE s.album_id = ?",
        &search_document_shape},
    [SEARCH_MARK] = {
        "REPLACE INTO search_changed (kind, id, stamp) VALUES (?, ?, UUID_SHORT())",
        NULL},
    [SEARCH_UNMARK] = {"DELETE FROM search_changed WHERE kind = ? AND id = ?", NULL},
    [SEARCH_FORGET] = {"DELETE FROM search_recent WHERE kind = ? AND id = ?", NULL},
    [SEARCH_REMEMBER] = {
        "INSERT INTO search_recent (kind, place, id, word) SELECT DISTINCT ?, ?, ?, "
        "w.word FROM JSON_TABLE(?, '$[*]' COLUMNS (word VARCHAR(48) CHARACTER SET "
        "utf8mb4 COLLATE utf8mb4_bin PATH '$')) w",
        NULL},
};
