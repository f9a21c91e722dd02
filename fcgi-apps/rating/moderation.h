/* moderation.h - what moderators may do and did: the only code that touches
 * `moderation_log`. */
#ifndef VH_RATING_MODERATION_H
#define VH_RATING_MODERATION_H

#include <stdbool.h>

#include "core/listing.h"

struct request;

struct act {
    uint64_t id, moderator_id, subject_id;
    const char *act; /* "review.hidden" */
    const char *reason, *created_at;
};

/* The body of a decision; the words it may be differ. */
struct decision {
    const char *decision, *reason;
};

/* The body of PUT /reviews/{id}/hidden. */
struct hiding {
    bool hidden;
    const char *reason;
};

extern const struct shape act_shape, report_decision_shape, burst_decision_shape,
    hiding_shape;
extern const struct listing act_listing;

bool may_moderate(const struct request *rq);

/* Keeps what the caller did and why, and tells it as an event of type `act` whose payload
   is taken over. 0 or -1. */
int moderation_note(struct request *rq, const char *act, uint64_t subject_id,
                    const char *reason, json_t *payload);

#endif
