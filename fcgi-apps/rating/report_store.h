/* report_store.h - what users tell moderators of reviews: the only code that touches
 * `review_reports`. */
#ifndef VH_RATING_REPORT_STORE_H
#define VH_RATING_REPORT_STORE_H

#include "core/db.h"
#include "core/listing.h"

struct report {
    uint64_t id, review_id, user_id; /* of who reports */
    const char *reason;
    const char *decision, *decision_reason; /* NULL: open */
    uint64_t decided_by;
    int64_t version;
    const char *decided_at, *created_at;
};

/* The body of POST. */
struct report_body {
    const char *reason;
};

extern const struct shape report_shape, report_body_shape;
extern const struct listing report_listing;

/* 1 and *out filled, 0, or -1. */
int report_store_find(struct db *db, struct arena *arena, uint64_t id,
                      struct report *out);
int report_store_lock(struct db *db, struct arena *arena, uint64_t id,
                      struct report *out);

/* A page of struct report. 0 or -1. */
int report_store_list(struct db *db, struct arena *arena, const struct query *query,
                      struct page *page);

/* 0, DB_DUPLICATE if the user has reported this review, or -1. */
int report_store_add(struct db *db, uint64_t review_id, uint64_t user_id,
                     const char *reason);

/* `decision`: "upheld" or "dismissed". 0 or -1. */
int report_store_decide(struct db *db, uint64_t id, uint64_t moderator_id,
                        const char *decision, const char *reason);

/* All reports of a review that goes. 0 or -1. */
int report_store_clear(struct db *db, uint64_t review_id);

/* All reports by a user. 0 or -1. */
int report_store_forget_user(struct db *db, uint64_t user_id);

#endif
