/* facet_rows.h - the rows of album_facets, artist_facets and release_facets as the
 * catalogue's own tables have them: the pool's statements for one album or artist and the
 * operator's for all of them are the same SQL. */
#ifndef VH_CATALOG_FACET_ROWS_H
#define VH_CATALOG_FACET_ROWS_H

enum facet {
    FACET_GENRE = 1,
    FACET_STYLE,
    FACET_ARTIST,
    FACET_LABEL,
    FACET_FORMAT,
    FACET_COUNTRY,
    FACET_DECADE,
    FACET_SCORE
};

#define FACET_VALUES                                                                     \
    "a.title, a.release_year, a.created_at, a.weighted_rating, a.rating_count "
#define FACET_RELEASES "FROM albums a JOIN releases r ON r.album_id = a.id "

/* Each once or several times (INSERT IGNORE), of the albums for which `these`, a
   condition on `a`, holds; it stands there FACET_KINDS times. The numbers are those of
   enum facet.
 */
enum { FACET_KINDS = 8 };
#define FACET_ROWS(these)                                                                \
    "SELECT a.id, 1 AS kind, k.genre_id AS value, " FACET_VALUES                         \
    "FROM albums a JOIN album_genres k ON k.album_id = a.id "                            \
    "WHERE " these " AND a.deleted_at IS NULL UNION ALL "                                \
    "SELECT a.id, 2, k.style_id, " FACET_VALUES                                          \
    "FROM albums a JOIN album_styles k ON k.album_id = a.id "                            \
    "WHERE " these " AND a.deleted_at IS NULL UNION ALL "                                \
    "SELECT a.id, 3, k.artist_id, " FACET_VALUES                                         \
    "FROM albums a JOIN album_artists k ON k.album_id = a.id "                           \
    "WHERE " these " AND a.deleted_at IS NULL AND k.artist_id IS NOT NULL UNION ALL "    \
    "SELECT a.id, 4, k.label_id, " FACET_VALUES FACET_RELEASES                           \
    "JOIN release_labels k ON k.release_id = r.id "                                      \
    "WHERE " these " AND a.deleted_at IS NULL AND k.label_id IS NOT NULL UNION ALL "     \
    "SELECT a.id, 5, w.value, " FACET_VALUES FACET_RELEASES                              \
    "JOIN release_formats k ON k.release_id = r.id "                                     \
    "JOIN facets w ON w.kind = 5 AND w.name = k.name "                                   \
    "WHERE " these " AND a.deleted_at IS NULL UNION ALL "                                \
    "SELECT a.id, 6, w.value, " FACET_VALUES FACET_RELEASES                              \
    "JOIN facets w ON w.kind = 6 AND w.name = r.country "                                \
    "WHERE " these " AND a.deleted_at IS NULL UNION ALL "                                \
    "SELECT a.id, 7, a.release_year DIV 10 * 10, " FACET_VALUES                          \
    "FROM albums a WHERE " these " AND a.deleted_at IS NULL UNION ALL "                  \
    "SELECT a.id, 8, w.value, " FACET_VALUES                                             \
    "FROM albums a JOIN facets w ON w.kind = 8 AND w.value <= 2 * a.weighted_rating "    \
    "WHERE " these " AND a.deleted_at IS NULL"

/* The rows of artist_facets, of the artists for which a condition on `n` holds; and of
   release_facets, of releases `r`, each once or several times. */
#define ARTIST_FACET_ROWS(these)                                                         \
    "SELECT n.id, k.genre_id AS value, n.name, n.created_at FROM artists n "             \
    "JOIN artist_genres k ON k.artist_id = n.id "                                        \
    "WHERE " these " AND n.deleted_at IS NULL"
#define RELEASE_FACET_ROWS(these)                                                        \
    "SELECT r.id, 4 AS kind, k.label_id AS value, r.year FROM releases r "               \
    "JOIN release_labels k ON k.release_id = r.id "                                      \
    "WHERE " these " AND k.label_id IS NOT NULL UNION ALL "                              \
    "SELECT r.id, 5, w.value, r.year FROM releases r "                                   \
    "JOIN release_formats k ON k.release_id = r.id "                                     \
    "JOIN facets w ON w.kind = 5 AND w.name = k.name WHERE " these

#endif
