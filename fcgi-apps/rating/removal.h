/* removal.h - accounts and albums that go, and albums that become another: what that does
 * to ratings and reviews. Each 0 or -1, and safe to be run again. */
#ifndef VH_RATING_REMOVAL_H
#define VH_RATING_REMOVAL_H

#include <stdbool.h>
#include <stdint.h>

struct request;

/* All that is kept of a user, and their ratings in all sums. With `keep_reviews` their
   published reviews stay, without a name; a private user's, which nobody saw, do not. */
int removal_of_user(struct request *rq, uint64_t user_id, bool keep_reviews);

/* The album's ratings (which stay in their users' history) and its reviews. */
int removal_of_album(struct request *rq, uint64_t album_id);

/* Ratings, their history and reviews of `from` become those of `into`. Of two by one user
   the newer stays; the other goes into the history. */
int removal_by_merge(struct request *rq, uint64_t from, uint64_t into);

#endif
