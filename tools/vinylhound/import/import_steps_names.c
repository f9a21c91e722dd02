/* import_steps_names.c - statements: artists, labels, and the dictionaries of genres
   and styles. */

#include "import_steps.h"

#include "core/banned.h"

/* Statements are laid out by their clauses. */
/* clang-format off */

/* Narrow, and of no more than a batch's rows: they stay in memory. */
#define MAKE(table, columns)                                                             \
    {"making " table, NOT_COUNTED,                                                       \
     "CREATE TEMPORARY TABLE " table " (" columns ") ENGINE = MEMORY"}

const struct step make_tables[] = {
    MAKE("import_keys",
         "ref INT UNSIGNED NOT NULL, release_id BIGINT UNSIGNED NOT NULL, "
         "master_ref INT UNSIGNED NULL, songs SMALLINT UNSIGNED NOT NULL, "
         "known BOOLEAN NOT NULL, album_id BIGINT UNSIGNED NULL, "
         "old_album_id BIGINT UNSIGNED NULL, fresh BOOLEAN NOT NULL DEFAULT FALSE, "
         "PRIMARY KEY (ref), KEY (release_id)"),
    MAKE("import_touched",
         "album_id BIGINT UNSIGNED NOT NULL, fresh BOOLEAN NOT NULL, "
         "songs BOOLEAN NOT NULL, whole BOOLEAN NOT NULL DEFAULT FALSE, "
         "had_songs BOOLEAN NOT NULL DEFAULT FALSE, main_id BIGINT UNSIGNED NULL, "
         "releases INT UNSIGNED NOT NULL DEFAULT 0, tracks INT UNSIGNED NOT NULL DEFAULT 0, "
         "PRIMARY KEY (album_id)"),
    MAKE("import_artist_counts",
         "artist_id BIGINT UNSIGNED NOT NULL, n INT NOT NULL, KEY (artist_id)"),
    MAKE("import_genre_counts", "genre_id SMALLINT UNSIGNED NOT NULL, n INT NOT NULL"),
    MAKE("import_label_counts", "label_id BIGINT UNSIGNED NOT NULL, n INT NOT NULL"),
    MAKE("import_dropped", "album_id BIGINT UNSIGNED NOT NULL, PRIMARY KEY (album_id)"),
    {0},
};

const struct step clear_tables[] = {
    {"clearing import_keys", NOT_COUNTED, "TRUNCATE TABLE import_keys"},
    {"clearing import_touched", NOT_COUNTED, "TRUNCATE TABLE import_touched"},
    {"clearing import_artist_counts", NOT_COUNTED, "TRUNCATE TABLE import_artist_counts"},
    {"clearing import_genre_counts", NOT_COUNTED, "TRUNCATE TABLE import_genre_counts"},
    {"clearing import_label_counts", NOT_COUNTED, "TRUNCATE TABLE import_label_counts"},
    {"clearing import_dropped", NOT_COUNTED, "TRUNCATE TABLE import_dropped"},
    {0},
};

/* What an editor set stays. */
#define SAME_OR_EDITED(field)                                                            \
    "(FIND_IN_SET('" field "', a.edited) OR BINARY a." field " <=> s." field ")"

const struct step find_artists[] = {
    {"finding artists", NOT_COUNTED,
     "UPDATE import_artists s STRAIGHT_JOIN artists a ON a.discogs_id = s.ref "
     "SET s.known = TRUE, s.same = (a.import_hash <=> UNHEX(s.hash)), "
     "s.edited = a.edited, "
     "s.differs = NOT (" SAME_OR_EDITED("name") " AND " SAME_OR_EDITED("sort_name")
     " AND " SAME_OR_EDITED("real_name") " AND " SAME_OR_EDITED("biography") ")"},
    {"passing over deleted artists", SAME,
     "DELETE s FROM import_artists s STRAIGHT_JOIN artists a ON a.discogs_id = s.ref "
     "WHERE a.deleted_at IS NOT NULL"},
    {"passing over artists", SAME, "DELETE FROM import_artists WHERE same"},
    {0},
};

const struct step store_artists[] = {
    {"adding artists", ADDED,
     "INSERT INTO artists (discogs_id, name, sort_name, real_name, biography, "
     "import_hash) SELECT ref, name, sort_name, real_name, biography, UNHEX(hash) "
     "FROM import_artists WHERE NOT known ORDER BY ref"},
    {"updating artists", UPDATED,
     "UPDATE import_artists s STRAIGHT_JOIN artists a ON a.discogs_id = s.ref "
     "SET " UNLESS_EDITED("a", "s", "name", "s.name") ", "
     UNLESS_EDITED("a", "s", "sort_name", "s.sort_name") ", "
     UNLESS_EDITED("a", "s", "real_name", "s.real_name") ", "
     UNLESS_EDITED("a", "s", "biography", "s.biography") ", a.import_hash = UNHEX(s.hash), "
     "a.version = a.version + s.differs, a.updated_at = IF(s.differs, "
     "UTC_TIMESTAMP(3), a.updated_at) WHERE s.known"},
    {0},
};

const struct step find_labels[] = {
    {"finding labels", NOT_COUNTED,
     "UPDATE import_labels s STRAIGHT_JOIN labels l ON l.discogs_id = s.ref "
     "SET s.label_id = l.id, s.same = (l.import_hash <=> UNHEX(s.hash))"},
    {"passing over labels", SAME, "DELETE FROM import_labels WHERE same"},
    {0},
};

const struct step store_labels[] = {
    /* A label that releases have named without its number. */
    {"finding labels by name", NOT_COUNTED,
     "UPDATE import_labels s JOIN (SELECT MIN(ref) AS ref "
     "FROM import_labels WHERE label_id IS NULL GROUP BY BINARY name) f "
     "ON f.ref = s.ref STRAIGHT_JOIN labels l ON l.name = s.name "
     "AND BINARY l.name = s.name SET s.label_id = l.id "
     "WHERE l.discogs_id IS NULL"},
    {"adding labels", ADDED,
     "INSERT INTO labels (discogs_id, name, profile, parent_label, import_hash) "
     "SELECT ref, name, profile, parent_label, UNHEX(hash) "
     "FROM import_labels WHERE label_id IS NULL ORDER BY ref"},
    {"updating labels", UPDATED,
     "UPDATE import_labels s STRAIGHT_JOIN labels l ON l.id = s.label_id "
     "SET l.discogs_id = s.ref, l.name = s.name, l.profile = s.profile, "
     "l.parent_label = s.parent_label, l.import_hash = UNHEX(s.hash)"},
    {0},
};

const struct step store_people[] = {
    {"adding artists named in credits", NEW_ARTISTS,
     "INSERT INTO artists (discogs_id, name, sort_name) "
     "SELECT p.ref, p.name, p.sort_name FROM import_people p "
     "LEFT JOIN artists a ON a.discogs_id = p.ref WHERE a.id IS NULL"},
    {0},
};

const struct step store_words[] = {
    {"adding genres", NOT_COUNTED,
     "INSERT INTO genres (name) SELECT MIN(s.name) FROM import_genres s "
     "LEFT JOIN genres g ON g.name = s.name WHERE g.id IS NULL "
     "GROUP BY s.name"},
    {"adding styles", NOT_COUNTED,
     "INSERT INTO styles (name) SELECT MIN(s.name) FROM import_styles s "
     "LEFT JOIN styles g ON g.name = s.name WHERE g.id IS NULL "
     "GROUP BY s.name"},
    {0},
};

#define LABELS_BY_ID                                                                     \
    "UPDATE import_release_labels s STRAIGHT_JOIN labels l "                             \
    "ON l.discogs_id = s.label_ref "                                                     \
    "SET s.label_id = l.id"
#define LABELS_BY_NAME                                                                   \
    "UPDATE import_release_labels s STRAIGHT_JOIN labels l ON l.name = s.name "          \
    "AND BINARY l.name = s.name SET s.label_id = l.id "                                  \
    "WHERE s.label_ref IS NULL AND s.label_id IS NULL AND s.name <> ''"

const struct step find_labels_named[] = {
    {"finding labels", NOT_COUNTED, LABELS_BY_ID},
    {"finding labels by name", NOT_COUNTED, LABELS_BY_NAME},
    {0},
};

const struct step store_labels_named[] = {
    /* Known by name so far, and now by number. */
    {"giving labels their numbers", NOT_COUNTED,
     "UPDATE (SELECT MIN(ref) AS ref, MIN(name) AS name "
     "FROM (SELECT label_ref AS ref, MIN(name) AS name "
     "FROM import_release_labels WHERE label_id IS NULL AND label_ref IS NOT NULL "
     "GROUP BY label_ref) n GROUP BY BINARY name) s STRAIGHT_JOIN labels l "
     "ON l.name = s.name AND BINARY l.name = s.name SET l.discogs_id = s.ref "
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
    {0},
};

const struct step add_release_labels[] = {
    {"adding releases' labels", NOT_COUNTED,
     "INSERT INTO release_labels (release_id, position, label_id, name, catno) "
     "SELECT release_id, position, label_id, name, catno FROM import_release_labels"},
    {0},
};
