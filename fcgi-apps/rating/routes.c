/* routes.c - what the rating service serves; mirrors openapi/rating.yaml. */
#include "rating/routes.h"

#include "rating/burst_store.h"
#include "rating/chart_store.h"
#include "rating/preference_store.h"
#include "rating/rating_store.h"
#include "rating/moderation.h"
#include "rating/report_store.h"
#include "rating/review_store.h"
#include "rating/summary_store.h"

#include "core/banned.h"

/* method, path, who may call, body shape, parameters, cached for (s), handler, honours
 * Idempotency-Key */
const struct route rating_routes[] = {
    {GET,    "/api/v1/ratings",                        ANYONE,    NULL,                   &rating_listing,         1, rating_list,          NOTHING},
    {POST,   "/api/v1/ratings",                        USER,      &rating_body_shape,     NULL,                    0, rating_create,        CREATES},
    {GET,    "/api/v1/ratings/summary",                ANYONE,    NULL,                   &summary_query,          1, summary_show,
     NOTHING                                                                                                                                       },
    {GET,    "/api/v1/ratings/{id}",                   ANYONE,    NULL,                   NULL,                    1, rating_show,          NOTHING},
    {PUT,    "/api/v1/ratings/{id}",                   USER,      &rating_change_shape,   NULL,                    0, rating_change,
     NOTHING                                                                                                                                       },
    {DELETE, "/api/v1/ratings/{id}",                   USER,      NULL,                   NULL,                    0, rating_remove,        NOTHING},
    {GET,    "/api/v1/ratings/{id}/history",           USER,      NULL,                   &rating_history_listing, 0,
     rating_history,                                                                                                                        NOTHING},
    {GET,    "/api/v1/reviews",                        ANYONE,    NULL,                   &review_listing,         1, review_list,          NOTHING},
    {POST,   "/api/v1/reviews",                        USER,      &review_body_shape,     NULL,                    0, review_create,        CREATES},
    {GET,    "/api/v1/reviews/feed",                   ANYONE,    NULL,                   &review_listing,         1, review_feed,          NOTHING},
    {GET,    "/api/v1/reviews/{id}",                   ANYONE,    NULL,                   NULL,                    1, review_show,          NOTHING},
    {PUT,    "/api/v1/reviews/{id}",                   USER,      &review_change_shape,   NULL,                    0, review_change,
     NOTHING                                                                                                                                       },
    {DELETE, "/api/v1/reviews/{id}",                   USER,      NULL,                   NULL,                    0, review_remove,        NOTHING},
    {PUT,    "/api/v1/reviews/{id}/like",              USER,      NULL,                   NULL,                    0, review_like,          NOTHING},
    {DELETE, "/api/v1/reviews/{id}/like",              USER,      NULL,                   NULL,                    0, review_unlike,        NOTHING},
    {GET,    "/api/v1/reviews/{id}/history",           USER,      NULL,                   &review_history_listing, 0,
     review_history,                                                                                                                        NOTHING},
    {PUT,    "/api/v1/reviews/{id}/hidden",            MODERATOR, &hiding_shape,          NULL,                    0, review_hide,
     NOTHING                                                                                                                                       },
    {POST,   "/api/v1/reviews/{id}/reports",           USER,      &report_body_shape,     NULL,                    0,
     report_create,                                                                                                                         CREATES},
    {GET,    "/api/v1/moderation/reports",             MODERATOR, NULL,                   &report_listing,         0, report_list,
     NOTHING                                                                                                                                       },
    {GET,    "/api/v1/moderation/reports/{id}",        MODERATOR, NULL,                   NULL,                    0, report_show,
     NOTHING                                                                                                                                       },
    {PUT,    "/api/v1/moderation/reports/{id}",        MODERATOR, &report_decision_shape, NULL,                    0,
     report_decide,                                                                                                                         NOTHING},
    {GET,    "/api/v1/moderation/bursts",              MODERATOR, NULL,                   &burst_listing,          0, burst_list,
     NOTHING                                                                                                                                       },
    {GET,    "/api/v1/moderation/bursts/{id}",         MODERATOR, NULL,                   NULL,                    0, burst_show,
     NOTHING                                                                                                                                       },
    {PUT,    "/api/v1/moderation/bursts/{id}",         MODERATOR, &burst_decision_shape,  NULL,                    0,
     burst_decide,                                                                                                                          NOTHING},
    {GET,    "/api/v1/moderation/acts",                MODERATOR, NULL,                   &act_listing,            0, act_list,             NOTHING},
    {GET,    "/api/v1/charts",                         ANYONE,    NULL,                   &chart_listing,          1, chart_list,           NOTHING},
    {GET,    "/api/v1/preferences",                    USER,      NULL,                   NULL,                    0, preference_show,      NOTHING},
    {PUT,    "/api/v1/preferences",                    USER,      &preferences_shape,     NULL,                    0, preference_change,
     NOTHING                                                                                                                                       },
    {GET,    "/api/v1/recommendations",                USER,      NULL,                   &recommendation_query,   0,
     recommendation_list,                                                                                                                   NOTHING},
    {GET,    "/api/v1/recommendations/model",          ANYONE,    NULL,                   NULL,                    1, recommendation_model,
     NOTHING                                                                                                                                       },
    {PUT,    "/api/v1/recommendations/{id}/dismissed", USER,      NULL,                   NULL,                    0,
     recommendation_dismiss,                                                                                                                NOTHING},
    {DELETE, "/api/v1/recommendations/{id}/dismissed", USER,      NULL,                   NULL,                    0,
     recommendation_restore,                                                                                                                NOTHING},
};
const size_t rating_route_count = sizeof rating_routes / sizeof *rating_routes;
