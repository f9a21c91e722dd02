/* statements.h - the catalogue's statements by name. */
#ifndef VH_CATALOG_STATEMENTS_H
#define VH_CATALOG_STATEMENTS_H

#include "core/db.h"

/* The last migration in sql/catalog that this program knows. */
#define CATALOG_SCHEMA 45

enum catalog_statement {
    ALBUM_FIND,
    ALBUM_SCORE,
    ALBUM_HOLD,
    ALBUM_LOCK,
    ALBUM_STANDING,
    ALBUM_ADD,
    ALBUM_SET,
    ALBUM_COUNT_SONGS,
    ALBUM_COVER,
    ALBUM_REMOVE,
    ALBUM_RESTORE,
    ALBUM_FOLLOW,
    ALBUM_MERGE,
    ALBUM_COUNT_RELEASES,
    ALBUM_CREDIT_ARTIST,
    ALBUM_CREDITS_CLEAR,
    ALBUM_CREDITS_ADD,
    ALBUM_CREDITS_RENAME,
    ALBUM_GENRES,
    ALBUM_GENRES_CLEAR,
    ALBUM_GENRES_ADD,
    ALBUM_STYLES_CLEAR,
    ALBUM_STYLES_ADD,
    ARTIST_FIND,
    ARTIST_LOCK,
    ARTIST_STAND,
    ARTIST_STANDING,
    ARTIST_NAMED,
    ARTIST_ADD,
    ARTIST_SET,
    ARTIST_REMOVE,
    ARTIST_RESTORE,
    ARTIST_USED,
    ARTIST_COUNT,
    ARTIST_GENRES_CLEAR,
    ARTIST_GENRES_ADD,
    ARTIST_GENRES_SHOW,
    ARTIST_GENRES_OF_ALBUMS,
    COVER_FIND,
    COVER_SET,
    COVER_REMOVE,
    FACET_GENRE_NAMED,
    FACET_STYLE_NAMED,
    FACET_ARTIST_NAMED,
    FACET_NAMED,
    FACET_SIZE,
    FACET_SCORE_BELOW,
    FACETS_CLEAR,
    FACETS_ADD,
    FACETS_SCORE,
    FACETS_SCORE_LOST,
    FACETS_SCORE_REACHED,
    ARTIST_FACETS_CLEAR,
    ARTIST_FACETS_ADD,
    GENRE_NAMED,
    STYLE_NAMED,
    GENRE_COUNT,
    REVISION_FIND,
    REVISION_ADD,
    EDITOR_SET,
    EDITOR_FORGET,
    SONG_FIND,
    SONG_STATE,
    SONG_LOCK,
    SONG_STANDING,
    SONG_ADD,
    SONG_SET,
    SONG_REMOVE,
    SONG_TRACKS,
    SONG_SLOTS,
    SONG_CLEAR,
    SONG_CREDIT,
    SONG_RENAME,
    RELEASE_FIND,
    RELEASE_MOVE,
    LABEL_FIND,
    SEARCH_HEADS,
    SEARCH_BLOCKS,
    SEARCH_COMPLETIONS,
    SEARCH_TYPOS_FIND,
    SEARCH_RECENT,
    SEARCH_CHANGED,
    SEARCH_ANY_CHANGED,
    SEARCH_READ_ALBUMS,
    SEARCH_READ_ARTISTS,
    SEARCH_READ_SONGS,
    SEARCH_READ_LABELS,
    SEARCH_ALBUM_SONGS,
    SEARCH_MARK,
    SEARCH_UNMARK,
    SEARCH_FORGET,
    SEARCH_REMEMBER,
    CATALOG_STATEMENTS
};

extern const struct statement catalog_statements[];

/* The columns of each resource, for its single and its list alike. */
#define ALBUM_COLUMNS                                                                    \
    "SELECT a.id, a.title, a.artist, a.credits, a.artist_id, a.release_year, a.genres, " \
    "a.styles, a.description, a.track_count, a.release_count, a.rating_count, "          \
    "a.average_rating, a.weighted_rating, a.version, a.cover_version, a.created_at, "    \
    "a.updated_at"
#define ALBUM_SELECT ALBUM_COLUMNS " FROM albums a"
#define ARTIST_COLUMNS                                                                   \
    "SELECT n.id, n.name, n.sort_name, n.real_name, n.biography, n.genres, "             \
    "n.image_url, n.album_count, n.version, "                                            \
    "n.created_at, n.updated_at"
#define ARTIST_SELECT ARTIST_COLUMNS " FROM artists n"
#define SONG_COLUMNS                                                                     \
    "SELECT s.id, s.title, s.album_id, a.title AS album, COALESCE(s.artist, a.artist) "  \
    "AS artist, "                                                                        \
    "COALESCE(s.artist_id, a.artist_id) AS artist_id, s.track_num, s.disc_num, "         \
    "s.position, s.duration, s.version, s.ordinal, "                                     \
    "NULLIF(SUBSTRING_INDEX(a.genres, '\\n', 1), '') AS genre FROM songs s"
#define SONG_ALBUM " STRAIGHT_JOIN albums a ON a.id = s.album_id"
#define SONG_SELECT SONG_COLUMNS SONG_ALBUM
#define RELEASE_COLUMNS                                                                  \
    "SELECT r.id, r.album_id, r.title, r.label, r.catno, r.country, r.released, "        \
    "r.year, r.format, r.formats, "                                                      \
    "r.barcode, r.notes"
#define RELEASE_ALBUM " STRAIGHT_JOIN albums a ON a.id = r.album_id"
#define RELEASE_SELECT RELEASE_COLUMNS " FROM releases r" RELEASE_ALBUM
#define REVISION_SELECT                                                                  \
    "SELECT r.version AS id, r.version, r.action, r.undoes, r.editor_id AS user_id, "    \
    "e.name AS username, r.created_at, r.changes "                                       \
    "FROM revisions r LEFT JOIN editors e ON e.id = r.editor_id"
#define LABEL_SELECT                                                                     \
    "SELECT l.id, l.name, l.profile, l.parent_label, l.release_count FROM labels l"

#endif
