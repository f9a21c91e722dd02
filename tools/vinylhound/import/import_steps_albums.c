/* import_steps_albums.c - statements: albums from masters, and what every album made or
 * changed by an import needs.
 *
 * import_hash of an album is that of its master's record. An album without it was made
 * from releases: its own one, or of those below a master that no dump has shown yet, the
 * one with the lowest number, in whatever order they came. */

#include "import_steps.h"

#include "core/banned.h"

/* Statements are laid out by their clauses. */
/* clang-format off */

const struct step find_masters[] = {
    {"finding albums", NOT_COUNTED,
     "UPDATE import_albums x STRAIGHT_JOIN albums a ON a.discogs_master_id = x.ref "
     "SET x.album_id = a.id, x.same = (a.import_hash <=> UNHEX(x.hash) "
     "OR a.deleted_at IS NOT NULL)"},
    {"passing over albums", SAME, "DELETE FROM import_albums WHERE same"},
    {0},
};

const struct step store_masters[] = {
    /* The main pressing had no master when it was imported: its album becomes the
       master's, and keeps its ratings. */
    {"giving albums their masters", NOT_COUNTED,
     "UPDATE (SELECT main_ref, MIN(ref) AS ref "
     "FROM import_albums WHERE album_id IS NULL AND main_ref IS NOT NULL "
     "GROUP BY main_ref) x STRAIGHT_JOIN albums a ON a.discogs_release_id = x.main_ref "
     "SET a.discogs_master_id = x.ref, a.discogs_release_id = NULL"},
    {"finding albums", NOT_COUNTED,
     "UPDATE import_albums x STRAIGHT_JOIN albums a ON a.discogs_master_id = x.ref "
     "SET x.album_id = a.id WHERE x.album_id IS NULL"},
    {"finding new albums", NOT_COUNTED,
     "UPDATE import_albums SET fresh = TRUE WHERE album_id IS NULL"},
    {"adding albums", ADDED,
     "INSERT INTO albums (discogs_master_id, title, artist, credits, artist_id, "
     "release_year, genres, styles, description, discogs_main_id, import_hash) "
     "SELECT x.ref, x.title, x.artist, "
     SHOWN("import_credits c WHERE c.ref = x.ref") ", x.artist_id, x.year, x.genres, "
     "x.styles, x.description, x.main_ref, UNHEX(x.hash) FROM import_albums x "
     "WHERE x.fresh ORDER BY x.ref"},
    {"finding albums", NOT_COUNTED,
     "UPDATE import_albums x STRAIGHT_JOIN albums a ON a.discogs_master_id = x.ref "
     "SET x.album_id = a.id WHERE x.fresh"},
    {"updating albums", UPDATED,
     "UPDATE import_albums x STRAIGHT_JOIN albums a ON a.id = x.album_id "
     "SET a.discogs_main_id = x.main_ref, a.import_hash = UNHEX(x.hash) "
     "WHERE NOT x.fresh"},
    {0},
};

#define COUNT_ARTISTS(sign, which)                                                       \
    "INSERT INTO import_artist_counts SELECT c.artist_id, " sign                         \
    "COUNT(DISTINCT c.album_id) FROM import_albums x STRAIGHT_JOIN album_artists c "     \
    "ON c.album_id = x.album_id WHERE " which                                            \
    "c.artist_id IS NOT NULL GROUP BY c.artist_id"
#define COUNT_GENRES(sign, which)                                                        \
    "INSERT INTO import_genre_counts SELECT c.genre_id, " sign                           \
    "COUNT(*) FROM import_albums x STRAIGHT_JOIN album_genres c "                        \
    "ON c.album_id = x.album_id " which "GROUP BY c.genre_id"
#define CLEAR(table, field)                                                              \
    "DELETE c FROM import_albums x STRAIGHT_JOIN " table                                \
    " c ON c.album_id = x.album_id "                                                     \
    "WHERE NOT x.fresh AND NOT FIND_IN_SET('" field "', x.edited)"
#define KEEP(table, field)                                                               \
    "DELETE c FROM " table " c JOIN import_albums x ON x.ref = c.ref "                   \
    "WHERE FIND_IN_SET('" field "', x.edited)"
#define AS_IT_IS(field, same) "(FIND_IN_SET('" field "', x.edited) OR " same ")"
#define SET(field, value) UNLESS_EDITED("a", "x", field, value)
#define ARTISTS_SET(column)                                                              \
    "a." column " = IF(FIND_IN_SET('artists', x.edited), a." column ", x." column ")"

const struct step store_details[] = {
    {"finding edited albums", NOT_COUNTED,
     "UPDATE import_albums x STRAIGHT_JOIN albums a ON a.id = x.album_id "
     "SET x.edited = a.edited WHERE NOT x.fresh AND a.edited <> ''"},
    {"keeping edited credits", NOT_COUNTED, KEEP("import_credits", "artists")},
    {"keeping edited genres", NOT_COUNTED, KEEP("import_genres", "genres")},
    {"keeping edited styles", NOT_COUNTED, KEEP("import_styles", "styles")},
    {"counting artists", NOT_COUNTED, COUNT_ARTISTS("-", "NOT x.fresh AND ")},
    {"counting genres", NOT_COUNTED, COUNT_GENRES("-", "WHERE NOT x.fresh ")},
    {"finding changed albums", NOT_COUNTED,
     "UPDATE import_albums x STRAIGHT_JOIN albums a ON a.id = x.album_id SET x.changed = TRUE "
     "WHERE NOT x.fresh AND NOT (" AS_IT_IS("title", "BINARY a.title <=> x.title")
     " AND " AS_IT_IS("artists", "(BINARY a.artist <=> x.artist "
     "AND a.artist_id <=> x.artist_id)")
     " AND " AS_IT_IS("release_year", "a.release_year = x.year")
     " AND " AS_IT_IS("genres", "BINARY a.genres <=> x.genres")
     " AND " AS_IT_IS("styles", "BINARY a.styles <=> x.styles")
     " AND (x.hash IS NULL OR "
     AS_IT_IS("description", "BINARY a.description <=> x.description") "))"},
    {"updating albums", NOT_COUNTED,
     "UPDATE import_albums x STRAIGHT_JOIN albums a ON a.id = x.album_id "
     "SET " SET("title", "x.title") ", " ARTISTS_SET("artist") ", "
     ARTISTS_SET("artist_id") ", " SET("release_year", "x.year") ", "
     SET("genres", "x.genres") ", " SET("styles", "x.styles") ", "
     SET("description", "IF(x.hash IS NULL, a.description, x.description)") ", "
     "a.version = a.version + 1, a.updated_at = UTC_TIMESTAMP(3) "
     "WHERE x.changed"},
    {"clearing credits", NOT_COUNTED, CLEAR("album_artists", "artists")},
    {"clearing genres", NOT_COUNTED, CLEAR("album_genres", "genres")},
    {"clearing styles", NOT_COUNTED, CLEAR("album_styles", "styles")},
    {"adding credits", NOT_COUNTED,
     "INSERT INTO album_artists (album_id, position, artist_id, name, joiner) "
     "SELECT STRAIGHT_JOIN x.album_id, c.position, c.artist_id, c.name, c.joiner "
     "FROM import_credits c JOIN import_albums x ON x.ref = c.ref"},
    {"showing credits", NOT_COUNTED,
     "UPDATE import_albums x STRAIGHT_JOIN albums a ON a.id = x.album_id "
     "SET a.credits = " SHOWN("album_artists c WHERE c.album_id = x.album_id")
     " WHERE NOT x.fresh"},
    {"adding genres", NOT_COUNTED,
     "INSERT INTO album_genres (album_id, genre_id) "
     "SELECT DISTINCT STRAIGHT_JOIN x.album_id, g.id "
     "FROM import_genres s JOIN import_albums x ON x.ref = s.ref JOIN genres g "
     "ON g.name = s.name"},
    {"adding styles", NOT_COUNTED,
     "INSERT INTO album_styles (album_id, style_id) "
     "SELECT DISTINCT STRAIGHT_JOIN x.album_id, g.id "
     "FROM import_styles s JOIN import_albums x ON x.ref = s.ref JOIN styles g "
     "ON g.name = s.name"},
    {"counting artists", NOT_COUNTED, COUNT_ARTISTS("", "")},
    {"counting genres", NOT_COUNTED, COUNT_GENRES("", "")},
    {"adding artists' genres", NOT_COUNTED,
     "INSERT IGNORE INTO artist_genres (artist_id, genre_id) "
     "SELECT STRAIGHT_JOIN DISTINCT c.artist_id, g.genre_id FROM import_albums x "
     "JOIN album_artists c ON c.album_id = x.album_id JOIN album_genres g "
     "ON g.album_id = x.album_id WHERE c.artist_id IS NOT NULL"},
    {"removing artists' genres", NOT_COUNTED,
     "DELETE w FROM (SELECT DISTINCT artist_id FROM import_artist_counts WHERE n < 0) t "
     "STRAIGHT_JOIN artist_genres w ON w.artist_id = t.artist_id "
     "WHERE NOT EXISTS (SELECT 1 FROM album_artists c JOIN album_genres g "
     "ON g.album_id = c.album_id WHERE c.artist_id = w.artist_id "
     "AND g.genre_id = w.genre_id)"},
    {"updating artists", NOT_COUNTED,
     "UPDATE (SELECT artist_id, SUM(n) AS n "
     "FROM import_artist_counts GROUP BY artist_id) c STRAIGHT_JOIN artists a "
     "ON a.id = c.artist_id "
     "LEFT JOIN (SELECT w.artist_id, GROUP_CONCAT(g.name "
     "ORDER BY g.name SEPARATOR '\\n') AS names FROM artist_genres w "
     "JOIN genres g ON g.id = w.genre_id WHERE w.artist_id IN (SELECT artist_id "
     "FROM import_artist_counts) GROUP BY w.artist_id) w ON w.artist_id = a.id "
     "SET a.album_count = a.album_count + c.n, a.genres = IFNULL(w.names, ''), "
     "a.version = a.version + 1 "
     "WHERE c.n <> 0 OR NOT (BINARY a.genres <=> IFNULL(w.names, ''))"},
    {"telling the other services", NOT_COUNTED,
     "INSERT INTO outbox (type, subject, payload) SELECT 'album.updated', a.id, "
     "JSON_OBJECT('artist_id', a.artist_id, 'release_year', NULLIF(a.release_year, 0), "
     "'genres', IF(a.genres = '', JSON_ARRAY(), JSON_EXTRACT(CONCAT('[', "
     "REPLACE(JSON_QUOTE(a.genres), '\\\\n', '\",\"'), ']'), '$'))) "
     "FROM import_albums x STRAIGHT_JOIN albums a ON a.id = x.album_id WHERE x.changed "
     "AND (a.rating_count > 0 OR a.id IN (SELECT album_id FROM held_albums))"},
    {"updating genres", NOT_COUNTED,
     "UPDATE genres g JOIN (SELECT genre_id, SUM(n) AS n "
     "FROM import_genre_counts GROUP BY genre_id) c ON c.genre_id = g.id "
     "SET g.album_count = g.album_count + c.n WHERE c.n <> 0"},
    {0},
};

const struct step touch_masters[] = {
    {"listing albums", NOT_COUNTED,
     "INSERT INTO import_touched (album_id, fresh, songs) "
     "SELECT album_id, fresh, TRUE FROM import_albums "
     "WHERE NOT fresh"},
    {0},
};

/* A new release without a master has its album to itself, which is stored whole. */
#define WHOLE "fresh AND master_ref IS NULL AND NOT known"

const struct step touch_releases[] = {
    {"listing whole albums", NOT_COUNTED,
     "INSERT INTO import_touched (album_id, fresh, songs, whole, main_id) "
     "SELECT album_id, TRUE, TRUE, TRUE, release_id FROM import_keys WHERE " WHOLE},
    {"listing albums", NOT_COUNTED,
     "INSERT INTO import_touched (album_id, fresh, songs) "
     "SELECT album_id, MAX(fresh), FALSE FROM (SELECT album_id, fresh "
     "FROM import_keys WHERE NOT (" WHOLE ") UNION ALL SELECT old_album_id, FALSE "
     "FROM import_keys WHERE old_album_id <> album_id) s GROUP BY album_id"},
    {"finding albums with other credits", NOT_COUNTED,
     "UPDATE import_albums x STRAIGHT_JOIN import_touched t ON t.album_id = x.album_id "
     "SET t.songs = TRUE WHERE NOT x.fresh"},
    {0},
};

#define ADD_SONGS(which)                                                                 \
    "INSERT INTO songs (album_id, disc_num, track_num, position, title, artist, "        \
    "artist_id, duration) "                                                              \
    "SELECT STRAIGHT_JOIN t.album_id, k.disc_num, k.track_num, k.position, k.title, "    \
    "IF(BINARY k.artist = a.artist, NULL, k.artist), IF(k.artist IS NULL, "              \
    "a.artist_id, k.artist_id), k.duration FROM import_touched t JOIN albums a "         \
    "ON a.id = t.album_id JOIN release_tracks k ON k.release_id = t.main_id "            \
    "WHERE t.songs AND k.disc_num IS NOT NULL AND " which " "

const struct step store_songs[] = {
    /* What its master names, else the earliest. */
    {"choosing main pressings", NOT_COUNTED,
     "UPDATE import_touched t JOIN (SELECT r.album_id, r.id, "
     "COUNT(*) OVER (PARTITION BY r.album_id) AS releases, "
     "ROW_NUMBER() OVER (PARTITION BY r.album_id "
     "ORDER BY (r.discogs_id <=> a.discogs_main_id) DESC, r.year = 0, r.year, "
     "r.discogs_id) AS place FROM import_touched t STRAIGHT_JOIN albums a "
     "ON a.id = t.album_id STRAIGHT_JOIN releases r ON r.album_id = t.album_id "
     "WHERE NOT t.whole) m "
     "ON m.album_id = t.album_id SET t.main_id = m.id, t.releases = m.releases "
     "WHERE m.place = 1"},
    {"finding changed main pressings", NOT_COUNTED,
     "UPDATE import_touched t STRAIGHT_JOIN import_keys k ON k.release_id = t.main_id "
     "SET t.songs = TRUE"},
    {"finding other main pressings", NOT_COUNTED,
     "UPDATE import_touched t STRAIGHT_JOIN albums a ON a.id = t.album_id "
     "SET t.songs = (t.songs OR NOT (a.main_release_id <=> t.main_id)) "
     "AND NOT FIND_IN_SET('tracks', a.edited), t.had_songs = "
     "EXISTS (SELECT 1 FROM songs s WHERE s.album_id = t.album_id) "
     "WHERE NOT t.whole"},
    {"adding songs", NOT_COUNTED, ADD_SONGS("NOT t.had_songs")},
    {"updating songs", NOT_COUNTED,
     ADD_SONGS("t.had_songs")
     "ON DUPLICATE KEY UPDATE position = VALUES(position), title = VALUES(title), "
     "artist = VALUES(artist), artist_id = VALUES(artist_id), "
     "duration = VALUES(duration)"},
    {"removing songs", NOT_COUNTED,
     "DELETE s FROM import_touched t STRAIGHT_JOIN songs s ON s.album_id = t.album_id "
     "LEFT JOIN release_tracks k ON k.release_id = t.main_id "
     "AND k.disc_num = s.disc_num AND k.track_num = s.track_num "
     "WHERE t.songs AND t.had_songs AND t.main_id IS NOT NULL "
     "AND k.release_id IS NULL"},
    {"counting songs", NOT_COUNTED,
     "UPDATE import_touched t SET t.tracks = "
     "(SELECT COUNT(*) FROM songs s WHERE s.album_id = t.album_id) "
     "WHERE t.songs AND NOT t.whole"},
    {"updating albums", NOT_COUNTED,
     "UPDATE import_touched t STRAIGHT_JOIN albums a ON a.id = t.album_id "
     "SET a.main_release_id = t.main_id, a.release_count = t.releases, "
     "a.track_count = IF(t.songs, t.tracks, a.track_count), "
     "a.version = a.version + (NOT t.fresh), "
     "a.updated_at = IF(t.fresh, a.updated_at, UTC_TIMESTAMP(3)) "
     "WHERE NOT t.whole AND NOT (a.main_release_id <=> t.main_id "
     "AND a.release_count = t.releases AND (NOT t.songs OR a.track_count = t.tracks))"},
    {0},
};
