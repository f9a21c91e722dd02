/* statements.c - the catalogue's statements, prepared when a thread connects. Lists are
 * put together in listing.c. */
#include "catalog/statements.h"

#include "catalog/album_store.h"
#include "catalog/artist_store.h"
#include "catalog/label_store.h"
#include "catalog/release_store.h"
#include "catalog/song_store.h"

#include "core/banned.h"

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
};
