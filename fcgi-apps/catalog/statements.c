/* statements.c - the catalogue's statements, prepared when a thread connects. Lists are
 * put together in listing.c. */
#include "catalog/statements.h"

#include "catalog/album_store.h"
#include "catalog/artist_store.h"
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

/* Statements are laid out by their clauses. */
/* clang-format off */
const struct statement catalog_statements[] = {
    [ALBUM_FIND] = {ALBUM_SELECT " WHERE a.id = ?", &album_shape},
    [ALBUM_SCORE] = {
        "UPDATE albums SET rating_count = ?, average_rating = ?, weighted_rating = ? "
        "WHERE id = ?",
        NULL},
    [ARTIST_FIND] = {ARTIST_SELECT " WHERE n.id = ?", &artist_shape},
    [SONG_FIND] = {SONG_SELECT " WHERE s.id = ?", &song_shape},
    [RELEASE_FIND] = {RELEASE_SELECT " WHERE r.id = ?", &release_shape},
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
    [SEARCH_READ_ALBUMS] = {
        "SELECT a.id, a.id AS album_id, a.title, a.artist, a.artist AS subtitle, "
        "a.release_year, a.release_count + 4 * a.rating_count AS known FROM " SEARCH_IDS
        "albums a ON a.id = w.id",
        &search_document_shape},
    [SEARCH_READ_ARTISTS] = {
        "SELECT n.id, NULL AS album_id, n.name AS title, NULL AS artist, "
        "NULLIF(SUBSTRING_INDEX(n.genres, '\n', 1), '') AS subtitle, "
        "NULL AS release_year, n.album_count AS known FROM " SEARCH_IDS
        "artists n ON n.id = w.id",
        &search_document_shape},
    [SEARCH_READ_SONGS] = {
        SEARCH_SONG " FROM " SEARCH_IDS
        "songs s ON s.id = w.id STRAIGHT_JOIN albums a ON a.id = s.album_id",
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
