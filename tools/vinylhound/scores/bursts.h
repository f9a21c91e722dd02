/* bursts.h - bursts of ratings that could not be seen while they came: because the site's
 * shares were not known well enough then, or because what was told of the accounts came
 * late. By the same test as the rating service's (fcgi-apps/rating/burst.h). */
#ifndef VH_BURSTS_H
#define VH_BURSTS_H

#include <mysql.h>
#include <stdbool.h>

/* Looks through what albums were given in the last fortnight, two days at a time; what is
   found is held and listed for a moderator, an album in a transaction. False after a
   complaint; `*found` is how many. */
bool bursts_find(MYSQL *mysql, unsigned long *found);

#endif
