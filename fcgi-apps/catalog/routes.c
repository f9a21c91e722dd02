/* routes.c - what the catalogue serves; mirrors openapi/catalog.yaml. */
#include "catalog/routes.h"

#include "catalog/album_body.h"
#include "catalog/album_merge.h"
#include "catalog/album_store.h"
#include "catalog/artist_store.h"
#include "catalog/cover_api.h"
#include "catalog/genre_store.h"
#include "catalog/history_store.h"
#include "catalog/label_store.h"
#include "catalog/release_store.h"
#include "catalog/song_store.h"

#include "core/banned.h"

/* method, path, who may call, body shape, parameters, cached for (s), handler, honours
 * Idempotency-Key */
const struct route catalog_routes[] = {
    {GET,    "/api/v1/albums",                              ANYONE, NULL,               &album_listing,          1, album_list,         NOTHING},
    {POST,   "/api/v1/albums",                              EDITOR, &album_body_shape,  NULL,                    0, album_create,       CREATES},
    {GET,    "/api/v1/albums/{id}",                         ANYONE, NULL,               NULL,                    1, album_show,         NOTHING},
    {PUT,    "/api/v1/albums/{id}",                         EDITOR, &album_body_shape,  NULL,                    0, album_update,
     NOTHING                                                                                                                                   },
    {DELETE, "/api/v1/albums/{id}",                         EDITOR, NULL,               NULL,                    0, album_remove,       NOTHING},
    {GET,    "/api/v1/albums/{id}/cover",                   ANYONE, NULL,               &cover_parameters,       1, album_cover,
     NOTHING                                                                                                                                   },
    {PUT,    "/api/v1/albums/{id}/cover",                   EDITOR, &cover_body,        NULL,                    0, album_cover_set,
     SLOW                                                                                                                                      },
    {DELETE, "/api/v1/albums/{id}/cover",                   EDITOR, NULL,               NULL,                    0, album_cover_remove,
     NOTHING                                                                                                                                   },
    {GET,    "/api/v1/albums/{id}/preview",                 ANYONE, NULL,               NULL,                    1, album_preview,      NOTHING},
    {GET,    "/api/v1/albums/{id}/history",                 ANYONE, NULL,               &album_history_listing,  1,
     album_history,                                                                                                                     NOTHING},
    {POST,   "/api/v1/albums/{id}/history/{version}/undo",  EDITOR, NULL,               NULL,                    0,
     album_undo,                                                                                                                        NOTHING},
    {POST,   "/api/v1/albums/{id}/merge",                   EDITOR, &merge_body_shape,  NULL,                    0, album_merge,
     NOTHING                                                                                                                                   },
    {GET,    "/api/v1/artists",                             ANYONE, NULL,               &artist_listing,         1, artist_list,        NOTHING},
    {POST,   "/api/v1/artists",                             EDITOR, &artist_body_shape, NULL,                    0, artist_create,
     CREATES                                                                                                                                   },
    {GET,    "/api/v1/artists/{id}",                        ANYONE, NULL,               NULL,                    1, artist_show,        NOTHING},
    {PUT,    "/api/v1/artists/{id}",                        EDITOR, &artist_body_shape, NULL,                    0, artist_update,
     NOTHING                                                                                                                                   },
    {DELETE, "/api/v1/artists/{id}",                        EDITOR, NULL,               NULL,                    0, artist_remove,      NOTHING},
    {GET,    "/api/v1/artists/{id}/history",                ANYONE, NULL,               &artist_history_listing, 1,
     artist_history,                                                                                                                    NOTHING},
    {POST,   "/api/v1/artists/{id}/history/{version}/undo", EDITOR, NULL,               NULL,                    0,
     artist_undo,                                                                                                                       NOTHING},
    {GET,    "/api/v1/songs",                               ANYONE, NULL,               &song_listing,           1, song_list,          NOTHING},
    {POST,   "/api/v1/songs",                               EDITOR, &song_body_shape,   NULL,                    0, song_create,        CREATES},
    {GET,    "/api/v1/songs/{id}",                          ANYONE, NULL,               NULL,                    1, song_show,          NOTHING},
    {PUT,    "/api/v1/songs/{id}",                          EDITOR, &song_body_shape,   NULL,                    0, song_update,        NOTHING},
    {DELETE, "/api/v1/songs/{id}",                          EDITOR, NULL,               NULL,                    0, song_remove,        NOTHING},
    {GET,    "/api/v1/songs/{id}/history",                  ANYONE, NULL,               &song_history_listing,   1,
     song_history,                                                                                                                      NOTHING},
    {POST,   "/api/v1/songs/{id}/history/{version}/undo",   EDITOR, NULL,               NULL,                    0, song_undo,
     NOTHING                                                                                                                                   },
    {GET,    "/api/v1/releases",                            ANYONE, NULL,               &release_listing,        1, release_list,       NOTHING},
    {GET,    "/api/v1/releases/{id}",                       ANYONE, NULL,               NULL,                    1, release_show,       NOTHING},
    {GET,    "/api/v1/labels",                              ANYONE, NULL,               &label_listing,          1, label_list,         NOTHING},
    {GET,    "/api/v1/labels/{id}",                         ANYONE, NULL,               NULL,                    1, label_show,         NOTHING},
    {GET,    "/api/v1/genres",                              ANYONE, NULL,               &genre_listing,          1, genre_list,         NOTHING},
    {GET,    "/api/v1/search",                              ANYONE, NULL,               &search_parameters,      1, search_list,        NOTHING},
};
const size_t catalog_route_count = sizeof catalog_routes / sizeof *catalog_routes;
