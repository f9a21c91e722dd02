/* album_check.h - which albums there are, known here or asked of the catalogue: one call
 * for however many. */
#ifndef VH_USER_ALBUM_CHECK_H
#define VH_USER_ALBUM_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "user/album_store.h"

struct request;

/* Whether the album exists: known here, or the catalogue says so. False after answering:
   422, or 503 if the catalogue is not there to be asked. */
bool album_check(struct request *rq, uint64_t album_id);

/* Whether a pressing exists and is one of the album's. False after answering, as above.
 */
bool release_check(struct request *rq, uint64_t release_id, uint64_t album_id);

/* Asks anew for albums (100 at most) that are shown as they were some changes ago. What
   cannot be learned now is left for later. Whether something was learned; -1 if the
   database failed. */
int album_refresh(struct request *rq, const struct known_album *albums, size_t count);

/* A JSON array of texts as lines, in the arena; NULL for none. */
const char *album_lines(struct arena *arena, const json_t *texts);

#endif
