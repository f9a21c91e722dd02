/* routes.c - what the rating service serves; mirrors openapi/rating.yaml. */
#include "rating/routes.h"

#include "rating/preference_store.h"
#include "rating/rating_store.h"
#include "rating/summary_store.h"

#include "core/banned.h"

/* method, path, who may call, body shape, parameters, cached for (s), handler, honours
 * Idempotency-Key */
const struct route rating_routes[] = {
    {GET,    "/api/v1/ratings",              ANYONE, NULL,                 &rating_listing,         1, rating_list,       NOTHING},
    {POST,   "/api/v1/ratings",              USER,   &rating_body_shape,   NULL,                    0, rating_create,     CREATES},
    {GET,    "/api/v1/ratings/summary",      ANYONE, NULL,                 &summary_query,          1, summary_show,
     NOTHING                                                                                                                     },
    {GET,    "/api/v1/ratings/{id}",         ANYONE, NULL,                 NULL,                    1, rating_show,       NOTHING},
    {PUT,    "/api/v1/ratings/{id}",         USER,   &rating_change_shape, NULL,                    0, rating_change,
     NOTHING                                                                                                                     },
    {DELETE, "/api/v1/ratings/{id}",         USER,   NULL,                 NULL,                    0, rating_remove,     NOTHING},
    {GET,    "/api/v1/ratings/{id}/history", USER,   NULL,                 &rating_history_listing, 0,
     rating_history,                                                                                                      NOTHING},
    {GET,    "/api/v1/preferences",          USER,   NULL,                 NULL,                    0, preference_show,   NOTHING},
    {PUT,    "/api/v1/preferences",          USER,   &preferences_shape,   NULL,                    0, preference_change,
     NOTHING                                                                                                                     },
};
const size_t rating_route_count = sizeof rating_routes / sizeof *rating_routes;
