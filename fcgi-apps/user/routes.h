/* routes.h - what the user service serves; the handlers are in *_api.c. */
#ifndef VH_USER_ROUTES_H
#define VH_USER_ROUTES_H

#include "core/route.h"

extern const struct route user_routes[];
extern const size_t user_route_count;

int session_signup(struct request *rq);
int session_login(struct request *rq);
int session_refresh(struct request *rq);
int session_logout(struct request *rq);
int session_list(struct request *rq);
int session_end(struct request *rq);
int session_keys(struct request *rq);
int password_change(struct request *rq);
int password_forgotten(struct request *rq);
int password_reset(struct request *rq);
int email_send(struct request *rq);
int email_verify(struct request *rq);
int profile_show(struct request *rq);
int profile_change(struct request *rq);
int profile_remove(struct request *rq);
int profile_public(struct request *rq);
int account_list(struct request *rq);
int account_show(struct request *rq);
int account_change(struct request *rq);
int account_sessions_end(struct request *rq);
int content_show(struct request *rq);
int content_change(struct request *rq);
int export_show(struct request *rq);
int collection_list(struct request *rq);
int collection_create(struct request *rq);
int collection_show(struct request *rq);
int collection_change(struct request *rq);
int collection_remove(struct request *rq);
int collection_stats(struct request *rq);
int collection_public(struct request *rq);

#endif
