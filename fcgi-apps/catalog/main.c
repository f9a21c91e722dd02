/* main.c - the catalog pool: albums, artists, songs, pressings, labels, genres. */
#include "core/service.h"

#include "catalog/personal.h"
#include "catalog/projections.h"
#include "catalog/routes.h"
#include "catalog/statements.h"

#include "core/banned.h"

int main(int argc, char **argv)
{
    const struct service catalog = {
        .name = "catalog",
        .about = "The catalogue's pool of FastCGI workers: serves albums, artists, "
                 "songs, pressings, labels and genres on "
                 "descriptor 0.",
        .routes = catalog_routes,
        .route_count = catalog_route_count,
        .statements = catalog_statements,
        .statement_count = CATALOG_STATEMENTS,
        .schema_version = CATALOG_SCHEMA,
        .consumers = catalog_consumers,
        .consumer_count = catalog_consumer_count,
        .personal = catalog_personal,
        .personal_count = catalog_personal_count,
    };

    return pool_main(&catalog, argc, argv);
}
