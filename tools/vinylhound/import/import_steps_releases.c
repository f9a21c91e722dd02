/* import_steps_releases.c - statements: pressings, the albums they are of, and all
   that hangs below a pressing. */

#include "import_steps.h"

#include "core/banned.h"

/* Statements are laid out by their clauses. */
/* clang-format off */

#define ADD_ALBUMS(key)                                                                  \
    "INSERT INTO albums (" key                                                           \
    ", title, artist, artist_id, release_year, genres, styles, credits, "                \
    "main_release_id, release_count, track_count) SELECT STRAIGHT_JOIN "
#define ALBUM_FIELDS                                                                     \
    "s.title, s.artist, s.artist_id, s.year, s.genres, s.styles, "                       \
    SHOWN("import_credits c WHERE c.ref = s.ref") ", "
#define FIND_ALBUMS(key, ref, which)                                                     \
    "UPDATE import_keys k STRAIGHT_JOIN albums a ON a." key " = k." ref                  \
    " SET k.album_id = COALESCE(a.merged_into, a.id) WHERE " which
#define ADD_LABEL_COUNTS "INSERT INTO import_label_counts SELECT c.label_id, "
#define CLEAR(table)                                                                     \
    "DELETE c FROM import_keys k STRAIGHT_JOIN " table                                   \
    " c ON c.release_id = k.release_id WHERE k.known"

const struct step find_changed[] = {
    {"finding releases' albums", NOT_COUNTED,
     "UPDATE import_keys k STRAIGHT_JOIN releases r ON r.id = k.release_id "
     "SET k.old_album_id = r.album_id WHERE k.known"},
    /* A release that had an album of its own, and now has a master that has none: the
       album becomes the master's. */
    {"giving albums their masters", NOT_COUNTED,
     "UPDATE (SELECT k.master_ref, MIN(k.ref) AS ref "
     "FROM import_keys k STRAIGHT_JOIN albums o ON o.discogs_release_id = k.ref "
     "LEFT JOIN albums m ON m.discogs_master_id = k.master_ref "
     "WHERE k.master_ref IS NOT NULL AND m.id IS NULL "
     "GROUP BY k.master_ref) p STRAIGHT_JOIN albums a ON a.discogs_release_id = p.ref "
     "SET a.discogs_master_id = p.master_ref, a.discogs_release_id = NULL"},
    {0},
};

const struct step store_releases[] = {
    {"finding albums of masters", NOT_COUNTED,
     FIND_ALBUMS("discogs_master_id", "master_ref", "k.master_ref IS NOT NULL")},
    {"finding albums of releases", NOT_COUNTED,
     FIND_ALBUMS("discogs_release_id", "ref", "k.master_ref IS NULL")},
    {"finding new albums", NOT_COUNTED,
     "UPDATE import_keys SET fresh = TRUE WHERE album_id IS NULL"},
    /* of a new release it is stored whole */
    {"adding albums of releases", NEW_ALBUMS,
     ADD_ALBUMS("discogs_release_id") "s.ref, " ALBUM_FIELDS
     "IF(k.known, NULL, k.release_id), NOT k.known, IF(k.known, 0, k.songs) "
     "FROM import_keys k JOIN import_releases s ON s.ref = k.ref "
     "WHERE k.fresh AND k.master_ref IS NULL"},
    {"adding albums of masters", NEW_ALBUMS,
     ADD_ALBUMS("discogs_master_id") "s.master_ref, " ALBUM_FIELDS "NULL, 0, 0 "
     "FROM (SELECT MIN(ref) AS ref FROM import_keys "
     "WHERE fresh AND master_ref IS NOT NULL GROUP BY master_ref) f "
     "JOIN import_releases s ON s.ref = f.ref ORDER BY s.ref"},
    {"finding new albums of releases", NOT_COUNTED,
     FIND_ALBUMS("discogs_release_id", "ref", "k.fresh AND k.master_ref IS NULL")},
    {"finding new albums of masters", NOT_COUNTED,
     FIND_ALBUMS("discogs_master_id", "master_ref",
                 "k.fresh AND k.master_ref IS NOT NULL")},
    {"adding releases", ADDED,
     "INSERT INTO releases (id, discogs_id, album_id, title, artist, label, catno, "
     "country, released, year, format, formats, barcode, notes, import_hash) "
     "SELECT STRAIGHT_JOIN k.release_id, k.ref, k.album_id, s.title, s.artist, s.label, "
     "s.catno, s.country, s.released, s.year, s.format, s.formats, s.barcode, s.notes, "
     "UNHEX(s.hash) FROM import_keys k JOIN import_releases s ON s.ref = k.ref "
     "WHERE NOT k.known"},
    {0},
};

const struct step update_releases[] = {
    {"updating releases", UPDATED,
     "UPDATE import_keys k STRAIGHT_JOIN import_releases s ON s.ref = k.ref "
     "STRAIGHT_JOIN releases r ON r.id = k.release_id "
     "SET r.album_id = k.album_id, r.title = s.title, r.artist = s.artist, "
     "r.label = s.label, r.catno = s.catno, r.country = s.country, "
     "r.released = s.released, r.year = s.year, r.format = s.format, "
     "r.formats = s.formats, r.barcode = s.barcode, r.notes = s.notes, "
     "r.import_hash = UNHEX(s.hash) WHERE k.known"},
    {"counting labels", NOT_COUNTED,
     ADD_LABEL_COUNTS
     "-COUNT(DISTINCT c.release_id) FROM import_keys k STRAIGHT_JOIN release_labels c "
     "ON c.release_id = k.release_id WHERE k.known AND c.label_id IS NOT NULL "
     "GROUP BY c.label_id"},
    {"clearing labels", NOT_COUNTED, CLEAR("release_labels")},
    {"clearing formats", NOT_COUNTED, CLEAR("release_formats")},
    {"clearing tracks", NOT_COUNTED, CLEAR("release_tracks")},
    {"clearing identifiers", NOT_COUNTED, CLEAR("release_identifiers")},
    {0},
};

const struct step count_labels[] = {
    {"counting labels", NOT_COUNTED,
     ADD_LABEL_COUNTS
     "COUNT(DISTINCT c.release_id) FROM import_keys k STRAIGHT_JOIN release_labels c "
     "ON c.release_id = k.release_id WHERE c.label_id IS NOT NULL GROUP BY c.label_id"},
    {"updating labels", NOT_COUNTED,
     "UPDATE (SELECT label_id, SUM(n) AS n FROM import_label_counts GROUP BY label_id) c "
     "STRAIGHT_JOIN labels l ON l.id = c.label_id "
     "SET l.release_count = l.release_count + c.n WHERE c.n <> 0"},
    {0},
};

#define DROP(table)                                                                      \
    "DELETE c FROM import_dropped d STRAIGHT_JOIN " table " c ON c.album_id = d.album_id"

/* Where releases have moved to another album: one that was made from them and has none
   left goes, unless it is rated. */
const struct step drop_albums[] = {
    {"finding albums without releases", DROPPED_ALBUMS,
     "INSERT INTO import_dropped SELECT DISTINCT a.id "
     "FROM import_keys k STRAIGHT_JOIN albums a ON a.id = k.old_album_id "
     "LEFT JOIN releases r ON r.album_id = a.id "
     "WHERE k.old_album_id <> k.album_id AND r.id IS NULL "
     "AND a.import_hash IS NULL AND a.rating_count = 0 AND a.edited = '' "
     "AND a.deleted_at IS NULL AND a.id NOT IN (SELECT album_id FROM held_albums) "
     "AND (a.discogs_master_id IS NOT NULL OR a.discogs_release_id IS NOT NULL)"},
    {"counting artists", NOT_COUNTED,
     "INSERT INTO import_artist_counts "
     "SELECT c.artist_id, -COUNT(DISTINCT c.album_id) "
     "FROM import_dropped d STRAIGHT_JOIN album_artists c ON c.album_id = d.album_id "
     "WHERE c.artist_id IS NOT NULL GROUP BY c.artist_id"},
    {"counting genres", NOT_COUNTED,
     "INSERT INTO import_genre_counts SELECT c.genre_id, -COUNT(*) "
     "FROM import_dropped d STRAIGHT_JOIN album_genres c ON c.album_id = d.album_id "
     "GROUP BY c.genre_id"},
    {"dropping credits", NOT_COUNTED, DROP("album_artists")},
    {"dropping genres", NOT_COUNTED, DROP("album_genres")},
    {"dropping styles", NOT_COUNTED, DROP("album_styles")},
    {"dropping songs", NOT_COUNTED, DROP("songs")},
    {"telling the other services", NOT_COUNTED,
     "INSERT INTO outbox (type, subject, payload) "
     "SELECT 'album.deleted', album_id, '{}' FROM import_dropped"},
    {"dropping albums", NOT_COUNTED,
     "DELETE a FROM import_dropped d STRAIGHT_JOIN albums a ON a.id = d.album_id"},
    {0},
};

/* A fresh album has been made from its source already; its texts are not asked for again. */
const struct step choose_sources[] = {
    {"choosing what albums are made from", NOT_COUNTED,
     "INSERT INTO import_albums (ref, title, artist, artist_id, year, genres, "
     "styles, album_id, fresh) "
     "SELECT STRAIGHT_JOIN s.ref, IF(k.fresh, '', s.title), IF(k.fresh, '', s.artist), "
     "s.artist_id, s.year, IF(k.fresh, '', s.genres), IF(k.fresh, '', s.styles), "
     "k.album_id, k.fresh FROM import_keys k JOIN albums a "
     "ON a.id = k.album_id LEFT JOIN (SELECT r.album_id, MIN(r.discogs_id) AS ref "
     "FROM (SELECT DISTINCT x.album_id FROM import_keys x STRAIGHT_JOIN albums o "
     "ON o.id = x.album_id WHERE x.master_ref IS NOT NULL "
     "AND o.import_hash IS NULL) t STRAIGHT_JOIN releases r ON r.album_id = t.album_id "
     "GROUP BY r.album_id) f ON f.album_id = k.album_id "
     "JOIN import_releases s ON s.ref = k.ref "
     "WHERE a.import_hash IS NULL AND a.deleted_at IS NULL "
     "AND (k.master_ref = a.discogs_master_id OR k.ref = a.discogs_release_id) "
     "AND (k.master_ref IS NULL OR f.ref = k.ref)"},
    {0},
};
