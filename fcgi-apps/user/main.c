/* main.c - the user pool: accounts, sessions, profiles, collections. */
#include "core/service.h"

#include "user/mail_task.h"
#include "user/password.h"
#include "user/personal.h"
#include "user/projections.h"
#include "user/routes.h"
#include "user/statements.h"

#include "core/banned.h"

int main(int argc, char **argv)
{
    const struct service user = {
        .name = "user",
        .about = "The users' pool of FastCGI workers: serves accounts, sessions and "
                 "profiles on descriptor 0.",
        .routes = user_routes,
        .route_count = user_route_count,
        .statements = user_statements,
        .statement_count = USER_STATEMENTS,
        .schema_version = USER_SCHEMA,
        .consumers = user_consumers,
        .consumer_count = user_consumer_count,
        .personal = user_personal,
        .personal_count = user_personal_count,
        .task = &mail_task,
        .seals = true,
    };

    if (!password_init())
        return 1;
    return pool_main(&user, argc, argv);
}
