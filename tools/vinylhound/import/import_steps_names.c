/* import_steps_names.c - statements: artists, labels, and the dictionaries of genres
   and styles. */

#include "import_steps.h"
#include "base/rows.h"

#include "core/banned.h"

/* Statements are laid out by their clauses. */
/* clang-format off */

const struct step make_tables[] = {
    {"making import_touched", NOT_COUNTED,
     "CREATE TEMPORARY TABLE import_touched (album_id BIGINT UNSIGNED NOT NULL, "
     "fresh BOOLEAN NOT NULL, songs BOOLEAN NOT NULL, "
     "main_id BIGINT UNSIGNED NULL, releases INT UNSIGNED NOT NULL DEFAULT 0, "
     "PRIMARY KEY (album_id)) " STAGING_OPTIONS},
    {"making import_artist_counts", NOT_COUNTED,
     "CREATE TEMPORARY TABLE import_artist_counts (artist_id BIGINT UNSIGNED NOT "
     "NULL, n INT NOT NULL, KEY (artist_id)) " STAGING_OPTIONS},
    {"making import_genre_counts", NOT_COUNTED,
     "CREATE TEMPORARY TABLE import_genre_counts (genre_id SMALLINT UNSIGNED NOT "
     "NULL, n INT NOT NULL) " STAGING_OPTIONS},
    {"making import_label_counts", NOT_COUNTED,
     "CREATE TEMPORARY TABLE import_label_counts (label_id BIGINT UNSIGNED NOT "
     "NULL, n INT NOT NULL) " STAGING_OPTIONS},
    {"making import_dropped", NOT_COUNTED,
     "CREATE TEMPORARY TABLE import_dropped (album_id BIGINT UNSIGNED NOT NULL, "
     "PRIMARY KEY (album_id)) " STAGING_OPTIONS},
    {0},
};

const struct step clear_tables[] = {
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
     "UPDATE import_artists s JOIN artists a ON a.discogs_id = s.ref "
     "SET s.known = TRUE, s.same = (a.import_hash <=> UNHEX(s.hash)), "
     "s.edited = a.edited, "
     "s.differs = NOT (" SAME_OR_EDITED("name") " AND " SAME_OR_EDITED("sort_name")
     " AND " SAME_OR_EDITED("real_name") " AND " SAME_OR_EDITED("biography") ")"},
    {"passing over deleted artists", SAME,
     "DELETE s FROM import_artists s JOIN artists a ON a.discogs_id = s.ref "
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
     "UPDATE artists a JOIN import_artists s ON a.discogs_id = s.ref "
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
     "UPDATE import_labels s JOIN labels l ON l.discogs_id = s.ref "
     "SET s.label_id = l.id, s.same = (l.import_hash <=> UNHEX(s.hash))"},
    {"passing over labels", SAME, "DELETE FROM import_labels WHERE same"},
    {0},
};

const struct step store_labels[] = {
    /* A label that releases have named without its number. */
    {"finding labels by name", NOT_COUNTED,
     "UPDATE import_labels s JOIN (SELECT MIN(ref) AS ref "
     "FROM import_labels WHERE label_id IS NULL GROUP BY BINARY name) f "
     "ON f.ref = s.ref JOIN labels l ON l.name = s.name "
     "AND BINARY l.name = s.name SET s.label_id = l.id "
     "WHERE l.discogs_id IS NULL"},
    {"adding labels", ADDED,
     "INSERT INTO labels (discogs_id, name, profile, parent_label, import_hash) "
     "SELECT ref, name, profile, parent_label, UNHEX(hash) "
     "FROM import_labels WHERE label_id IS NULL ORDER BY ref"},
    {"updating labels", UPDATED,
     "UPDATE labels l JOIN import_labels s ON l.id = s.label_id "
     "SET l.discogs_id = s.ref, l.name = s.name, l.profile = s.profile, "
     "l.parent_label = s.parent_label, l.import_hash = UNHEX(s.hash)"},
    {0},
};

const struct step store_names[] = {
    {"adding artists named in credits", NEW_ARTISTS,
     "INSERT INTO artists (discogs_id, name, sort_name) "
     "SELECT p.ref, MIN(p.name), MIN(p.sort_name) FROM import_people p "
     "LEFT JOIN artists a ON a.discogs_id = p.ref WHERE a.id IS NULL "
     "GROUP BY p.ref"},
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
