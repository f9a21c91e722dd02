/* album_check.c - which albums there are, known here or asked of the catalogue. */
#include "user/album_check.h"

#include <inttypes.h>

#include "core/arena.h"
#include "core/internal_call.h"
#include "core/problem.h"
#include "core/request.h"

#include "core/banned.h"

#define CATALOG_MS 1000 /* how long the catalogue may take to say whether one exists */
#define REFRESH_MS 300  /* how long a list waits for news of the albums in it */

const char *album_lines(struct arena *arena, const json_t *texts)
{
    const char *lines = NULL;

    for (size_t i = 0; i < json_array_size(texts); i++) {
        const char *text = json_string_value(json_array_get(texts, i));

        if (text != NULL && *text != '\0')
            lines = arena_printf(arena, "%s%s\n", lines == NULL ? "" : lines, text);
    }
    return lines;
}

static const char *text_of(const json_t *told, const char *name)
{
    return json_string_value(json_object_get(told, name));
}

/* Keeps an album as the catalogue shows it. 0 or -1. */
static int learn(struct request *rq, const json_t *told, int64_t stale)
{
    const struct known_album album = {
        .album_id = (uint64_t)json_integer_value(json_object_get(told, "id")),
        .title = text_of(told, "title"),
        .artist = text_of(told, "artist"),
        .release_year = json_integer_value(json_object_get(told, "release_year")),
        .cover_url = text_of(told, "cover_url"),
        .genres = album_lines(rq->arena, json_object_get(told, "genres")),
        .stale = stale,
    };

    if (album.album_id == 0 || album.title == NULL || album.artist == NULL)
        return DB_FAILED;
    return album_store_keep(rq->db, &album);
}

static int unknown_album(struct request *rq, uint64_t album_id)
{
    return fail_field(rq, "album_id", "unknown",
                      "names no album: there is no album %" PRIu64, album_id);
}

/* False after answering. */
static bool ask(struct request *rq, uint64_t album_id)
{
    const char *path =
        arena_printf(rq->arena, "/pools/catalog/api/v1/albums/%" PRIu64, album_id);
    json_t *album = NULL;
    int status = internal_get(rq->internal, path, CATALOG_MS, &album);

    if (status == 200 && learn(rq, album, 0) == 0)
        return true;
    if (status == 200)
        fail(rq, P_DATABASE, "album %" PRIu64, album_id);
    else if (status == 404)
        unknown_album(rq, album_id);
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

    if (known == 0)
        return ask(rq, album_id);
    if (known < 0)
        fail(rq, P_DATABASE, "album %" PRIu64, album_id);
    else if (album.deleted)
        unknown_album(rq, album_id);
    return known == 1 && !album.deleted;
}

bool release_check(struct request *rq, uint64_t release_id, uint64_t album_id)
{
    const char *path =
        arena_printf(rq->arena, "/pools/catalog/api/v1/releases/%" PRIu64, release_id);
    json_t *release = NULL;
    int status = internal_get(rq->internal, path, CATALOG_MS, &release);

    if (status == 200 &&
        (uint64_t)json_integer_value(json_object_get(release, "album_id")) == album_id)
        return true;
    if (status == 200 || status == 404)
        fail_field(rq, "release_id", "unknown",
                   "names no pressing of album %" PRIu64 ": %" PRIu64, album_id,
                   release_id);
    else
        fail(rq, P_UNAVAILABLE,
             "The catalogue does not answer just now, and cannot say whether this is a "
             "pressing of the album. Leave release_id out, or try again in a moment.");
    return false;
}

static const json_t *find(const json_t *list, uint64_t id)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *one = json_array_get(list, i);

        if ((uint64_t)json_integer_value(json_object_get(one, "id")) == id)
            return one;
    }
    return NULL;
}

int album_refresh(struct request *rq, const struct known_album *albums, size_t count)
{
    const char *path = "/pools/catalog/api/v1/albums?limit=100&ids=";
    json_t *answer = NULL;
    const json_t *list;

    for (size_t i = 0; i < count && path != NULL; i++)
        path = arena_printf(rq->arena, "%s%s%" PRIu64, path, i == 0 ? "" : ",",
                            albums[i].album_id);
    if (path == NULL || internal_get(rq->internal, path, REFRESH_MS, &answer) != 200)
        return 0;
    list = json_object_get(answer, "albums");
    for (size_t i = 0; json_is_array(list) && i < count; i++) {
        const json_t *told = find(list, albums[i].album_id);

        if ((told != NULL ? learn(rq, told, albums[i].stale)
                          : album_store_deleted(rq->db, albums[i].album_id)) != 0)
            return -1;
    }
    return json_is_array(list);
}
