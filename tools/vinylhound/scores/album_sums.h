/* album_sums.h - what is kept beside an album's ratings, made anew from them while the
 * site runs: as the rating service keeps it in each change's transaction
 * (fcgi-apps/rating/rating_change.c), but counted rather than added to.
 *
 * Whoever changes a rating locks its album's sums before they add to them, and has made
 * the change by then. So what is counted under that lock, by statements that each see
 * what is committed (READ COMMITTED), holds all changes whose sums are in and none of
 * those that wait to be added. */
#ifndef VH_ALBUM_SUMS_H
#define VH_ALBUM_SUMS_H

#include <mysql.h>
#include <stdbool.h>

/* What one transaction does; false after a complaint. */
struct step {
    bool (*run)(MYSQL *mysql, void *context);
    void *context;
};

/* Runs it and commits; after a deadlock or lock wait all of it again, some times. */
bool in_transaction(MYSQL *mysql, const struct step *step);

/* Each statement of this connection sees what is committed. */
bool sums_connect(MYSQL *mysql);

/* Each is a part of a transaction, and false after a complaint. The first comes first. */
bool sums_lock(MYSQL *mysql, unsigned long album_id);
bool sums_count(MYSQL *mysql, unsigned long album_id); /* histogram and sums */
bool sums_place(MYSQL *mysql, unsigned long album_id); /* its places in all charts */
bool sums_tell(MYSQL *mysql, unsigned long album_id);  /* scores.changed */

/* Puts the albums whose ids are above `after` and not above `last`, their sums locked,
   into the charts of a generation, whatever stands there. */
bool sums_place_range(MYSQL *mysql, unsigned long generation, unsigned long after,
                      unsigned long last);

#endif
