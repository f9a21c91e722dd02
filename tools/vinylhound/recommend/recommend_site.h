/* recommend_site.h - the site's ratings, read from its database. */
#ifndef VH_RECOMMEND_SITE_H
#define VH_RECOMMEND_SITE_H

#include <mysql.h>
#include <stdbool.h>

#include "base/id_map.h"
#include "matrix.h"

struct site_ratings {
    struct matrix by_user; /* stars */
    struct id_map users, albums;
    uint64_t all; /* how many the site has; more than were read if they are very many */
};

/* Reads what fits into `megabytes`: where there are more ratings, those of every second,
   third … user. Held ones are left out. False after a complaint. */
bool site_ratings_read(struct site_ratings *out, MYSQL *mysql, double megabytes);
void site_ratings_free(struct site_ratings *ratings);

#endif
