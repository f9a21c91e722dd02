/* album_check.c - whether an album exists, and what the catalogue tells of it. */
#include "rating/album_check.h"

#include <inttypes.h>

#include "core/arena.h"
#include "core/internal_call.h"
#include "core/problem.h"
#include "core/request.h"
#include "rating/album_store.h"

#include "core/banned.h"

#define CATALOG_MS                                                                       \
    1000 /* how long the catalogue may take to say whether an album exists */

static const char *lines_of(struct arena *arena, const json_t *texts)
{
    const char *lines = NULL;

    for (size_t i = 0; i < json_array_size(texts); i++) {
        const char *text = json_string_value(json_array_get(texts, i));

        if (text != NULL && *text != '\0')
            lines = lines == NULL ? arena_strdup(arena, text)
                                  : arena_printf(arena, "%s\n%s", lines, text);
    }
    return lines;
}

int album_learn(struct db *db, struct arena *arena, uint64_t album_id, const json_t *told)
{
    const struct known_album album = {
        .album_id = album_id,
        .artist_id = (uint64_t)json_integer_value(json_object_get(told, "artist_id")),
        .release_year = json_integer_value(json_object_get(told, "release_year")),
        .genres = lines_of(arena, json_object_get(told, "genres")),
    };

    return album_store_keep(db, arena, &album);
}

/* False after answering. */
static bool ask(struct request *rq, uint64_t album_id)
{
    const char *path =
        arena_printf(rq->arena, "/pools/catalog/api/v1/albums/%" PRIu64, album_id);
    json_t *album = NULL;
    int status = internal_get(rq->internal, path, CATALOG_MS, &album);

    if (status == 200 && album_learn(rq->db, rq->arena, album_id, album) == 0)
        return true;
    if (status == 200)
        fail(rq, P_DATABASE, "album %" PRIu64, album_id);
    else if (status == 404 || status == 308) /* 308: it is part of another now */
        fail_field(rq, "album_id", "unknown",
                   "names no album: there is no album %" PRIu64, album_id);
    else
        fail(rq, P_UNAVAILABLE,
             "The catalogue does not answer just now, and this album has not been met "
             "before. Try again in a moment.");
    return false;
}

bool album_check(struct request *rq, uint64_t album_id)
{
    struct known_album album;
    int known = album_store_find(rq->db, rq->arena, album_id, &album);

    if (known == 1)
        return true;
    if (known == 0)
        return ask(rq, album_id);
    fail(rq, P_DATABASE, "album %" PRIu64, album_id);
    return false;
}
