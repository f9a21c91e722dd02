/* score_event.h - what ratings come to, told to the other services. */
#ifndef VH_RATING_SCORE_EVENT_H
#define VH_RATING_SCORE_EVENT_H

#include "rating/summary_store.h"

struct request;

/* rating.set or rating.removed: the change, and the score of its album. 0 or -1. */
int score_event_of_rating(struct request *rq, const struct rating_change *change);

/* scores.changed: the scores of all albums of a user whose weight has changed, but for
   `without`, at most 500 an event. 0 or -1. */
int score_event_of_user(struct request *rq, uint64_t user_id, uint64_t without);

/* scores.changed of one album. 0 or -1. */
int score_event_of_album(struct request *rq, uint64_t album_id);

#endif
