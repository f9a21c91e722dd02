/* routes.h - what the rating service serves; the handlers are in *_api.c. */
#ifndef VH_RATING_ROUTES_H
#define VH_RATING_ROUTES_H

#include "core/route.h"

extern const struct route rating_routes[];
extern const size_t rating_route_count;

int rating_list(struct request *rq);
int rating_show(struct request *rq);
int rating_create(struct request *rq);
int rating_change(struct request *rq);
int rating_remove(struct request *rq);
int rating_history(struct request *rq);
int summary_show(struct request *rq);
int preference_show(struct request *rq);
int preference_change(struct request *rq);
int chart_list(struct request *rq);
int review_list(struct request *rq);
int review_feed(struct request *rq);
int review_show(struct request *rq);
int review_create(struct request *rq);
int review_change(struct request *rq);
int review_remove(struct request *rq);
int review_like(struct request *rq);
int review_unlike(struct request *rq);
int review_history(struct request *rq);
int review_hide(struct request *rq);
int report_create(struct request *rq);
int report_list(struct request *rq);
int report_show(struct request *rq);
int report_decide(struct request *rq);
int burst_list(struct request *rq);
int burst_show(struct request *rq);
int burst_decide(struct request *rq);
int act_list(struct request *rq);
int recommendation_list(struct request *rq);
int recommendation_model(struct request *rq);
int recommendation_dismiss(struct request *rq);
int recommendation_restore(struct request *rq);

extern const struct listing recommendation_query;

#endif
