/* import_steps_releases.c - statements: pressings, the albums they are of, and all
   that hangs below a pressing. */

#include "import_steps.h"

#include "core/banned.h"

/* Statements are laid out by their clauses. */
/* clang-format off */

const struct step find_releases[] = {
    /* One whose album has gone meanwhile is not the same. */
    {"finding releases", NOT_COUNTED,
     "UPDATE import_releases s JOIN releases r ON r.discogs_id = s.ref "
     "LEFT JOIN albums a ON a.id = r.album_id "
     "SET s.release_id = r.id, s.old_album_id = r.album_id, "
     "s.same = (r.import_hash <=> UNHEX(s.hash) AND a.id IS NOT NULL)"},
    {"passing over releases", SAME, "DELETE FROM import_releases WHERE same"},
    {0},
};

#define ADD_ALBUMS(key)                                                                  \
    "INSERT INTO albums (" key                                                           \
    ", title, artist, artist_id, release_year, genres, styles) "
#define ALBUM_FIELDS "s.title, s.artist, a.id, s.year, s.genres, s.styles "
#define ADD_LABEL_COUNTS "INSERT INTO import_label_counts SELECT c.label_id, "
#define CLEAR(table)                                                                     \
    "DELETE c FROM " table                                                               \
    " c JOIN import_releases s ON c.release_id = s.release_id "                          \
    "WHERE s.old_album_id IS NOT NULL"
#define LABELS_BY_ID                                                                     \
    "UPDATE import_release_labels s JOIN labels l ON l.discogs_id = s.label_ref "        \
    "SET s.label_id = l.id"
#define LABELS_BY_NAME                                                                   \
    "UPDATE import_release_labels s JOIN labels l ON l.name = s.name "                   \
    "AND BINARY l.name = s.name SET s.label_id = l.id "                                  \
    "WHERE s.label_ref IS NULL AND s.label_id IS NULL AND s.name <> ''"

const struct step store_releases[] = {
    /* A release that had an album of its own, and now has a master that has none: the
       album becomes the master's. */
    {"giving albums their masters", NOT_COUNTED,
     "UPDATE albums a JOIN (SELECT s.master_ref, MIN(s.ref) AS ref "
     "FROM import_releases s JOIN albums o ON o.discogs_release_id = s.ref "
     "LEFT JOIN albums m ON m.discogs_master_id = s.master_ref "
     "WHERE s.master_ref IS NOT NULL AND m.id IS NULL "
     "GROUP BY s.master_ref) p ON a.discogs_release_id = p.ref "
     "SET a.discogs_master_id = p.master_ref, a.discogs_release_id = NULL"},
    {"finding new albums of masters", NOT_COUNTED,
     "UPDATE import_releases s LEFT JOIN albums a "
     "ON a.discogs_master_id = s.master_ref SET s.fresh = TRUE "
     "WHERE s.master_ref IS NOT NULL AND a.id IS NULL"},
    {"finding new albums of releases", NOT_COUNTED,
     "UPDATE import_releases s LEFT JOIN albums a ON a.discogs_release_id = s.ref "
     "SET s.fresh = TRUE WHERE s.master_ref IS NULL AND a.id IS NULL"},
    {"adding albums of releases", NEW_ALBUMS,
     ADD_ALBUMS("discogs_release_id") "SELECT s.ref, " ALBUM_FIELDS
     "FROM import_releases s LEFT JOIN artists a ON a.discogs_id = s.artist_ref "
     "WHERE s.fresh AND s.master_ref IS NULL ORDER BY s.ref"},
    {"adding albums of masters", NEW_ALBUMS,
     ADD_ALBUMS("discogs_master_id") "SELECT s.master_ref, " ALBUM_FIELDS
     "FROM (SELECT MIN(ref) AS ref FROM import_releases "
     "WHERE fresh AND master_ref IS NOT NULL GROUP BY master_ref) f "
     "JOIN import_releases s ON s.ref = f.ref LEFT JOIN artists a "
     "ON a.discogs_id = s.artist_ref ORDER BY s.ref"},
    {"finding albums of releases", NOT_COUNTED,
     "UPDATE import_releases s JOIN albums a ON a.discogs_release_id = s.ref "
     "SET s.album_id = COALESCE(a.merged_into, a.id) WHERE s.master_ref IS NULL"},
    {"finding albums of masters", NOT_COUNTED,
     "UPDATE import_releases s JOIN albums a "
     "ON a.discogs_master_id = s.master_ref "
     "SET s.album_id = COALESCE(a.merged_into, a.id)"},
    {"updating releases", UPDATED,
     "UPDATE releases r JOIN import_releases s ON r.id = s.release_id "
     "SET r.album_id = s.album_id, r.title = s.title, r.artist = s.artist, "
     "r.label = s.label, r.catno = s.catno, r.country = s.country, "
     "r.released = s.released, r.year = s.year, r.format = s.format, "
     "r.formats = s.formats, r.barcode = s.barcode, r.notes = s.notes, "
     "r.import_hash = UNHEX(s.hash)"},
    {"adding releases", ADDED,
     "INSERT INTO releases (discogs_id, album_id, title, artist, label, catno, "
     "country, released, year, format, formats, barcode, notes, import_hash) "
     "SELECT ref, album_id, title, artist, label, catno, country, released, year, "
     "format, formats, barcode, notes, UNHEX(hash) FROM import_releases "
     "WHERE release_id IS NULL ORDER BY ref"},
    {"finding new releases", NOT_COUNTED,
     "UPDATE import_releases s JOIN releases r ON r.discogs_id = s.ref "
     "SET s.release_id = r.id WHERE s.release_id IS NULL"},

    {"finding labels", NOT_COUNTED, LABELS_BY_ID},
    {"finding labels by name", NOT_COUNTED, LABELS_BY_NAME},
    /* Known by name so far, and now by number. */
    {"giving labels their numbers", NOT_COUNTED,
     "UPDATE labels l JOIN (SELECT MIN(ref) AS ref, MIN(name) AS name "
     "FROM (SELECT label_ref AS ref, MIN(name) AS name "
     "FROM import_release_labels WHERE label_id IS NULL AND label_ref IS NOT NULL "
     "GROUP BY label_ref) n GROUP BY BINARY name) s ON l.name = s.name "
     "AND BINARY l.name = s.name SET l.discogs_id = s.ref "
     "WHERE l.discogs_id IS NULL"},
    {"adding labels", NEW_LABELS,
     "INSERT INTO labels (discogs_id, name) SELECT s.label_ref, MIN(s.name) "
     "FROM import_release_labels s LEFT JOIN labels l "
     "ON l.discogs_id = s.label_ref WHERE s.label_ref IS NOT NULL "
     "AND l.id IS NULL GROUP BY s.label_ref"},
    {"adding labels by name", NEW_LABELS,
     "INSERT INTO labels (name) SELECT MIN(name) FROM import_release_labels "
     "WHERE label_ref IS NULL AND label_id IS NULL AND name <> '' "
     "GROUP BY BINARY name"},
    {"finding labels", NOT_COUNTED, LABELS_BY_ID},
    {"finding labels by name", NOT_COUNTED, LABELS_BY_NAME},

    {"counting labels", NOT_COUNTED,
     ADD_LABEL_COUNTS
     "-COUNT(DISTINCT c.release_id) FROM import_releases s JOIN release_labels c "
     "ON c.release_id = s.release_id WHERE s.old_album_id IS NOT NULL "
     "AND c.label_id IS NOT NULL GROUP BY c.label_id"},
    {"clearing labels", NOT_COUNTED, CLEAR("release_labels")},
    {"clearing formats", NOT_COUNTED, CLEAR("release_formats")},
    {"clearing tracks", NOT_COUNTED, CLEAR("release_tracks")},
    {"clearing identifiers", NOT_COUNTED, CLEAR("release_identifiers")},
    {"adding labels", NOT_COUNTED,
     "INSERT INTO release_labels (release_id, position, label_id, name, catno) "
     "SELECT STRAIGHT_JOIN s.release_id, c.position, c.label_id, c.name, c.catno "
     "FROM import_release_labels c JOIN import_releases s ON s.ref = c.ref"},
    {"adding formats", NOT_COUNTED,
     "INSERT INTO release_formats (release_id, position, name, quantity, note, "
     "descriptions) "
     "SELECT STRAIGHT_JOIN s.release_id, c.position, c.name, c.quantity, c.note, "
     "c.descriptions FROM import_formats c JOIN import_releases s ON s.ref = c.ref"},
    {"adding tracks", NOT_COUNTED,
     "INSERT INTO release_tracks (release_id, seq, parent_seq, position, title, "
     "artist, artist_id, duration, disc_num, track_num) "
     "SELECT STRAIGHT_JOIN s.release_id, c.seq, c.parent_seq, c.position, "
     "c.title, c.artist, a.id, c.duration, c.disc_num, c.track_num "
     "FROM import_tracks c JOIN import_releases s ON s.ref = c.ref "
     "LEFT JOIN artists a ON a.discogs_id = c.artist_ref"},
    {"adding identifiers", NOT_COUNTED,
     "INSERT INTO release_identifiers (release_id, position, type, description, "
     "value, digits) "
     "SELECT STRAIGHT_JOIN s.release_id, c.position, c.type, c.description, "
     "c.value, c.digits FROM import_identifiers c JOIN import_releases s "
     "ON s.ref = c.ref"},
    {"counting labels", NOT_COUNTED,
     ADD_LABEL_COUNTS
     "COUNT(DISTINCT c.ref) FROM import_release_labels c JOIN import_releases s "
     "ON s.ref = c.ref WHERE c.label_id IS NOT NULL GROUP BY c.label_id"},
    {"updating labels", NOT_COUNTED,
     "UPDATE labels l JOIN (SELECT label_id, SUM(n) AS n "
     "FROM import_label_counts GROUP BY label_id) c ON c.label_id = l.id "
     "SET l.release_count = l.release_count + c.n WHERE c.n <> 0"},
    {0},
};

#define DROP(table)                                                                      \
    "DELETE c FROM " table " c JOIN import_dropped d ON d.album_id = c.album_id"

/* Where releases have moved to another album: one that was made from them and has none
   left goes, unless it is rated. */
const struct step move_releases[] = {
    {"finding albums without releases", DROPPED_ALBUMS,
     "INSERT INTO import_dropped SELECT DISTINCT a.id "
     "FROM import_releases s JOIN albums a ON a.id = s.old_album_id "
     "LEFT JOIN releases r ON r.album_id = a.id "
     "WHERE s.old_album_id <> s.album_id AND r.id IS NULL "
     "AND a.import_hash IS NULL AND a.rating_count = 0 AND a.edited = '' "
     "AND a.deleted_at IS NULL AND a.id NOT IN (SELECT album_id FROM held_albums) "
     "AND (a.discogs_master_id IS NOT NULL OR a.discogs_release_id IS NOT NULL)"},
    {"counting artists", NOT_COUNTED,
     "INSERT INTO import_artist_counts "
     "SELECT c.artist_id, -COUNT(DISTINCT c.album_id) "
     "FROM import_dropped d JOIN album_artists c ON c.album_id = d.album_id "
     "WHERE c.artist_id IS NOT NULL GROUP BY c.artist_id"},
    {"counting genres", NOT_COUNTED,
     "INSERT INTO import_genre_counts SELECT c.genre_id, -COUNT(*) "
     "FROM import_dropped d JOIN album_genres c ON c.album_id = d.album_id "
     "GROUP BY c.genre_id"},
    {"dropping credits", NOT_COUNTED, DROP("album_artists")},
    {"dropping genres", NOT_COUNTED, DROP("album_genres")},
    {"dropping styles", NOT_COUNTED, DROP("album_styles")},
    {"dropping songs", NOT_COUNTED, DROP("songs")},
    {"telling the other services", NOT_COUNTED,
     "INSERT INTO outbox (type, subject, payload) "
     "SELECT 'album.deleted', album_id, '{}' FROM import_dropped"},
    {"dropping albums", NOT_COUNTED,
     "DELETE a FROM albums a JOIN import_dropped d ON d.album_id = a.id"},
    {0},
};

const struct step choose_sources[] = {
    {"choosing what albums are made from", NOT_COUNTED,
     "INSERT INTO import_albums (ref, title, artist, artist_ref, year, genres, "
     "styles, album_id, fresh) "
     "SELECT s.ref, s.title, s.artist, s.artist_ref, s.year, s.genres, s.styles, "
     "s.album_id, s.fresh FROM import_releases s JOIN albums a "
     "ON a.id = s.album_id LEFT JOIN (SELECT r.album_id, MIN(r.discogs_id) AS ref "
     "FROM (SELECT DISTINCT x.album_id FROM import_releases x JOIN albums o "
     "ON o.id = x.album_id WHERE x.master_ref IS NOT NULL "
     "AND o.import_hash IS NULL) t JOIN releases r ON r.album_id = t.album_id "
     "GROUP BY r.album_id) f ON f.album_id = s.album_id "
     "WHERE a.import_hash IS NULL AND a.deleted_at IS NULL "
     "AND (s.master_ref = a.discogs_master_id OR s.ref = a.discogs_release_id) "
     "AND (s.master_ref IS NULL OR f.ref = s.ref)"},
    {0},
};
