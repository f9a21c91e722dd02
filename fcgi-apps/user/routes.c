/* routes.c - what the user service serves; mirrors openapi/user.yaml. */
#include "user/routes.h"

#include "user/account_store.h"
#include "user/collection_store.h"
#include "user/content_store.h"
#include "user/mail_store.h"
#include "user/session_store.h"
#include "user/user_store.h"

#include "core/banned.h"

/* method, path, who may call, body shape, parameters, cached for (s), handler, traits */
const struct route user_routes[] = {
    {POST,   "/api/v1/auth/signup",                ANYONE, &signup_shape,          NULL,                       0,  session_signup,
     CREATES | SLOW                                                                                                                             },
    {POST,   "/api/v1/auth/login",                 ANYONE, &login_shape,           NULL,                       0,  session_login,        SLOW   },
    {POST,   "/api/v1/auth/refresh",               ANYONE, NULL,                   NULL,                       0,  session_refresh,      NOTHING},
    {POST,   "/api/v1/auth/logout",                USER,   NULL,                   NULL,                       0,  session_logout,       NOTHING},
    {GET,    "/api/v1/auth/sessions",              USER,   NULL,                   &session_listing,           0,  session_list,
     NOTHING                                                                                                                                    },
    {DELETE, "/api/v1/auth/sessions/{id}",         USER,   NULL,                   NULL,                       0,  session_end,          NOTHING},
    {POST,   "/api/v1/auth/password",              USER,   &password_change_shape, NULL,                       0,
     password_change,                                                                                                                    SLOW   },
    {GET,    "/api/v1/auth/.well-known/jwks.json", ANYONE, NULL,                   NULL,                       60, session_keys,
     NOTHING                                                                                                                                    },
    {GET,    "/api/v1/users/profile",              USER,   NULL,                   NULL,                       0,  profile_show,         NOTHING},
    {PUT,    "/api/v1/users/profile",              USER,   &profile_shape,         NULL,                       0,  profile_change,
     NOTHING                                                                                                                                    },
    {DELETE, "/api/v1/users/profile",              USER,   &departure_shape,       NULL,                       0,  profile_remove,
     SLOW                                                                                                                                       },
    {GET,    "/api/v1/users/export",               USER,   NULL,                   NULL,                       0,  export_show,          SLOW   },
    {GET,    "/api/v1/users/content",              USER,   NULL,                   NULL,                       0,  content_show,         NOTHING},
    {PUT,    "/api/v1/users/content",              USER,   &content_shape,         NULL,                       0,  content_change,
     NOTHING                                                                                                                                    },
    {GET,    "/api/v1/users/collection",           USER,   NULL,                   &collection_listing,        0,  collection_list,
     NOTHING                                                                                                                                    },
    {POST,   "/api/v1/users/collection",           USER,   &item_body_shape,       NULL,                       0,  collection_create,
     CREATES                                                                                                                                    },
    {GET,    "/api/v1/users/collection/stats",     USER,   NULL,                   NULL,                       0,  collection_stats,
     NOTHING                                                                                                                                    },
    {GET,    "/api/v1/users/collection/{id}",      USER,   NULL,                   NULL,                       0,  collection_show,      NOTHING},
    {PUT,    "/api/v1/users/collection/{id}",      USER,   &item_body_shape,       NULL,                       0,
     collection_change,                                                                                                                  NOTHING},
    {DELETE, "/api/v1/users/collection/{id}",      USER,   NULL,                   NULL,                       0,  collection_remove,
     NOTHING                                                                                                                                    },
    {GET,    "/api/v1/users/{name}/collection",    ANYONE, NULL,                   &public_collection_listing, 1,
     collection_public,                                                                                                                  NOTHING},
    {GET,    "/api/v1/users",                      ADMIN,  NULL,                   &account_listing,           0,  account_list,         NOTHING},
    {GET,    "/api/v1/users/{name}/account",       ADMIN,  NULL,                   NULL,                       0,  account_show,         NOTHING},
    {PUT,    "/api/v1/users/{name}/account",       ADMIN,  &account_body_shape,    NULL,                       0,
     account_change,                                                                                                                     NOTHING},
    {DELETE, "/api/v1/users/{name}/sessions",      ADMIN,  NULL,                   NULL,                       0,  account_sessions_end,
     NOTHING                                                                                                                                    },
    {GET,    "/api/v1/users/{name}",               ANYONE, NULL,                   NULL,                       1,  profile_public,       NOTHING},
    {POST,   "/api/v1/auth/password/forgot",       ANYONE, &forgotten_shape,       NULL,                       0,
     password_forgotten,                                                                                                                 NOTHING},
    {POST,   "/api/v1/auth/password/reset",        ANYONE, &password_reset_shape,  NULL,                       0,
     password_reset,                                                                                                                     SLOW   },
    {POST,   "/api/v1/auth/email/send",            USER,   NULL,                   NULL,                       0,  email_send,           NOTHING},
    {POST,   "/api/v1/auth/email/verify",          ANYONE, &verification_shape,    NULL,                       0,
     email_verify,                                                                                                                       NOTHING},
};
const size_t user_route_count = sizeof user_routes / sizeof *user_routes;
