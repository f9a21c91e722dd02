/* main.c - the rating pool: ratings, and the scores they come to. */
#include "core/service.h"

#include "rating/personal.h"
#include "rating/projections.h"
#include "rating/routes.h"
#include "rating/statements.h"

#include "core/banned.h"

int main(int argc, char **argv)
{
    const struct service rating = {
        .name = "rating",
        .about = "The ratings' pool of FastCGI workers: serves ratings and albums' "
                 "scores on descriptor 0.",
        .routes = rating_routes,
        .route_count = rating_route_count,
        .statements = rating_statements,
        .statement_count = RATING_STATEMENTS,
        .schema_version = RATING_SCHEMA,
        .consumers = rating_consumers,
        .consumer_count = rating_consumer_count,
        .personal = rating_personal,
        .personal_count = rating_personal_count,
    };

    return pool_main(&rating, argc, argv);
}
